"""`aws login` (AWS CLI since end of 2025): whose console session it made credentials from."""

from __future__ import annotations

import binascii
import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import not_long_term
from patterns.principals._text import ROOT_ARN, SESSION_ARN, USER_ARN, field, named

PAGE = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html"
PAYLOAD = named(rb"id_?Token") + rb"[\w\-]{2,4000}\.(?P<payload>[\w\-]{20,8000})\.[\w\-]{0,4000}"
ROOT_PAYLOAD = "eyJzdWIiOiJhcm46YXdzOmlhbTo6MTIzNDU2Nzg5MDEzOnJvb3QifQ"
USER_PAYLOAD = "eyJzdWIiOiJhcm46YXdzOmlhbTo6MTIzNDU2Nzg5MDEzOnVzZXIvYWxpY2UifQ"
ROLE_PAYLOAD = "eyJzdWIiOiJhcm46YXdzOnN0czo6MTIzNDU2Nzg5MDEzOmFzc3VtZWQtcm9sZS9kZXBsb3kvbWUifQ"
OTHER_PAYLOAD = "eyJzdWIiOiJhcm46YXdzOmlhbTo6MTIzNDU2Nzg5MDE0OnJvb3QifQ"
KEYS = (
    '"accessToken": {"accessKeyId": "<id:ASIA:123456789013>", "secretAccessKey": "<secret>",'
    ' "sessionToken": "<token:123456789013>", "accountId": "123456789013"}'
)
SECTION = "aws_access_key_id = <id:ASIA:123456789013>\naws_secret_access_key = <secret>\n"


def of_root(match: Match[bytes] | None, subject: Subject) -> bool | Match[bytes]:
    """The subject of the identity token is the root user of the credential's account."""
    return _whose(match, subject, b"root")


def of_user(match: Match[bytes] | None, subject: Subject) -> bool | Match[bytes]:
    """The subject of the identity token is an IAM user of the credential's account."""
    return _whose(match, subject, b"user")


def of_role(match: Match[bytes] | None, subject: Subject) -> bool | Match[bytes]:
    """The subject of the identity token is a session of a role of the credential's account."""
    return _whose(match, subject, b"assumed-role")


def _whose(match: Match[bytes] | None, subject: Subject, kind: bytes) -> bool | Match[bytes]:
    found = _sub().search(_decoded(match["payload"])) if match and not_long_term(match, subject) else None
    if not found or found["kind"] != kind or (subject.account and found["account"].decode() != subject.account):
        return False
    return found


def _decoded(payload: bytes) -> bytes:
    plain = payload.replace(b"-", b"+").replace(b"_", b"/")
    try:
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    except binascii.Error:
        return b""


@functools.cache
def _sub() -> re.Pattern[bytes]:
    return re.compile(
        rb'"sub"\s*:\s*"arn:aws[a-z\-]*:(?:iam|sts)::(?P<account>\d{12}):(?P<kind>root|user|assumed-role)'
        rb'(?:"|/(?:(?<=user/)(?:[^"/]{1,128}/){0,8})?(?P<name>[\w+=,.@\-]{1,64})["/])'
    )


def cache(payload: str) -> str:
    return (
        "{"
        + KEYS
        + f', "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4", "idToken": "eyJhIjoxfQ.{payload}.c2ln"}}'
    )


