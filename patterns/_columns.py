"""What the column is called in which a cell of a table stands. Support."""

from __future__ import annotations

from collections.abc import Iterator

from patterns._cells import LONGEST, divider_of, row
from patterns._names import is_foreign, words_of

MOST = 8
"""Lines above a cell among which the header is looked for, before the first line of the content is taken for it."""
RULES = b"|+-=: \t\r"
"""Signs that lines between rows consist of."""
IDS = (b"AKIA", b"ASIA")
"""How values begin that a header has none of."""


def is_of_a_foreign_column(data: bytes, start: int, end: int) -> bool:
    """Whether data[start:end] is a cell, and the header of its column calls it something else: `ETag`, `Request ID`."""
    called = _heading(data, start, end)
    words = words_of(called)
    return is_foreign(called) or (b"id" in words and b"key" not in words)


def _heading(data: bytes, start: int, end: int) -> bytes:
    begin = data.rfind(b"\n", max(0, start - LONGEST), start) + 1
    stop = data.find(b"\n", end, end + LONGEST)
    line = data[begin : stop if stop >= 0 else end + LONGEST]
    divider = divider_of(line)
    cells = row(line, 0, len(line), divider) if divider else []
    span = (start - begin, end - begin)
    for above in _above(data, begin) if span in cells else ():
        names = row(above, 0, len(above), divider)
        if len(names) == len(cells):
            return above[slice(*names[cells.index(span)])]
    return b""


def _above(data: bytes, begin: int) -> Iterator[bytes]:
    """The lines above, from below, and the first of all, but those that rule or hold a key ID."""
    end = begin - 1
    for _ in range(MOST):
        if end <= 0:
            return
        at = data.rfind(b"\n", max(0, end - LONGEST), end) + 1
        line = data[at:end]
        if not any(prefix in line for prefix in IDS) and line.strip(RULES):
            yield line
        end = at - 1
    yield data[:LONGEST].split(b"\n", 1)[0]
