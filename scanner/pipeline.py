"""The way of a scan: source → detect → judge → suppress → report."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from patterns._loader import credential_patterns
from scanner.config import Config, Rule
from scanner.detect.detector import Detector
from scanner.judge.judge import Judge
from scanner.judge.merge import merged
from scanner.judge.sighting import Sighting, Verdict
from scanner.model import Blob, Finding, Report, Skipped, Suppressed
from scanner.sources.interface import Source
from scanner.suppress.ignore import Globs, Ignored
from scanner.suppress.inline import allowed


@dataclass(frozen=True, slots=True)
class Options:
    """How to scan.

    inline: whether comments in the content count. everything: whether to report what was there before, too.
    exclude: paths to leave out, beside those that the settings name. jobs: processes to use; 0 means as many as pay.
    """

    inline: bool = True
    everything: bool = False
    exclude: tuple[Rule, ...] = ()
    jobs: int = 0


def run(source: Source, options: Options, config: Config) -> Report:
    """Scans everything that the source yields. Raises AkiaError where nothing can be said at all."""
    started = time.monotonic()
    return _Scan(source, options, config).report(started)


class _Scan:
    def __init__(self, source: Source, options: Options, config: Config) -> None:
        self._source = source
        self._options = options
        self._ignored = Ignored(config)
        self._excludes = Globs((*config.exclude, *options.exclude))
        self._detector = Detector(credential_patterns())
        self._judge = Judge(allowed if options.inline and config.inline else None)
        self._blobs = self._bytes = 0
        self._skipped: list[Skipped] = []

    def report(self, started: float) -> Report:
        sightings = [found for blob in self._content() for found in self._examined(blob)]
        if not self._options.everything:
            sightings = self._introduced(sightings)
        findings, suppressed = _divided(sightings)
        return Report(
            source=self._source.name,
            target=self._source.target,
            blobs=self._blobs,
            bytes=self._bytes,
            seconds=round(time.monotonic() - started, 3),
            findings=findings,
            suppressed=suppressed,
            skipped=tuple(sorted(self._skipped, key=lambda item: (item.path, item.reason))),
        )

    def _content(self) -> Iterator[Blob]:
        for item in self._source.items(self._excludes):
            if isinstance(item, Skipped):
                self._skipped.append(item)
            else:
                self._count(item)
                yield item

    def _count(self, blob: Blob) -> None:
        """Names are no content of their own, and later pieces of a file no further file."""
        if blob.origin.place != "file-name":
            self._bytes += len(blob.data)
            self._blobs += (blob.line, blob.column) == (1, 1)

    def _examined(self, blob: Blob) -> Iterator[Sighting]:
        for view, candidates in self._detector.detect(blob.data, blob.line, blob.column):
            for sighting in self._judge.sightings(view, candidates, blob.origin):
                yield self._ruled(sighting)

    def _ruled(self, sighting: Sighting) -> Sighting:
        """The sighting with what the settings say of it. What is benign or allowed in the content comes first."""
        if sighting.verdict:
            return sighting
        path = sighting.parts[0].location.path
        rule = self._ignored.reason(path, sighting.fingerprint, named=self._source.was_named(path))
        return replace(sighting, verdict=Verdict(*rule)) if rule else sighting

    def _introduced(self, sightings: list[Sighting]) -> list[Sighting]:
        """Those with a value that did not stand in what the source says was there before."""
        old = [item for item in sightings if not self._source.is_new_whole(item.parts[0].location.path)]
        unknown = {digest for item in old for digest in item.digests}
        held: set[bytes] = set()
        for blob in self._source.before() if unknown else ():
            held |= {digest for item in self._examined(blob) for digest in item.digests}
            if unknown <= held:
                break
        known = {id(item) for item in old if item.digests <= held}
        return [item for item in sightings if id(item) not in known]


def _divided(sightings: Sequence[Sighting]) -> tuple[tuple[Finding, ...], tuple[Suppressed, ...]]:
    """Findings, and what was suppressed, grouped by why and where."""
    leaks = [item for item in sightings if item.verdict is None]
    verdicts: dict[Verdict, list[Sighting]] = defaultdict(list)
    for item in sightings:
        if item.verdict:
            verdicts[item.verdict].append(item)
    suppressed = [
        Suppressed(finding, verdict.by, verdict.reason, verdict.where)
        for verdict, group in verdicts.items()
        for finding in merged(group)
    ]
    return merged(leaks), tuple(sorted(suppressed, key=_order))


def _order(item: Suppressed) -> tuple[str, str, int, str]:
    place = item.finding.parts[0].location
    return item.by, place.path, place.start_line, item.finding.fingerprint
