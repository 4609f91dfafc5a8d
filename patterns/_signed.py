"""Signed queries: what stands in a URL that AWS's signature, version 2 or 4, makes valid for a while.

Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from re import Match
from typing import NamedTuple

from patterns._encoded import epoch, unquoted
from patterns._pattern import Told

REACH = 8192
"""Bytes to either side over which a URL may go on; a session token in it is long."""
NEAR = 256
"""Bytes before a piece of a query in which most URLs begin."""
LONGEST = 604_800
"""Seconds for which a signature of version 4 can be valid; taken where a URL does not say."""

CONSOLES = {b"amazonaws-us-gov.com": "aws-us-gov", b"amazonaws.cn": "aws-cn", b"aws.amazon.com": "aws"}
"""Domains of the console and of the pages by which one signs in to it, and the partition of each."""

Parameters = Mapping[str, bytes]


class Url(NamedTuple):
    """A URL, or what stands of it: where, and without the escapes that JSON and HTML put into it."""

    start: int
    end: int
    plain: bytes

    def __repr__(self) -> str:
        return f"Url({self.start}, {self.end})"


def url_around(match: Match[bytes], marker: bytes) -> Url | None:
    """The URL around a piece of its query; None where the marker in it stood before, and was told with that."""
    data, start, end = match.string, match.start(), match.end()
    before = data.rfind(marker, max(0, start - REACH), start)
    if before >= 0 and not _borders().search(data, before, start) and not _scheme().search(data, before, start):
        return None
    left = _begin(data, max(before, start - REACH, 0), start)
    scheme = _scheme().search(data, left, start)
    rest = _ends().search(data, end, end + REACH)
    span = scheme.start() if scheme else left, rest.start() if rest else min(len(data), end + REACH)
    text = data[slice(*span)]
    return Url(*span, text.replace(b"&amp;", b"&").replace(b"\\u0026", b"&").replace(b"\\/", b"/"))


def _begin(data: bytes, lowest: int, start: int) -> int:
    """Where the text without a border before `start` begins: most is short, and what is far is seldom looked at."""
    low = max(lowest, start - NEAR)
    *borders, last = _borders().split(data[low:start])
    if not borders and low > lowest:
        last = _borders().split(data[lowest:start])[-1]
    return start - len(last)


def parameters(url: bytes) -> Parameters:
    """The parameters of a plain URL's query, or of a query alone, by their names in lower case."""
    query = url.partition(b"?")[2] if b"?" in url else url
    pairs = (item.partition(b"=") for item in query.split(b"&"))
    return {name.decode("latin-1").lower(): unquoted(value) for name, _, value in pairs}


def of_version_4(query: Parameters) -> Told | None:
    """What such a query tells; None where it is not complete."""
    scope = re.fullmatch(
        rb"[\w\-]{16,128}/\d{8}/(?:([a-z0-9\-]{2,30})/)?[a-z0-9\-]{2,40}/aws4_request",
        query.get("x-amz-credential", b""),
    )
    issued = epoch(query.get("x-amz-date", b""))
    if not scope or issued is None:
        return None
    lifetime = query.get("x-amz-expires", b"")
    expires = issued + (int(lifetime) if lifetime.isdigit() and len(lifetime) < 8 else LONGEST)
    return Told(expires=expires, partition=partition_of((scope[1] or b"").decode()))


def of_version_2(query: Parameters) -> Told | None:
    """What such a query tells; None where it is not complete."""
    expires = query.get("expires", b"")
    complete = re.fullmatch(rb"\d{9,11}", expires) and re.fullmatch(
        rb"[A-Za-z0-9+/ ]{20,60}=?", query.get("signature", b"")
    )
    return Told(expires=int(expires)) if complete else None


def partition_of_host(host: bytes) -> str | None:
    """The partition whose console or sign-in page is there; None where that is not told."""
    return next((name for domain, name in CONSOLES.items() if domain in host), None)


def partition_of(region: str) -> str | None:
    """The partition that a Region lies in; None where that is not told."""
    outside = {"cn": "aws-cn", "us-gov": "aws-us-gov", "us-iso": "aws-iso", "us-isob": "aws-iso-b", "eusc": "aws-eusc"}
    stem = re.fullmatch(r"(us-(?:gov|iso[a-z]?)|[a-z]{2,4})-[a-z\-]+-?\d", region)
    return outside.get(stem[1], "aws") if stem else None


@functools.cache
def _borders() -> re.Pattern[bytes]:
    """What cannot stand in a URL, or only escaped."""
    return re.compile(rb"[\s\"'<>`{}|^\x00-\x1f\x7f]|\\(?!u0026|/)")


@functools.cache
def _ends() -> re.Pattern[bytes]:
    """The same, and what ends a URL in prose and Markdown."""
    return re.compile(rb"[\s\"'<>`{}|^()\[\],\x00-\x1f\x7f]|(?<!&amp);|\\(?!u0026|/)|&(?:quot|#39|gt|lt);")


@functools.cache
def _scheme() -> re.Pattern[bytes]:
    return re.compile(rb"(?:https?|wss?):(?://|\\/\\/)")
