"""Files that tell whose a key is, and how strongly; and some that only seem to."""

from __future__ import annotations

from bench.detection.case import Case, Credential
from bench.detection.fill import fill
from bench.detection.values import Values

PAIR = "aws_access_key_id = @id@\naws_secret_access_key = @secret@\n"
ROOT_ARN, USER_ARN = "arn:aws:iam::@account@:root", "arn:aws:iam::@account@:user/dana"

LONG_TERM = {
    "root": {
        "strong": {
            "root key file": ("rootkey.csv", "Access key ID,Secret access key\r\n@id@,@secret@\r\n"),
            "root key file, old": ("keys/rootkey.csv", "AWSAccessKeyId=@id@\r\nAWSSecretKey=@secret@\r\n"),
            "root key file, numbered": ("rootkey (1).csv", "AWSAccessKeyId,AWSSecretKey\n@id@,@secret@\n"),
            "caller": (
                "who.txt",
                PAIR
                + '$ aws sts get-caller-identity\n{"UserId": "@account@", "Account": "@account@", "Arn": "'
                + ROOT_ARN
                + '"}\n',
            ),
            "cloudtrail": (
                "trail.json",
                '{"userIdentity": {"type": "Root", "principalId": "@account@", "arn": "'
                + ROOT_ARN
                + '", "accountId": "@account@", "accessKeyId": "@id@"}, "note": {"secretAccessKey": "@secret@"}}\n',
            ),
            "said": ("notes.md", "AWS root account access key\n" + PAIR),
            "said in a comment": (
                "env",
                "# root user access key, do not share\nAWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n",
            ),
        },
        "medium": {
            "profile": ("credentials", "[root]\n" + PAIR),
            "names": (".env", "AWS_ROOT_ACCESS_KEY_ID=@id@\nAWS_ROOT_SECRET_ACCESS_KEY=@secret@\n"),
            "virtual device": (
                "config",
                "[default]\n" + PAIR + "mfa_serial = arn:aws:iam::@account@:mfa/root-account-mfa-device\n",
            ),
        },
    },
    "iam-user": {
        "strong": {
            "created": (
                "new.json",
                '{"AccessKey": {"UserName": "dana", "AccessKeyId": "@id@", "Status": "Active", "SecretAccessKey": "@secret@", "CreateDate": "2024-01-01T00:00:00Z"}}\n',
            ),
            "user table": (
                "credentials.csv",
                "User name,Password,Access key ID,Secret access key,Console login link\ndana,,@id@,@secret@,https://@account@.signin.aws.amazon.com/console\n",
            ),
            "old user table": (
                "cred.csv",
                '\ufeff"User Name","Access Key Id","Secret Access Key"\r\n"dana",@id@,@secret@\r\n',
            ),
            "user's file": ("dana_accessKeys.csv", "\ufeffAccess key ID,Secret access key\r\n@id@,@secret@\r\n"),
            "caller": ("who.txt", PAIR + '{"UserId": "@userid@", "Account": "@account@", "Arn": "' + USER_ARN + '"}\n'),
            "terraform state": (
                "terraform.tfstate",
                '{"version": 4, "resources": [{"type": "aws_iam_access_key", "name": "k", "instances": [{"attributes": {"id": "@id@", "secret": "@secret@", "status": "Active", "user": "dana"}}]}]}\n',
            ),
            "ARN in a comment": ("a.ini", "# " + USER_ARN + "\n[default]\n" + PAIR),
        },
        "medium": {
            "device": ("config", "[default]\n" + PAIR + "mfa_serial = arn:aws:iam::@account@:mfa/dana\n"),
            "file name": ("accessKeys.csv", "Access key ID,Secret access key\n@id@,@secret@\n"),
            "unique ID": ("keys.txt", PAIR + "UserId: @userid@\n"),
        },
    },
    "unknown": {
        "none": {
            "bare": ("b.ini", "[default]\n" + PAIR),
            "root in a policy": ("p.txt", PAIR + '{"Principal": {"AWS": "' + ROOT_ARN + '"}, "Action": "s3:*"}\n'),
            "database root": (
                ".env",
                "MYSQL_ROOT_PASSWORD=x\nAWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n",
            ),
            "root of a project": ("w.yml", "root: ./src\naws_access_key_id: @id@\naws_secret_access_key: @secret@\n"),
            "administrator": ("a.txt", "AdministratorAccess\n" + PAIR),
            "root block device": (
                "m.tf",
                'provider "aws" {\n access_key = "@id@"\n secret_key = "@secret@"\n}\nresource "aws_instance" "w" {\n root_block_device {}\n}\n',
            ),
            "minio root": ("m.env", "MINIO_ROOT_USER=minio\nAWS_ACCESS_KEY_ID=@id@\nAWS_SECRET_ACCESS_KEY=@secret@\n"),
            "another account's root": (
                "o.txt",
                PAIR + '{"UserId": "@other@", "Account": "@other@", "Arn": "arn:aws:iam::@other@:root"}\n',
            ),
        }
    },
}
SESSIONS = {
    "role": {
        "assume-role": (
            "s.json",
            '{"Credentials": {"AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "SessionToken": "@token@", "Expiration": "2031-01-01T00:00:00Z"}, "AssumedRoleUser": {"AssumedRoleId": "@roleid@:cli", "Arn": "arn:aws:sts::@account@:assumed-role/deploy/cli"}}\n',
        ),
        "container": (
            "c.json",
            '{"RoleArn": "arn:aws:iam::@account@:role/deploy", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "Token": "@token@", "Expiration": "2031-01-01T00:00:00Z"}\n',
        ),
        "metadata": (
            "i.log",
            'GET http://169.254.169.254/latest/meta-data/iam/security-credentials/deploy\n{"Code": "Success", "Type": "AWS-HMAC", "AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "Token": "@token@"}\n',
        ),
    },
    "federated-user": {
        "federation token": (
            "f.json",
            '{"Credentials": {"AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "SessionToken": "@token@"}, "FederatedUser": {"FederatedUserId": "@account@:bob", "Arn": "arn:aws:sts::@account@:federated-user/bob"}}\n',
        ),
    },
    "temporary": {
        "session token": (
            "t.json",
            '{"Credentials": {"AccessKeyId": "@id@", "SecretAccessKey": "@secret@", "SessionToken": "@token@", "Expiration": "2031-01-01T00:00:00Z"}}\n',
        ),
    },
}


def principals(values: Values, rounds: int) -> list[Case]:
    """Each file so many times with other values."""
    flat = [
        (principal, evidence, name, *file, "AKIA")
        for principal, grades in LONG_TERM.items()
        for evidence, files in grades.items()
        for name, file in files.items()
    ] + [
        (principal, "strong", name, *file, "ASIA")
        for principal, files in SESSIONS.items()
        for name, file in files.items()
    ]
    return [_case(values, at, *item) for at in range(rounds) for item in flat]


def _case(values: Values, at: int, principal: str, evidence: str, name: str, path: str, text: str, prefix: str) -> Case:
    account = values.account()
    parts = {"id": values.key_id(prefix, account), "secret": values.secret()}
    if prefix == "ASIA":
        parts["token"] = values.token(account)
    more = {
        "account": account,
        "other": values.account(),
        "userid": values.key_id("AIDA", account),
        "roleid": values.key_id("AROA", account),
    }
    content = fill(text, {**more, **parts}).encode()
    credential = Credential("session" if prefix == "ASIA" else "pair", parts, principal, account)
    return Case(
        f"{principal} {evidence}/{name} {at}/{path}", content, (credential,), "principal", name, evidence=evidence
    )
