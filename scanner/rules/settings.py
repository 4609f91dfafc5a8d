"""All rules that a project's settings name: its own patterns, and the files of gitleaks' rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from scanner.errors import ConfigError
from scanner.rules.fields import Fields
from scanner.rules.gitleaks import note, told
from scanner.rules.own import distinct, patterns
from scanner.rules.rule import Rule

Table = Mapping[str, object]
Open = Callable[[str], Table | None]
"""Reads a TOML file by its name in the settings; None where there is none."""


class Rules(NamedTuple):
    """The rules, and what there is to say about them."""

    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()


def rules(table: Table, where: str, read: Open) -> Rules:
    """What the keys `patterns` and `rules` say. Raises ConfigError.

    Of two rules with one id in two files the later counts, as it does for gitleaks where one file extends another.
    """
    by_id: dict[str, Rule] = {}
    notes: list[str] = []
    disabled: set[str] = set()
    for name in Fields(table, where).texts("rules"):
        found = told(_opened(name, where, read), name)
        by_id |= {rule.id: rule for rule in found.rules}
        disabled.update(found.disabled)
        notes += [note(name, found.left)] if found.left else []
    kept = [rule for rule in by_id.values() if rule.id not in disabled]
    return Rules(distinct([*kept, *patterns(table.get("patterns", []), where)], where), tuple(notes))


def _opened(name: str, where: str, read: Open) -> Table:
    if name.startswith("/") or "\n" in name or ".." in name.split("/"):
        raise ConfigError(f"{where}: rules must name files below the settings' own folder")
    table = read(name)
    if table is None:
        raise ConfigError(f"{where}: rules names a file that is not there")
    return table
