"""Whose a credential is, from content to the finding: what must not be believed before what must."""

from __future__ import annotations

import pytest
from judged import findings, owner

from patterns._pattern import Sample
from scanner.model import Finding

ACCOUNT, OTHER = "123456789013", "123456789014"
PAIR = f"aws_access_key_id = <id:AKIA:{ACCOUNT}>\naws_secret_access_key = <secret>\n"
OLD = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"
SESSION = PAIR.replace("AKIA", "ASIA")
TOKEN = f"aws_session_token = <token:{ACCOUNT}>\n"
ROOT, USER = f"arn:aws:iam::{ACCOUNT}:root", f"arn:aws:iam::{ACCOUNT}:user/alice"
ROLE = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/job"
AIDA = f"<id:AIDA:{ACCOUNT}>Q"


def identity(arn: str, user_id: str = "AIDA<base32:17>", account: str = ACCOUNT) -> str:
    return f'{{\n  "UserId": "{user_id}",\n  "Account": "{account}",\n  "Arn": "{arn}"\n}}\n'


def event(kind: str, arn: str, key: str = f"<id:AKIA:{ACCOUNT}>", user: str = "alice") -> str:
    return f'{{"userIdentity": {{"type": "{kind}", "arn": "{arn}", "accessKeyId": "{key}", "userName": "{user}"}}}}\n'


def console(layout: str, path: str) -> Sample:
    return Sample(layout.replace("<id>", f"<id:AKIA:{ACCOUNT}>"), path)


UNKNOWN = {
    "a pair and nothing else": PAIR,
    "a key ID and nothing else": "AKIA: <id>\n",
    "a key of before 2019": OLD,
    "a secret and nothing else": "aws_secret_access_key = <secret>\n",
    "the console's present columns under any name": console(
        "Access key ID,Secret access key\n<id>,<secret>\n", "keys.csv"
    ),
    "principal of a trust policy": PAIR
    + f'{{"Effect": "Allow", "Principal": {{"AWS": "{ROOT}"}}, "Action": "sts:AssumeRole"}}\n',
    "principal of a bucket policy in the key's object": f'{{"key": "<id:AKIA:{ACCOUNT}>", "Principal": {{"AWS": "{ROOT}"}}}}',
    "default policy of a KMS key": PAIR
    + f'{{"Sid": "Enable IAM User Permissions", "Principal": {{"AWS": "{ROOT}"}}, "Action": "kms:*", "Resource": "*"}}\n',
    "principal in Terraform": PAIR + f'principals {{\n  type = "AWS"\n  identifiers = ["{ROOT}"]\n}}\n',
    "condition of a policy": PAIR + f'{{"StringNotLike": {{"aws:PrincipalArn": "{ROOT}"}}}}\n',
    "creator of a volume": PAIR + f'{{"VolumeId": "vol-1", "CreatedBy": "{ROOT}", "Account": "{ACCOUNT}"}}\n',
    "grant to an account": PAIR + f"aws lambda add-permission --principal {ROOT} --account {ROOT}\n",
    "MinIO": f"MINIO_ROOT_USER=<id:AKIA:{ACCOUNT}>\nMINIO_ROOT_PASSWORD=<secret>\n",
    "databases": "MYSQL_ROOT_PASSWORD=x1\nMARIADB_ROOT_PASSWORD=x1\n" + PAIR,
    "the operating system's root": "FROM x\n# run as root user\nUSER root\n" + PAIR.replace("aws_", "ENV AWS_"),
    "prompt of the operating system's root": "root@host:~# cat .aws/credentials\n" + PAIR,
    "home of the operating system's root": Sample("[default]\n" + PAIR, "root/.aws/credentials"),
    "block device": 'resource "aws_instance" "x" {\n  root_block_device {}\n}\n' + PAIR,
    "domain": "root_domain = acme.io\n" + PAIR,
    "root of a bundler": "module.exports = { root: path.resolve('.'), resolve: { root: [__dirname] } }\n" + PAIR,
    "CloudFront's key pair": PAIR + "key = pk-APKA<base32:16>.pem\n",
    "document root": '{"root": {"accessKeyId": "<id>", "secretAccessKey": "<secret>"}}',
    "element named root": "<root><key><id></key></root>",
    "Terraform's user named root, without its key": 'resource "aws_iam_access_key" "root" {\n  user = "root"\n}\n'
    + PAIR,
    "administrator": PAIR + "policy_arn = arn:aws:iam::aws:policy/AdministratorAccess\n",
    "advice": "# Never use the root access key. Do not use root.\n" + PAIR,
    "identity of another account": PAIR + identity(f"arn:aws:iam::{OTHER}:root", OTHER, OTHER),
    "user of another account": PAIR + identity(f"arn:aws:iam::{OTHER}:user/alice", account=OTHER),
    "sign-in page of another account": PAIR
    + f"user: al\npassword by mail\nhttps://{OTHER}.signin.aws.amazon.com/console\n",
    "account number of another account": PAIR + f"aws_account_id = {OTHER}\n",
    "unique ID of another account": PAIR + f"user <id:AIDA:{OTHER}>Q\n",
    "event of another key": PAIR + event("Root", ROOT, "<id#2>"),
    "a role that the key may assume": f"[x]\n{PAIR}role_arn = arn:aws:iam::{ACCOUNT}:role/deploy\n",
    "users of the account": PAIR
    + f'{{"UserName": "al", "UserId": "AIDA<base32:17>", "Arn": "{USER}", "CreateDate": "2024-01-01"}}\n',
    "report of a root key that may be another": PAIR
    + f"<root_account>,{ROOT},x,x,x,x,x,true,true,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n",
}

