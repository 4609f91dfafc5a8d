"""Tokens of IAM Identity Center, as the AWS CLI and SDKs keep them in `~/.aws/sso/cache`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._checks import entropy
from patterns._encoded import epoch
from patterns._fields import Span, enclosing, field
from patterns._pattern import Anchor, Found, PartSpan, Pattern, Role, Told

FIELDS: tuple[tuple[bytes, Role], ...] = (
    (b"accessToken", "token"),
    (b"refreshToken", "token"),
    (b"clientSecret", "secret"),
)
SECRET = rb"eyJ[\w\-]{10,120}\.eyJzZXJpYWxpemVkIjoi[\w\-]{40,6000}\.[\w\-]{20,200}"
"""A client secret: a JSON web token whose payload has one member, `serialized`."""


def tokens(match: Match[bytes]) -> Iterator[Found]:
    """All tokens of the object around what is Identity Center's for sure; or that value, outside of such an object."""
    role: Role | None = "token" if match["token"] else "secret" if match["secret"] else None
    if role and not _is_field(match):
        yield Found(((role, *match.span(role)),))
        return
    data, span = match.string, enclosing(match.string, match.start())
    if _first(data, span) == match.start():
        parts: list[PartSpan] = [(role, *at) for name, role in FIELDS if (at := _token(data, span, name))]
        if parts:
            yield Found(tuple(parts), told=Told(expires=_expires(data, span)))


def _is_field(match: Match[bytes]) -> bool:
    left = match.string[max(0, match.start() - 40) : match.start()]
    return any(name in left and left.endswith((b'"', b"'")) for name, _ in FIELDS)


def _token(data: bytes, span: Span, name: bytes) -> Span | None:
    found = field(data, span, name)
    value = data[slice(*found)] if found else b""
    return found if re.fullmatch(rb"[\w\-.:+/=]{24,8000}", value) and entropy(value) >= 4 else None


def _first(data: bytes, span: Span) -> int:
    """Where in the object the first thing stands that is Identity Center's, so that its tokens are told once."""
    found = _evidence().search(data, *span)
    return found.start() if found else -1


def _expires(data: bytes, span: Span) -> int | None:
    """The end of the access token; of a session that can be renewed, the end of the client's registration."""
    renewable = _token(data, span, b"refreshToken") or not _token(data, span, b"accessToken")
    end = field(data, span, b"registrationExpiresAt") if renewable else field(data, span, b"expiresAt")
    if end is None and renewable and not _token(data, span, b"refreshToken"):
        end = field(data, span, b"expiresAt")  # the file of a registration
    return epoch(data[slice(*end)]) if end else None


@functools.cache
def _evidence() -> re.Pattern[bytes]:
    return re.compile(PATTERN.regex)


PATTERN = Pattern(
    id="aws-sso-token",
    title="IAM Identity Center token",
    kind="sso-token",
    reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/howtogetcredentials.html",
    anchors=(
        Anchor(b"startUrl", before=4, after=64, expression=rb"startUrl.{1,20}https:"),
        Anchor(b"aoaAAAAA", after=32, expression=rb"aoaAAAAA[A-Za-z0-9_-]{20}"),
        Anchor(b"aorAAAAA", after=32, expression=rb"aorAAAAA[A-Za-z0-9_-]{20}"),
        Anchor(b".eyJzZXJpYWxpemVkIjoi", before=130, after=32),
    ),
    regex=(
        rb"[\"']startUrl\\{0,3}[\"']\s{0,8}:\s{0,8}\\{0,3}[\"']https:[\\/]{2,8}[\w.\-]{1,100}(?:awsapps|\.app\.aws|amazonaws)"
        rb"|(?<![\w\-+/.])(?P<token>ao[ar]AAAAA[\w\-]{20,400}:[A-Za-z0-9+/]{40,400}={0,2})"
        rb"|(?<![\w\-+/.])(?P<secret>" + SECRET + rb")"
    ),
    longest=8192,
    refine=tokens,
    examples={
        "cache": (
            '{"startUrl": "https://d-9067000000.awsapps.com/start", "region": "us-east-1", "accessToken": '
            '"aoaAAAAA<url64:80>:<b64:130>", "expiresAt": "2099-01-01T00:00:00Z"}'
        ),
        "cache that can be renewed": (
            '{\n  "startUrl": "https://acme.awsapps.com/start",\n  "accessToken": "<url64:400>",\n  "expiresAt": '
            '"2020-01-01T00:00:00Z",\n  "clientId": "<url64:22>",\n  "clientSecret": "<url64:60>.<url64:200>.<url64:64>",'
            '\n  "registrationExpiresAt": "2099-01-01T00:00:00Z",\n  "refreshToken": "aorAAAAA<url64:80>:<b64:130>"\n}\n'
        ),
        "registration": (
            '{"clientId": "<url64:22>", "clientSecret": "eyJraWQiOiJrZXktMSJ9.eyJzZXJpYWxpemVkIjoi<url64:300>.<url64:64>", '
            '"expiresAt": "2099-01-01T00:00:00Z"}'
        ),
        "token alone": "x-amz-sso_bearer_token: aoaAAAAA<url64:80>:<b64:130>\n",
    },
    counterexamples={
        "settings": "[profile x]\nsso_start_url = https://acme.awsapps.com/start\nsso_region = us-east-1\n",
        "no token": '{"startUrl": "https://acme.awsapps.com/start", "region": "us-east-1"}',
        "tokens of a test": '{"startUrl": "https://x.awsapps.com/start", "accessToken": "ARealToken"}',
        "tokens of something else": '{"accessToken": "<url64:200>", "refreshToken": "<url64:200#2>"}',
        "start page of something else": '{"startUrl": "https://app.acme.io/start", "accessToken": "<url64:200>", "refreshToken": "<url64:60>"}',
        "the next object's": '{"startUrl": "https://x.awsapps.com/start"}\n{"accessToken": "<url64:200>"}',
        "shortened": '{"accessToken": "aoaAAAAA..."}',
        "another web token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.<url64:43>\n",
    },
)
