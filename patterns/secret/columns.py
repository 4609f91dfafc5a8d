"""What the column is called in which a cell of a table stands. Support."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from patterns._cells import LONGEST, bare, divider_of, row
from patterns._names import is_foreign, words_of
from patterns._owners import is_of_a_vendor, is_of_aws, is_of_others
from patterns.secret.called import by_name

MOST = 8
"""Lines above a cell among which the header is looked for, before the first line of the content is taken for it."""
FARTHEST = 8192
"""Bytes above a cell in which a statement of SQL lists its columns."""
LISTS = (b"VALUES", b"values", b"stdin")
"""What stands behind such a list."""
RULES = b"|+-=: \t\r"
"""Signs that lines between rows consist of."""
IDS = (b"AKIA", b"ASIA")
"""How values begin that a header has none of."""
THINGS = frozenset((b"token", b"avatar", b"photo", b"image", b"cookie"))
"""What columns hold that are no secrets of AWS's."""


class Row(NamedTuple):
    """A row under its header. at: which of its cells is asked about."""

    names: list[bytes]
    cells: list[bytes]
    at: int


def is_of_a_foreign_column(data: bytes, start: int, end: int) -> bool:
    """Whether data[start:end] is a cell, and the header of its column calls it something else: `ETag`, `Request ID`.

    Or that of another one calls what stands there the secret.
    """
    found = _of_a_statement(data, start, end) or _of_a_table(data, start, end)
    if not found:
        return False
    called = found.names[found.at]
    return _is_foreign(called) or (not by_name(called) and _has_the_secret(found))


def _is_foreign(called: bytes) -> bool:
    words = words_of(called)
    if is_foreign(called) or (b"id" in words and b"key" not in words) or is_of_others(called):
        return True
    return not is_of_aws(called) and (not THINGS.isdisjoint(words) or is_of_a_vendor(called))


def _has_the_secret(found: Row) -> bool:
    """Whether forty characters stand in a column that is called as a secret access key is."""
    return any(by_name(name) and _forty().fullmatch(cell) for name, cell in zip(found.names, found.cells, strict=True))


def _of_a_table(data: bytes, start: int, end: int) -> Row | None:
    begin = data.rfind(b"\n", max(0, start - LONGEST), start) + 1
    stop = data.find(b"\n", end, end + LONGEST)
    line = data[begin : stop if stop >= 0 else end + LONGEST]
    divider = b"" if b"</td>" in line else divider_of(line)
    cells = row(line, 0, len(line), divider)
    span = (start - begin, end - begin)
    for above in _above(data, begin) if span in cells else ():
        names = row(above, 0, len(above), divider)
        if len(names) == len(cells):
            return Row(
                [above[slice(*name)] for name in names], [line[slice(*cell)] for cell in cells], cells.index(span)
            )
    return None


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


def _of_a_statement(data: bytes, start: int, end: int) -> Row | None:
    """Of rows that SQL inserts, or copies from what follows."""
    columns = _listed(data, start)
    if columns is None:
        return None
    first, last, divider = (b"(", b")", b",") if columns["values"] else (b"\n", b"\n", b"\t")
    low, high = data.rfind(first, columns.end() - 1, start) + 1, data.find(last, end, end + LONGEST)
    names, cells = (_divided(text, sign) for text, sign in ((columns["names"], b","), (data[low:high], divider)))
    at = data.count(divider, low, start)
    return Row(names, cells, at) if low and len(names) == len(cells) and cells[at] == data[start:end] else None


def _listed(data: bytes, start: int) -> re.Match[bytes] | None:
    """The last list of columns above."""
    word = max(data.rfind(word, max(0, start - FARTHEST), start) for word in LISTS)
    found = _statement().finditer(data, max(0, word - LONGEST), min(word + 128, start)) if word >= 0 else ()
    return next(reversed([*found]), None)


def _divided(text: bytes, sign: bytes) -> list[bytes]:
    ends = [found.start() for found in re.finditer(re.escape(sign), text)]
    return [
        text[slice(*bare(text, low, high))]
        for low, high in zip([0, *(e + 1 for e in ends)], [*ends, len(text)], strict=True)
    ]


@functools.cache
def _statement() -> re.Pattern[bytes]:
    """The columns that a statement lists, and by what its rows begin."""
    return re.compile(
        rb"(?i)\((?P<names>[^()]{1,2000})\)\s{0,8}(?:(?P<values>\bVALUES\b)\s{0,8}(?=\()|\bFROM\s{1,8}STDIN\b[^\n]{0,80}\n)"
    )


@functools.cache
def _forty() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z0-9+/]{40}")
