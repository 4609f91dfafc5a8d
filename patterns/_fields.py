"""Objects of JSON and their fields, found without a parser: half of what leaks is cut or escaped. Support."""

from __future__ import annotations

import functools
import re

REACH = 8192
"""Bytes to either side of a field over which its object may go on."""

MOST = 32
"""Braces that are looked at on either side."""

Span = tuple[int, int]


def enclosing(data: bytes, at: int) -> Span:
    """The object that the offset lies in, objects inside of it included; as far as it is within reach."""
    low, high = max(0, at - REACH), min(len(data), at + REACH)
    return _outward(data, low, at) or low, _forward(data, at, high) or high


def field(data: bytes, span: Span, name: bytes) -> Span | None:
    """The value of the first field of that name, a string, without its quotes; None if there is none."""
    found = _field(name).search(data, *span)
    return found.span("value") if found else None


def _outward(data: bytes, low: int, at: int) -> int | None:
    depth = 0
    for _ in range(MOST):
        opening, closing = data.rfind(b"{", low, at), data.rfind(b"}", low, at)
        at = max(opening, closing)
        depth += 1 if closing > opening else -1
        if at < 0 or depth < 0:
            break
    return at if at >= 0 and depth < 0 else None


def _forward(data: bytes, at: int, high: int) -> int | None:
    depth = 0
    for _ in range(MOST):
        ends = [end for end in (data.find(b"{", at, high), data.find(b"}", at, high)) if end >= 0]
        if not ends:
            return None
        at = min(ends) + 1
        depth += 1 if data[at - 1 : at] == b"{" else -1
        if depth < 0:
            return at
    return None


@functools.cache
def _field(name: bytes) -> re.Pattern[bytes]:
    quote = rb"\\{0,3}[\"']"
    return re.compile(
        quote
        + name
        + quote
        + rb"\s{0,20}:\s{0,20}"
        + quote
        + rb"(?P<value>(?:[^\"'\\\n]|\\{1,4}[nr/]){1,8192})"
        + quote
    )
