"""Lists: of IDs, and behind it of as many secrets, or the other way round. The first belongs to the first and so on."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from scanner.detect.candidate import Candidate
from scanner.judge.affinity import qualifier
from scanner.judge.structure import Distance, distance

LISTED = 3
"""So many values of one kind in a row are a list."""


def listed(data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> dict[int, Candidate]:
    """The second of each first that stands in such a list, by the identity of the first."""
    first_ids = {id(item) for item in firsts}
    row = sorted((*firsts, *seconds), key=lambda item: item.start)
    lists = [list(some) for _, some in itertools.groupby(row, lambda item: id(item) in first_ids)]
    partner: dict[int, Candidate] = {}
    taken = False
    for one, other in itertools.pairwise(lists):
        taken = not taken and len(one) == len(other) >= LISTED and _are_lists(data, one, other)
        if taken:
            ids, others = (one, other) if id(one[0]) in first_ids else (other, one)
            partner |= {id(first): second for first, second in zip(ids, others, strict=True)}
    return partner


def _are_lists(data: bytes, one: Sequence[Candidate], other: Sequence[Candidate]) -> bool:
    """Whether the values of either list are divided alike, nothing that they are called tells one from the next, and
    each may have its like in the other."""
    words = {qualifier(data, item) for item in one} & {qualifier(data, item) for item in other} - {b""}
    gaps = [{_borders(data, *pair) for pair in itertools.pairwise(some)} for some in (one, other)]
    reach = [apart(data, *pair) for pair in zip(one, other, strict=True)]
    return not words and all(len(borders) == 1 and None not in borders for borders in gaps) and all(reach)


def _borders(data: bytes, one: Candidate, other: Candidate) -> int | None:
    between = apart(data, one, other)
    return between.crossings if between else None


def apart(data: bytes, one: Candidate, other: Candidate) -> Distance | None:
    """How far two values are apart, in whatever order they stand; None where they cannot belong together."""
    before, after = sorted((one, other), key=lambda item: item.start)
    return distance(data, before.end, after.start) if before.end <= after.start else None
