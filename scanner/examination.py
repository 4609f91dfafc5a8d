"""Examining what a source gives: what each item says, the settings' word on it, and how much was looked at."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from scanner.detect.finder import Finder
from scanner.hearing import Hearing, Said
from scanner.model import Blob, Origin, Skipped
from scanner.sources.archives import opened, outer_paths
from scanner.sources.interface import Excludes, Item, Source
from scanner.suppress.ignore import Ignored

if TYPE_CHECKING:
    from scanner.judge.judge import Judge
    from scanner.judge.principal import Claim
    from scanner.judge.sighting import Sighting

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
        self._hearing = Hearing(detector, self._judge, source.listens)

    def tally(self, items: Iterable[Item], jobs: int = 1) -> Tally:
        """What all the items hold. Beyond the limit credentials are no longer kept, which is said.

        jobs: processes to use, at most.
        """
        result = Tally()
        known: set[str] = set()
        for item, said in self._hearing.said(opened(items, self._excludes), jobs):
            if isinstance(item, Skipped):
                result.skipped.append(item)
                self._source.unread(item.path)
                continue
            if isinstance(item, Blob) and item.origin.place != "file-name":  # a name is no content of its own
                result.bytes += len(item.data) - item.shared
                result.blobs += (item.line, item.column) == (1, 1)
            self._tell_source(item.origin, said)
            result.statements += said.statements
            for sighting in map(self._ruled, said.sightings):
                self._source.found(sighting.occurrence)
                if sighting.fingerprint in known or len(known) < MOST:
                    known.add(sighting.fingerprint)
                    result.sightings.append(sighting)
                elif result.skipped[-1:] != [_too_many(item.origin)]:
                    result.skipped.append(_too_many(item.origin))
        self._source.end()
        return result

    def _tell_source(self, origin: Origin, said: Said) -> None:
        if said.words is not None:
            self._source.told(origin, said.words)
        if said.statements:
            self._source.noted(origin.path)

    def prepare(self) -> None:
        """Loads what several processes are to share."""
        self._detector.prepare()

    def introduced(self, sightings: list[Sighting]) -> list[Sighting]:
        """Those with a value that did not stand in what the source says was there before."""
        old = [item for item in sightings if not any(map(self._source.is_new_whole, outer_paths(item.path)))]
        unknown = {digest for item in old for digest in item.digests}
        held: set[bytes] = set()
        for blob in opened(self._source.before()) if unknown else ():
            if isinstance(blob, Blob):
                held |= {digest for item in self._hearing.sightings(blob) for digest in item.digests}
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


def _too_many(origin: Origin) -> Skipped:
    return Skipped(origin.path, "limit", f"more than {MOST:,} credentials; the rest is not listed", incomplete=True)
