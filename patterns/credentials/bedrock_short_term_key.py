"""Short-term API keys of Amazon Bedrock: a presigned request in base64, which tells key ID, Region and expiry."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._encoded import unbased
from patterns._pattern import Anchor, Found, Pattern
from patterns._signed import of_version_4, parameters

HEAD = b"bedrock-api-key-"


def key(match: Match[bytes]) -> Iterator[Found]:
    """A key whose request is signed, with the key ID in it, which stands where its base64 does."""
    if not begins(match.string, match.start("key")):
        return
    request = unbased(match["key"][len(HEAD) :])
    query = parameters(request)
    told = of_version_4(query)
    if told is None or "x-amz-signature" not in query:
        return
    identifier = query["x-amz-credential"].partition(b"/")[0]
    at = request.find(identifier)
    start = match.start("key") + len(HEAD)
    span = start + at // 3 * 4, min(match.end("key"), start + (at + len(identifier) + 2) // 3 * 4)
    yield Found((("key", *match.span("key")), ("id", *span, identifier)), told=told)


PATTERN = Pattern(
    id="aws-bedrock-short-term-key",
    title="Amazon Bedrock API key, short-term",
    kind="bedrock-api-key",
    reference="https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys-how.html",
    anchors=(Anchor(HEAD, after=64, expression=HEAD + rb"[A-Za-z0-9+/_\-]{48}"),),
    regex=BEGINS + rb"(?P<key>bedrock-api-key-[A-Za-z0-9+/_\-]{200,6000}={0,2})(?![A-Za-z0-9+/=_\-])",
    longest=8192,
    refine=key,
    examples={
        "line that a diff brings in": "@@ -0,0 +1 @@\n+<bedrock:20300101T000000Z>\n",
        "of a long-term key": "AWS_BEARER_TOKEN_BEDROCK=<bedrock:20990101T000000Z>\n",
        "of a session": 'token = "<bedrock:20990101T000000Z:ASIA>"\n',
        "over": "Authorization: Bearer <bedrock:20240101T000000Z>\n",
    },
    counterexamples={
        "a resource's name": "name: bedrock-api-key-<lower:30>\n",
        "base64 of something else": "bedrock-api-key-<b64:300>\n",
        "a reference": "AWS_BEARER_TOKEN_BEDROCK=bedrock-api-key-${TOKEN}\n",
        "inside of a longer word": "my-<bedrock:20990101T000000Z>\n",
    },
)
