"""Names, settings and layouts that fit root's keys, and those that only look so: one file for each line of the facts."""

from __future__ import annotations

import pytest
from planted import ACCOUNT, COLUMNS, ENV, INI, KEY, NOBODYS, OTHER, ROOT, ROOTS, SECRET, TEMPORARY, Owner, owners, user

DEVICE = f"arn:aws:iam::{ACCOUNT}:mfa/root-account-mfa-device"
MFA_DELETE = (
    f"aws s3api put-bucket-versioning --bucket b --versioning-configuration MFADelete=Enabled --mfa '{DEVICE} 1'"
)
ROWS = '"eventname","arn","accesskeyid"\n"ListBuckets","{}","' + KEY + '"\n'
STACK = '{"Outputs": [{"OutputKey": "Id", "OutputValue": "%s"}]}\n' % KEY  # noqa: UP031 - braces

PLANTED: dict[str, tuple[dict[str, str], Owner]] = {
    "numbered download": ({"rootkey (1).csv": f"{COLUMNS}{KEY},{SECRET}\r\n"}, ROOTS),
    "profile": ({"credentials": f"[root]\n{INI}"}, ROOTS),
    "profile with the vendor's name": ({"credentials": f"[default]\nregion = x\n\n[aws-root]\n{INI}"}, ROOTS),
    "variables": ({".env": f"AWS_ROOT_ACCESS_KEY_ID={KEY}\nAWS_ROOT_SECRET_ACCESS_KEY={SECRET}\n"}, ROOTS),
    "variables in lower case": ({"a.py": f"root_access_key = '{KEY}'\nroot_secret_key = '{SECRET}'\n"}, ROOTS),
    "one word": ({"a.yml": f"rootkey: {KEY}\nrootsecret: {SECRET}\n"}, ROOTS),
    "object": ({"a.json": f'{{"accounts": {{"root": {{"id": "{KEY}", "secret": "{SECRET}"}}}}}}\n'}, ROOTS),
    "device": ({"config": f"[x]\n{INI}mfa_serial = {DEVICE}\n"}, ROOTS),
    "MFA Delete": ({"a.sh": f"{ENV}{MFA_DELETE}\n"}, ROOTS),
    "MFA Delete with its profile": ({"config": f"[boss]\n{INI}\n# {MFA_DELETE} --profile boss\n"}, ROOTS),
    "row of Athena": ({"rows.csv": ROWS.format(ROOT), "a.env": ENV}, ROOTS),
    "row of Athena, a user's": (
        {"rows.csv": ROWS.format(ROOT.replace("root", "user/al")), "a.env": ENV},
        user("al"),
    ),
    "output of a stack": ({"stacks.json": STACK, "a.env": ENV}, user(None)),
    "profile for MinIO": ({"credentials": f"[minio-root]\n{INI}"}, NOBODYS),
    "profile of a company": ({"credentials": f"[acme-root]\n{INI}"}, NOBODYS),
    "profile of a company, turned round": ({"credentials": f"[root-acme]\n{INI}"}, NOBODYS),
    "profile that denies it": ({"credentials": f"[non-root]\n{INI}"}, NOBODYS),
    "section beside it": ({"credentials": f"[root]\nregion = x\n[dev]\n{INI}"}, NOBODYS),
    "root of npm": (
        {"a.json": f'{{"root": true, "env": {{"AWS_ACCESS_KEY_ID": "{KEY}", "AWS_SECRET_ACCESS_KEY": "{SECRET}"}}}}'},
        NOBODYS,
    ),
    "root of webpack": (
        {"a.js": f"resolve = {{root: __dirname}}\nconst accessKeyId = '{KEY}', secretAccessKey = '{SECRET}'\n"},
        NOBODYS,
    ),
    "device of a user": (
        {"config": f"[x]\n{INI}mfa_serial = {DEVICE.replace('root-account-mfa-device', 'al')}\n"},
        user(None),
    ),
    "resource of Athena's row": ({"rows.csv": ROWS.format(ROOT).replace('"arn"', '"resource"'), "a.env": ENV}, NOBODYS),
    "number of another account": ({"config": f"[x]\n{INI}aws_account_id = {OTHER}\n"}, NOBODYS),
    "shell as root": ({"a.log": f"root@ip-10-0-0-1:~# export AWS_ACCESS_KEY_ID={KEY}\n"}, NOBODYS),
}


@pytest.mark.parametrize(("files", "expected"), PLANTED.values(), ids=PLANTED)
def test_whose_a_planted_key_is(files: dict[str, str], expected: Owner) -> None:
    assert set(owners(files).values()) == {expected}


@pytest.mark.parametrize("path", ["rootkey.csv", "rootkey (1).csv", "rootkey-acme.csv"])
def test_a_temporary_key_in_roots_file_is_no_roots(path: str) -> None:
    ((whose, *_),) = owners({path: f"{COLUMNS}{TEMPORARY},{SECRET}\r\n"}).values()
    assert whose == "temporary"