ROOTS = {
    "file from the console": console("Access key ID,Secret access key\r\n<id>,<secret>\r\n", "rootkey.csv"),
    "file of earlier years": console("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", "x/rootkey (1).csv"),
    "caller identity": PAIR + identity(ROOT, ACCOUNT),
    "caller identity beside an old key": OLD + identity(ROOT, ACCOUNT),
    "event": event("Root", ROOT),
    "event elsewhere in the file": PAIR + "x\n" * 500 + event("Root", ROOT),
    "sign-in of the CLI": f"[x]\n{PAIR}login_session = {ROOT}\n",
    "remark": "# root access key\n" + PAIR,
    "account root key": "# AWS root account key\n" + PAIR,
    "root user's keys": PAIR + "# root user's keys\n",
    "the account's root": "# the account's root\n" + PAIR,
    "own ARN": f"# my ARN is {ROOT}\n" + PAIR,
    "session of root": SESSION + TOKEN + identity(ROOT, ACCOUNT),
    "session from AssumeRoot": f"aws sts assume-root --target-principal {ACCOUNT}\n" + SESSION + TOKEN,
    "password": "AWS root user\nemail: owner@acme.io\npassword: <password>\nhttps://signin.aws.amazon.com/console\n",
}

PROBABLY_ROOT = {
    "two lines": console("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n", "key.txt"),
    "section": "[root]\n" + PAIR,
    "section with the vendor's name": "[aws-root]\n" + PAIR,
    "variable": f"AWS_ROOT_ACCESS_KEY_ID=<id:AKIA:{ACCOUNT}>\n",
    "one word": f"rootkey = <id:AKIA:{ACCOUNT}>\n",
    "snake case": f"root_access_key: <id:AKIA:{ACCOUNT}>\n",
    "MFA device": f"[x]\n{PAIR}mfa_serial = arn:aws:iam::{ACCOUNT}:mfa/root-account-mfa-device\n",
    "MFA Delete": f"[boss]\n{PAIR}# aws s3api put-bucket-versioning --profile boss --versioning-configuration MFADelete=Enabled"
    f" --mfa 'arn:aws:iam::{ACCOUNT}:mfa/root-account-mfa-device 1'\n",
}

USERS = {
    "created key": f'{{"AccessKey": {{"UserName": "alice", "AccessKeyId": "<id:AKIA:{ACCOUNT}>", "SecretAccessKey": "<secret>"}}}}',
    "listed key, far away": PAIR
    + "x\n" * 500
    + f'{{"UserName": "alice", "AccessKeyId": "<id:AKIA:{ACCOUNT}>", "Status": "Active"}}\n',
    "caller identity": PAIR + identity(USER),
    "event": event("IAMUser", USER),
    "row of a table": console("User name,Access key ID,Secret access key\nalice,<id>,<secret>\n", "credentials.csv"),
    "file from the console": console("Access key ID,Secret access key\n<id>,<secret>\n", "alice_accessKeys.csv"),
    "Terraform's state": '{"type": "aws_iam_access_key", "instances": [{"attributes": {"id": "<id>", "secret": "<secret>", "user": "alice"}}]}',
    "own ARN": f"# {USER}\n" + PAIR,
    "mail": f"SMTP_USER=<id:AKIA:{ACCOUNT}>\nIAM_USER=alice\n",
    "unique ID of the caller, and a remark": f"# IAM user: alice\n{PAIR}user_id = {AIDA}\n",
}

