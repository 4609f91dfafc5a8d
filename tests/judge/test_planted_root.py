"""Planted keys of the root user: each layout, event, answer and remark that says so."""

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
    ROOTS,
    SECRET,
    SESSION,
    TEMPORARY,
    TOKEN,
    USER,
    Files,
    caller,
    event,
    identity,
    owner,
    scanned,
    trail,
)  # fmt: skip

from patterns._fake import fake

BOM = "\ufeff"
LINES = f"AWSAccessKeyId={KEY}\r\nAWSSecretKey={SECRET}\r\n"
BY_ROOT = event(identity("Root", ROOT, KEY))
CALLS = f"$ export AWS_ACCESS_KEY_ID={KEY}\n$ export AWS_SECRET_ACCESS_KEY={SECRET}\n$ aws sts get-caller-identity\n"
CREDENTIALS = {
    "AccessKeyId": TEMPORARY,
    "SecretAccessKey": SECRET,
    "SessionToken": TOKEN,
    "Expiration": "2099-01-01T00:00:00Z",
}
HANDED_OUT = {"credentials": {"accessKeyId": TEMPORARY, "sessionToken": TOKEN, "expiration": "Mar 4, 2099"}}
OTHERS_KEY = f"<id:AKIA:{ACCOUNT}#7>"
TABLE = (
    "---------------------------------------\n|          GetCallerIdentity          |\n"
    f"|  Account|  {ACCOUNT}               |\n|  Arn    |  {ROOT} |\n|  UserId |  {ACCOUNT}               |\n"
)

STRONG: dict[str, Files] = {
    "download of the first years": {"rootkey.csv": LINES},
    "download with two columns": {"rootkey.csv": f"AWSAccessKeyId,AWSSecretKey\r\n{KEY},{SECRET}\r\n"},
    "download of today": {"keys/rootkey.csv": f"{BOM}{COLUMNS}{KEY},{SECRET}\r\n"},
    "second download": {"rootkey (1).csv": LINES},
    "backup of the download": {"rootkey.csv.bak": LINES},
    "download on Windows": {"C:\\Users\\me\\Downloads\\rootkey.csv": LINES},
    "download in an archive": {"backup.zip!aws/rootkey.csv": LINES},
    "download as UTF-16": {"rootkey.csv": fake(f"{COLUMNS}{KEY},{SECRET}\r\n").decode().encode("utf-16")},
    "event in another file": {".env": ENV, "logs/trail.json": trail(BY_ROOT)},
    "event, pretty": {".env": ENV, "trail.json": trail(BY_ROOT, indent=2)},
    "event among others": {".env": ENV, "t.json": trail(event(identity("IAMUser", USER, None, userName="alice")), BY_ROOT)},
    "event, sorted": {".env": ENV, "t.json": json.dumps(BY_ROOT, sort_keys=True)},
    "event as lookup-events prints it": {
        ".env": ENV, "t.json": json.dumps({"Events": [{"AccessKeyId": KEY, "CloudTrailEvent": json.dumps(BY_ROOT)}]}, indent=4),
    },
    "session by an event": {".env": SESSION, "t.json": trail(event(identity("Root", ROOT, TEMPORARY)))},
    "session handed out to root": {
        ".env": SESSION, "t.json": trail(event(identity("Root", ROOT, OTHERS_KEY), "GetSessionToken", responseElements=HANDED_OUT)),
    },
    "session handed out by AssumeRoot": {
        ".env": SESSION,
        "t.json": trail(event(identity("IAMUser", USER, OTHERS_KEY, userName="al"), "AssumeRoot", responseElements=HANDED_OUT)),
    },
    "answer of AssumeRoot": {"s.json": json.dumps({"Credentials": CREDENTIALS, "SourceIdentity": "alice"}, indent=4)},
    "call of AssumeRoot": {"s.txt": f"$ aws sts assume-root --target-principal {ACCOUNT}\n{json.dumps({'Credentials': CREDENTIALS})}"},
    "profile of aws login": {".aws/config": f"[profile boss]\nlogin_session = {ROOT}\n{INI.replace('AKIA', 'ASIA')}aws_session_token = {TOKEN}\n"},
    "caller": {"log.txt": CALLS + caller(ROOT, ACCOUNT)},
    "caller, minified": {"log.txt": CALLS + caller(ROOT, ACCOUNT, indent=None)},
    "caller as text": {"log.txt": CALLS + f"{ACCOUNT}\t{ROOT}\t{ACCOUNT}\n"},
    "caller as YAML": {"log.txt": CALLS + f"Account: '{ACCOUNT}'\nArn: {ROOT}\nUserId: '{ACCOUNT}'\n"},
    "caller as a table": {"log.txt": CALLS + TABLE},
    "caller of PowerShell": {"log.txt": CALLS + f"\nAccount : {ACCOUNT}\nArn     : {ROOT}\nUserId  : {ACCOUNT}\n"},
    "caller in Markdown": {"README.md": f"# Setup\n\n```\n{ENV}```\n\nIt answers:\n\n```\n{caller(ROOT, ACCOUNT)}```\n"},
    "caller in China": {"log.txt": CALLS + caller(ROOT.replace("aws:", "aws-cn:", 1), ACCOUNT)},
    "caller, UTF-16": {"log.txt": fake(CALLS + caller(ROOT, ACCOUNT)).decode().encode("utf-16")},
    "caller, escaped in JSON": {"log.json": json.dumps({"stdout": ENV + caller(ROOT, ACCOUNT), "rc": 0})},
    "remark, escaped in JSON": {"log.json": json.dumps({"file": f"# AWS root access key\n{ENV}"})},
    "finding of GuardDuty": {
        ".env": ENV, "g.json": json.dumps({"AccessKeyDetails": {"AccessKeyId": KEY, "PrincipalId": ACCOUNT, "UserType": "Root", "UserName": "Root"}}, indent=2),
    },
    **{f"remark: {words}": {"notes.txt": f"{words}\n{ENV}"} for words in (
        "# root account key, do not share", "# AWS root access key", "// Root user access key - rotate ASAP",
        "; root credentials for AWS account", "# these are the ROOT account credentials!!", "-- aws root access key",
        "# This is the access key of the AWS account root user", "/* AWS root account access keys */",
        "# account owner (root) access key", "# TODO: replace root access keys with an IAM user", "REM aws root account key",
        "# Root account access key for billing", "# Root AWS account keys (owner@acme.io)",
        "This is the AWS root account access key. Do not commit!", "# WARNING: root account credentials of AWS",
        "AWS Root Account Access Keys:", "# Access keys (AWS root account)", "* Root account's access key and secret",
        "Root access keys - production", "# access key for the root account", "Access Key for AWS root user",
        "# Our root AWS credentials",
    )},
}  # fmt: skip

