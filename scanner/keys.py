"""What each key of the settings may say, and what it comes to. docs/configuration.md is the reference."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from scanner.config import FAIL_ON, Allow, Config, FailOn, Read, Rule, Table, is_glob, parsed
from scanner.errors import ConfigError

if TYPE_CHECKING:
    from scanner.model import Account
    from scanner.rules.rule import Rule as CustomRule

KEYS = ("accounts", "allow", "baseline", "exclude", "extends", "fail-on", "inline", "packs", "patterns", "rules")
PACKS = ("aws", "detect-secrets")
"""What can be looked for; the first always is."""
DIGITS = 32
"""Hexadecimal digits of a fingerprint."""


def checked(table: Table, name: str, read: Read) -> Config:
    """The settings of a table. read: see `load`. Raises ConfigError, which begins with the name."""
    for key in table:
        if key not in KEYS:
            raise ConfigError(f"{name}: {_unknown(key)}")
    custom, notes = _custom(table, name, read)
    own = Config(
        exclude=tuple(_rule(item, f"{name}: exclude") for item in _items(table, name, "exclude")),
        allow=tuple(_allow(item, f"{name}: allow") for item in _items(table, name, "allow")),
        fail_on=_fail_on(table, name),
        inline=_inline(table, name),
        baseline=_baseline(table, name),
        accounts=_accounts(table, name),
        packs=_packs(table, name),
        rules=custom,
        notes=notes,
    )
    return _extended(table, own, name, read) if "extends" in table else own


def _extended(table: Table, own: Config, name: str, read: Read) -> Config:
    from scanner.layers import extended  # only where something is extended

    def said(file: str) -> Config | None:
        data = read(file)
        if data is None:
            return None
        base = parsed(file, data)
        if "extends" in base:
            raise ConfigError(f"{file}: what is extended cannot extend another file")
        return checked(base, file, read)

    return extended(table["extends"], own, name, said)


def _items(table: Table, name: str, key: str) -> Sequence[object]:
    items = table.get(key, [])
    if not isinstance(items, list):
        raise ConfigError(f"{name}: {key} must be a list")
    return items


def _rule(item: object, where: str) -> Rule:
    if not isinstance(item, str):
        raise ConfigError(f"{where} must be a list of globs, each in quotes")
    if not is_glob(item):
        raise ConfigError(f"{where} holds a glob that matches nothing (write a leading # as \\\\#)")
    return Rule(item, where)


def _allow(item: object, where: str) -> Allow:
    table = {"fingerprint": item} if isinstance(item, str) else item
    if not isinstance(table, dict) or not table.keys() <= {"fingerprint", "reason"}:
        raise ConfigError(f"{where} takes fingerprints, or tables with the keys fingerprint and reason alone")
    known, reason = table.get("fingerprint"), table.get("reason", "")
    if not isinstance(known, str) or not _is_fingerprint(known):
        raise ConfigError(f"{where} holds something that is no fingerprint ({DIGITS} hexadecimal digits)")
    if not isinstance(reason, str):
        raise ConfigError(f"{where} holds a reason that is not text")
    return Allow(known.lower(), reason, where)


def _is_fingerprint(text: str) -> bool:
    return len(text) == DIGITS and all(char in "0123456789abcdef" for char in text.lower())


def _fail_on(table: Table, name: str) -> FailOn | None:
    value = table.get("fail-on")
    if value is None:
        return None
    for known in FAIL_ON:
        if value == known:
            return known
    raise ConfigError(f"{name}: fail-on must be one of {', '.join(FAIL_ON)}")


def _inline(table: Table, name: str) -> bool:
    value = table.get("inline", True)
    if not isinstance(value, bool):
        raise ConfigError(f"{name}: inline must be true or false")
    return value


def _baseline(table: Table, name: str) -> str | None:
    value = table.get("baseline")
    if value is not None and (not isinstance(value, str) or not value):
        raise ConfigError(f"{name}: baseline must be the path of a file")
    return value


def _accounts(table: Table, name: str) -> tuple[tuple[str, Account], ...]:
    if "accounts" not in table:
        return ()
    from scanner.accounts import accounts  # only where some are named

    return accounts(table["accounts"], f"{name}: accounts")


def _packs(table: Table, name: str) -> tuple[str, ...]:
    """Those beside our own."""
    items = _items(table, name, "packs")
    if not all(item in PACKS for item in items):
        raise ConfigError(f"{name}: packs must be a list of {', '.join(PACKS)}")
    if items and PACKS[0] not in items:
        raise ConfigError(f"{name}: packs cannot leave {PACKS[0]} out")
    return tuple(pack for pack in PACKS[1:] if pack in items)


def _custom(table: Table, name: str, read: Read) -> tuple[tuple[CustomRule, ...], tuple[str, ...]]:
    if not table.keys() & {"patterns", "rules"}:
        return (), ()
    from scanner.rules.settings import rules  # only where there are some

    def opened(file: str) -> Table | None:
        data = read(file)
        return None if data is None else parsed(file, data)

    return rules(table, name, opened)


def _unknown(key: str) -> str:
    import difflib  # only to word an error

    near = difflib.get_close_matches(key.replace("_", "-"), KEYS, 1)
    is_word = len(key) <= 30 and key.islower() and key.replace("-", "").replace("_", "").isalpha()
    hint = f"; did you mean {near[0]}?" if near else f" (known: {', '.join(KEYS)})"
    return (f"unknown key {key}" if is_word else "unknown key") + hint
