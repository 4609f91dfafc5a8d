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
FAR_LINES = 200
FARTHEST_BYTES = 16_384
REACH = 1024
"""Bytes of a line on either side of a value that are looked at."""
_HEADER = rb"^[ \t]*\[{1,2}[A-Za-z0-9][^\]\[\n\"',{}()=]{0,80}\]{1,2}[ \t]*\r?$"
NO_DIVIDER = bytes(set(range(256)) - set(b",;\t|"))


@dataclass(frozen=True, slots=True, order=True)
class Distance:
    """How far two values are apart; smaller is nearer.

    crossings: borders of records. depth: whether one lies deeper than the other. lines: newlines.
    """

    crossings: int
    depth: bool
    lines: int
    bytes: int


def distance(data: bytes, end: int, start: int, far: bool = False) -> Distance | None:
    """From the end of one value to the start of a later one; None where they cannot belong together.

    That is where a section header or a document separator stands between them, or where they are more than 40 lines or
    16 KiB apart. far: whether 200 lines will do, and another document of the same file.
    """
    if start - end > FARTHEST_BYTES:
        return None
    gap = data[end:start]
    lines = gap.count(b"\n")
    whole = gap.rfind(b"\n") + 1  # what the later value's line begins with, `[INFO] ` for one, is no header
    divider = _header() if far else _section()
    if lines > (FAR_LINES if far else FARTHEST_LINES) or divider.search(gap, 0, whole):
        return None
    left, entered = _containers(gap)
    crossings = min(left, entered) + len(_paragraph().findall(gap))
    if lines:
        crossings += _dedents(data, end, start) + _rows(data, end, start)
    depth = left != entered or bool(lines and _indented(data, end, start))
    return Distance(crossings, depth, lines, start - end)


def record(data: bytes, start: int, end: int, low: int, high: int) -> tuple[int, int]:
    """The span of the record around data[start:end], not beyond `low` and `high`.

    low, high: where the neighbours end and begin, so that a record never holds another's values. Grows over
    sections and containers, to at most 16 KiB either side; comments right above its section are in it.
    """
    low, high = max(low, start - FARTHEST_BYTES), min(high, end + FARTHEST_BYTES)
    header = None
    for header in _section().finditer(data, low, start):  # noqa: B007 - the last one is wanted
        pass
    if header:
        low = _remarks(data, low, header.start())
    following = _section().search(data, end, high)
    return low, following.start() if following else high


def _remarks(data: bytes, low: int, header: int) -> int:
    """Where the comments right above a section header begin; the header's own start if there are none."""
    found = _comments().search(data, max(low, header - REACH), header)
    return found.start() if found else header


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


def _containers(gap: bytes) -> tuple[int, int]:
    """How many containers are left on the way, and how many entered: as many, between siblings."""
    closed = opened = 0
    for token in _brackets().findall(gap):
        if token in b")]}" or token.startswith(b"</"):
            if opened:
                opened -= 1
            else:
                closed += 1
        else:
            opened += 1
    return closed, opened


def _dedents(data: bytes, end: int, start: int) -> int:
    """How many levels are left on the way: at which lines between are indented less than both values' lines, or begin
    an item as the first line does."""
    first = _indent(data, end)
    last = _indent(data, start)
    between = _indents().findall(data, end, start)
    edge = min(first[0], last[0])
    levels = {len(space) for space, dash in between if len(space) < edge or (dash and len(space) <= first[0])}
    if last[1] and last[0] <= first[0]:
        levels.add(last[0])
    return len(levels)


def _indent(data: bytes, at: int) -> tuple[int, bool]:
    """How far the line at `at` is indented, and whether it begins a list item."""
    line = data.rfind(b"\n", max(0, at - FARTHEST_BYTES), at) + 1
    found = _line_start().match(data, line)
    return (len(found[1]), bool(found[2])) if found else (0, False)


def _rows(data: bytes, end: int, start: int) -> int:
    """One if the two lines are rows of a table and the values in different columns of it.

    That is where they are divided in as many cells, of which there are at least three.
    """
    one, other = (_line(data, at).translate(None, NO_DIVIDER) for at in (end, start))
    if len(one) < 2 or one != other or len(set(one)) > 1:
        return 0
    columns = [data[max(0, at - REACH) : at].rpartition(b"\n")[2].count(one[:1]) for at in (end, start)]
    return int(columns[0] != columns[1])


def _indented(data: bytes, end: int, start: int) -> bool:
    """Whether both lines are entries that begin with a name, and one is indented more than the other."""
    one, other = (_entry().match(_line(data, at)) for at in (end, start))
    return bool(one and other) and len(one[1]) != len(other[1])  # type: ignore[index]


def _line(data: bytes, at: int) -> bytes:
    """The line that the offset lies in, as far as it is within reach."""
    first = data.rfind(b"\n", max(0, at - REACH), at)
    last = data.find(b"\n", at, at + REACH)
    return data[first + 1 if first >= 0 else max(0, at - REACH) : last if last >= 0 else at + REACH]


@functools.cache
def _comments() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^(?:[ \t]*(?:#|;|//)[^\n]{0,400}\n){1,4}\Z")


@functools.cache
def _section() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)%b|^[ \t]*---[ \t]*\r?$" % _HEADER)


@functools.cache
def _header() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)" + _HEADER)


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
def _entry() -> re.Pattern[bytes]:
    return re.compile(rb"([ \t]*(?:-[ \t]+)?)[\"']?[A-Za-z_][\w.\-]*[\"']?[ \t]*[:=]")


@functools.cache
def _line_start() -> re.Pattern[bytes]:
    return re.compile(rb"([ \t]*)(-[ \t])?")
