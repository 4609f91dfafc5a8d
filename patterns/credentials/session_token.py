"""Session tokens of temporary credentials: by their structure, or by their name."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._checks import entropy, is_encoded_text
from patterns._names import name_of, squeeze
from patterns._owners import is_of_aws
from patterns._pattern import Anchor, Found, Pattern
from patterns._written import followed, has_run, value

HEADS = (b"IQoJb3JpZ2luX2Vj", b"FwoGZXIvYXdz", b"FQoGZXIvYXdz", b"FQoDYXdz", b"AQoDYXdz")
CERTIFICATE = b"BgkqhkiG9w0B"
"""The object identifier of RSA as it stands in most certificates; AWS's documentation has one for a token."""

NAMES = (b"sessiontoken", b"securitytoken", b"awstoken")
LEAST = 160
"""Characters of a token of an unknown generation: those of all known ones have more than 200."""
AROUND = 600
"""Bytes on either side in which something of AWS's has to stand, where the name is one that others use as well."""


def token(match: Match[bytes]) -> Iterator[Found]:
    """A value that begins as tokens do; or random base64 that is called a session token."""
    value = match["token"].lstrip(b"+")  # the sign of a diff: no token begins with it
    span = match.end("token") - len(value), match.end("token")
    name = name_of(match.string, match.start())
    called = squeeze(name)
    if not begins(match.string, span[0]):
        return
    if value.startswith(HEADS):
        yield Found((("token", *span),))
    elif called.endswith(NAMES) and _is_random(value) and _is_of_aws(match.string, span, name):
        yield Found((("token", *span),), "medium")


def _is_random(value: bytes) -> bool:
    return len(value) >= LEAST and CERTIFICATE not in value and entropy(value) >= 4.5 and not is_encoded_text(value)


def _is_of_aws(data: bytes, span: tuple[int, int], name: bytes) -> bool:
    """Whether its name says so, or the key that it belongs to stands near."""
    near = data[max(0, span[0] - AROUND) : span[0]] + b" " + data[span[1] : span[1] + AROUND]
    other = re.sub(rb"(?i)session", b"", name)  # which begins as a service is called
    return is_of_aws(other) or bool(_key().search(near))


@functools.cache
def _key() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9])A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])|(?i:secret[_\-. ]?access[_\-. ]?key)")


def may_match(part: bytes) -> bool:
    """Whether so many characters stand in a row as a token has at least."""
    return has_run(part, 76)


PATTERN = Pattern(
    id="aws-session-token",
    title="AWS session token",
    kind="session-token",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
    anchors=(
        *(Anchor(head, after=96, expression=head + value(60), clue=True) for head in HEADS),
        *(
            Anchor(word, ignore_case=True, after=360, expression=word + rb".{0,8}token" + followed(120, 100), clue=True)
            for word in (b"session", b"security")
        ),
    ),
    regex=(BEGINS + rb"(?P<token>[A-Za-z0-9+/]{76,}+={0,2}+)(?![A-Za-z0-9+/=]|%[2-7]|\\+(?:/|u00|x|[01][0-7]{2})|&#)"),
    longest=16384,
    refine=token,
    may_match=may_match,
    examples={
        "credentials file": "aws_session_token = <token>\n",
        "JSON of an STS call": '{"Credentials": {"SessionToken": "<token>"}}',
        "instance metadata": '{\n  "Token" : "<token>"\n}',
        "shell export": 'export AWS_SESSION_TOKEN="<token>"\n',
        "of an unknown generation, by its name": "AWS_SECURITY_TOKEN=<b64:420>\n",
        "of an unknown generation, by what stands beside": '{"accessKeyId": "<id:ASIA>", "sessionToken": "<b64:420>"}',
        "bare": "<token>\n",
        "line that a diff brings in": "@@ -0,0 +1 @@\n+<token>\n",
        "line that a diff takes away": "@@ -1 +0,0 @@\n-<token>\n",
    },
    counterexamples={
        "base64 under another name": "certificate = <b64:420>\n",
        "beginning alone": "AQoDYXdz" + "EJr...<remainder of token>\n",
        "token of another session": "SESSION_TOKEN=<b64:300>\n",
        "cookie of a shop": ".aws.amazon.com\tTRUE\t/\tFALSE\t0\tsession-token\t<b64:300>\n",
        "field of a form": '<input name="aws_session_token" value="<b64:88>==">',
        "too short": "aws_session_token = <b64:60>\n",
        "inside a longer word": "x_IQoJb3JpZ2luX2Vj<b64:200>\n",
        "a JSON web token": "session_token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.<b64:43>\n",
    },
)
