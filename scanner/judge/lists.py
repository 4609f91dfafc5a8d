"""Lists: of IDs, and behind it of as many secrets, or the other way round. The first belongs to the first and so on,
unless they have names: then those belong together that are called alike, in whatever order they stand."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping, Sequence

from scanner.detect.candidate import Candidate
from scanner.judge.affinity import qualifier
from scanner.judge.labels import labelled
from scanner.judge.structure import Distance, distance

REACH = 240
"""Bytes to the left of a value in which it is told whose it is."""
LISTED = 3
"""So many values of one kind in a row are a list."""
TOLD = 2
"""The same where each has a label."""


def listed(
    data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate], plain: Mapping[int, Candidate]
) -> dict[int, Candidate]:
    """The second of each first that stands in such a list, by the identity of the first.

    plain: the same of those that have a record to themselves. Where one of them stands outside, there is no list:
    records that begin with the ID and with the secret by turns have two of a kind in a row.
    """
    mates = {one: other for first, second in plain.items() for one, other in ((first, id(second)), (id(second), first))}
    first_ids = {id(item) for item in firsts}
    row = sorted((*firsts, *seconds), key=lambda item: item.start)
    lists = [list(some) for _, some in itertools.groupby(row, lambda item: id(item) in first_ids)]
    partner: dict[int, Candidate] = {}
    taken = False
    for one, other in itertools.pairwise(lists):
        ids, others = (one, other) if id(one[0]) in first_ids else (other, one)
        inside = {id(item) for item in (*one, *other)}
        is_broken = any(mates.get(item, item) not in inside for item in inside)
        size = 0 if taken or is_broken else min(len(one), len(other))
        pairs = _by_name(data, ids, others) if size >= LISTED else []
        if not pairs and size >= TOLD:
            pairs = _unless_named(data, firsts, seconds, labelled(data, ids, others))
        if not pairs and size and len(one) == len(other) >= LISTED and _are_lists(data, one, other):
            pairs = [*zip(ids, others, strict=True)]
        taken = bool(pairs)
        partner |= {id(first): second for first, second in pairs}
    return partner


def _by_name(data: bytes, ids: Sequence[Candidate], others: Sequence[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Those that are called alike, where each has a name of its own in its list, and most have their like."""
    first, second = ({_called(data, item): item for item in some} for some in (ids, others))
    if b"" in {*first, *second} or len(first) < len(ids) or len(second) < len(others):
        return []
    shared = [name for name in first if name in second]
    return [(first[name], second[name]) for name in shared] if len(shared) >= LISTED else []


def _unless_named(
    data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate], pairs: list[tuple[Candidate, Candidate]]
) -> list[tuple[Candidate, Candidate]]:
    """The pairs; none where the names of two tell that each belongs to another: they say more than labels."""
    if not pairs:
        return pairs
    ids, others = ({qualifier(data, item) for item in some} for some in (firsts, seconds))
    names = [{qualifier(data, item) for item in pair} for pair in pairs]
    return [] if any(len(words) > 1 and words <= (ids & others) - {b""} for words in names) else pairs


def _called(data: bytes, item: Candidate) -> bytes:
    """What its name says that tells it from its like; or a field beside it, or the object that it is a field of."""
    own = qualifier(data, item)
    before = data[max(0, item.start - REACH) : item.start]
    names = [] if own else [found["name"] or found["object"] for found in _label().finditer(before)]
    return own or (names[-1].lower() if names else b"")


@functools.cache
def _label() -> re.Pattern[bytes]:
    """A field that tells whose values stand in its object, and what an object is called; no other object between."""
    quote = rb"\\{0,2}[\"']?"
    rest = rb"(?=[^{}\n]*(?:\n(?![ \t]*-[ \t])[^{}\n]*){0,4}\Z)"
    field = rb"(?i:name|user(?:_?name)?|label|profile|env(?:ironment)?|account|alias|title|stage|service|team|id)"
    return re.compile(
        rb"(?:(?<![A-Za-z])%b%b\s{0,4}(?:=>|[:=])\s{0,4}%b(?P<name>[\w.@\-]{1,64})"
        rb"|(?<![\w.@\-])(?P<object>[\w.@\-]{1,64})%b\s{0,4}(?:=>|[:=])\s{0,4}\{)%b"
        % (field, quote, quote, quote, rest)
    )


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


def apart(data: bytes, one: Candidate, other: Candidate, far: bool = False) -> Distance | None:
    """How far two values are apart, in whatever order they stand; None where they cannot belong together."""
    before, after = sorted((one, other), key=lambda item: item.start)
    return distance(data, before.end, after.start, far) if before.end <= after.start else None
