"""Which credential of a text a piece of evidence stands nearest to: by borders of records, then lines, then bytes."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from patterns._signal import Subject
from scanner.judge.structure import distance

Span = tuple[int, int]
Rank = tuple[int, int, int]
"""Borders of records, lines and bytes between; the smaller the nearer."""

NEAR_LINES = 2
NEAR_BYTES = 2000
"""A line that is longer is cut so far from the value."""
KEY_BYTES = 3000
"""How far from a key ID a record can begin or end that names it."""
BESIDE = 8
"""So many values on either side of a match are asked whether it is theirs."""
TOUCHING: Rank = (0, 0, 0)


@dataclass(frozen=True, slots=True)
class Target:
    """A credential that evidence is looked for: what may be known of it, where its parts are, and its record."""

    subject: Subject
    spans: tuple[Span, ...]
    record: Span


class Surroundings:
    """The parts of all credentials of one text, and what lies around them."""

    def __init__(self, data: bytes, targets: Sequence[Target]) -> None:
        self._data = data
        self._targets = targets
        self._parts = sorted((*span, number) for number, target in enumerate(targets) for span in target.spans)
        self._starts = [start for start, _, _ in self._parts]
        self._near = [[_near(data, *span) for span in target.spans] for target in targets]

    def regions(self) -> list[Span]:
        """All that lies around any credential, as disjoint spans in order."""
        spans = [target.record for target in self._targets]
        spans += [window for windows in self._near for window in windows]
        spans += [(max(0, start - KEY_BYTES), min(len(self._data), end + KEY_BYTES)) for start, end, _ in self._parts]
        return _united(spans)

    def owner(self, found: Span, near: bool, account: str | None) -> tuple[int, Rank] | None:
        """The credential for which a match speaks, and how near it is; None if it stands too far from it.

        near: whether the match must stand within two lines, and not just in the record.
        account: whom the match names. It then never speaks for the key of another account, and if the nearest key
        is such a one, only for a key that is known to be of this account.
        """
        ranked = sorted(self._ranked(found))
        if not ranked:
            return None
        rank, number = ranked[0]
        if account and self._targets[number].subject.account not in (None, account):
            ranked = [item for item in ranked if self._targets[item[1]].subject.account == account]
            if not ranked:
                return None
            rank, number = ranked[0]
        return (number, rank) if self._holds(number, found, near) else None

    def _ranked(self, found: Span) -> Iterator[tuple[Rank, int]]:
        at = bisect_left(self._starts, found[0])
        lead = _lead(self._data, found)
        for start, end, number in self._parts[max(0, at - BESIDE) : at + BESIDE]:
            if self._holds(number, found, near=True) or self._holds(number, found, near=False):
                rank = _rank(self._data, found, lead, (start, end))
                if rank:
                    yield rank, number

    def _holds(self, number: int, found: Span, near: bool) -> bool:
        spans = self._near[number] if near else [self._targets[number].record]
        return any(start <= found[0] and found[1] <= end for start, end in spans)


def _rank(data: bytes, found: Span, lead: int, part: Span) -> Rank | None:
    """None where a section or too much lies between. A comment that heads lines leans towards what follows it."""
    if part[1] <= found[0]:
        apart = distance(data, part[1], found[0])
        lean = int(lead > found[1] and bool(apart and apart.lines))
    elif found[1] <= part[0]:
        apart, lean = distance(data, min(max(lead, found[1]), part[0]), part[0]), 0
    else:
        return TOUCHING
    return (apart.crossings, apart.lines + lean, apart.bytes) if apart else None


def _lead(data: bytes, found: Span) -> int:
    """Where what a comment heads begins: behind it, further comments and the section header; 0 if it is no comment."""
    line = data.rfind(b"\n", max(0, found[0] - NEAR_BYTES), found[0]) + 1
    heading = _comment().match(data, line)
    return heading.end() if heading and heading.end() >= found[1] else 0


def _near(data: bytes, start: int, end: int) -> Span:
    """From two lines above to two below."""
    low, high = max(0, start - NEAR_BYTES), min(len(data), end + NEAR_BYTES)
    first, last = start, end - 1
    for _ in range(NEAR_LINES + 1):
        first = data.rfind(b"\n", low, first) if first >= low else first
        last = data.find(b"\n", last + 1, high) if last >= 0 else last
    return max(low, first + 1), last if last >= 0 else high


def _united(spans: Sequence[Span]) -> list[Span]:
    united: list[Span] = []
    for start, end in sorted(spans):
        if united and start <= united[-1][1]:
            united[-1] = united[-1][0], max(end, united[-1][1])
        else:
            united.append((start, end))
    return united


@functools.cache
def _comment() -> re.Pattern[bytes]:
    return re.compile(
        rb"[ \t]*(?:(?:#|;|//|/\*|\*|--|<!--)[^\n]{0,2000}|[^\n=]{0,400}:[ \t]*\r?(?=\n))"
        rb"(?:\n[ \t]*(?:#|;|//|\*|--|\[)[^\n]{0,2000}){0,4}\n?"
    )
