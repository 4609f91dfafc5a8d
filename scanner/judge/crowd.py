"""Thinning out crowds: a value that stands in a file ten thousand times is one credential, and a few places tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scanner.detect.candidate import Candidate

ENOUGH = 64
"""Places of one value in one file that are judged, and of one value beside another."""
NEAR = 4096
"""Bytes within which another value could be the other half of a credential."""

Key = tuple[str, bytes]


def thinned(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, of each crowd the first, and those that stand beside another value than the others do.

    candidates: in order of place. What is left out are further places of what is reported, never a value.
    """
    keys = [(item.pattern.id, b"\0".join(value.raw for value in item.values)) for item in candidates]
    crowds = {key for key, count in Counter(keys).items() if count > ENOUGH}
    return list(_kept(candidates, keys, crowds)) if crowds else list(candidates)


def _kept(candidates: Sequence[Candidate], keys: Sequence[Key], crowds: set[Key]) -> Iterator[Candidate]:
    before = _others(candidates, keys)
    after = _others(candidates[::-1], keys[::-1])[::-1]
    seen: Counter[tuple[Key, Key | None, Key | None]] = Counter()
    for item, key, left, right in zip(candidates, keys, before, after, strict=True):
        seen[key, left, right] += 1
        if key not in crowds or seen[key, left, right] <= ENOUGH:
            yield item


def _others(candidates: Sequence[Candidate], keys: Sequence[Key]) -> list[Key | None]:
    """The last value before each that is not the same, if it is near."""
    result: list[Key | None] = []
    other = previous = None
    for at, key in enumerate(keys):
        if at and keys[at - 1] != key:
            other, previous = at - 1, keys[at - 1]
        near = other is not None and abs(candidates[at].start - candidates[other].start) <= NEAR
        result.append(previous if near else None)
    return result
