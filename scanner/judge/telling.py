"""What was found in one content, in words that a later scan can take in place of the content.

They hold what a report may show, and nothing else. What could still expire is judged by the clock and is not told.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import msgspec

from scanner.judge.principal import Claim
from scanner.judge.sighting import Sighting
from scanner.model import Occurrence, Origin

MOST = 1_000
"""Sightings in one content; where there are more, reading it again is as good."""


class Telling(NamedTuple):
    """statements: what the content says of whole accounts. sightings: as judged, before the settings had their say."""

    statements: tuple[Claim, ...]
    sightings: tuple[Sighting, ...]


def words(told: Telling, origin: Origin) -> str | None:
    """As JSON; None where time would change it, there is too much, or something of the origin had to be hidden.

    What the origin itself tells is left out, and digests, which hold within one scan.
    """
    if len(told.sightings) > MOST or not all(item.lasts and _is_of(item, origin) for item in told.sightings):
        return None
    kept = tuple(replace(item, digests=frozenset(), occurrence=_apart(item.occurrence)) for item in told.sightings)
    return msgspec.json.encode(told._replace(sightings=kept)).decode()


def telling(said: str, origin: Origin) -> Telling:
    """What was told of the origin in these words. Raises msgspec.DecodeError where they are none of ours."""
    told = msgspec.json.decode(said, type=Telling)
    return told._replace(
        sightings=tuple(
            replace(item, occurrence=_at(item.occurrence, origin), order=origin.order) for item in told.sightings
        )
    )


def _is_of(sighting: Sighting, origin: Origin) -> bool:
    return _at(sighting.occurrence, origin) == sighting.occurrence


def _at(occurrence: Occurrence, origin: Origin) -> Occurrence:
    return occurrence._replace(commit=origin.commit, refs=origin.refs, tips=origin.tips, reach=origin.reach)


def _apart(occurrence: Occurrence) -> Occurrence:
    return occurrence._replace(commit=None, refs=(), tips=(), reach=None)
