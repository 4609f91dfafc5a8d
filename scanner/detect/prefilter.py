"""The prefilter: where in the bytes each pattern is worth trying, and where something may be written in another form.

Two engines give windows for the same anchors. `Literals` searches the literals one by one and costs nothing to
set up: for small input, such as a commit. `scanner.detect.bulk` is for the rest. Both may give more windows than
needed and never fewer, so that what is found in the end is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from patterns._pattern import Anchor, Pattern
from scanner.detect.clues import Clue, clues
from scanner.detect.kinds import Kinds
from scanner.detect.windows import Window, merged

CROWDED = 20_000
"""So many hits of one pattern in one blob that looking at all of it is cheaper than at each window."""


SHARED = (b"aws", b"root", b"console", b"signin", b"login", b"username", b"iam", b"smtp", b"eyj")
"""What many literals have in common, and most content has not; in lower case."""

Key = tuple[bytes, bool]
"""A literal, and whether it may stand in any case."""


class Hits(NamedTuple):
    """Windows by the index of the pattern, sorted and apart; and clues to values in other forms, in order of place."""

    windows: dict[int, list[Window]]
    clues: list[Clue]


class Prefilter(Protocol):
    """Either engine."""

    def hits(self, data: bytes) -> Hits | None:
        """Where to look; None where nothing can be."""


class Literals:
    """Searches the anchors' literals with the standard library alone."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.kinds = Kinds(patterns)
        self._anchors: dict[Key, list[tuple[int, Anchor]]] = {}
        for index, pattern in enumerate(patterns):
            for anchor in dict.fromkeys(anchor._replace(expression=b"") for anchor in pattern.anchors):
                self._anchors.setdefault((anchor.literal, anchor.ignore_case), []).append((index, anchor))
        self._groups = _grouped(self._anchors)

    def hits(self, data: bytes) -> Hits | None:
        """See `Prefilter.hits`."""
        folded = data.lower()
        found: dict[int, list[Window]] = {}
        present = set()
        for mark, ignore_case, keys in self._groups:
            text = folded if ignore_case else data
            for key in keys if mark in text else ():
                places = list(islice(_places(folded if key[1] else data, key[0]), CROWDED + 1))
                if places:
                    present.add(key)
                    for index, anchor in self._anchors[key]:
                        found.setdefault(index, []).extend(_windows(places, anchor, len(data)))
        further = clues(data, {kind: [(0, len(data))] for kind in self.kinds.present(data, folded, present)}, folded)
        if not found and not further:
            return None
        return Hits({index: merged(windows) for index, windows in found.items()}, further)


def _grouped(keys: Iterable[Key]) -> list[tuple[bytes, bool, list[Key]]]:
    """The literals by what several of them have in common, so that it has to be looked for once where it is not."""
    groups: dict[Key, list[Key]] = {}
    for literal, ignore_case in keys:
        shared = next((mark for mark in SHARED if mark in literal.lower()), None)
        mark = (shared, True) if shared else (literal, ignore_case)
        groups.setdefault(mark, []).append((literal, ignore_case))
    return [(mark, ignore_case, members) for (mark, ignore_case), members in groups.items()]


def _places(text: bytes, literal: bytes) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _windows(places: Sequence[int], anchor: Anchor, size: int) -> list[Window]:
    if len(places) > CROWDED:
        return [(0, size)]
    return [(max(0, at - anchor.before), min(size, at + anchor.after)) for at in places]
