"""Values that are no leak: what AWS prints in its documentation, and what stands in for a value."""

from __future__ import annotations

import functools
import re

from patterns._checks import entropy, is_sequence
from patterns._encoded import unbased
from scanner.model import SuppressedBy

Benign = tuple[SuppressedBy, str]

PUBLISHED = (
    # of emulators and old documentation, without the word EXAMPLE; split so that they do not stand here as keys
    b"zuf+tfteSlswRu7BJ86w" + b"ekitnifILbZam1KYY3TG",  # MinIO's public test server
    b"uV3F3YluFJax1cknvbcG" + b"wgjvx4QpvB+leU8dUj2o",  # S3 developer guide of 2006
    b"kWcrlUX5JEDGM/LtmEEN" + b"I/aVmYvHNif5zB+d9+ct",  # Product Advertising API guide of 2009
    b"OtxrzxIsfpFjA7SwPzIL" + b"wy8Bw21TLhquhboDYROV",  # S3 signature guide, with the ID 44CF9590006BF252F707
    b"k1zPZM6uVxMQ3oxqgoYlNuJ" + b"PyRTZ1vREs76zTQE3eJk=",  # reference of the AWS CLI, service-specific credential
    b"+oaFsNk7tLco+C/obP9GhhcO" + b"zGcKOayTmE3LnAmAmH4=",  # the same, after its reset
    b"VERYLONGSECRETeyJraWQiOiJrZXktMTU2" + b"NDAyODA5OSIsImFsZyI6IkhTMzg0In0",  # API models, Identity Center
    b"MOJRH0mkL1IPauahWITS" + b"VvyDrQbEEIwljvmxdq03",  # manual of rclone, a server of MinIO
    b"My!User1Login" + b"8P@ssword",  # older reference of the AWS CLI, login profile
    b"BLBM/9hSUELfq8Gw+rU1Y" + b"cBjkOxGbhT2XG763xVLGWL9",  # SMTP password of the documentation's secret, us-east-1
    b"h]6EszR}" + b"vJ*m",  # password of the API models' examples, which lie in each installation of botocore
    b"3s0K_;x" + b"h4~8XXI",  # the same, for ChangePassword and the reference of the AWS CLI
    b"]35d/{p" + b"B9Fo9wJ",  # the new one there
    b"&1-3a6u" + b":RA0djs",  # reference of the AWS CLI, create-login-profile
)

SAMPLES = (b"IOSFODNN7EXAMPLE", b"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
"""The documentation's first ID, without its prefix, and its secret: what others alter for their own samples."""
ALIKE = 0.55
"""Share of characters that an altered sample has in common with the original, each at its place. Of random IDs 1 in
10^9 reaches that, of random secrets far fewer."""

WORDS = (
    b"example", b"placeholder", b"changeme", b"your", b"redacted", b"password", b"passwort", b"kennwort",
    b"mot-de-passe", b"mot_de_passe", b"motdepasse", b"contrase", b"senha", b"wachtwoord",
)  # fmt: skip
"""Words in place of a password; its own name among them, as forms have it in some languages."""

SAMPLE = "documentation publishes this value, and it opens nothing; to try Akia out, make up another of its form"
SAMPLE_TOKEN = b"AQoXdzELDDY///"
"""How the token of the AWS CLI's samples begins, of which some editions lack the word EXAMPLE."""
CROSSED = (b"X" * 6, b"0000-0000-0000")
"""What stands in tokens that somebody crossed out."""
LONGEST = 64
"""Characters up to which a word or a sequence in a value tells; in longer ones they come about by chance."""


def benign(role: str, raw: bytes) -> Benign | None:
    """Why the value is no leak, or None. Source of the values: docs/detection.md."""
    if role == "password":
        return _password(raw)
    if role == "url":
        signed = raw.partition(b"?")[2]
        return ("documentation-example", "a URL that documentation publishes") if b"EXAMPLE" in signed else None
    if role == "token":
        if b"EXAMPLE" in raw or raw.startswith(SAMPLE_TOKEN):
            return "documentation-example", "AWS documentation's own sample token"
        return ("placeholder", "a token that is crossed out") if any(word in raw for word in CROSSED) else None
    if b"EXAMPLE" in raw.upper() or raw in PUBLISHED or (role == "key" and b"EXAMPLE" in unbased(raw[4:])):
        return "documentation-example", SAMPLE
    if _reference().match(raw):
        return "placeholder", "a template reference in place of a value"
    if len(raw) > LONGEST:
        return None
    body = raw[4:] if role == "id" else raw
    if any(_alike(body, sample) for sample in SAMPLES):
        return "documentation-example", "the documentation's sample with some of its characters altered"
    is_filled = _filler().search(body) or is_sequence(body, 7) or _repeats(body)
    if is_filled or (role == "id" and entropy(body) < 2.4):
        return "placeholder", "a filler in place of a value"
    return None


def _alike(value: bytes, sample: bytes) -> bool:
    same = sum(one == other for one, other in zip(value, sample, strict=False))
    return abs(len(value) - len(sample)) <= 1 and same >= ALIKE * len(sample)


def _repeats(value: bytes, least: int = 6) -> bool:
    """Whether the value is a word over and over, of whose repetition at least six characters are there, as 1 in
    100,000,000 random IDs is, and far fewer secrets."""
    return any(value.startswith(value[length:]) for length in range(1, len(value) - least + 1))


def _password(raw: bytes) -> Benign | None:
    lower = raw.lower()
    if raw in PUBLISHED:
        return "documentation-example", SAMPLE
    if _reference().match(raw) or lower.strip(b"*x.-_") == b"":
        return "placeholder", "a filler in place of a password"
    if any(word in lower for word in WORDS) or _spelt().fullmatch(raw):
        return "placeholder", "a word in place of a password"
    return None


@functools.cache
def _reference() -> re.Pattern[bytes]:
    return re.compile(rb"[$<{%]|(?i:(?:your|change)[_\- a-z])|[xX*]{8}")


@functools.cache
def _spelt() -> re.Pattern[bytes]:
    """The word `password` with signs for letters, as guides write it: `MyP@ssw0rd123`; or `Test1234`."""
    return re.compile(
        rb"(?i)test[@_\-]?\d{1,6}!?\Z"
        rb"|(?:my|the|new|test|temp|strong|secure|super|default|aws|user)?[_.\-]?p[a@4][s$5]{2}w[o0]rd[\d!@#$%^&*?._\-]*"
    )


@functools.cache
def _filler() -> re.Pattern[bytes]:
    """Six of one character in a row (a random key has that with a probability of 0.00000003), four X, a word of tests.

    With sequences, 60 of 1,000,000 random secrets are taken for such, and 68 of as many IDs.
    """
    return re.compile(
        rb"(.)\1{5}|([Xx*])\2{3}|XXX\Z"
        rb"|(?i:fake|dummy|bogus|invalid|placehold|redact|sample|nota?real|example|random|qwerty|asdfgh|testing"
        rb"|accesskey|secretkey|keyid|test(?:test|key)"
        rb"|your(?:key|access|secret|aws|own)|please|insert|replace|do_?notuse|mysecret)"
    )
