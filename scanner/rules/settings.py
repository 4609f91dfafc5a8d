"""All rules that a project's settings name: its own patterns, and the files of gitleaks' rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from scanner.errors import ConfigError
from scanner.rules.fields import Fields
from scanner.rules.gitleaks import DEFAULT, EXTENDED, PATH_ALONE, Told, joined, note, told
from scanner.rules.own import distinct, grouped, patterns
from scanner.rules.rule import Rule

Table = Mapping[str, object]
ALLOWED_ALONE = "allowlists, as there is no rule that they are for (akia baseline import carries them over)"

Open = Callable[[str], Table | None]
"""Reads a TOML file by its name in the settings; None where there is none."""


class Rules(NamedTuple):
    """The rules, and what there is to say about them."""

    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()


def rules(table: Table, where: str, read: Open) -> Rules:
    """What the keys `patterns` and `rules` say. Raises ConfigError."""
    files = {name: told(_opened(name, where, read), name) for name in Fields(table, where).texts("rules")}
    kept, notes = _together(files)
    return Rules(distinct([*kept, *patterns(table.get("patterns", []), where)], where), notes)


def _together(files: Mapping[str, Told]) -> tuple[list[Rule], tuple[str, ...]]:
    """The rules of files that go on one from another, as gitleaks takes them where one extends another.

    What a file lets pass passes for the rules of all; of two rules with one id the later is put over the earlier.
    """
    by_id: dict[str, Rule] = {}
    for rule in (rule for file in files.values() for rule in file.rules):
        by_id[rule.id] = joined(by_id[rule.id], rule) if rule.id in by_id else rule
    disabled = {name for file in files.values() for name in file.disabled}
    whole = [rule for rule in by_id.values() if rule.id not in disabled and rule.expression]
    kept = [
        replace(
            rule, allowances=(*rule.allowances, *(item for file in files.values() for item in file.allowed.by(rule.id)))
        )
        for rule in whole
    ]
    for rule in kept:
        grouped(rule)
    return kept, tuple(_notes(files, by_id))


def _notes(files: Mapping[str, Told], by_id: Mapping[str, Rule]) -> Iterator[str]:
    """What is said of each file. One that goes on from an earlier one has what it extends."""
    has_rules = any(rule.expression for rule in by_id.values())
    for number, (name, file) in enumerate(files.items()):
        left = [words for words in file.left if not (number and words in (DEFAULT, EXTENDED))]
        if any(not by_id[rule.id].expression for rule in file.rules):
            left.append(PATH_ALONE)
        if file.allowed and not has_rules:
            left.append(ALLOWED_ALONE)
        if left:
            yield note(name, left)


def _opened(name: str, where: str, read: Open) -> Table:
    if name.startswith("/") or "\n" in name or ".." in name.split("/"):
        raise ConfigError(f"{where}: rules must name files below the settings' own folder")
    table = read(name)
    if table is None:
        raise ConfigError(f"{where}: rules names a file that is not there")
    return table
