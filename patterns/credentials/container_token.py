"""Authorization tokens of containers: with one, the endpoint for credentials hands out those of the task's role."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator
from re import Match

from patterns._checks import DIGITS, LOWER, UPPER, entropy
from patterns._pattern import Anchor, Found, Pattern, Told

NAME = b"AWS_CONTAINER_AUTHORIZATION_TOKEN"


LEAST_CHANGES = 6
"""Places where small letters, capitals and digits follow one another; 1 in 20,000 tokens of 24 characters has fewer."""


def token(match: Match[bytes]) -> Iterator[Found]:
    """A value in which small letters, capitals and digits follow in no order, as they do in no word, name or path."""
    plain = [byte for byte in match["token"].rpartition(b" ")[2] if byte in DIGITS | LOWER | UPPER]
    changes = sum(_kind(one) != _kind(other) for one, other in itertools.pairwise(plain))
    if changes >= LEAST_CHANGES and entropy(match["token"]) >= 2.8 and not _camels().fullmatch(match["token"]):
        yield Found((("token", *match.span("token")),), "medium", Told(tags=("container-credentials",)))


@functools.cache
def _camels() -> re.Pattern[bytes]:
    """A name such as `containerTokenEnvVar`; 1 in 9,000 tokens of 24 characters is built like one."""
    return re.compile(rb"(?>(?:[A-Z]*+[a-z]{2,}+)+)\d?")


def _kind(byte: int) -> tuple[bool, bool]:
    return byte in DIGITS, byte in UPPER


PATTERN = Pattern(
    id="aws-container-token",
    title="Container authorization token",
    kind="login-token",
    reference="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html",
    anchors=(Anchor(NAME, after=36),),
    regex=(
        NAME + rb"\\?[\"']?(?:\s{0,4}(?:=>|[=:,])\s{0,4}|[ \t]{1,4})(?:[\"'\s]{0,8}value\\?[\"']?\s{0,4}[:=]\s{0,4})?"
        rb"\\?[\"']?(?P<token>(?:(?:Basic|Bearer) )?[A-Za-z0-9+/_\-.=]{16,4000})(?![A-Za-z0-9+/_\-.=(\[])"
    ),
    longest=4200,
    refine=token,
    examples={
        "environment variable": "AWS_CONTAINER_AUTHORIZATION_TOKEN=<b64:40>\n",
        "with its scheme": 'export AWS_CONTAINER_AUTHORIZATION_TOKEN="Basic <b64:24>"\n',
        "name and value": '{"name": "AWS_CONTAINER_AUTHORIZATION_TOKEN", "value": "<url64:60>"}',
        "web token": "AWS_CONTAINER_AUTHORIZATION_TOKEN: ey<url64:18>.<url64:120>.<url64:80>\n",
    },
    counterexamples={
        "file that holds it": "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE=/var/run/secrets/pods.eks.amazonaws.com/token\n",
        "read from the environment": 'os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN"]\n',
        "a reference": "AWS_CONTAINER_AUTHORIZATION_TOKEN=${AWS_CONTAINER_AUTHORIZATION_TOKEN}\n",
        "a word": "AWS_CONTAINER_AUTHORIZATION_TOKEN=my-authorization-token\n",
        "names of variables": 'tokenVar = "AWS_CONTAINER_AUTHORIZATION_TOKEN"\n\thttpProviderEnvVar = "x"\n',
        "names in a list": '("AWS_CONTAINER_AUTHORIZATION_TOKEN", httpProviderAuthorizationEnvVar)\n',
        "a call": "AWS_CONTAINER_AUTHORIZATION_TOKEN = getContainerToken2(\n",
    },
)
