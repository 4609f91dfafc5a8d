"""Examining content: detection, judging and the settings' word, one item of a source after another."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from scanner.detect.candidate import Candidate
from scanner.detect.clues import speaks_of_account
from scanner.detect.decode import View
from scanner.detect.finder import Finder
from scanner.model import Blob, Origin, Skipped
from scanner.sources.archives import opened, outer_paths
from scanner.sources.interface import Excludes, Item, Retold, Source
from scanner.suppress.ignore import Ignored

if TYPE_CHECKING:
    from scanner.judge.judge import Judge
    from scanner.judge.principal import Claim
    from scanner.judge.sighting import Sighting

Said = tuple[Sequence["Claim"], Iterable["Sighting"]]
"""What a content says of whole accounts, and the credentials in it."""
MOST = 20_000
"""Credentials in one part of a scan of which each is kept; memory and a report's reader have an end."""


class Tally:
    """What was found in the items of one part of a source, what could not be read, and how much was looked at.

    statements: what the items say of whole accounts.
    """

    def __init__(self) -> None:
        self.sightings: list[Sighting] = []
        self.skipped: list[Skipped] = []
        self.statements: list[Claim] = []
        self.blobs = self.bytes = 0

    def add(self, other: Tally) -> None:
        """Takes in what another part came to."""
        self.sightings += other.sightings
        self.skipped += other.skipped
        self.statements += other.statements
        self.blobs += other.blobs
        self.bytes += other.bytes


class Examination:
    """Looks at the items of a source."""

    def __init__(
        self,
        source: Source,
        detector: Finder,
        judge: Callable[[], Judge],
        ignored: Ignored,
        excludes: Excludes | None = None,
    ) -> None:
        """judge: makes the judge when there is something to judge; loading it takes longer than most commits do.

        excludes: what is left out of containers; the source leaves out all else.
        """
        self._source, self._detector, self._ignored, self._excludes = source, detector, ignored, excludes
        self._judge = functools.cache(judge)

    def tally(self, items: Iterable[Item]) -> Tally:
        """What all the items hold. Beyond the limit credentials are no longer kept, which is said."""
        result = Tally()
        known: set[str] = set()
        for item in opened(items, self._excludes):
            if isinstance(item, Skipped):
                result.skipped.append(item)
                self._source.unread(item.path)
                continue
            if isinstance(item, Blob) and item.origin.place != "file-name":  # a name is no content of its own
                result.bytes += len(item.data) - item.shared
                result.blobs += (item.line, item.column) == (1, 1)
            statements, sightings = _retold(item) if isinstance(item, Retold) else self._told(item)
            if statements:
                self._source.noted(item.origin.path)
                result.statements += statements
            for sighting in map(self._ruled, sightings):
                self._source.found(sighting.occurrence)
                if sighting.fingerprint in known or len(known) < MOST:
                    known.add(sighting.fingerprint)
                    result.sightings.append(sighting)
                elif result.skipped[-1:] != [_too_many(item.origin)]:
                    result.skipped.append(_too_many(item.origin))
        self._source.end()
        return result

    def prepare(self) -> None:
        """Loads what several processes are to share."""
        self._detector.prepare()

    def _told(self, blob: Blob) -> Said:
        """What the content says. A source that listens hears it, if it is all that there is at its place."""
        statements, sightings = tuple(_statements(blob)), self._sightings(blob)
        if not self._source.listens or (blob.line, blob.column, blob.margins) != (1, 1, (0, 0)):
            return statements, sightings
        told = tuple(sightings)
        if statements or told:
            from scanner.judge.telling import Telling, words  # only where it is kept

            if said := words(Telling(statements, told), blob.origin):
                self._source.told(blob.origin, said)
        return statements, told

    def _sightings(self, blob: Blob) -> Iterator[Sighting]:
        """The credentials in the content, before the settings have their say."""
        for view, candidates in self._detector.detect(blob.data, blob.line, blob.column, blob.origin.path):
            whole = _whole(blob, view, candidates)
            if whole:
                yield from self._judge().sightings(view, whole, blob.origin)

    def introduced(self, sightings: list[Sighting]) -> list[Sighting]:
        """Those with a value that did not stand in what the source says was there before."""
        old = [item for item in sightings if not any(map(self._source.is_new_whole, outer_paths(item.path)))]
        unknown = {digest for item in old for digest in item.digests}
        held: set[bytes] = set()
        for blob in opened(self._source.before()) if unknown else ():
            if isinstance(blob, Blob):
                held |= {digest for item in self._sightings(blob) for digest in item.digests}
            if unknown <= held:
                break
        known = {id(item) for item in old if item.digests <= held}
        return [item for item in sightings if id(item) not in known]

    def _ruled(self, sighting: Sighting) -> Sighting:
        """The sighting with what the settings say of it. What is benign or allowed in the content comes first."""
        if sighting.verdict:
            return sighting
        paths = list(outer_paths(sighting.path))
        named = any(map(self._source.was_named, paths))
        rule = next(filter(None, (self._ignored.reason(path, named=named) for path in paths)), None)
        return sighting.ruled(*rule) if rule else sighting


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
    from scanner.judge.telling import telling

    return telling(item.words, item.origin)


def _too_many(origin: Origin) -> Skipped:
    return Skipped(origin.path, "limit", f"more than {MOST:,} credentials; the rest is not listed", incomplete=True)