CONTRADICTIONS = {
    "root's file with a user's columns": (
        console("User name,Access key ID,Secret access key\nalice,<id>,<secret>\n", "rootkey.csv"),
        ("iam-user", "high", "alice", False),
    ),
    "root's file with a temporary key": (
        Sample(f"Access key ID,Secret access key\n<id:ASIA:{ACCOUNT}>,<secret>\n", "rootkey.csv"),
        ("temporary", "high", None, False),
    ),
    "strong evidence for root and for a user": ("# root access key\n" + PAIR + identity(USER), ("root", "medium", None, True)),
    "IAM user named root, by name": (
        f'{{"UserName": "root", "AccessKeyId": "<id:AKIA:{ACCOUNT}>", "SecretAccessKey": "<secret>"}}',
        ("iam-user", "high", "root", False),
    ),
    "IAM user named root, by ARN": (PAIR + identity(USER.replace("alice", "root")), ("iam-user", "high", "root", False)),
    "IAM user named root, in a root profile": (
        "[root]\n" + PAIR + f"user_arn = {USER.replace('alice', 'root')}\n", ("iam-user", "high", "root", False),
    ),
    "IAM user named root, in Terraform's state": (
        '{"type": "aws_iam_access_key", "instances": [{"attributes": {"id": "<id>", "secret": "<secret>", "user": "root"}}]}',
        ("iam-user", "high", "root", False),
    ),
    "temporary key called root's": ("# root access key\n[root]\n" + SESSION + TOKEN, ("temporary", "high", None, False)),
    "temporary key without a token": (SESSION, ("temporary", "high", None, False)),
    "session of root, of the CLI": (f"[x]\nlogin_session = {ROOT}\n" + SESSION + TOKEN, ("root", "high", None, False)),
    "session of a user": (SESSION + TOKEN + identity(USER), ("iam-user", "high", "alice", False)),
    "session of a role": (SESSION + TOKEN + identity(ROLE, "AROA<base32:17>:job"), ("role", "high", "deploy", False)),
    "session of a role in the root profile": (
        "[root]\n" + SESSION + TOKEN + f"role_arn = arn:aws:iam::{ACCOUNT}:role/deploy\n", ("role", "medium", "deploy", False),
    ),
    "session by an event": (event("Root", ROOT, f"<id:ASIA:{ACCOUNT}>"), ("root", "high", None, False)),
    "federated user": (
        SESSION + TOKEN + identity(f"arn:aws:sts::{ACCOUNT}:federated-user/bob", f"{ACCOUNT}:bob"), ("federated-user", "high", "bob", False),
    ),
    "root profile with a user's device": (
        f"[root]\n{PAIR}mfa_serial = arn:aws:iam::{ACCOUNT}:mfa/alice\n", ("root", "low", None, True),
    ),
}  # fmt: skip


def table(samples: dict[str, str | Sample]) -> list[object]:
    return [pytest.param(sample, id=words) for words, sample in samples.items()]


@pytest.mark.parametrize("sample", table(UNKNOWN))
def test_is_nobodys(sample: str | Sample) -> None:
    for finding in findings(sample):
        assert (finding.principal.type, finding.principal.conflict) == ("unknown", False)
    assert findings(sample)


@pytest.mark.parametrize("sample", table(ROOTS))
def test_is_roots(sample: str | Sample) -> None:
    (finding,) = findings(sample)
    assert (finding.principal.type, finding.principal.confidence, finding.severity) == (
        "root",
        "high",
        gravity(finding),
    )


def gravity(finding: Finding) -> str:
    return "medium" if finding.kind == "access-key-id" else "critical"


@pytest.mark.parametrize("sample", table(PROBABLY_ROOT))
def test_is_probably_roots(sample: str | Sample) -> None:
    (finding,) = findings(sample)
    assert (finding.principal.type, finding.principal.confidence) == ("root", "medium")


@pytest.mark.parametrize("sample", table(USERS))
def test_is_a_users(sample: str | Sample) -> None:
    (finding,) = findings(sample)
    principal = finding.principal
    assert (principal.type, principal.confidence, principal.name) == ("iam-user", "high", "alice")


@pytest.mark.parametrize(
    ("sample", "expected"), [pytest.param(*case, id=words) for words, case in CONTRADICTIONS.items()]
)
def test_contradictions(sample: str | Sample, expected: tuple[str, str, str | None, bool]) -> None:
    (finding,) = findings(sample)
    whose = finding.principal
    assert (whose.type, whose.confidence, whose.name, whose.conflict) == expected


def test_a_conflict_lists_both_sides() -> None:
    whose = owner("# root access key\n" + PAIR + identity(USER))
    assert {evidence.says for evidence in whose.evidence if evidence.strength == "strong"} == {"root", "iam-user"}


