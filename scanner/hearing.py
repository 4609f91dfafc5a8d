"""Hearing what contents say: detection and judging, by several processes where it takes long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from scanner.detect.clues import speaks_of_account
from scanner.detect.finder import Finder
from scanner.model import Blob, Origin, Skipped
from scanner.sharing import mapped
from scanner.sources.interface import Item, Retold

if TYPE_CHECKING:
    from scanner.detect.candidate import Candidate
    from scanner.detect.decode import View
    from scanner.detect.reading import Reading
    from scanner.judge.judge import Judge
    from scanner.judge.principal import Claim
    from scanner.judge.sighting import Sighting


class Said(NamedTuple):
    """What an item says.

    statements: of whole accounts. sightings: the credentials in it, before the settings have their say. words: those in
    which a later scan may be told the same; None where there are none.
    """

    statements: Sequence[Claim] = ()
    sightings: Sequence[Sighting] = ()
    words: str | None = None


NOTHING = Said()


class Hearing:
    """Hears one item after another.

    judge: gives the judge when there is something to judge. in_words: whether what contents say is put into words.
    """

    def __init__(self, detector: Finder, judge: Callable[[], Judge], in_words: bool) -> None:
        self._detector, self._judge, self._in_words = detector, judge, in_words

    def said(self, items: Iterable[Item], jobs: int = 1) -> Iterator[tuple[Item, Said]]:
        """Each item with what it says, in their order.

        jobs: processes, at most. They have one judge in common: each would know values by digests of its own.
        """
        for alike, answers in mapped(_alike(items), self._heard, jobs, _weight, self._judge):
            yield from zip(alike, map(_rejoined, alike, answers), strict=True)

    def sightings(self, blob: Blob) -> list[Sighting]:
        """The credentials of one content."""
        return self._judged([blob], self._readings(blob))[0]

    def _heard(self, alike: Sequence[Item]) -> list[Said]:
        blobs = [item for item in alike if isinstance(item, Blob)]
        if not blobs:
            return [_retold(item) if isinstance(item, Retold) else NOTHING for item in alike]
        readings = self._readings(blobs[0])
        first = next(readings, None)
        if first is None:  # so it is with most
            return [NOTHING] * len(blobs)
        statements = () if first[1] else tuple(_statements(blobs[0]))
        found = self._judged(blobs, chain((first,), readings))
        return [
            Said(statements, own, self._words(blob, statements, own)) for blob, own in zip(blobs, found, strict=True)
        ]

    def _readings(self, blob: Blob) -> Iterator[Reading]:
        return self._detector.detect(blob.data, blob.line, blob.column, blob.origin.path)

    def _judged(self, blobs: Sequence[Blob], readings: Iterable[Reading]) -> list[list[Sighting]]:
        """The credentials of a content, for each of the places at which it stands alike."""
        result: list[list[Sighting]] = [[] for _ in blobs]
        origins = [blob.origin for blob in blobs]
        for view, candidates in readings:
            if whole := _whole(blobs[0], view, candidates):
                for known, found in zip(result, self._judge().sightings(view, whole, *origins), strict=True):
                    known.extend(found)
        return result

    def _words(self, blob: Blob, statements: tuple[Claim, ...], found: Sequence[Sighting]) -> str | None:
        """Of a content that is all that there is at its place."""
        is_whole = (blob.line, blob.column, blob.margins) == (1, 1, (0, 0))
        if not (self._in_words and is_whole and (statements or found)):
            return None
        from scanner.judge.kept import Kept, words  # only where it is kept

        return words(Kept(statements, tuple(found)), blob.origin)


def _alike(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The items; together those in a row that are one content at one path, which several commits brought there."""
    alike: list[Item] = []
    for item in items:
        if alike and not _is_same(alike[0], item):
            yield alike
            alike = []
        alike.append(item)
    if alike:
        yield alike


def _is_same(one: Item, other: Item) -> bool:
    if not (isinstance(one, Blob) and isinstance(other, Blob) and one.data is other.data):
        return False
    places = [(blob.origin.path, blob.origin.place, blob[2:]) for blob in (one, other)]
    return places[0] == places[1]


def _weight(alike: Sequence[Item]) -> int:
    return len(alike[0].data) if isinstance(alike[0], Blob) else 0


def _whole(blob: Blob, view: View, candidates: list[Candidate]) -> list[Candidate]:
    """Those that no border of a piece can have cut off from the rest of them."""
    if blob.margins == (0, 0):
        return candidates
    low, high = blob.margins[0], len(view.source or view.data) - blob.margins[1]
    return [
        item
        for item in candidates
        if all(low <= view.offset(value.start) and view.offset(value.end) <= high for value in item.values)
    ]


def _statements(blob: Blob) -> Iterable[Claim]:
    """What the content says of whole accounts; that is loaded where there is a report."""
    if not speaks_of_account(blob.data):
        return ()
    from scanner.judge.statements import statements

    return statements(blob)


def _retold(item: Retold) -> Said:
    from scanner.judge.kept import found

    return Said(*found(item.words, item.origin))


def _rejoined(item: Item, said: Said) -> Said:
    """The same with the item's own names of refs, which may be thousands: another process sent copies of them."""
    if isinstance(item, Skipped) or all(found.occurrence.refs is item.origin.refs for found in said.sightings):
        return said
    return said._replace(sightings=[_with_refs_of(item.origin, found) for found in said.sightings])


def _with_refs_of(origin: Origin, found: Sighting) -> Sighting:
    from dataclasses import replace  # not on the way of a hook

    told = found.occurrence
    refs, tips = (own if own == copy else copy for own, copy in ((origin.refs, told.refs), (origin.tips, told.tips)))
    return replace(found, occurrence=told._replace(refs=refs, tips=tips))
