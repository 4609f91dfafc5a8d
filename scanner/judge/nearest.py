"""Which credential of a text a piece of evidence stands nearest to: by borders of records, then lines, then bytes."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from patterns._signal import Subject
from scanner.detect.windows import merged
from scanner.judge.heading import lead
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
AS_NEAR = 8
"""Lines by which one of two neighbours may be farther off and still be the one that is meant."""


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
        self._records = [_with_parts(target) for target in targets]
        self._near = [[_near(data, *span) for span in target.spans] for target in targets]

    def regions(self) -> list[Span]:
        """All that lies around any credential, as disjoint spans in order."""
        spans = [*self._records]
        spans += [window for windows in self._near for window in windows]
        spans += [(max(0, start - KEY_BYTES), min(len(self._data), end + KEY_BYTES)) for start, end, _ in self._parts]
        return merged(spans)

    def gap(self, offset: int) -> int:
        """The number of the gap between neighbouring values that the offset lies in."""
        return bisect_left(self._starts, offset)

    def owner(
        self, found: Span, near: bool, account: str | None, headed: Collection[int] = ()
    ) -> tuple[int, Rank] | None:
        """The credential for which a match speaks, and how near it is; None if it stands too far from it.

        near: whether the match must stand within two lines, and not just in the record.
        account: whom the match names. It then never speaks for the key of another account, and if the nearest key
        is such a one, only for a key that is known to be of this account.
        headed: credentials of which it is known that what tells whose they are stands above them.
        """
        ranked = sorted(self._ranked(found))
        if not ranked:
            return None
        rank, number = ranked[0] if near else self._between(found, ranked, headed)
        if account and self._targets[number].subject.account not in (None, account):
            ranked = [item for item in ranked if self._targets[item[1]].subject.account == account]
            if not ranked:
                return None
            rank, number = ranked[0]
        return (number, rank) if self._holds(number, found, near) else None

    def is_above(self, found: Span, number: int) -> bool:
        """Whether a match stands above all parts of the credential."""
        return found[1] <= min(self._targets[number].spans)[0]

    def _between(self, found: Span, ranked: Sequence[tuple[Rank, int]], headed: Collection[int]) -> tuple[Rank, int]:
        """The nearest; but between two that are about as near, what follows a credential is about that one.

        So it is with the answers to calls, and with records that nothing divides. Where the first such record has it
        the other way round, so have the others.
        """
        nearest = ranked[0]
        equals = [item for item in ranked if item[0][0] == nearest[0][0] and item[0][1] <= nearest[0][1] + AS_NEAR]
        above = next((item for item in equals if self.is_above(found, item[1])), None)
        below = next((item for item in equals if found[0] >= max(self._targets[item[1]].spans)[1]), None)
        if not above or not below or not above[0][1] or not below[0][1]:
            return nearest
        return above if below[1] in headed else below

    def _ranked(self, found: Span) -> Iterator[tuple[Rank, int]]:
        at = self.gap(found[0])
        begins = lead(self._data, found)
        for start, end, number in self._parts[max(0, at - BESIDE) : at + BESIDE]:
            if self._holds(number, found, near=True) or self._holds(number, found, near=False):
                rank = _rank(self._data, found, begins, (start, end))
                if rank:
                    yield rank, number

    def _holds(self, number: int, found: Span, near: bool) -> bool:
        spans = self._near[number] if near else [self._records[number]]
        return any(start <= found[0] and found[1] <= end for start, end in spans)


def _rank(data: bytes, found: Span, begins: int, part: Span) -> Rank | None:
    """None where a section or too much lies between. A comment that heads lines leans towards what follows it."""
    if part[1] <= found[0]:
        apart = distance(data, part[1], found[0])
        lean = int(begins > found[1] and bool(apart and apart.lines))
    elif found[1] <= part[0]:
        apart, lean = distance(data, min(max(begins, found[1]), part[0]), part[0]), 0
    else:
        return TOUCHING
    return (apart.crossings, apart.lines + lean, apart.bytes) if apart else None


def _with_parts(target: Target) -> Span:
    """The record and all parts: in a row with a password and a key those of one stand between those of the other."""
    starts, ends = zip(target.record, *target.spans, strict=True)
    return min(starts), max(ends)


def _near(data: bytes, start: int, end: int) -> Span:
    """From two lines above to two below; one that opens or closes a block of code, or underlines, is not counted."""
    low, high = max(0, start - NEAR_BYTES), min(len(data), end + NEAR_BYTES)
    first, last, above, below = start, end - 1, 0, 0
    while above <= NEAR_LINES and first >= low:
        before, first = first, data.rfind(b"\n", low, first)
        above += not _fence().fullmatch(data, first + 1, before)
    while below <= NEAR_LINES and last >= 0:
        after, last = last, data.find(b"\n", last + 1, high)
        below += not _fence().fullmatch(data, after + 1, last if last >= 0 else high)
    return max(low, first + 1), last if last >= 0 else high


@functools.cache
def _fence() -> re.Pattern[bytes]:
    return re.compile(
        rb"[ \t>]{0,8}(?:(?:`{3}|~{3})[\w \-]{0,20}|\{(?:code|noformat)(?::\w{1,20})?\}|</?(?:pre|code)>"
        rb"|[=\-~^*]{3,80})[ \t]*\r?"
    )
