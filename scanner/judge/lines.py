"""On which lines of a text literals stand. Versions of a file share most of their lines, so it is remembered of each.

A line is remembered by its hash: what stands on it may be a secret.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from itertools import accumulate

from scanner.detect.windows import Window

MOST = 2**15
"""Lines that are remembered at most."""


class Lines:
    """The literals on each line that was seen, by its hash. One instance is always asked for the same literals."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[bytes, ...]] = {}

    def __len__(self) -> int:
        """How many lines are remembered."""
        return len(self._known)

    def holding(self, literals: Collection[bytes], text: bytes) -> Mapping[bytes, list[Window]]:
        """For each literal the lines of the text that it stands on; none for what stands nowhere."""
        lines = text.split(b"\n")
        hashes = list(map(hash, lines))
        self._learn(literals, dict(zip(hashes, lines, strict=True)))
        found: dict[bytes, list[Window]] = defaultdict(list)
        at = 0
        for one, line in zip(hashes, lines, strict=True):
            for literal in self._known[one]:
                found[literal].append((at, at + len(line)))
            at += len(line) + 1
        return found

    def _learn(self, literals: Collection[bytes], lines: Mapping[int, bytes]) -> None:
        if len(self._known) > MOST:
            self._known.clear()
        new = {one: line for one, line in lines.items() if one not in self._known}
        self._known.update(dict.fromkeys(new, ()))
        for one, literal in _held(literals, new):
            self._known[one] += (literal,)


def _held(literals: Collection[bytes], lines: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    """What stands on which of the lines, which are searched as one text."""
    text, hashes = b"\n".join(lines.values()), list(lines)
    ends = list(accumulate(len(line) + 1 for line in lines.values()))
    for literal in literals:
        at = text.find(literal)
        while at >= 0:
            number = bisect_right(ends, at)
            yield hashes[number], literal
            at = text.find(literal, ends[number])
