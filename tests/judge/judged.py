"""Samples looked at as a scan does: detected, paired, judged. Shared by the tests of evidence."""

from __future__ import annotations

from patterns._fake import fake, path_of
from patterns._loader import credential_patterns
from patterns._pattern import Sample
from scanner.detect.detector import Detector
from scanner.judge.judge import Judge
from scanner.judge.merge import merged
from scanner.judge.principal import Claim, weigh
from scanner.judge.sighting import Sighting
from scanner.model import Finding, Origin, Principal


def sighted(data: bytes, path: str = "sample.txt") -> list[Sighting]:
    """The credentials in the content, those that are no leak left out."""
    judge, origin = Judge(), Origin(path, "blob")
    views = Detector(credential_patterns()).detect(data)
    found = [item for view, candidates in views for item in judge.sightings(view, candidates, origin)[0]]
    return [item for item in found if item.verdict is None]


def sightings(sample: str | Sample, salt: str = "") -> list[Sighting]:
    """Those in a made-up sample."""
    return sighted(fake(sample, salt), path_of(sample))


def claims(sighting: Sighting) -> dict[str, Claim]:
    """What is said about it, by the ids of the signals."""
    return {claim.evidence.signal: claim for claim in sighting.claims}


def principal(sighting: Sighting) -> Principal:
    """Whose it is, by all that stands at this place."""
    return weigh(sighting.claims, sighting.kind, sighting.account)


def findings(*samples: str | Sample) -> tuple[Finding, ...]:
    """What a scan of the samples, as so many files, reports as leaks."""
    return merged([found for sample in samples for found in sightings(sample)])


def owner(sample: str | Sample) -> Principal:
    """Whose the only credential of a sample is. Fails where there are more, or none."""
    (one,) = sightings(sample)
    return principal(one)
