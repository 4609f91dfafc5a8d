"""Labels: words beside the values of two lists that tell which belong together: the number of a row or of a request,
whose they are, where they are good.

A label stands at the same place beside all values of a list (`(3, '…')`, `the prod key is …`), or is a word that one
value of either list has beside it and no other.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from patterns._names import distinction
from scanner.detect.candidate import Candidate

REACH = 240
"""Bytes beside a value in which its label stands."""
WORDS = 6
"""So many words before a value can be its label, and half as many behind it."""
PLAIN = b"default"
"""How a profile or a workspace is called that has no name of its own; elsewhere the word says nothing."""

Pairs = list[tuple[Candidate, Candidate]]
Words = list[list[bytes]]
"""For each value what stands beside it, the nearest first."""


def labelled(data: bytes, ids: Sequence[Candidate], others: Sequence[Candidate]) -> Pairs:
    """The values of two lists, of which one begins where the other ends, that have the same label.

    Every value has one of its own in its list, and all of the shorter list have their like in the other.
    """
    row = sorted((*ids, *others), key=lambda item: item.start)
    sides = [dict(zip(map(id, row), side(data, row), strict=True)) for side in (_before, _behind)]
    for one, other in sorted(itertools.product((0, 1), repeat=2), key=sum):
        first, second = [sides[one][id(item)] for item in ids], [sides[other][id(item)] for item in others]
        pairs = _at_one_place(first, second) or _of_one_only(first, second)
        if pairs:
            return [(ids[one], others[other]) for one, other in pairs]
    return []


def _at_one_place(first: Words, second: Words) -> list[tuple[int, int]]:
    """The numbers of the values that have the same word at one place; the nearest such place counts."""
    places = sorted(itertools.product(range(WORDS), repeat=2), key=sum)
    columns = [[_column(some, place) for place in range(WORDS)] for some in (first, second)]
    for one, other in places:
        left, right = columns[0][one], columns[1][other]
        shared = left.keys() & right.keys()
        if shared and len(shared) == min(len(left), len(right)):
            return sorted((left[word], right[word]) for word in shared)
    return []


def _column(some: Words, place: int) -> dict[bytes, int]:
    """Whose each word at the place is; empty if two have the same, or one has none."""
    found = {words[place]: number for number, words in enumerate(some) if place < len(words)}
    return found if len(found) == len(some) else {}


def _of_one_only(first: Words, second: Words) -> list[tuple[int, int]]:
    """The numbers of the values that share a word which is nowhere else, if that tells of each whose it is."""
    left, right = map(_own, (first, second))
    links = sorted({(left[word], right[word]) for word in left.keys() & right.keys()})
    ends = [{link[side] for link in links} for side in (0, 1)]
    full = len(links) == min(len(first), len(second)) == len(ends[0]) == len(ends[1])
    return links if full else []


def _own(some: Words) -> dict[bytes, int]:
    """Whose the words are that only one of the values has."""
    counts = Counter(word for words in some for word in set(words))
    return {word: number for number, words in enumerate(some) for word in words if counts[word] == 1}


def _before(data: bytes, row: Sequence[Candidate]) -> Iterator[list[bytes]]:
    """The words between each value and the one before it."""
    end = 0
    for item in row:
        yield _words(data[max(end, item.start - REACH) : item.start])[: -WORDS - 1 : -1]
        end = item.end


def _behind(data: bytes, row: Sequence[Candidate]) -> Iterator[list[bytes]]:
    """The words between each value and the end of its line, or the next value."""
    for item, start in zip(row, [*(other.start for other in row[1:]), len(data)], strict=True):
        line = data[item.end : min(start, item.end + REACH)].partition(b"\n")[0]
        yield _words(line)[: WORDS // 2]


def _words(text: bytes) -> list[bytes]:
    said = (found[1].strip(b"'.-").lower() for found in _word().finditer(text))
    return [label for word in said if (label := _label(word))]


def _label(word: bytes) -> bytes:
    """What a word says beyond what keys are called; of other alphabets all that it says."""
    return word if word == PLAIN or not word.isascii() else distinction(word)


@functools.cache
def _word() -> re.Pattern[bytes]:
    """Behind what a program prints as a line end, too."""
    return re.compile(rb"(?:\\[nrt])?([\w@\x80-\xff][\w'.@\-\x80-\xff]*)")
