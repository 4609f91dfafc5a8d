"""Passwords of container registries, as `aws ecr get-login-password` gives them: for twelve hours, of whoever asked.

AWS does not publish the form. It is base64 of a JSON object with an encrypted payload, its key, and `expiration`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from re import Match

from patterns._encoded import unbased
from patterns._pattern import Anchor, Found, Pattern, Told

HEAD = b"eyJwYXlsb2FkIjoi"
"""The beginning, `{"payload":"`, in base64."""


def token(match: Match[bytes]) -> Iterator[Found]:
    """A password with what it tells: when it ends."""
    plain = unbased(match["token"])
    ends = re.search(rb'"expiration":(\d{9,11})\}', plain)
    if ends and b'"datakey":"' in plain:
        yield Found((("token", *match.span("token")),), told=Told(expires=int(ends[1]), tags=("ecr",)))


PATTERN = Pattern(
    id="aws-ecr-token",
    title="Container registry password",
    kind="login-token",
    reference="https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html",
    anchors=(Anchor(HEAD, after=24),),
    regex=rb"(?<![A-Za-z0-9+/_\-])(?P<token>" + HEAD + rb"[A-Za-z0-9+/_\-]{200,8000}={0,2})(?![A-Za-z0-9+/=_\-])",
    longest=8192,
    refine=token,
    examples={
        "environment variable": "ECR_PASSWORD=<ecr:4102444800>\n",
        "over": "docker login --password <ecr:1700043200> 123456789013.dkr.ecr.eu-west-1.amazonaws.com\n",
        "in JSON": '{"username": "AWS", "password": "<ecr:4102444800>"}',
    },
    counterexamples={
        "beginning alone": "password: eyJwYXlsb2FkIjoi<b64:240>\n",
        "shortened": "eyJwYXlsb2FkIjoiQ2xzc...\n",
        "piped": "aws ecr get-login-password | docker login --username AWS --password-stdin 123456789013.dkr.ecr.eu-west-1.amazonaws.com\n",
    },
)
