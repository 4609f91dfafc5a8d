"""gitleaks' allowlists: the tables `[allowlist]` and `[[allowlists]]` of its TOML, and of its rules.

https://github.com/gitleaks/gitleaks#configuration (version 8).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scanner.errors import ConfigError
from scanner.rules.fields import Fields
from scanner.rules.rule import Allowance, Places, Target

TARGETS: dict[str, Target] = {"": "secret", "secret": "secret", "match": "match", "line": "line"}
CONDITIONS = {"": False, "or": False, "||": False, "and": True, "&&": True}
COMMITS = "allowlists that name commits"


class Allowed(NamedTuple):
    """What all rules let pass, and what some do, by their ids."""

    everywhere: tuple[Allowance, ...]
    targeted: Mapping[str, list[Allowance]]

    def __bool__(self) -> bool:
        """Whether anything passes."""
        return bool(self.everywhere or self.targeted)

    def by(self, rule: str) -> tuple[Allowance, ...]:
        """What the rule of this id lets pass."""
        return (*self.everywhere, *self.targeted.get(rule, ()))


def allowed(fields: Fields, left: Counter[str]) -> Allowed:
    """What a whole file lets pass. Raises ConfigError. left: counts, in words, what is not carried over."""
    everywhere: list[Allowance] = []
    targeted: dict[str, list[Allowance]] = defaultdict(list)
    for allow in tables(fields):
        found = allowance(allow, left)
        targets = allow.texts("targetrules")
        for those in [targeted[name] for name in targets] if targets else [everywhere]:
            those.extend([found] if found else [])
    return Allowed(tuple(everywhere), targeted)


def allowed_by(fields: Fields, left: Counter[str]) -> Iterator[Allowance]:
    """What one rule lets pass. Raises ConfigError."""
    return (found for allow in tables(fields) if (found := allowance(allow, left)))


def tables(fields: Fields) -> Iterator[Fields]:
    """The allowlists of a file or a rule, in the older form and in the newer."""
    return map(lower, (*fields.tables("allowlist"), *fields.tables("allowlists")))


def allowance(fields: Fields, left: Counter[str]) -> Allowance | None:
    """None where it depends on a commit: a value in a file is the same leak whichever commit brought it in."""
    target, condition = fields.text("regextarget").lower(), fields.text("condition").lower()
    if target not in TARGETS or condition not in CONDITIONS:
        raise ConfigError(f"{fields.where}: regexTarget or condition is none that gitleaks knows")
    if fields.texts("commits"):
        left[COMMITS] += 1
        if CONDITIONS[condition]:
            return None
    return Allowance(
        expressions=fields.texts("regexes"),
        target=TARGETS[target],
        words=fields.texts("stopwords"),
        places=Places(expressions=fields.texts("paths")),
        everything=CONDITIONS[condition],
    )


def lower(fields: Fields) -> Fields:
    """The same with its keys in lower case: to gitleaks their case does not matter."""
    return Fields({name.lower(): value for name, value in fields.table.items()}, fields.where)
