"""Dumps of bytes as `xxd`, `hexdump -C` and `tcpdump -X` print them: an offset, the bytes in hex, and how they read."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.detect.offsets import Replacement, Run

ROW = 16
"""Bytes of a line at most."""


def dumps(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """The dumps in data[low:high], of three lines or more."""
    for block in _block().finditer(data, low, high):
        places = [place for line in _line().finditer(data, *block.span()) for place in _bytes(data, *line.span("hex"))]
        text = bytes(int(data[place : place + 2], 16) for place in places)
        yield Replacement(*block.span(), text, tuple(Run(at, place) for at, place in enumerate(places)))


def _bytes(data: bytes, start: int, end: int) -> list[int]:
    """Where the bytes of a line stand: what goes on behind them is how they read, and may look like hex."""
    return [found.start() for found in _pair().finditer(data, start, end)][:ROW]


@functools.cache
def _block() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)(?>(?:^%b[^\n]{0,80}(?:\n|\Z)){3,4096})" % _LINE)


@functools.cache
def _line() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^" + _LINE)


@functools.cache
def _pair() -> re.Pattern[bytes]:
    return re.compile(rb"[0-9A-Fa-f]{2}")


_LINE = (
    rb"[ \t]{0,8}(?:0x)?[0-9A-Fa-f]{4,16}(?:[ \t]|:[ \t])[ \t]{0,2}"
    rb"(?P<hex>[0-9A-Fa-f]{2}(?>(?:[ ]{0,2}[0-9A-Fa-f]{2}){0,15}))(?![0-9A-Fa-f])"
)
"""Its name can be given once: in a block the group is that of the last line."""
