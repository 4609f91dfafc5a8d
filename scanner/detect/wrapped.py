"""The lines of a block of base64, which may be wrapped at 64 or 76 characters."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

REACH = 16_384
"""Characters of a block that are read on either side of a clue."""
WIDTH = 60
"""Characters that the lines of a wrapped block have at least."""


class Line(NamedTuple):
    """Characters of a block. start: how many come before them in the block; source: where they stand."""

    start: int
    source: int
    text: bytes

    @property
    def end(self) -> int:
        """Where the characters behind them stand."""
        return self.source + len(self.text)


def lines(data: bytes, at: int, floor: int, reach: int = REACH) -> list[Line]:
    """The lines around the character at `at`, from `floor` on. reach: characters behind it that are read."""
    low, high = max(floor, at - REACH), min(len(data), at + reach)
    middle = _line(data, at, low, high)
    found = [middle]
    if len(middle.text) % 4 == 0 and middle.source > low:
        found = [*_before(data, middle, low), middle]
    width = max(len(line.text) for line in found)
    if len(middle.text) == width >= WIDTH and width % 4 == 0:
        found += _after(data, middle, high)
    start = 0
    result = []
    for line in found:
        result.append(line._replace(start=start))
        start += len(line.text)
    return result


def _line(data: bytes, at: int, low: int, high: int) -> Line:
    """The run of characters of the alphabet around `at`; of the one for URLs, if its signs stand in it."""
    start, end = _run(data, at, low, high, _standard())
    if data[max(low, start - 1) : start] in (b"-", b"_") or data[end : end + 1] in (b"-", b"_"):
        other = _run(data, at, low, high, _for_urls())
        start, end = max((start, end), other, key=lambda span: span[1] - span[0])
    if start < at and data[start - 1 : start + 1] in (b"\\n", b"\\r", b"\\t"):
        start += 1
    return Line(0, start, data[start:end])


def _run(data: bytes, at: int, low: int, high: int, alphabet: re.Pattern[bytes]) -> tuple[int, int]:
    before, after = alphabet.match(data[low:at][::-1]), alphabet.match(data, at, high)
    return at - (before.end() if before else 0), after.end() if after else at


def _before(data: bytes, line: Line, low: int) -> list[Line]:
    """The full lines above, all of one width."""
    backwards = data[low : line.source][::-1]
    found: list[Line] = []
    at, width = 0, 0
    while match := _line_above().match(backwards, at):
        size = len(match[1])
        if size % 4 or size < len(line.text) or width not in (0, size):
            break
        at, width = match.end(), size
        found.append(Line(0, line.source - at, match[1][::-1]))
    return found[::-1]


def _after(data: bytes, line: Line, high: int) -> list[Line]:
    """The lines below, up to the first that is shorter."""
    found: list[Line] = []
    end = line.end
    while match := _line_below().match(data, end, high):
        if len(match[1]) > len(line.text):
            break
        found.append(Line(0, match.start(1), match[1]))
        end = match.end()
        if len(match[1]) < len(line.text):
            break
    return found


@functools.cache
def _standard() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z0-9+/]*+")


@functools.cache
def _for_urls() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z0-9_\-]*+")


@functools.cache
def _line_above() -> re.Pattern[bytes]:
    """A line end, backwards, and the line before it."""
    return re.compile(rb"[ \t]{0,80}+(?:\n\r?|n\\(?:r\\)?)([A-Za-z0-9+/]{%d,}+)" % WIDTH)


@functools.cache
def _line_below() -> re.Pattern[bytes]:
    return re.compile(rb"(?:\r?\n[ \t]{0,80}|(?:\\r)?\\n[ \t]{0,80})([A-Za-z0-9+/]+)")
