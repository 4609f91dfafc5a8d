"""Signed URLs and cookies of CloudFront: they open what a distribution keeps private, until they expire."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns import _signed
from patterns._encoded import unbased
from patterns._pattern import Anchor, Found, Pattern, Told

AROUND = 3000
FAR = 2**31 - 1
"""Seconds since 1970 at which CloudFront's calendar ends: for what names no end."""


def signed(match: Match[bytes]) -> Iterator[Found]:
    """The URL around the key's ID, or the cookies beside it."""
    yield from _cookie(match) if match["cookie"] else _url(match)


def _url(match: Match[bytes]) -> Iterator[Found]:
    found = _signed.url_around(match, b"Key-Pair-Id")
    query = _signed.parameters(found.plain) if found else {}
    expires = _expires(query.get("policy", b""), query.get("expires", b""))
    if found and expires is not None and len(query.get("signature", b"")) >= 80:
        yield Found((("url", *found),), told=_told(match, expires))


def _cookie(match: Match[bytes]) -> Iterator[Found]:
    low, high = max(0, match.start() - AROUND), match.end() + AROUND
    values = {found["name"]: found for found in _cookies().finditer(match.string, low, high)}
    policy, end = (values[name]["value"] if name in values else b"" for name in (b"Policy", b"Expires"))
    expires = _expires(policy, end)
    if expires is not None and b"Signature" in values and len(values[b"Signature"]["value"]) >= 80:
        yield Found((("token", *values[b"Signature"].span("value")),), told=_told(match, expires))


def _told(match: Match[bytes], expires: int) -> Told:
    return Told(key_id=match["pair"].decode(), expires=expires, tags=("cloudfront",))


def _expires(policy: bytes, seconds: bytes) -> int | None:
    """By the policy if there is one, else by the parameter; None where there is neither."""
    if re.fullmatch(rb"\d{9,11}", seconds):
        return int(seconds)
    text = unbased(policy.replace(b"_", b"=").replace(b"-", b"+").replace(b"~", b"/")) if policy else b""
    ends = re.findall(rb'"AWS:EpochTime"\s*:\s*(\d{9,11})', text.split(b"DateGreaterThan")[0]) if text else []
    return max(map(int, ends), default=FAR) if b"Statement" in text else None


@functools.cache
def _cookies() -> re.Pattern[bytes]:
    return re.compile(rb"CloudFront-(?P<name>Policy|Expires|Signature)[\"']?\s?[=:,]\s?[\"']?(?P<value>[\w\-~]+)")


POLICY = (
    "eyJTdGF0ZW1lbnQiOlt7IlJlc291cmNlIjoiaHR0cHM6Ly9kLmNsb3VkZnJvbnQubmV0LyoiLCJDb25kaXRpb24iOnsiRGF0ZUxlc3NUaGFuIjp7"
    "IkFXUzpFcG9jaFRpbWUiOjQxMDI0NDQ4MDB9fX1dfQ__"
)

PATTERN = Pattern(
    id="aws-cloudfront-signed-url",
    title="CloudFront signed URL or cookie",
    kind="presigned-url",
    reference="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/PrivateContent.html",
    anchors=(Anchor(b"Key-Pair-Id", before=11, after=16),),
    regex=(
        rb"(?P<cookie>CloudFront-)?Key-Pair-Id[\"']?\s?[=:,]\s?[\"']?"
        rb"(?P<pair>APKA[A-Z0-9]{12,17}|K[A-Z0-9]{12,14})(?![A-Za-z0-9])"
    ),
    longest=128,
    refine=signed,
    examples={
        "with an end": "https://d111.cloudfront.net/a.mp4?Expires=4102444800&Signature=<url64:342>&Key-Pair-Id=K<base32:13>\n",
        "with a policy": f"https://cdn.acme.io/a.mp4?Policy={POLICY}&Signature=<url64:342>&Key-Pair-Id=APKA<base32:16>\n",
        "in HTML": '<img src="https://cdn.acme.io/a?Expires=1500000000&amp;Signature=<url64:342>&amp;Key-Pair-Id=K<base32:13>">',
        "cookies": f"Cookie: CloudFront-Policy={POLICY}; CloudFront-Signature=<url64:342>; CloudFront-Key-Pair-Id=K<base32:13>\n",
    },
    counterexamples={
        "ID alone": "Key-Pair-Id=K<base32:13>\n",
        "signature too short": "https://d111.cloudfront.net/a?Expires=4102444800&Signature=abc&Key-Pair-Id=K<base32:13>\n",
        "no end": "https://d111.cloudfront.net/a?Signature=<url64:342>&Key-Pair-Id=K<base32:13>\n",
        "a template": "https://d111.cloudfront.net/a?Expires=${e}&Signature=${s}&Key-Pair-Id=K<base32:13>\n",
        "cookies without a signature": "Cookie: CloudFront-Expires=4102444800; CloudFront-Key-Pair-Id=K<base32:13>\n",
    },
)
