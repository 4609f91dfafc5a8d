"""On which lines of a text literals stand. Versions of a file share most of their lines, so it is remembered of each.

A line is remembered by its hash: what stands on it may be a secret.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import accumulate

from scanner.detect.windows import Window

MOST = 2**15
"""Lines that are remembered at most."""


def lines_with(literals: frozenset[bytes], text: bytes) -> Mapping[bytes, list[Window]]:
    """For each literal the lines of the text that it stands on; none for what stands nowhere."""
    lines = text.split(b"\n")
    hashes = list(map(hash, lines))
    known = _known(literals)
    if len(known) > MOST:
        known.clear()
    new = {one: line for one, line in zip(hashes, lines, strict=True) if one not in known}
    known.update(dict.fromkeys(new, ()))
    for one, literal in _held(literals, new):
        known[one] += (literal,)
    found: dict[bytes, list[Window]] = defaultdict(list)
    at = 0
    for one, line in zip(hashes, lines, strict=True):
        for literal in known[one]:
            found[literal].append((at, at + len(line)))
        at += len(line) + 1
    return found


def _held(literals: frozenset[bytes], lines: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
    """What stands on which of the lines, which are searched as one text."""
    text, hashes = b"\n".join(lines.values()), list(lines)
    ends = list(accumulate(len(line) + 1 for line in lines.values()))
    for literal in literals:
        at = text.find(literal)
        while at >= 0:
            number = bisect_right(ends, at)
            yield hashes[number], literal
            at = text.find(literal, ends[number])


@functools.lru_cache(maxsize=4)
def _known(literals: frozenset[bytes]) -> dict[int, tuple[bytes, ...]]:
    """The literals on each line that was seen, by its hash."""
    return {}
