"""Realistic files around made-up keys, written from AWS's documentation, and whose each key is. Shared by tests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from judged import sighted

from patterns._fake import fake
from scanner.judge.merge import merged
from scanner.model import Finding

ACCOUNT, OTHER = "123456789013", "210987654321"
KEY, SECRET = f"<id:AKIA:{ACCOUNT}>", "<secret>"
TEMPORARY, TOKEN = f"<id:ASIA:{ACCOUNT}>", f"<token:{ACCOUNT}>"
ENV = f"AWS_ACCESS_KEY_ID={KEY}\nAWS_SECRET_ACCESS_KEY={SECRET}\n"
INI = f"aws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\n"
SESSION = (
    f"export AWS_ACCESS_KEY_ID={TEMPORARY}\nexport AWS_SECRET_ACCESS_KEY={SECRET}\nexport AWS_SESSION_TOKEN={TOKEN}\n"
)
ROOT = f"arn:aws:iam::{ACCOUNT}:root"
USER = f"arn:aws:iam::{ACCOUNT}:user/alice"
ROLE = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/job"
AIDA, AROA = f"<id:AIDA:{ACCOUNT}>Q", f"<id:AROA:{ACCOUNT}>Q"
REDACTED = "AKIA" + "X" * 16
"""An ID that whoever published a log crossed out."""
COLUMNS = "Access key ID,Secret access key\r\n"

Owner = tuple[str, str | None, str | None, bool]
"""Type, name, account, and whether the evidence is at odds."""
ROOTS: Owner = ("root", None, ACCOUNT, False)
NOBODYS: Owner = ("unknown", None, ACCOUNT, False)
SOMEBODYS: Owner = ("temporary", None, ACCOUNT, False)
Files = Mapping[str, str | bytes]


def user(name: str | None, conflict: bool = False) -> Owner:
    return "iam-user", name, ACCOUNT, conflict


def role(name: str) -> Owner:
    return "role", name, ACCOUNT, False


def caller(arn: str, user_id: str, account: str = ACCOUNT, indent: int | None = 4) -> str:
    """What `sts get-caller-identity` prints."""
    return json.dumps({"UserId": user_id, "Account": account, "Arn": arn}, indent=indent) + "\n"


def identity(kind: str, arn: str, key: str | None, **more: Any) -> dict[str, Any]:
    """A `userIdentity` as CloudTrail writes it."""
    known = {"type": kind, "principalId": ACCOUNT if kind == "Root" else "AIDA<base32:17>", "arn": arn}
    return known | {"accountId": ACCOUNT} | ({"accessKeyId": key} if key else {}) | more


def event(who: Mapping[str, Any], name: str = "ListBuckets", **more: Any) -> dict[str, Any]:
    """A record of CloudTrail."""
    head = {"eventVersion": "1.09", "userIdentity": who, "eventTime": "2025-03-04T10:11:12Z"}
    rest = {
        "eventSource": "s3.amazonaws.com",
        "eventName": name,
        "awsRegion": "us-east-1",
        "sourceIPAddress": "203.0.113.7",
    }
    return head | rest | {"requestParameters": None, "responseElements": None} | more | {"recipientAccountId": ACCOUNT}


def trail(*records: Mapping[str, Any], indent: int | None = None) -> str:
    return json.dumps({"Records": records}, indent=indent)


def scanned(files: Files) -> tuple[Finding, ...]:
    """What a scan of the files reports as leaks."""
    contents = {path: content if isinstance(content, bytes) else fake(content) for path, content in files.items()}
    return merged([found for path, data in contents.items() for found in sighted(data, path)])


def owners(files: Files) -> dict[str, Owner]:
    """Whose each access key is that a scan reports, by the masked key ID."""
    return {part.masked: owner(finding) for finding in scanned(files) for part in finding.parts if part.role == "id"}


def owner(finding: Finding) -> Owner:
    whose = finding.principal
    return whose.type, whose.name, whose.account_id, whose.conflict


def masked(slot: str) -> str:
    """A made-up key ID as reports show it."""
    known = fake(slot).decode()
    return known[:4] + "*" * 12 + known[-4:]
