"""Where the bytes of a decoded text stand in the text that it was decoded from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Offsets(Protocol):
    """Gives the place in the original of a byte of the text, and of the end of the text."""

    def __getitem__(self, at: int, /) -> int:
        """The place of one byte."""


class Run(NamedTuple):
    """Bytes of a decoded text that stand evenly in the original: from `source` on, `units` bytes there for `each`."""

    start: int
    source: int
    units: int = 1
    each: int = 1


class Replacement(NamedTuple):
    """original[start:end] reads `text`. runs: where the text's bytes stand, from its start; by default evenly."""

    start: int
    end: int
    text: bytes
    runs: tuple[Run, ...]

    def __repr__(self) -> str:
        return f"Replacement({self.start}, {self.end})"


class Runs:
    """Offsets of a text that was put together of runs."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs
        self._starts = [run.start for run in runs]

    def __getitem__(self, at: int) -> int:
        run = self._runs[bisect_right(self._starts, at) - 1]
        return run.source + (at - run.start) * run.units // run.each


class Chain:
    """Offsets through two texts: from the inner one, which was decoded last, to the original of the outer one."""

    def __init__(self, inner: Offsets, outer: Offsets) -> None:
        self._inner, self._outer = inner, outer

    def __getitem__(self, at: int) -> int:
        return self._outer[self._inner[at]]


def even(start: int, end: int, text: bytes, units: int, each: int = 1) -> Replacement:
    """A replacement whose bytes stand evenly: `units` of the original for `each` of the text."""
    return Replacement(start, end, text, (Run(0, start, units, each),))


def over_lines(lines: Iterable[tuple[int, int]], units: int, each: int) -> tuple[Run, ...]:
    """Where the bytes of a text stand that goes on over lines, of which some may end within a unit.

    lines: where each begins and ends.
    """
    runs = []
    before = 0
    for start, end in lines:
        first = -(-before * each // units)
        runs.append(Run(first, start + first * units // each - before, units, each))
        before += end - start
    return tuple(runs)


def apart(replacements: Iterable[Replacement]) -> list[Replacement]:
    """The replacements in order of place; of those that overlap the first, and of those the longest."""
    result: list[Replacement] = []
    end = 0
    for item in sorted(replacements, key=lambda item: (item.start, -item.end)):
        if item.start >= end:
            result.append(item)
            end = item.end
    return result


class Rewritten:
    """A text with replacements made in it, and the way back and forth."""

    def __init__(self, data: bytes, replacements: list[Replacement]) -> None:
        """replacements: in order and apart."""
        pieces: list[bytes] = []
        runs: list[Run] = []
        self._kept: list[Run] = []
        at = size = 0
        for item in replacements:
            self._kept.append(Run(size, at))
            pieces += (data[at : item.start], item.text)
            size += item.start - at
            runs.append(self._kept[-1])
            runs += [Run(run.start + size, run.source, run.units, run.each) for run in item.runs]
            at, size = item.end, size + len(item.text)
        self._kept.append(Run(size, at))
        runs.append(self._kept[-1])
        self.data = b"".join((*pieces, data[at:]))
        self.offsets = Runs(runs)
        self._size = len(data)
        self._sources = [run.source for run in self._kept]
        self._ends = [item.start for item in replacements]

    def image(self, start: int, end: int) -> int | None:
        """Where a part of the original begins in the text; None if something of it was replaced."""
        number = bisect_right(self._sources, start) - 1
        if number < len(self._ends) and end > self._ends[number]:
            return None
        run = self._kept[number]
        return run.start + start - run.source

    def near(self, at: int) -> int:
        """Where in the text a place of the original is, or where the replacement that holds it ends.

        The place may lie outside; it is the beginning or the end then.
        """
        at = min(max(at, 0), self._size)
        number = bisect_right(self._sources, at) - 1
        if number < len(self._ends) and at > self._ends[number]:
            return self._kept[number + 1].start
        return self._kept[number].start + at - self._kept[number].source