def test_a_long_term_key_with_a_token_is_two_findings() -> None:
    found = findings(PAIR + TOKEN)
    assert {(finding.kind, finding.principal.type) for finding in found} == {
        ("access-key-pair", "unknown"),
        ("session-token", "temporary"),
    }


def test_evidence_of_one_file_counts_for_the_same_key_in_another() -> None:
    (finding,) = findings(Sample(PAIR, "a/.env"), Sample("# root access key\n" + PAIR, "b/notes.txt"))
    assert finding.principal.type == "root"
    assert {
        (evidence.signal, evidence.path) for evidence in finding.principal.evidence if evidence.strength == "strong"
    } == {("root-key-remark", "b/notes.txt")}


def test_a_download_of_roots_key_outweighs_nothing_said_elsewhere() -> None:
    (finding,) = findings(
        console("Access key ID,Secret access key\n<id>,<secret>\n", "rootkey.csv"), PAIR + identity(USER)
    )
    assert (finding.principal.type, finding.principal.conflict) == ("root", True)


@pytest.mark.parametrize(
    ("text", "type_", "confidence"),
    [
        pytest.param("Sign-in: https://acme.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n", "iam-user", "medium", id="page and user"),
        pytest.param("AWS console\nemail: owner@acme.io\npassword: <password>\nhttps://console.aws.amazon.com/\n", "root", "low", id="e-mail"),
        pytest.param("AWS console\nuser: alice\npassword: <password>\nhttps://console.aws.amazon.com/\n", "iam-user", "medium", id="user name"),
        pytest.param("AWS_ROOT_EMAIL=owner@acme.io\nAWS_ROOT_PASSWORD=<password>\n", "root", "medium", id="variable"),
        pytest.param(
            "AWS console: https://acme.awsapps.com/start\nemail: al@acme.io\npassword: <password>\n", "unknown", "low", id="Identity Center"
        ),
    ],
)  # fmt: skip
def test_passwords(text: str, type_: str, confidence: str) -> None:
    whose = owner(text)
    assert (whose.type, whose.confidence) == (type_, confidence)


ACCOUNTS = [
    pytest.param(PAIR, ACCOUNT, id="inside the key ID"),
    pytest.param(OLD, None, id="nowhere"),
    pytest.param(f"[x]\n{OLD}aws_account_id = {ACCOUNT}\n", ACCOUNT, id="a setting"),
    pytest.param(f'{{"accountId": "{ACCOUNT}", "accessKeyId": "<oldid>"}}', ACCOUNT, id="a field"),
    pytest.param(OLD + f"https://{ACCOUNT}.signin.aws.amazon.com/console\n", ACCOUNT, id="a sign-in page"),
    pytest.param(OLD + identity(USER), ACCOUNT, id="the caller's ARN"),
    pytest.param(OLD + f"aws_account_id = {ACCOUNT}\nhttps://{OTHER}.signin.aws.amazon.com/console\n", None, id="two that differ"),
    pytest.param(PAIR + f"aws_account_id = {OTHER}\n", ACCOUNT, id="another one beside it"),
    pytest.param(f"[x]\n{OLD}[y]\naws_account_id = {ACCOUNT}\n", None, id="another section's"),
    pytest.param(f"aws_secret_access_key = <secret>\naws_session_token = <token:{ACCOUNT}>\n", ACCOUNT, id="inside the token"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "account"), ACCOUNTS)
def test_account(text: str, account: str | None) -> None:
    assert owner(text).account_id == account


@pytest.mark.parametrize("partition", ["aws", "aws-cn", "aws-us-gov", "aws-eusc"])
def test_partition(partition: str) -> None:
    assert owner(PAIR + identity(ROOT.replace("arn:aws:", f"arn:{partition}:"), ACCOUNT)).partition == partition


@pytest.mark.parametrize(
    ("region", "partition"),
    [("us-east-1", None), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("eusc-de-east-1", "aws-eusc")],
)
def test_a_region_beside_tells_the_partition(region: str, partition: str | None) -> None:
    assert owner(f"[x]\n{PAIR}region = {region}\n").partition == partition


def test_a_region_of_another_section_tells_nothing() -> None:
    assert owner(f"[x]\n{PAIR}\n[y]\nregion = cn-north-1\n").partition is None


@pytest.mark.parametrize(
    ("host", "partition"),
    [("aws.amazon.com", None), ("amazonaws.cn", "aws-cn"), ("amazonaws-us-gov.com", "aws-us-gov")],
)
def test_the_console_tells_the_partition_of_a_password(host: str, partition: str | None) -> None:
    page = f"https://123456789013.signin.{host}/console"
    assert owner(f"User name,Password,Console sign-in URL\nalice,<password>,{page}\n").partition == partition
