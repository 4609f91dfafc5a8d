"""Accounts by name, as the settings tell of them: `[accounts]` maps account IDs to name, owner, contact and kind.

No value is repeated in a message: somebody may have put a secret there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from scanner.errors import ConfigError
from scanner.model import Account, AccountKind

KINDS: tuple[AccountKind, ...] = get_args(AccountKind)
LONGEST = 200
"""Characters of a name, an owner or a contact."""


def accounts(table: object, where: str) -> tuple[tuple[str, Account], ...]:
    """Each account with its ID, in the order of the settings. Raises ConfigError, which begins with `where`."""
    if not isinstance(table, dict):
        raise ConfigError(f"{where} must be a table of account IDs")
    return tuple(_told(number, entry, where) for number, entry in table.items())


def _told(number: str, entry: object, where: str) -> tuple[str, Account]:
    if not (len(number) == 12 and number.isascii() and number.isdecimal()):
        raise ConfigError(f"{where} holds a key that is no account ID (12 digits)")
    if not isinstance(entry, dict) or not entry:
        raise ConfigError(f"{where}: {number} must be a table with name, owner, contact or kind")
    for key in entry:
        if key not in Account._fields:
            raise ConfigError(f"{where}: {number} has an unknown key (known: {', '.join(Account._fields)})")
    texts = dict(_texts(entry, f"{where}: {number}"))
    return number, Account(**texts, kind=_kind(entry.get("kind"), f"{where}: {number}"))


def _texts(entry: dict[str, object], where: str) -> Iterator[tuple[str, str]]:
    for key in ("name", "owner", "contact"):
        value = entry.get(key)
        if value is None:
            continue
        if not isinstance(value, str) or not 0 < len(value) <= LONGEST or not value.isprintable():
            raise ConfigError(f"{where}: {key} must be text on one line, of at most {LONGEST} characters")
        yield key, value


def _kind(value: object, where: str) -> AccountKind | None:
    if value is None:
        return None
    for known in KINDS:
        if value == known:
            return known
    raise ConfigError(f"{where}: kind must be one of {', '.join(KINDS)}")
