"""Lines and columns of offsets, counted once over the content however many offsets are asked for."""

from __future__ import annotations

from collections.abc import Iterable

Place = tuple[int, int]


def places(data: bytes, offsets: Iterable[int], line: int = 1, column: int = 1) -> dict[int, Place]:
    """(line, column) of each offset, both from 1; columns in characters of the UTF-8 text.

    line, column: where `data` itself begins. Bytes that are not UTF-8 count as one character each.
    """
    result: dict[int, Place] = {}
    at = 0
    for offset in sorted(set(offsets)):
        newlines = data.count(b"\n", at, offset)
        if newlines:
            line += newlines
            at, column = data.rfind(b"\n", at, offset) + 1, 1
        column += characters(data[at:offset])
        at = offset
        result[offset] = (line, column)
    return result


def characters(data: bytes) -> int:
    """How many characters the bytes are."""
    return len(data) if data.isascii() else len(data.decode("utf-8", "surrogateescape"))


def lines_of(data: bytes, start: int, end: int, most: int = 2000) -> tuple[bytes, bytes]:
    """The lines that hold the span, and the line before them; of each at most `most` bytes around the span."""
    low = data.rfind(b"\n", max(0, start - most), start) + 1 or max(0, start - most)
    high = data.find(b"\n", end, end + most)
    before = data[max(0, low - most) : max(0, low - 1)].rsplit(b"\n", 1)[-1] if data[low - 1 : low] == b"\n" else b""
    return data[low : high if high >= 0 else min(len(data), end + most)], before
