"""The prefilter: where in the bytes each pattern is worth trying.

Two engines give windows for the same anchors. `Literals` searches the literals one by one and costs nothing to
set up: for small input, such as a commit. `scanner.detect.bulk` is for the rest. Both may give more windows than
needed and never fewer, so that what is found in the end is the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple, Protocol

from patterns._pattern import Anchor, Pattern

CROWDED = 20_000
"""So many hits of one pattern in one blob that looking at all of it is cheaper than at each window."""

Window = tuple[int, int]


class Hits(NamedTuple):
    """Windows by the index of the pattern, sorted and apart; and whether there is wide (UTF-16) text."""

    windows: dict[int, list[Window]]
    wide: bool


class Prefilter(Protocol):
    """Either engine."""

    def hits(self, data: bytes) -> Hits | None:
        """Where to look; None where nothing can be."""


def widened(literal: bytes) -> bytes:
    """The literal as it stands in UTF-16 of either byte order: the bytes between the first and the last."""
    return b"\0".join(literal[at : at + 1] for at in range(len(literal)))


def merged(windows: Iterable[Window]) -> list[Window]:
    """The windows sorted, those that touch made one."""
    result: list[Window] = []
    for low, high in sorted(windows):
        if result and low <= result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result


class Literals:
    """Searches the anchors' literals with the standard library alone."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._anchors: dict[tuple[bytes, bool], list[tuple[int, Anchor]]] = {}
        for index, pattern in enumerate(patterns):
            for anchor in pattern.anchors:
                self._anchors.setdefault((anchor.literal, anchor.ignore_case), []).append((index, anchor))

    def hits(self, data: bytes) -> Hits | None:
        """See `Prefilter.hits`."""
        folded = data.lower()
        found: dict[int, list[Window]] = {}
        wide = False
        has_nul = b"\0" in data
        for (literal, ignore_case), anchors in self._anchors.items():
            text = folded if ignore_case else data
            places = list(islice(_places(text, literal), CROWDED + 1))
            wide = wide or (has_nul and widened(literal) in text)
            for index, anchor in anchors:
                if places:
                    found.setdefault(index, []).extend(_windows(places, anchor, len(data)))
        if not found and not wide:
            return None
        return Hits({index: merged(windows) for index, windows in found.items()}, wide)


def _places(text: bytes, literal: bytes) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)


def _windows(places: Sequence[int], anchor: Anchor, size: int) -> list[Window]:
    if len(places) > CROWDED:
        return [(0, size)]
    return [(max(0, at - anchor.before), min(size, at + anchor.after)) for at in places]
