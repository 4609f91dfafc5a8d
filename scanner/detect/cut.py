"""Secrets that a line's end, a cell's or a sign that nobody sees cuts in two, as mail, tables and word processors do.

Nothing says that the halves are one but that together they are forty random characters, and each is all that stands
there.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from patterns._checks import looks_random
from scanner.detect.offsets import Replacement

LENGTH = 40
"""Characters of a secret access key."""
LEAST = 8
"""Characters of the first piece at least."""


def cuts(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """What stands between the two pieces of a secret in data[low:high]."""
    for found in _cut().finditer(data, low, high):
        value = found["head"] + found["tail"]
        if (
            len(value) == LENGTH
            and looks_random(value)
            and not _is_something_else(data, found.start(), found.end("tail"))
        ):
            yield Replacement(*found.span("gap"), b"", ())


def _is_something_else(data: bytes, start: int, end: int) -> bool:
    """Whether one piece is a key ID or a word, or both are lines of a block of more."""
    before, behind = _line_before().search(data, max(0, start - 120), start), _line_behind().match(data, end, end + 120)
    lines = [found[1] for found in (before, behind) if found]
    return bool(_words().search(data, start, end)) or any(not _words().match(line) for line in lines)


@functools.cache
def _line_before() -> re.Pattern[bytes]:
    return re.compile(rb"([A-Za-z0-9+/=]{16,}+)[ \t|]*\r?\n[ \t>|]*\Z")


@functools.cache
def _line_behind() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t|]*\r?\n[ \t>|]*([A-Za-z0-9+/=]{16,}+)")


@functools.cache
def _cut() -> re.Pattern[bytes]:
    gap = rb"[ \t|]{0,60}+\r?\n[ \t>|]{0,60}|<w?br ?/?>|&shy;|\xc2\xad|\xe2\x80[\x8b-\x8d]"
    return re.compile(
        rb"(?<![A-Za-z0-9+/=_.\-])(?P<head>[A-Za-z0-9+/]{%d,39}+)(?P<gap>%b)(?=(?P<tail>[A-Za-z0-9+/]{1,32}+)(?![A-Za-z0-9+/=_.(:\-]))"
        % (LEAST, gap)
    )


@functools.cache
def _words() -> re.Pattern[bytes]:
    """A key ID as one of the pieces, or a word."""
    return re.compile(
        rb"A[KS]IA[A-Z0-9]{16}|(?<![A-Za-z0-9+/])(?:[A-Z]?[a-z]{5,}|[A-Z]{5,}|[0-9]{5,})(?![A-Za-z0-9+/])"
    )
