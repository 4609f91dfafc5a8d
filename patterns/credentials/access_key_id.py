"""Access key IDs: long-term (AKIA), temporary (ASIA), and of a service bearer token (ABIA)."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._checks import BASE32, entropy
from patterns._pattern import Anchor, Confidence, Found, Pattern

PLACES = (b"PACIFIC", b"SOUTH", b"NORTH", b"CENTRAL", b"MINOR", b"EUROPE", b"AFRICA", b"AUSTRALIA", b"AMERICA")


def graded(match: Match[bytes]) -> Iterator[Found]:
    """Drops what is English (`ASIA` is a continent); trusts IDs outside of the real alphabet (A-Z, 2-7) less."""
    body = match["id"][4:]
    if any(place in body for place in PLACES):
        return
    confidence: Confidence = "high" if BASE32.issuperset(body) and entropy(body) >= 2.75 else "low"
    yield Found((("id", *match.span("id")),), confidence)


PATTERN = Pattern(
    id="aws-access-key-id",
    title="AWS access key ID",
    kind="access-key-id",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes",
    anchors=tuple(
        Anchor(prefix, after=24, expression=prefix + rb"[A-Z0-9]{16}") for prefix in (b"AKIA", b"ASIA", b"ABIA")
    ),
    regex=rb"(?<![A-Za-z0-9])(?P<id>A[KSB]IA[A-Z0-9]{16})(?![A-Za-z0-9])",
    refine=graded,
    examples={
        "long-term key in an INI file": "[default]\naws_access_key_id = <id>\n",
        "temporary key in JSON": '{"AccessKeyId": "<id:ASIA>"}',
        "bearer token ID": "principal <id:ABIA> called CodeArtifact\n",
        "key of before 2019": "export AWS_ACCESS_KEY_ID=<oldid>\n",
        "first thing in a URL": "s3://<id>@bucket/object",
        "in the credential scope of a request": "Credential=<id>/20260101/us-east-1/s3/aws4_request",
    },
    counterexamples={
        "one character short": "AKIA<base32:15>\n",
        "one character too long": "AKIA<base32:17>\n",
        "inside a longer word": "TODAYIN" + "ASIA" + "ASACKOFRICEFELL" + "OVER\n",
        "lower case": "akia<lower:16>\n",
        "an IAM user's unique ID": "AIDA<base32:17>\n",
        "a role's unique ID of twenty characters": "AROA<base32:16>\n",
        "a continent and a direction": "ASIA" + "PACIFICSOUTHEAST\n",
        "prefix that is in no AWS table": "A3TX<base32:16>\n",
        "LocalStack's own prefix": "LKIA<base32:16>\n",
    },
)
