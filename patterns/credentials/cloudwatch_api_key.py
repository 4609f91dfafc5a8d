"""API keys of CloudWatch Logs. AWS does not tell their form beyond the first letters; most are built like Bedrock's."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._begins import BEGINS, begins
from patterns._checks import entropy
from patterns._encoded import service_user, unbased
from patterns._names import name_of
from patterns._pattern import Anchor, Found, Pattern


def key(match: Match[bytes]) -> Iterator[Found]:
    """A key that decodes to its user and secret; or a random one that is called a key or token."""
    if not begins(match.string, match.start("key")):
        return
    body = match["key"][4:]
    alias, colon, secret = unbased(body).partition(b":")
    told = service_user(alias) if colon and secret else None
    if told:
        yield Found((("key", *match.span("key")),), told=told)
    elif entropy(body) >= 4.2 and _named().search(name_of(match.string, match.start("key"))):
        yield Found((("key", *match.span("key")),), "medium")


@functools.cache
def _named() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)bearer|token|api.?key|secret|auth|logs|cloudwatch|otel|otlp")


PATTERN = Pattern(
    id="aws-cloudwatch-api-key",
    title="Amazon CloudWatch API key",
    kind="cloudwatch-api-key",
    reference="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_HTTP_Endpoints_BearerTokenAuth.html",
    anchors=(Anchor(b"ACWL", after=40, expression=rb"ACWL[A-Za-z0-9+/_\-]{36}"),),
    regex=BEGINS + rb"(?P<key>ACWL[A-Za-z0-9+/_\-]{36,400}={0,2})(?![A-Za-z0-9+/=_\-])",
    longest=512,
    refine=key,
    examples={
        "line that a diff takes away": "@@ -1 +0,0 @@\n-<acwl>\n",
        "header": 'curl -H "Authorization: Bearer <acwl>" https://logs.us-east-1.amazonaws.com/v1/logs\n',
        "of a user who has a name": "key = <acwl:alice:123456789013>\n",
        "environment variable, of another form": "CLOUDWATCH_LOGS_TOKEN=ACWL<b64:96>\n",
        "answer of IAM": '{"ServiceCredentialSecret": "<acwl>"}',
    },
    counterexamples={
        "too short": "Authorization: Bearer ACWL<b64:30>\n",
        "too long": "Authorization: Bearer ACWL<b64:420>\n",
        "inside of a longer run": "Authorization: Bearer xACWL<b64:96>\n",
        "called nothing": "ACWL<b64:96>\n",
        "sample of the documentation": "Authorization: Bearer ACWL" + "<token>\n",
    },
)
