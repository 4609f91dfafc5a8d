"""API keys of AWS AppSync."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._checks import entropy, is_hex
from patterns._pattern import Anchor, Found, Pattern


def key(match: Match[bytes]) -> Iterator[Found]:
    """Letters and digits in no order. One key in two hundred has no digit."""
    body = match["key"][4:]
    if entropy(body) >= 3.2 and not is_hex(body):
        yield Found((("key", *match.span("key")),))


PATTERN = Pattern(
    id="aws-appsync-api-key",
    title="AWS AppSync API key",
    kind="appsync-api-key",
    reference="https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html",
    anchors=(Anchor(b"da2-", after=30, expression=rb"da2-[a-z0-9]{26}"),),
    regex=rb"(?<![A-Za-z0-9_\-])(?P<key>da2-[a-z0-9]{26})(?![A-Za-z0-9_\-])",
    refine=key,
    examples={
        "settings of Amplify": '"aws_appsync_apiKey": "da2-<base36:26>",\n',
        "header": "curl -H 'x-api-key: da2-<base36:26>' https://x.appsync-api.us-east-1.amazonaws.com/graphql\n",
        "environment variable": "APPSYNC_API_KEY=da2-<base36:26>\n",
    },
    counterexamples={
        "one character short": "da2-<base36:25>\n",
        "one character too long": "da2-<base36:27>\n",
        "inside of a longer word": "adda2-<base36:26>\n",
        "part of a UUID": "<hex:8>-<hex:4>-4da2-<hex:4#2>-<hex:12>\n",
        "hexadecimal": "da2-<hex:26>\n",
        "crossed out": "da2-xxxxxxxxxxxxxxxxxxxxxxxxxx\n",
    },
)
