"""What is told of an access key counts for everything that its ID is in, in whatever file, and for nothing else."""

from __future__ import annotations

import json

import pytest
from planted import ACCOUNT, ENV, KEY, ROOT, TEMPORARY, USER, Owner, event, identity, owner, role, scanned, trail, user

SIGNED = (
    "https://bucket.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={key}%2F20991231%2Fus-east-1%2Fs3%2F"
    "aws4_request&X-Amz-Date=20991231T000000Z&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>\n"
)
LISTED = json.dumps({"AccessKeyMetadata": [{"UserName": "alice", "AccessKeyId": KEY, "Status": "Active"}]})
ROLE = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/job"

TOLD: dict[str, tuple[str, dict[str, str], Owner, str]] = {
    "nothing": (KEY, {"a.env": ENV}, ("unknown", None, ACCOUNT, False), "presigned-url"),
    "something of another key": (
        KEY,
        {"t.json": trail(event(identity("Root", ROOT, f"<id:AKIA:{ACCOUNT}#2>")))},
        ("unknown", None, ACCOUNT, False),
        "presigned-url",
    ),
    "a user's, by a list": (KEY, {"k.json": LISTED}, user("alice"), "presigned-url"),
    "root's, by its download": (
        KEY,
        {
            "rootkey.csv": ENV.replace("AWS_ACCESS_KEY_ID", "AWSAccessKeyId").replace(
                "AWS_SECRET_ACCESS_KEY", "AWSSecretKey"
            )
        },
        ("root", None, ACCOUNT, False),
        "root-presigned-url",
    ),
    "root's session, by an event": (
        TEMPORARY,
        {"t.json": trail(event(identity("Root", ROOT, TEMPORARY)))},
        ("root", None, ACCOUNT, False),
        "root-presigned-url-of-session",
    ),
    "a role's session, by an event": (
        TEMPORARY,
        {"t.json": trail(event(identity("AssumedRole", ROLE, TEMPORARY)))},
        role("deploy"),
        "presigned-url-of-session",
    ),
    "a user's session, by an event": (
        TEMPORARY,
        {"t.json": trail(event(identity("IAMUser", USER, TEMPORARY, userName="alice")))},
        user("alice"),
        "presigned-url-of-session",
    ),
}


@pytest.mark.parametrize(("key", "files", "expected", "playbook"), TOLD.values(), ids=TOLD)
def test_whose_key_signed_a_url(key: str, files: dict[str, str], expected: Owner, playbook: str) -> None:
    (finding,) = [
        item for item in scanned({"link.txt": SIGNED.format(key=key), **files}) if item.kind == "presigned-url"
    ]
    assert owner(finding) == expected
    assert finding.remediation.playbook == playbook


def test_an_id_with_two_secrets_has_one_owner() -> None:
    found = scanned({"a.env": ENV, "b.env": ENV.replace("<secret>", "<secret#2>") + f"# {USER}\n"})
    assert [owner(finding) for finding in found] == [user("alice"), user("alice")]
