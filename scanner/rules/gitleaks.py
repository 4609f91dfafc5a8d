"""gitleaks' rules, read as they are: the tables `[[rules]]` and `[[allowlists]]` of its TOML.

https://github.com/gitleaks/gitleaks#configuration (version 8). Its expressions are Go's, which are RE2's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from scanner.errors import ConfigError
from scanner.rules.fields import Fields, identifier
from scanner.rules.own import distinct, grouped
from scanner.rules.rule import Allowance, Places, Rule, Target

TARGETS: dict[str, Target] = {"": "secret", "secret": "secret", "match": "match", "line": "line"}
CONDITIONS = {"": False, "or": False, "||": False, "and": True, "&&": True}
DEFAULT = "its [extend] useDefault: gitleaks' own rules are no part of Akia; name its gitleaks.toml in rules, too"
COMMITS = "allowlists that name commits"
PATH_ALONE = "rules without an expression (a path alone is no secret)"
REQUIRED = "what rules require beside them (they are looked for alone)"
HELPERS = "rules that only others require (skipReport)"
EXTENDED = "the file or address that it extends"


class Told(NamedTuple):
    """What a file says. left: in words, what of it is not carried over. disabled: ids of rules that do not count."""

    rules: tuple[Rule, ...]
    left: tuple[str, ...]
    disabled: tuple[str, ...]


def told(table: Mapping[str, object], where: str) -> Told:
    """What a configuration of gitleaks says. Raises ConfigError."""
    fields = _lower(Fields(table, where))
    left: Counter[str] = Counter()
    everywhere, targeted = _shared(fields, left)
    rules = [rule for one in fields.tables("rules") if (rule := _rule(_lower(one), where, left))]
    rules = [replace(rule, allowances=(*rule.allowances, *everywhere, *targeted[rule.id])) for rule in rules]
    for rule in rules:
        grouped(rule)
    _extends(fields, left)
    disabled = [name for extend in map(_lower, fields.tables("extend")) for name in extend.texts("disabledrules")]
    return Told(distinct(rules, where), tuple(left), tuple(disabled))


def note(where: str, left: Iterable[str]) -> str:
    """One line that says what of a file is not carried over."""
    return f"{where}: not carried over: {'; '.join(left)}"


def _rule(fields: Fields, where: str, left: Counter[str]) -> Rule | None:
    name = identifier(fields)
    fields = Fields(fields.table, f"{where}: {name}")
    if fields.table.get("skipreport"):
        left[HELPERS] += 1
        return None
    if not fields.text("regex"):
        left[PATH_ALONE] += 1
        return None
    if fields.tables("required"):
        left[REQUIRED] += 1
    path = fields.text("path")
    return Rule(
        id=name,
        title=_title(fields, name),
        severity="high",
        expression=fields.text("regex"),
        anchors=tuple(word.lower() for word in fields.texts("keywords")),
        group=int(fields.number("secretgroup", 99)),
        entropy=fields.number("entropy", 8),
        places=Places(expressions=(path,) if path else ()),
        allowances=tuple(_allowances(fields, left)),
        tags=fields.texts("tags"),
        where=fields.where,
    )


def _title(fields: Fields, name: str) -> str:
    """The description, on one line, up to where it goes on about what the secret is good for."""
    text = " ".join(fields.text("description").split())
    return text.partition(". ")[0].partition(", ")[0].rstrip(".")[:200] or name


def _allowances(fields: Fields, left: Counter[str]) -> Iterator[Allowance]:
    for allow in map(_lower, (*fields.tables("allowlist"), *fields.tables("allowlists"))):
        found = _allowance(allow, left)
        if found:
            yield found


def _allowance(fields: Fields, left: Counter[str]) -> Allowance | None:
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


def _shared(fields: Fields, left: Counter[str]) -> tuple[list[Allowance], dict[str, list[Allowance]]]:
    """The allowances of all rules, and those of some by the ids of these."""
    everywhere: list[Allowance] = []
    targeted: dict[str, list[Allowance]] = defaultdict(list)
    for allow in map(_lower, (*fields.tables("allowlist"), *fields.tables("allowlists"))):
        found = _allowance(allow, left)
        targets = allow.texts("targetrules")
        for those in [targeted[name] for name in targets] if targets else [everywhere]:
            those.extend([found] if found else [])
    return everywhere, targeted


def _extends(fields: Fields, left: Counter[str]) -> None:
    for extend in map(_lower, fields.tables("extend")):
        if extend.table.get("usedefault"):
            left[DEFAULT] += 1
        if extend.text("path") or extend.text("url"):
            left[EXTENDED] += 1


def _lower(fields: Fields) -> Fields:
    """The same with its keys in lower case: to gitleaks their case does not matter."""
    return Fields({name.lower(): value for name, value in fields.table.items()}, fields.where)
