"""Service-specific credentials of IAM users, for CodeCommit over HTTPS and for Keyspaces: a user name and a password."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._checks import entropy
from patterns._encoded import service_user, unbased, unquoted
from patterns._names import is_foreign, name_of
from patterns._pattern import Anchor, Found, Pattern

LEFT = 100
"""Bytes that the name of the user may take, percent signs included."""
AROUND = 400
LINES = 5


def credential(match: Match[bytes]) -> Iterator[Found]:
    """The user name with the nearest password, which is 32 random bytes in base64."""
    data = match.string
    start = _user(data, match.start())
    user = unquoted(data[start : match.end()])
    told, span = service_user(user), _password_beside(data, start, match.end())
    if told and span:
        password = unquoted(data[slice(*span)])
        yield Found((("password", *span, password), ("user", start, match.end(), user)), told=told)


def _user(data: bytes, end: int) -> int:
    """Where the name begins that ends there, the sign of a diff before its line left out."""
    found = _name().search(data[max(0, end - LEFT) : end])
    return end - len(found["user"]) if found else end


def _password_beside(data: bytes, start: int, end: int) -> tuple[int, int] | None:
    low, high = _reach(data, start, end)
    spans = [found.span() for found in _password().finditer(data, low, high)]
    usable = [span for span in spans if _is_password(data, *span)]
    return min(usable, key=lambda span: span[0] - end if span[0] >= end else start - span[1], default=None)


def _reach(data: bytes, start: int, end: int) -> tuple[int, int]:
    """A few lines to either side, as far as no other user name stands there."""
    before = data[max(0, start - AROUND) : start].split(b"\n")[-LINES:]
    after = data[end : end + AROUND].split(b"\n")[:LINES]
    left = _other().split(b"\n".join(before))[-1]
    return start - len(left), end + len(_other().split(b"\n".join(after))[0])


def _is_password(data: bytes, start: int, end: int) -> bool:
    value, name = unquoted(data[start:end]), name_of(data, start).rpartition(b" ")[2]
    foreign = b"-at-" not in name and is_foreign(name)
    return len(unbased(value)) == 32 and entropy(value) >= 4.2 and not foreign


@functools.cache
def _name() -> re.Pattern[bytes]:
    return re.compile(rb"(?:(?<=\n)[+\-])?(?P<user>[\w+.@%\-]+)\Z")


@functools.cache
def _other() -> re.Pattern[bytes]:
    return re.compile(rb"-at-\d{12}")


@functools.cache
def _password() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9/%])(?<![^\n]\+)(?:[A-Za-z0-9+/]|%2[BbFf]){43}(?:=|%3[Dd])(?![A-Za-z0-9+/=])")


PATTERN = Pattern(
    id="aws-service-specific-credential",
    title="Service-specific credential",
    kind="service-specific-credential",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html",
    anchors=(Anchor(b"-at-", after=16, expression=rb"-at-[0-9]{12}"),),
    regex=rb"-at-\d{12}(?:(?:\+|%2[Bb])\d{1,3})?(?!\d)",
    longest=32,
    refine=credential,
    examples={
        "URL of a repository": (
            "https://alice-at-123456789013:<b64:43>%3D@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n"
        ),
        "answer of IAM": (
            '{"ServiceSpecificCredential": {"ServiceName": "codecommit.amazonaws.com", "ServiceUserName": '
            '"alice-at-123456789013", "ServicePassword": "<b64:43>="}}'
        ),
        "download": "User Name,Password\r\nalice-at-123456789013,<b64:43>=\r\n",
        "second credential, for Keyspaces": "username = alice+1-at-123456789013\npassword = <b64:43>=\n",
        "password first": 'PlainTextAuthProvider(password="<b64:43>=", username="al.b-at-123456789013")\n',
    },
    counterexamples={
        "user alone": "git config credential.username alice-at-123456789013\n",
        "one character short": "alice-at-123456789013,<b64:42>=\n",
        "one character too long": "alice-at-123456789013,<b64:44>=\n",
        "password alone": "password = <b64:43>=\n",
        "a digest beside it": "user = alice-at-123456789013\nsha256 = <b64:43>=\n",
        "a digest on its line": "alice-at-123456789013 checksum=<b64:43>=\n",
        "a digest in an attribute": "look-at-123456789013.png integrity sha256-<b64:43>=\n",
        "far from the user": "alice-at-123456789013\n\n\n\n\n\n\npassword = <b64:43>=\n",
        "no account": "alice-at-acme,<b64:43>=\n",
        "account of thirteen digits": "alice-at-1234567890133,<b64:43>=\n",
    },
)
