"""What is said of an access key elsewhere counts wherever its ID stands: with a secret, in a signed URL, in a log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import islice

from scanner.judge.principal import STRENGTHS, Claim
from scanner.judge.sighting import Sighting, folder_of

MOST = 64
"""Pieces of evidence about one key that count for what was signed or made with it; the strongest."""

Told = Mapping[str, Sequence[Claim]]
"""By the ID of a key, or by an account."""


def told_of_keys(credentials: Sequence[Sequence[Sighting]]) -> Told:
    """What is told of each access key that several credentials name, by its ID: all of them are of one owner."""
    holders = Counter(key for sightings in credentials for key in _keys(sightings))
    claims: dict[str, dict[Claim, None]] = defaultdict(dict)
    for sighting in (sighting for sightings in credentials for sighting in sightings):
        if sighting.key_id and holders[sighting.key_id] > 1:
            claims[sighting.key_id] |= dict.fromkeys(sighting.claims)
    return {key: nsmallest(MOST, said, key=_strength) for key, said in claims.items()}


def told_of_accounts(statements: Iterable[Claim], credentials: Sequence[Sequence[Sighting]]) -> Told:
    """What files say of all long-term keys of an account, by the account; and of the only one beside them."""
    claims: dict[str, dict[Claim, None]] = defaultdict(dict)
    of_folders: dict[tuple[tuple[str, str], str], dict[Claim, None]] = defaultdict(dict)
    for claim in statements:
        if claim.beside is None:
            claims[claim.account or ""][claim] = None
        else:
            of_folders[claim.beside, claim.account or ""][claim] = None
    for (beside, account), said in of_folders.items():
        agreed = len({(claim.evidence.says, claim.name) for claim in said}) == 1
        if agreed and len(_keys_beside(beside, account, credentials)) == 1:
            claims[account] |= said
    return {account: list(islice(said, MOST)) for account, said in claims.items()}


def _keys_beside(beside: tuple[str, str], account: str, credentials: Sequence[Sequence[Sighting]]) -> set[str]:
    """The long-term keys of the account that stand there."""
    of_account = (item for sightings in credentials for item in sightings if item.account == account)
    return {item.key_id or "" for item in of_account if _is_long_term(item) and _stands(item, beside)}


def _is_long_term(sighting: Sighting) -> bool:
    return (sighting.key_id or "").startswith("AKIA")


def _stands(sighting: Sighting, beside: tuple[str, str]) -> bool:
    """Whether it stands in that folder, and that signal speaks of it."""
    folder, signal = beside
    return folder_of(sighting.path) == folder and any(claim.evidence.signal == signal for claim in sighting.claims)


def claims_of(sightings: Sequence[Sighting], of_keys: Told, of_accounts: Told) -> list[Claim]:
    """All that is said of one credential: where it stands, and elsewhere of its key and of its key's account."""
    own = [claim for sighting in sightings for claim in sighting.claims]
    known = set(own)
    elsewhere = [claim for key in sorted(_keys(sightings)) for claim in of_keys.get(key, ())]
    accounts = {item.account for item in sightings if item.account and _is_long_term(item)}
    of_account = (claim for account in sorted(accounts) for claim in of_accounts.get(account, ()))
    elsewhere += [claim for claim in of_account if _reaches(claim, sightings)]
    return own + [claim for claim in elsewhere if claim not in known]


def _reaches(claim: Claim, sightings: Sequence[Sighting]) -> bool:
    """Whether the key stands where the claim speaks for keys."""
    beside = claim.beside
    return beside is None or any(_stands(item, beside) for item in sightings)


def _keys(sightings: Sequence[Sighting]) -> set[str]:
    return {sighting.key_id for sighting in sightings if sighting.key_id}


def _strength(claim: Claim) -> int:
    return STRENGTHS.index(claim.evidence.strength)