SIGNALS = (
    Signal(
        id="login-session-root",
        says="root",
        strength="strong",
        scope="record",
        detail="The profile signs in as the account's root user.",
        reference=PAGE,
        needs=(b"login_session",),
        in_line=True,
        regex=field(rb"login_session", ROOT_ARN),
        examples={
            "profile": "[default]\nlogin_session = arn:aws:iam::123456789013:root\n" + SECTION,
            "below the keys": "[prod]\n" + SECTION + "login_session=arn:aws:iam::123456789013:root\n",
            "another partition": "[cn]\nlogin_session = arn:aws-cn:iam::123456789013:root\n" + SECTION,
        },
        counterexamples={
            "the next profile": "[a]\n" + SECTION + "[b]\nlogin_session = arn:aws:iam::123456789013:root\n",
            "a user": "[a]\nlogin_session = arn:aws:iam::123456789013:user/root\n" + SECTION,
            "another account": "[a]\nlogin_session = arn:aws:iam::123456789014:root\n" + SECTION,
        },
    ),
    Signal(
        id="login-session-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The profile signs in as the IAM user {name}.",
        reference=PAGE,
        needs=(b"login_session",),
        in_line=True,
        regex=field(rb"login_session", USER_ARN),
        examples={
            "profile": "[default]\nlogin_session = arn:aws:iam::123456789013:user/alice\n" + SECTION,
            "user named root": "[default]\nlogin_session = arn:aws:iam::123456789013:user/root\n" + SECTION,
            "below the keys": "[prod]\n" + SECTION + "login_session=arn:aws:iam::123456789013:user/ops/bob\n",
        },
        counterexamples={
            "the next profile": "[a]\n" + SECTION + "[b]\nlogin_session = arn:aws:iam::123456789013:user/alice\n",
            "root": "[a]\nlogin_session = arn:aws:iam::123456789013:root\n" + SECTION,
            "another account": "[a]\nlogin_session = arn:aws:iam::123456789014:user/alice\n" + SECTION,
        },
    ),
    Signal(
        id="login-session-role",
        says="role",
        strength="strong",
        scope="record",
        detail="The profile signs in as a session of the role {name}.",
        reference=PAGE,
        needs=(b"login_session",),
        in_line=True,
        regex=field(rb"login_session", SESSION_ARN),
        accept=not_long_term,
        examples={
            "profile": "[a]\nlogin_session = arn:aws:sts::123456789013:assumed-role/admin/al\n" + SECTION,
            "below the keys": "[a]\n" + SECTION + "login_session=arn:aws:sts::123456789013:assumed-role/admin/al\n",
            "spaces left out": "[a]\nlogin_session=arn:aws:sts::123456789013:assumed-role/ci/x1\n" + SECTION,
        },
        counterexamples={
            "a user": "[a]\nlogin_session = arn:aws:iam::123456789013:user/admin\n" + SECTION,
            "long-term key": "[a]\nlogin_session = arn:aws:sts::123456789013:assumed-role/a/al\naws_access_key_id = <id>\n",
            "the next profile": "[a]\n"
            + SECTION
            + "[b]\nlogin_session = arn:aws:sts::123456789013:assumed-role/a/b1\n",
        },
    ),
    Signal(
        id="login-token-root",
        says="root",
        strength="strong",
        scope="record",
        detail="The identity token beside it was issued to the account's root user.",
        reference=PAGE,
        needs=(b"idtoken", b"id_token"),
        in_line=True,
        regex=PAYLOAD,
        accept=of_root,
        examples={
            "login cache": cache(ROOT_PAYLOAD),
            "pretty": cache(ROOT_PAYLOAD).replace(", ", ",\n  "),
            "escaped": cache(ROOT_PAYLOAD).replace('"', '\\"'),
        },
        counterexamples={
            "a user": cache(USER_PAYLOAD),
            "another account's root": cache(OTHER_PAYLOAD),
            "no token": "{" + KEYS + "}",
        },
    ),
    Signal(
        id="login-token-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The identity token beside it was issued to an IAM user.",
        reference=PAGE,
        needs=(b"idtoken", b"id_token"),
        in_line=True,
        regex=PAYLOAD,
        accept=of_user,
        examples={
            "login cache": cache(USER_PAYLOAD),
            "pretty": cache(USER_PAYLOAD).replace(", ", ",\n  "),
            "escaped": cache(USER_PAYLOAD).replace('"', '\\"'),
        },
        counterexamples={
            "root": cache(ROOT_PAYLOAD),
            "not base64": cache("eyJzdWIiOiJhcm46YXdzOmlhbTo6MTIz"),
            "no token": "{" + KEYS + "}",
        },
    ),
    Signal(
        id="login-token-role",
        says="role",
        strength="strong",
        scope="record",
        detail="The identity token beside it was issued to a session of a role.",
        reference=PAGE,
        needs=(b"idtoken", b"id_token"),
        in_line=True,
        regex=PAYLOAD,
        accept=of_role,
        examples={
            "login cache": cache(ROLE_PAYLOAD),
            "pretty": cache(ROLE_PAYLOAD).replace(", ", ",\n  "),
            "escaped": cache(ROLE_PAYLOAD).replace('"', '\\"'),
        },
        counterexamples={
            "root": cache(ROOT_PAYLOAD),
            "a user": cache(USER_PAYLOAD),
            "another account's root": cache(OTHER_PAYLOAD),
        },
    ),
)
