"""What was found in one content, kept in words that a later scan takes in place of the content.

They hold what a report may show, and nothing else. What could still expire is judged by the clock and is not kept.
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


class Kept(NamedTuple):
    """statements: what the content says of whole accounts. sightings: as judged, before the settings had their say."""

    statements: tuple[Claim, ...]
    sightings: tuple[Sighting, ...]


def words(kept: Kept, origin: Origin) -> str | None:
    """As JSON; None where time would change it, there is too much, or something of the origin had to be hidden.

    What the origin itself tells is left out, and digests, which hold within one scan.
    """
    if len(kept.sightings) > MOST or not all(item.lasts and _is_of(item, origin) for item in kept.sightings):
        return None
    bare = tuple(replace(item, digests=frozenset(), occurrence=_apart(item.occurrence)) for item in kept.sightings)
    return msgspec.json.encode(kept._replace(sightings=bare)).decode()


def found(said: str, origin: Origin) -> Kept:
    """What was found at the origin, by these words. Raises msgspec.DecodeError where they are none of ours."""
    kept = msgspec.json.decode(said, type=Kept)
    return kept._replace(
        sightings=tuple(
            replace(item, occurrence=_at(item.occurrence, origin), order=origin.order) for item in kept.sightings
        )
    )


def _is_of(sighting: Sighting, origin: Origin) -> bool:
    return _at(sighting.occurrence, origin) == sighting.occurrence


def _at(occurrence: Occurrence, origin: Origin) -> Occurrence:
    return occurrence._replace(commit=origin.commit, refs=origin.refs, tips=origin.tips, reach=origin.reach)


def _apart(occurrence: Occurrence) -> Occurrence:
    return occurrence._replace(commit=None, refs=(), tips=(), reach=None)
