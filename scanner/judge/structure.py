"""How two places of a text are divided: by sections, containers, paragraphs and lines. No format is parsed.

Pairing and evidence ask the same question, whether two values belong to one record, of files in any syntax, half
of them broken. What separates records in all of them is lexical: section headers, closing and opening brackets or
tags, lines that are less indented, blank lines.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

FARTHEST_LINES = 40
FARTHEST_BYTES = 16_384


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """How far two values are apart; smaller is nearer. `crossings` are borders of records, `lines` newlines."""

    crossings: int
    lines: int
    bytes: int


def distance(data: bytes, end: int, start: int) -> Distance | None:
    """From the end of one value to the start of a later one; None where they cannot belong together.

    That is where a section header or a document separator stands between them, or where they are more than
    40 lines or 16 KiB apart.
    """
    if start - end > FARTHEST_BYTES:
        return None
    gap = data[end:start]
    lines = gap.count(b"\n")
    if lines > FARTHEST_LINES or (lines and _section().search(gap)):
        return None
    crossings = _containers(gap) + (_dedents(data, end, start) if lines else 0) + len(_paragraph().findall(gap))
    return Distance(crossings, lines, start - end)


def record(data: bytes, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The span of the record around data[start:end], not beyond `low` and `high`.

    low, high: where the neighbours end and begin, so that a record never holds another's values. Grows over
    sections and containers, to at most 16 KiB either side.
    """
    low, high = max(low, start - FARTHEST_BYTES), min(high, end + FARTHEST_BYTES)
    header = None
    for header in _section().finditer(data, low, start):  # noqa: B007 - the last one is wanted
        pass
    if header:
        low = header.start()
    following = _section().search(data, end, high)
    return low, following.start() if following else high


def records(data: bytes, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The record of each span, between its neighbours."""
    order = sorted(range(len(spans)), key=lambda number: spans[number])
    found = dict.fromkeys(order, (0, 0))
    for at, number in enumerate(order):
        low = max((spans[other][1] for other in order[max(0, at - 8) : at]), default=0)
        high = min((spans[other][0] for other in order[at + 1 : at + 9]), default=len(data))
        start, end = spans[number]
        found[number] = record(data, start, end, min(low, start), max(high, end))
    return [found[number] for number in range(len(spans))]


def _containers(gap: bytes) -> int:
    """How many containers are left and as many entered again on the way, as between siblings."""
    closed = opened = 0
    for token in _brackets().findall(gap):
        if token in b")]}" or token.startswith(b"</"):
            if opened:
                opened -= 1
            else:
                closed += 1
        else:
            opened += 1
    return min(closed, opened)


def _dedents(data: bytes, end: int, start: int) -> int:
    """One if a line between is indented less than both values' lines, or begins an item as the first line does."""
    first = _indent(data, end)
    last = _indent(data, start)
    between = _indents().findall(data, end, start)
    edge = min(first[0], last[0])
    if last[1] and last[0] <= first[0]:
        return 1
    return int(any(len(space) < edge or (dash and len(space) <= first[0]) for space, dash in between))


def _indent(data: bytes, at: int) -> tuple[int, bool]:
    """How far the line at `at` is indented, and whether it begins a list item."""
    line = data.rfind(b"\n", max(0, at - FARTHEST_BYTES), at) + 1
    found = _line_start().match(data, line)
    return (len(found[1]), bool(found[2])) if found else (0, False)


@functools.cache
def _section() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*(?:\[{1,2}[A-Za-z0-9][^\]\[\n\"',{}()=]{0,80}\]{1,2}[ \t]*\r?$|---[ \t]*\r?$)")


@functools.cache
def _brackets() -> re.Pattern[bytes]:
    return re.compile(rb"[(){}\[\]]|</(?=[A-Za-z])|<(?=[A-Za-z][^<>]{0,200}[^/<>]>|[A-Za-z]>)")


@functools.cache
def _paragraph() -> re.Pattern[bytes]:
    return re.compile(rb"\n(?:[ \t]*\r?\n)+")


@functools.cache
def _indents() -> re.Pattern[bytes]:
    return re.compile(rb"\n([ \t]*)(-[ \t])?(?=[^\s#])")


@functools.cache
def _line_start() -> re.Pattern[bytes]:
    return re.compile(rb"([ \t]*)(-[ \t])?")
