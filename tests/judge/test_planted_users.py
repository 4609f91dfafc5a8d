"""Planted credentials of IAM users: each layout, event, answer and state that names one."""

from __future__ import annotations

import json

import pytest
from planted import (
    ACCOUNT,
    AIDA,
    COLUMNS,
    ENV,
    INI,
    KEY,
    ROOT,
    SECRET,
    SESSION,
    TEMPORARY,
    USER,
    Files,
    caller,
    event,
    identity,
    masked,
    owner,
    owners,
    scanned,
    trail,
    user,
)  # fmt: skip

from patterns._fake import fake

BOM = "\ufeff"
LOGIN_LINK = f"https://{ACCOUNT}.signin.aws.amazon.com/console"
MADE = {
    "UserName": "alice",
    "AccessKeyId": KEY,
    "Status": "Active",
    "SecretAccessKey": SECRET,
    "CreateDate": "2024-02-01T10:00:00Z",
}
LISTED = {"UserName": "alice", "AccessKeyId": KEY, "Status": "Active", "CreateDate": "2024-02-01T10:00:00Z"}
ANOTHER = {
    "UserName": "bob",
    "AccessKeyId": f"<id:AKIA:{ACCOUNT}#9>",
    "Status": "Active",
    "CreateDate": "2024-02-01T10:00:00Z",
}
ATTRIBUTES = {"id": KEY, "secret": SECRET, "status": "Active", "user": "alice", "create_date": "2024-02-01T10:00:00Z"}
STATE = {
    "version": 4,
    "resources": [{"type": "aws_iam_access_key", "name": "k", "instances": [{"attributes": ATTRIBUTES}]}],
}
PULUMI = {
    "resources": [
        {"type": "aws:iam/accessKey:AccessKey", "id": KEY, "inputs": {"user": "alice"}, "outputs": ATTRIBUTES}
    ]
}
MADE_BY_ROOT = event(
    identity("Root", ROOT, TEMPORARY), "CreateAccessKey", requestParameters={"userName": "alice"},
    responseElements={"accessKey": {"userName": "alice", "accessKeyId": KEY, "status": "Active", "createDate": "Mar 4, 2025"}},
)  # fmt: skip
HANDED_OUT = {"credentials": {"accessKeyId": TEMPORARY, "sessionToken": "x", "expiration": "Mar 4, 2099"}}
OWN = identity("IAMUser", USER, f"<id:AKIA:{ACCOUNT}#9>", userName="alice")

