"""Session tokens of temporary credentials: by their structure, or by their name."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._checks import entropy, is_encoded_text
from patterns._names import name_of, squeeze
from patterns._pattern import Anchor, Found, Pattern
from patterns._written import followed, has_run, value

HEADS = (b"IQoJb3JpZ2luX2Vj", b"FwoGZXIvYXdz", b"FQoGZXIvYXdz", b"FQoDYXdz", b"AQoDYXdz")
CERTIFICATE = b"BgkqhkiG9w0B"
"""The object identifier of RSA as it stands in most certificates; AWS's documentation has one for a token."""

NAMES = (b"sessiontoken", b"securitytoken", b"awstoken")


def token(match: Match[bytes]) -> Iterator[Found]:
    """A value that begins as tokens do; or random base64 that is called a session token."""
    value = match["token"].lstrip(b"+")  # the sign of a diff: no token begins with it
    span = match.end("token") - len(value), match.end("token")
    called = squeeze(name_of(match.string, match.start()))
    if not begins(match.string, span[0]):
        return
    if value.startswith(HEADS):
        yield Found((("token", *span),))
    elif called.endswith(NAMES) and CERTIFICATE not in value and entropy(value) >= 4.5 and not is_encoded_text(value):
        yield Found((("token", *span),), "medium")


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
        "bare": "<token>\n",
        "line that a diff brings in": "@@ -0,0 +1 @@\n+<token>\n",
        "line that a diff takes away": "@@ -1 +0,0 @@\n-<token>\n",
    },
    counterexamples={
        "base64 under another name": "certificate = <b64:420>\n",
        "beginning alone": "AQoDYXdz" + "EJr...<remainder of token>\n",
        "too short": "aws_session_token = <b64:60>\n",
        "inside a longer word": "x_IQoJb3JpZ2luX2Vj<b64:200>\n",
        "a JSON web token": "session_token: eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.<b64:43>\n",
    },
)
