"""Blocks that say where they begin and end, in uuencode and in Ascii85, read as the text that they are."""

from __future__ import annotations

import binascii
import functools
import re
from collections.abc import Iterable, Iterator

from scanner.detect.blocks import TEXT
from scanner.detect.clues import Clue
from scanner.detect.offsets import Replacement, Run, over_lines
from scanner.detect.packed import GZIP, ZIP, unpacked

LONGEST = 65_536
"""Bytes of a block that are read."""
HEAD = b"begin "
"""How a file in uuencode begins."""


def framed(data: bytes, clues: Iterable[Clue]) -> Iterator[Replacement]:
    """The blocks that begin at the clues, or around them, as far as they are text, or gzip or ZIP packed it."""
    done = 0
    for clue in clues:
        if clue.kind.literal.startswith(HEAD):
            yield from _uuencoded(data, clue.start)
        elif clue.kind.is_framed and clue.start >= done:
            done = data.find(b"~>", clue.start, clue.start + LONGEST) + 2
            yield from _ascii85(data, clue.start, done)


def _uuencoded(data: bytes, at: int) -> Iterator[Replacement]:
    """What stands below the line with the name of the file."""
    start = data.find(b"\n", at) + 1
    pieces, runs = [], []
    end, size = start, 0
    for line in _line().finditer(data, start, start + LONGEST):
        try:
            piece = binascii.a2b_uu(line["line"])
        except binascii.Error:
            break
        if line.start() != end or not piece:
            break
        pieces.append(piece)
        runs.append(Run(size, line.start() + 1, 4, 3))
        end, size = line.end(), size + len(piece)
    yield from _read(start, end, b"".join(pieces), tuple(runs))


def _ascii85(data: bytes, at: int, end: int) -> Iterator[Replacement]:
    """What stands between the sign before a place and the one that ends at `end`."""
    from base64 import a85decode  # only where there is such a block

    start = data.rfind(b"<~", max(0, at - LONGEST), at)
    try:
        text = a85decode(data[start + 2 : end - 2], ignorechars=b" \t\n\r") if start >= 0 and end > at else b""
    except ValueError:
        return
    lines = [line.span() for line in _written().finditer(data, start + 2, end - 2)]
    yield from _read(start, end, text, over_lines(lines, 5, 4))


def _read(start: int, end: int, text: bytes, runs: tuple[Run, ...]) -> Iterator[Replacement]:
    if text.startswith((GZIP, ZIP)):
        packed = unpacked(text, start, end)
        yield from [packed] if packed else []
    elif text and not text.strip(TEXT):
        yield Replacement(start, end, text, runs)


@functools.cache
def _line() -> re.Pattern[bytes]:
    """A line of up to 45 bytes, the first character of which says how many they are."""
    return re.compile(rb"(?P<line>[!-M][ -`]{2,62})\r?\n")


@functools.cache
def _written() -> re.Pattern[bytes]:
    return re.compile(rb"[^\s]+")
