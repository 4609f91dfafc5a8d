"""Values in pieces: literals side by side, added up or handed to a call that joins them, and lines that go on.

Only where the pieces make up what has the length of a value are they put together.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.detect.offsets import Replacement

LENGTHS = (20, 40, 44)
"""Characters of a key ID, a secret access key, an SMTP password."""
LONG = 76
"""Characters from which on it may be a token."""
CALLS = (b"oin(", b"oin [", b'oin":', b"oncat(", b"paste0(", b"implode(")
"""How calls begin that join the literals behind them; and the one that joins those before it."""
JOIN = b"].join"


def joins(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """What stands between the pieces of a value in data[low:high]."""
    part = data[low:high]
    for call in _calls(data, part, low, high):
        yield from _joined(data, call.span("pieces"), _comma())
    signs = part.translate(_signs())
    if b"\\\n" not in part and b"\\\r" not in part and not any(sign.search(signs) for sign in _telling()):
        return
    for chain in _chain().finditer(data, low, high):
        yield from _joined(data, chain.span(), _gap())


def _calls(data: bytes, part: bytes, low: int, high: int) -> Iterator[re.Match[bytes]]:
    """The calls that join literals, in the part data[low:high]."""
    if any(word in part for word in CALLS):
        yield from _call().finditer(data, low, high)
    if JOIN in part:
        yield from _list().finditer(data, low, high)


def _joined(data: bytes, chain: tuple[int, int], between: re.Pattern[bytes]) -> Iterator[Replacement]:
    gaps = [gap.span() for gap in between.finditer(data, *chain)]
    size = chain[1] - chain[0] - sum(end - start for start, end in gaps)
    if size in LENGTHS or size >= LONG:
        yield from (Replacement(*gap, b"", ()) for gap in gaps)


_BETWEEN = (
    rb"(?:\"(?:[ \t]{0,8}[+.&|<>^]{0,2}[ \t]{0,8}[\\_]?(?:\r?\n[ \t]{0,80})?[+.&|<>^]{0,2}[ \t]{0,8})[bruf@]{0,2}\""
    rb"|'(?:[ \t]{0,8}[+.&|<>^]{0,2}[ \t]{0,8}[\\_]?(?:\r?\n[ \t]{0,80})?[+.&|<>^]{0,2}[ \t]{0,8})[bruf@]{0,2}'"
    rb"|\\\r?\n[ \t]{0,80})"
)


_COMMA = rb"(?:\"[ \t]{0,8},\s{0,40}\"|'[ \t]{0,8},\s{0,40}')"


@functools.cache
def _comma() -> re.Pattern[bytes]:
    return re.compile(_COMMA)


# Atomic groups, not possessive ones: before Python 3.11.5 those lose their place where a last round fails half way.
_PIECES = rb"(?P<pieces>[A-Za-z0-9+/]{1,128}+(?>(?:%b[A-Za-z0-9+/]{1,128}+={0,2}){1,64}))" % _COMMA


@functools.cache
def _call() -> re.Pattern[bytes]:
    """`"".join([…])`, `concat(…)`, `!Join ["", […]]`."""
    return re.compile(rb"(?:[jJ]oin|[cC]oncat|CONCAT|paste0|implode)[^A-Za-z0-9]{1,40}[\"']" + _PIECES)


@functools.cache
def _list() -> re.Pattern[bytes]:
    """`[…].join("")`."""
    return re.compile(rb"\[\s{0,40}[\"']" + _PIECES + rb"[\"'],?\s{0,40}\]\.join\b")


@functools.cache
def _chain() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{1,128}+(?>(?:%b[A-Za-z0-9+/]{1,128}+={0,2}){1,64})" % _BETWEEN)


@functools.cache
def _gap() -> re.Pattern[bytes]:
    return re.compile(_BETWEEN)


@functools.cache
def _telling() -> tuple[re.Pattern[bytes], ...]:
    """Two literals with nothing but signs between, in what `_signs` makes of the text; searched for by what is rare."""
    return tuple(re.compile(b"%cq[sp]{0,100}b{0,2}q[bp]" % last) for last in b"bp")


@functools.cache
def _signs() -> bytes:
    """What each byte is: a character of base64, a quote, a sign that may stand between literals, a plus, or none."""
    kinds = dict.fromkeys(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/", b"b")
    kinds |= dict.fromkeys(b"\"'", b"q") | dict.fromkeys(b" \t\r\n.&|<>^\\@_", b"s") | {ord("+"): b"p"}
    return b"".join(kinds.get(byte, b" ") for byte in range(256))
