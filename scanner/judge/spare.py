"""Spare secrets: what only a key ID beside it vouches for, where each ID beside it has a secret of its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from patterns._names import name_of, squeeze
from patterns.secret.beside_id import is_called_by_itself
from patterns.secret.programs import BARE
from patterns.secret.words import BESIDE
from scanner.judge.pair import Group

SECRET, ID = "secret-access-key", "access-key-id"


def without_spare(data: bytes, groups: Sequence[Group]) -> list[Group]:
    """The groups but those of such a secret: a key ID has one, so the password or token beside the two is none.

    One that is called a secret access key stays, and so do further places of one that has its ID. A bare `SECRET_KEY`
    is a program's where the key's own secret is called otherwise.
    """
    lone = [group for group in groups if len(group.members) == 1 and group.of_kind(SECRET)]
    owners = sorted(filter(_signs, groups), key=_place) if lone else []
    whole = {secret.raw for group in owners if (secret := group.of_kind(SECRET))}
    spare = {id(group) for group in lone if _value(group) not in whole and _is_spare(data, group, owners)}
    return [group for group in groups if id(group) not in spare]


def _signs(group: Group) -> bool:
    """Whether it has an ID that comes with a secret, as that of a bearer token does not."""
    value = group.of_kind(ID)
    return value is not None and not value.raw.startswith(b"ABIA")


def _is_spare(data: bytes, group: Group, owners: Sequence[Group]) -> bool:
    secret = group.members[0]
    at = bisect_left(owners, secret.start, key=_place)
    beside = [owner for owner in owners[max(0, at - 1) : at + 1] if abs(_place(owner) - secret.start) <= BESIDE]
    own = [value for owner in beside if (value := owner.of_kind(SECRET))]
    if not own or len(own) < len(beside):
        return False
    name = squeeze(name_of(data, secret.start))
    if name in BARE:
        return all(squeeze(name_of(data, value.start)) != name for value in own)
    return not is_called_by_itself(data, secret.start, secret.end)


def _place(group: Group) -> int:
    """Where its ID stands."""
    value = group.of_kind(ID)
    return value.start if value else 0


def _value(group: Group) -> bytes:
    return group.members[0].values[0].raw