MEDIUM: dict[str, Files] = {
    **{f"profile {name}": {".aws/credentials": f"[default]\nregion = x\n\n[{name}]\n{INI}"} for name in (
        "root", "aws-root", "profile root", "root-account", "rootuser", "prod-root", "company-root", "ROOT", "root-2024",
        "root-aws", "acme_root_user", "client-root-account",
    )},
    **{f"variable {name}": {"x.env": f"{name}={KEY}\n"} for name in (
        "ROOT_AWS_KEY", "AWS_ROOT_ACCESS_KEY_ID", "ROOT_ACCESS_KEY_ID", "rootAccessKeyId", "aws_root_access_key", "ROOT_KEY",
        "TF_VAR_root_access_key", "AWS_ACCESS_KEY_ID_ROOT", "AWS_ROOTUSER_ACCESS_KEY", "aws.root.accessKey", "awsRootKey",
    )},
    "two lines": {"aws.txt": LINES},
    "profile, escaped in JSON": {"log.json": json.dumps({"file": f"[root]\n{INI}"})},
    "MFA device": {".aws/config": f"[boss]\n{INI}mfa_serial = arn:aws:iam::{ACCOUNT}:mfa/root-account-mfa-device\n"},
    "remark: they belong": {"notes.txt": f"# these belong to the root user\n{ENV}"},
    "remark: made as root": {"notes.txt": f"# generated while logged in as root in the AWS console\n{ENV}"},
    "heading": {"notes.txt": f"Root account:\n{ENV}"},
}  # fmt: skip

AT_ODDS: dict[str, Files] = {
    "download, and a list that names a user": {
        "rootkey.csv": f"{COLUMNS}{KEY},{SECRET}\n",
        "x.json": json.dumps({"AccessKeyMetadata": [{"UserName": "alice", "AccessKeyId": KEY, "Status": "Active"}]}),
    },
    "two events": {
        ".env": ENV,
        "a.json": trail(BY_ROOT),
        "b.json": trail(event(identity("IAMUser", USER, KEY, userName="al"))),
    },
    "remark and caller": {".env": f"# root access key\n{ENV}{caller(USER, AIDA)}"},
}


@pytest.mark.parametrize("files", STRONG.values(), ids=STRONG)
def test_strong_evidence_makes_it_roots(files: Files) -> None:
    (finding,) = [item for item in scanned(files) if not is_others(item.parts[0].masked)]
    assert (owner(finding), finding.principal.confidence) == (ROOTS, "high")


def is_others(shown: str) -> bool:
    return shown[-4:] == fake(OTHERS_KEY).decode()[-4:]


@pytest.mark.parametrize("files", MEDIUM.values(), ids=MEDIUM)
def test_medium_evidence_makes_it_probably_roots(files: Files) -> None:
    (finding,) = scanned(files)
    assert (owner(finding), finding.principal.confidence) == (ROOTS, "medium")


@pytest.mark.parametrize("files", AT_ODDS.values(), ids=AT_ODDS)
def test_a_conflict_is_taken_for_roots_and_said(files: Files) -> None:
    (finding,) = scanned(files)
    assert owner(finding) == ("root", None, ACCOUNT, True)
    assert {item.says for item in finding.principal.evidence} >= {"root", "iam-user"}


def test_an_event_elsewhere_is_cited_with_file_and_line() -> None:
    files = {".env": ENV, "logs/trail.json": trail(event(identity("IAMUser", USER, None)), BY_ROOT, indent=1)}
    (finding,) = scanned(files)
    (cited,) = [item for item in finding.principal.evidence if item.signal == "cloudtrail-root"]
    line = files["logs/trail.json"].split("\n")[(cited.line or 0) - 1]
    assert cited.path == "logs/trail.json"
    assert ROOT in line
