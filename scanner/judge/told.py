"""What is told of an access key counts wherever its ID stands: with a secret, in a URL that it signed, in a log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from scanner.judge.principal import STRENGTHS, Claim
from scanner.judge.sighting import Sighting

MOST = 64
"""Pieces of evidence about one key that count for what was signed or made with it; the strongest."""

Told = Mapping[str, Sequence[Claim]]


def told_of_keys(credentials: Sequence[Sequence[Sighting]]) -> Told:
    """What is told of each access key that several credentials name, by its ID: all of them are of one owner."""
    holders = Counter(key for sightings in credentials for key in _keys(sightings))
    claims: dict[str, dict[Claim, None]] = defaultdict(dict)
    for sighting in (sighting for sightings in credentials for sighting in sightings):
        if sighting.key_id and holders[sighting.key_id] > 1:
            claims[sighting.key_id] |= dict.fromkeys(sighting.claims)
    return {key: nsmallest(MOST, said, key=_strength) for key, said in claims.items()}


def claims_of(sightings: Sequence[Sighting], told: Told) -> list[Claim]:
    """All that is said of one credential: where it stands, and of its key elsewhere."""
    own = [claim for sighting in sightings for claim in sighting.claims]
    known = set(own)
    return own + [claim for key in sorted(_keys(sightings)) for claim in told.get(key, ()) if claim not in known]


def _keys(sightings: Sequence[Sighting]) -> set[str]:
    return {sighting.key_id for sighting in sightings if sighting.key_id}


def _strength(claim: Claim) -> int:
    return STRENGTHS.index(claim.evidence.strength)
