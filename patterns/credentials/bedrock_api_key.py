"""Long-term API keys of Amazon Bedrock: they hold the IAM user and the account that they are of."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._checks import entropy
from patterns._encoded import service_user, unbased
from patterns._pattern import Anchor, Found, Pattern

USUAL = range(109, 270)
"""Characters behind the prefix of keys seen so far."""

LEAST = 16
"""Characters of the secret in one, of which all seen so far have many more."""


def key(match: Match[bytes]) -> Iterator[Found]:
    """A key that decodes to its user and secret; or something as long and as random, to be surer than sorry."""
    if not begins(match.string, match.start("key")):
        return
    body = match["key"][4:]
    alias, colon, secret = unbased(body).partition(b":")
    told = service_user(alias) if colon and len(secret) >= LEAST else None
    if told:
        yield Found((("key", *match.span("key")),), told=told)
    elif len(body.rstrip(b"=")) in USUAL and entropy(body) >= 4.5:
        yield Found((("key", *match.span("key")),), "medium")


PATTERN = Pattern(
    id="aws-bedrock-api-key",
    title="Amazon Bedrock API key, long-term",
    kind="bedrock-api-key",
    reference="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html",
    anchors=(Anchor(b"ABSK", after=40, expression=rb"ABSK[A-Za-z0-9+/]{36}"),),
    regex=BEGINS + rb"(?P<key>ABSK[A-Za-z0-9+/]{60,400}={0,2})(?![A-Za-z0-9+/=_\-])",
    longest=512,
    refine=key,
    examples={
        "line that a diff brings in": "@@ -0,0 +1 @@\n+<absk>\n",
        "environment variable": "AWS_BEARER_TOKEN_BEDROCK=<absk>\n",
        "of a user who has a name": 'export AWS_BEARER_TOKEN_BEDROCK="<absk:alice:123456789013>"\n',
        "header": "Authorization: Bearer <absk>\n",
        "answer of IAM": '{"ServiceCredentialAlias": "x", "ServiceCredentialSecret": "<absk>"}',
        "of a form not seen yet": "bedrock_key: ABSK<b64:128>\n",
    },
    counterexamples={
        "too short": "AWS_BEARER_TOKEN_BEDROCK=ABSK<b64:40>\n",
        "too long": "AWS_BEARER_TOKEN_BEDROCK=ABSK<b64:420>\n",
        "inside of a longer run": "image: xABSK<b64:128>\n",
        "one letter over and over": "ABSK" + "A" * 128 + "\n",
        "a reference": "AWS_BEARER_TOKEN_BEDROCK=${BEDROCK_KEY}\n",
    },
)