STRONG: dict[str, Files] = {
    "file named for the user": {"alice_accessKeys.csv": f"{BOM}{COLUMNS}{KEY},{SECRET}\r\n"},
    "table with password and link": {
        "credentials.csv": f"User name,Password,Access key ID,Secret access key,Console login link\nalice,,{KEY},{SECRET},{LOGIN_LINK}\n",
    },
    "table of the first years": {"keys.txt": f'User Name,Access Key Id,Secret Access Key\n"alice",{KEY},{SECRET}\n'},
    "table named as root's": {"rootkey.csv": f"User name,Access key ID,Secret access key\nalice,{KEY},{SECRET}\n"},
    "table as UTF-16": {
        "x.csv": fake(f"User name,Access key ID,Secret access key\r\nalice,{KEY},{SECRET}\r\n").decode().encode("utf-16"),
    },
    "create-access-key": {"k.json": json.dumps({"AccessKey": MADE}, indent=4)},
    "create-access-key, minified": {"k.json": json.dumps({"AccessKey": MADE}, separators=(",", ":"))},
    "create-access-key, escaped": {"k.json": json.dumps({"stdout": json.dumps({"AccessKey": MADE}, indent=1)})},
    "create-access-key as text": {"k.txt": f"ACCESSKEY\t{KEY}\t2024-02-01T10:00:00+00:00\t{SECRET}\tActive\talice\n"},
    "create-access-key as YAML": {"k.yml": f"AccessKey:\n  AccessKeyId: {KEY}\n  SecretAccessKey: {SECRET}\n  Status: Active\n  UserName: alice\n"},
    "create-access-key as XML": {
        "k.xml": f"<AccessKey><UserName>alice</UserName><AccessKeyId>{KEY}</AccessKeyId><SecretAccessKey>{SECRET}</SecretAccessKey></AccessKey>",
    },
    "New-IAMAccessKey": {"k.txt": f"AccessKeyId     : {KEY}\nSecretAccessKey : {SECRET}\nStatus          : Active\nUserName        : alice\n"},
    "object of the Java SDK": {"k.log": f"AccessKey(UserName=alice, AccessKeyId={KEY}, Status=Active, SecretAccessKey={SECRET})"},
    "list in another file": {"app/.env": ENV, "audit/k.json": json.dumps({"AccessKeyMetadata": [ANOTHER, LISTED]}, indent=4)},
    "list, minified": {"app/.env": ENV, "k.json": json.dumps({"AccessKeyMetadata": [ANOTHER, LISTED]})},
    "list as text": {"app/.env": ENV, "k.txt": f"ACCESSKEYMETADATA\t{KEY}\t2024-02-01T10:00:00Z\tActive\talice\n"},
    "list as a table": {"app/.env": ENV, "k.txt": f"||  {KEY}|  2024-02-01T10:00:00+00:00|  Active|  alice       ||\n"},
    "list as UTF-16": {"app/.env": ENV, "k.json": fake(json.dumps({"AccessKeyMetadata": [LISTED]}, indent=1)).decode().encode("utf-16")},
    "get-access-key-last-used": {
        ".env": ENV, "x.log": f"$ aws iam get-access-key-last-used --access-key-id {KEY}\n" + json.dumps({"UserName": "alice", "AccessKeyLastUsed": {}}, indent=4),
    },
    "command about the key": {".env": ENV, "fix.sh": f"aws iam update-access-key --user-name alice --access-key-id {KEY} --status Inactive\n"},
    "event in another file": {".env": ENV, "t.json": trail(event(identity("IAMUser", USER, KEY, userName="alice")))},
    "event beside a sign-in of root": {
        ".env": ENV, "t.json": trail(event(identity("Root", ROOT, None), "ConsoleLogin"), event(identity("IAMUser", USER, KEY, userName="alice"))),
    },
    "key that root made for a user": {".env": ENV, "t.json": trail(MADE_BY_ROOT)},
    "session handed out to a user": {".env": SESSION, "t.json": trail(event(OWN, "GetSessionToken", responseElements=HANDED_OUT))},
    "caller": {"log.txt": ENV + caller(USER, AIDA)},
    "caller with a path": {"log.txt": ENV + caller(USER.replace("alice", "ops/eu/alice"), AIDA)},
    "caller in GovCloud": {"log.txt": ENV + caller(USER.replace("aws:", "aws-us-gov:", 1), AIDA)},
    "caller as a row": {"log.txt": ENV + f"{ACCOUNT}\t{USER}\t{AIDA}\n"},
    "caller as YAML": {"log.txt": ENV + f"Account: '{ACCOUNT}'\nArn: {USER}\nUserId: {AIDA}\n"},
    "Terraform's state": {"terraform.tfstate": json.dumps(STATE, indent=2)},
    "Terraform's state, minified": {"terraform.tfstate": json.dumps(STATE)},
    "Pulumi's state": {"stack.json": json.dumps(PULUMI, indent=2)},
    "own ARN": {".env": f"{ENV}# {USER}\n"},
}  # fmt: skip

MEDIUM: dict[str, tuple[Files, str | None]] = {
    "accessKeys.csv": ({"accessKeys.csv": f"{BOM}{COLUMNS}{KEY},{SECRET}\r\n"}, None),
    "MFA device": ({".aws/config": f"[al]\n{INI}mfa_serial = arn:aws:iam::{ACCOUNT}:mfa/alice\n"}, None),
    "unique ID": ({".env": f"# {AIDA}\n{ENV}"}, None),
    "remark": ({".env": f"# IAM user: alice\n{ENV}"}, "alice"),
    "call that was denied": (
        {"x.log": f"{ENV}An error occurred (AccessDenied): User: {USER} is not authorized to perform: s3:ListAllMyBuckets\n"}, "alice",
    ),
}  # fmt: skip


@pytest.mark.parametrize("files", STRONG.values(), ids=STRONG)
def test_strong_evidence_makes_it_the_users(files: Files) -> None:
    found = owners(files)
    assert (found.get(masked(KEY)) or found[masked(TEMPORARY)]) == user("alice")


@pytest.mark.parametrize("files", STRONG.values(), ids=STRONG)
def test_a_user_may_be_called_root(files: Files) -> None:
    renamed = {path.replace("alice", "root"): _renamed(content) for path, content in files.items()}
    found = owners(renamed)
    assert (found.get(masked(KEY)) or found[masked(TEMPORARY)]) == user("root")


def _renamed(content: str | bytes) -> str | bytes:
    return content.replace("alice", "root") if isinstance(content, str) else content.replace(*_WIDE)


_WIDE = ("alice".encode("utf-16-le"), "root".encode("utf-16-le"))


@pytest.mark.parametrize(("files", "name"), MEDIUM.values(), ids=MEDIUM)
def test_medium_evidence_makes_it_probably_a_users(files: Files, name: str | None) -> None:
    (finding,) = scanned(files)
    assert (owner(finding), finding.principal.confidence) == (user(name), "medium")
