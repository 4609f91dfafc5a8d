"""Planted temporary credentials: whose session it is, where AWS's own words tell, and `temporary` where they do not."""

from __future__ import annotations

import json

import pytest
from judged import findings
from planted import (
    ACCOUNT,
    AROA,
    COLUMNS,
    ROLE,
    ROOT,
    SECRET,
    SESSION,
    SOMEBODYS,
    TEMPORARY,
    TOKEN,
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

CREDENTIALS = {
    "AccessKeyId": TEMPORARY,
    "SecretAccessKey": SECRET,
    "SessionToken": TOKEN,
    "Expiration": "2099-01-01T00:00:00Z",
}
ANSWER = {"Credentials": CREDENTIALS}
OF_ROLE = {"AssumedRoleUser": {"AssumedRoleId": f"{AROA}:job", "Arn": ROLE}}
BOB = f"arn:aws:sts::{ACCOUNT}:federated-user/bob"
OF_BOB = {"FederatedUser": {"FederatedUserId": f"{ACCOUNT}:bob", "Arn": BOB}}
BOBS: Owner = ("federated-user", "bob", ACCOUNT, False)
METADATA = {
    "Code": "Success", "LastUpdated": "2024-01-01T00:00:00Z", "Type": "AWS-HMAC", "AccessKeyId": TEMPORARY,
    "SecretAccessKey": SECRET, "Token": TOKEN, "Expiration": "2099-01-01T00:00:00Z",
}  # fmt: skip
PROFILE = {
    "Code": "Success",
    "InstanceProfileArn": f"arn:aws:iam::{ACCOUNT}:instance-profile/web",
    "InstanceProfileId": "AIPA<base32:17>",
}
URL = "http://169.254.169.254/latest/meta-data/iam/security-credentials/"
CACHE = ".aws/cli/cache/0123456789abcdef0123456789abcdef01234567.json"
PERMISSIONS = "AWSReservedSSO_AdministratorAccess_0123456789abcdef"
ISSUER = {
    "sessionIssuer": {
        "type": "Role",
        "arn": f"arn:aws:iam::{ACCOUNT}:role/deploy",
        "accountId": ACCOUNT,
        "userName": "deploy",
    }
}
TEXT = f"CREDENTIALS\t{TEMPORARY}\t2099-01-01T00:00:00+00:00\t{SECRET}\t{TOKEN}\n"
INI = f"aws_access_key_id={TEMPORARY}\naws_secret_access_key={SECRET}\naws_session_token={TOKEN}\n"

SESSIONS: dict[str, tuple[Files, Owner]] = {
    "assume-role": ({"s.json": json.dumps(ANSWER | OF_ROLE, indent=4)}, role("deploy")),
    "assume-role, minified": ({"s.json": json.dumps(ANSWER | OF_ROLE, separators=(",", ":"))}, role("deploy")),
    "assume-role with a source identity": ({"s.json": json.dumps(ANSWER | OF_ROLE | {"SourceIdentity": "al"})}, role("deploy")),
    "assume-role as text": ({"s.txt": f"ASSUMEDROLEUSER\t{ROLE}\t{AROA}:job\n{TEXT}"}, role("deploy")),
    "assume-role as XML": (
        {"s.xml": f"<AssumedRoleUser><AssumedRoleId>{AROA}:job</AssumedRoleId><Arn>{ROLE}</Arn></AssumedRoleUser><Credentials>"
         f"<AccessKeyId>{TEMPORARY}</AccessKeyId><SecretAccessKey>{SECRET}</SecretAccessKey></Credentials>"}, role("deploy"),
    ),
    "cache of the CLI": ({CACHE: json.dumps(ANSWER | OF_ROLE)}, role("deploy")),
    "cache of the CLI, by Identity Center": ({CACHE: json.dumps({"ProviderType": "sso"} | ANSWER)}, SOMEBODYS),
    "get-session-token": ({"s.json": json.dumps(ANSWER, indent=4)}, SOMEBODYS),
    "get-federation-token": ({"s.json": json.dumps(ANSWER | OF_BOB, indent=4)}, BOBS),
    "get-federation-token as text": ({"s.txt": f"{TEXT}FEDERATEDUSER\t{BOB}\t{ACCOUNT}:bob\n"}, BOBS),
    "metadata of an instance": ({"s.json": json.dumps(METADATA, indent=2)}, SOMEBODYS),
    "metadata, with its address": ({"s.txt": f"$ curl {URL}web\n{json.dumps(METADATA)}"}, role("web")),
    "metadata, with the instance's profile": (
        {"s.txt": f"$ curl 169.254.169.254/latest/meta-data/iam/info\n{json.dumps(PROFILE, indent=2)}\n$ curl {URL}\nweb\n"
         f"$ curl {URL}web\n{json.dumps(METADATA, indent=2)}"}, role("web"),
    ),
    "container": (
        {"s.json": json.dumps({"RoleArn": f"arn:aws:iam::{ACCOUNT}:role/task", **{n: METADATA[n] for n in ("AccessKeyId", "SecretAccessKey", "Token")}})},
        role("task"),
    ),
    "environment of a function": ({"env.txt": f"AWS_LAMBDA_FUNCTION_NAME=thumb\nAWS_REGION=us-east-1\n{SESSION}_HANDLER=a.b\n"}, SOMEBODYS),
    "credential process": ({"s.json": json.dumps({"Version": 1, "AccountId": ACCOUNT} | CREDENTIALS)}, SOMEBODYS),
    "section of the access portal": ({"c.txt": f"[{ACCOUNT}_ReadOnly]\n{INI}"}, role("ReadOnly")),
    "caller, a role": ({"x.log": SESSION + caller(ROLE, f"{AROA}:job")}, role("deploy")),
    "caller, Identity Center": (
        {"x.log": SESSION + caller(f"arn:aws:sts::{ACCOUNT}:assumed-role/{PERMISSIONS}/al@acme.io", f"{AROA}:al@acme.io")}, role(PERMISSIONS),
    ),
    "caller, a user": ({"x.log": SESSION + caller(USER, "AIDA<base32:17>")}, user("alice")),
    "event in another file": (
        {".env": SESSION, "t.json": trail(event(identity("AssumedRole", ROLE, TEMPORARY, sessionContext=ISSUER)))}, role("deploy"),
    ),
    "event, of a federated user": ({".env": SESSION, "t.json": trail(event(identity("FederatedUser", BOB, TEMPORARY)))}, BOBS),
    "call that was denied": ({"x.log": f"{SESSION}AccessDenied: User: {ROLE} is not authorized to perform: s3:GetObject\n"}, role("deploy")),
    "download named as root's": ({"rootkey.csv": f"{COLUMNS}{TEMPORARY},{SECRET}\n"}, SOMEBODYS),
    "profile named for root": ({"credentials": f"[root]\n{INI}"}, SOMEBODYS),
    "remark on root": ({"x.env": f"# root access key\n{SESSION}"}, SOMEBODYS),
    "policy that trusts the account": ({"x.env": f'{SESSION}{{"Principal": {{"AWS": "{ROOT}"}}}}\n'}, SOMEBODYS),
    "event of another session": (
        {".env": SESSION, "t.json": trail(event(identity("AssumedRole", ROLE, "ASIA" + "X" * 16, sessionContext=ISSUER)))}, SOMEBODYS,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), SESSIONS.values(), ids=SESSIONS)
def test_whose_session_it_is(files: Files, expected: Owner) -> None:
    assert owners(files)[masked(TEMPORARY)] == expected


def test_a_session_that_has_ended_has_ended_also_where_its_id_stands_alone() -> None:
    ended = json.dumps({"Credentials": CREDENTIALS | {"Expiration": "2020-01-01T00:00:00Z"}})
    (found,) = findings(ended, f"\n\naccessKeyId: {TEMPORARY}\n")
    assert (found.severity, found.tags, len(found.occurrences)) == ("low", ("expired",), 2)


@pytest.mark.parametrize(
    ("ends", "severity"), [("2023-02-02T10:00:00+01:00", "low"), ("2099-02-02T10:00:00+01:00", "critical")]
)
def test_when_a_session_ends_is_read_behind_its_token_under_an_older_name(ends: str, severity: str) -> None:
    text = (
        f"[saml]\naws_access_key_id = {TEMPORARY}\naws_secret_access_key = {SECRET}\naws_session_token = {TOKEN}\n"
        f"aws_security_token = {TOKEN}\nx_security_token_expires = {ends}\n"
    )
    [found] = findings(text)
    assert found.severity == severity
