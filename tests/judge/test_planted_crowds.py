"""Planted crowds: what is said of one key never bleeds over to another."""

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
    NOBODYS,
    OTHER,
    REDACTED,
    ROOT,
    ROOTS,
    SECRET,
    TEMPORARY,
    USER,
    Files,
    Owner,
    caller,
    event,
    identity,
    masked,
    owners,
    role,
    trail,
    user,
)  # fmt: skip

TEN = range(10)


def key(number: int, account: str = ACCOUNT) -> str:
    return f"<id:AKIA:{account}#{number}>"


def pair(number: int) -> str:
    return f"aws_access_key_id = {key(number)}\naws_secret_access_key = <secret#{number}>\n"


def made(number: int) -> dict[str, object]:
    return {
        "UserName": f"user{number}",
        "AccessKeyId": key(number),
        "Status": "Active",
        "SecretAccessKey": f"<secret#{number}>",
    }


def attributes(number: int) -> dict[str, object]:
    return {
        "index_key": number,
        "attributes": {"id": key(number), "secret": f"<secret#{number}>", "user": f"user{number}"},
    }


def arn(number: int) -> str:
    return f"arn:aws:iam::{ACCOUNT}:user/user{number}"


PROFILES = f"[boss]\n{INI}\n[other]\n{pair(1)}\n"


TEN_USERS: dict[str, str] = {
    "a table": "User name,Password,Access key ID,Secret access key,Console login link\n" + "".join(
        f"user{n},,{key(n)},<secret#{n}>,https://{ACCOUNT}.signin.aws.amazon.com/console\n" for n in TEN
    ),
    "answers, one after the other": "".join(json.dumps({"AccessKey": made(n)}, indent=4) + "\n" for n in TEN),
    "a minified list": json.dumps([made(n) for n in TEN], separators=(",", ":")),
    "profiles with an ARN above": "".join(f"[p{n}]\n# {arn(n)}\n{pair(n)}\n" for n in TEN),
    "profiles with an ARN below": "".join(f"[p{n}]\n{pair(n)}# {arn(n)}\n\n" for n in TEN),
    "items of YAML": "users:\n" + "".join(
        f"  - user_arn: {arn(n)}\n    access_key_id: {key(n)}\n    secret_access_key: <secret#{n}>\n" for n in TEN
    ),
    "Terraform's state": json.dumps(
        {"resources": [{"type": "aws_iam_access_key", "instances": [attributes(n) for n in TEN]}]}, indent=2
    ),
    "events": trail(*(event(identity("IAMUser", arn(n), key(n), userName=f"user{n}")) for n in TEN), indent=2),
    "calls and their answers": "".join(
        f"$ export AWS_ACCESS_KEY_ID={key(n)} AWS_SECRET_ACCESS_KEY=<secret#{n}>\n$ aws sts get-caller-identity\n"
        f"{caller(arn(n), 'AIDA<base32:17>')}" for n in TEN
    ),
}  # fmt: skip


@pytest.mark.parametrize("content", TEN_USERS.values(), ids=TEN_USERS)
def test_ten_users_in_one_file(content: str) -> None:
    assert owners({"x.txt": content}) == {masked(key(n)): user(f"user{n}") for n in TEN}


BESIDE: dict[str, tuple[Files, dict[str, Owner]]] = {
    "root's profile between two": (
        {"credentials": f"[ci]\n{pair(1)}\n[root]\n{pair(2)}\n[dev]\n{pair(3)}"}, {key(1): NOBODYS, key(2): ROOTS, key(3): NOBODYS},
    ),
    "a remark on the one above": (
        {"x.env": f"# AWS root access key\n{pair(1)}\n\n# deploys\n{pair(2)}"}, {key(1): ROOTS, key(2): NOBODYS},
    ),
    "root's download, and notes on another": (
        {"rootkey.csv": f"{COLUMNS}{KEY},{SECRET}\n", "a.env": pair(1)}, {KEY: ROOTS, key(1): NOBODYS},
    ),
    "events of three": (
        {"t.json": trail(
            event(identity("Root", ROOT, KEY)), event(identity("IAMUser", USER, key(1), userName="alice")),
            event(identity("AssumedRole", f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/job", TEMPORARY)),
        )},
        {KEY: ROOTS, key(1): user("alice"), TEMPORARY: role("deploy")},
    ),
    "events whose keys are taken out": (
        {"t.json": trail(
            event(identity("Root", ROOT, REDACTED)), event(identity("Root", ROOT, None), "ConsoleLogin"),
            event(identity("IAMUser", USER, key(1), userName="alice")), event(identity("Root", ROOT, None), "ConsoleLogin"),
        )},
        {key(1): user("alice")},
    ),
    "the caller of a profile": (
        {"s.log": PROFILES + f"$ aws sts get-caller-identity --profile boss\n{caller(ROOT, ACCOUNT)}"},
        {KEY: ROOTS, key(1): NOBODYS},
    ),
    "the callers of two profiles": (
        {"s.log": (
            PROFILES + f"$ aws sts get-caller-identity --profile boss\n{caller(ROOT, ACCOUNT)}"
            f"$ AWS_PROFILE=other aws sts get-caller-identity\n{caller(USER, AIDA)}"
        )},
        {KEY: ROOTS, key(1): user("alice")},
    ),
    "the caller of the profile that none need name": (
        {"s.log": PROFILES.replace("boss", "default") + f"$ aws sts get-caller-identity\n{caller(ROOT, ACCOUNT)}"},
        {KEY: ROOTS, key(1): NOBODYS},
    ),
    "the caller of a profile that is kept elsewhere": (
        {"s.log": f"{ENV}$ aws sts get-caller-identity --profile boss\n{caller(ROOT, ACCOUNT)}"}, {KEY: NOBODYS},
    ),
    "the caller of a profile that is filled here": (
        {"s.sh": (
            f"aws configure set aws_access_key_id {KEY} --profile boss\n"
            f"aws sts get-caller-identity --profile boss\n{caller(ROOT, ACCOUNT)}"
        )},
        {KEY: ROOTS},
    ),
    "two accounts, each with its caller": (
        {"x.yml": (
            f"prod:\n  AWS_ACCESS_KEY_ID: {KEY}\n  AWS_SECRET_ACCESS_KEY: <secret>\n  caller: {caller(ROOT, ACCOUNT, indent=None)}"
            f"dev:\n  AWS_ACCESS_KEY_ID: {key(2, OTHER)}\n  AWS_SECRET_ACCESS_KEY: <secret#2>\n"
            f"  caller: {caller(f'arn:aws:iam::{OTHER}:user/bob', 'AIDA<base32:17>', OTHER, None)}"
        )},
        {KEY: ROOTS, key(2, OTHER): ("iam-user", "bob", OTHER, False)},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), BESIDE.values(), ids=BESIDE)
def test_evidence_stays_with_its_key(files: Files, expected: dict[str, Owner]) -> None:
    assert owners(files) == {masked(slot): owner for slot, owner in expected.items()}
