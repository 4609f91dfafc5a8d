"""gitleaks' rules, read as they are: the tables `[[rules]]` and `[[allowlists]]` of its TOML.

https://github.com/gitleaks/gitleaks#configuration (version 8). Its expressions are Go's, which are RE2's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from scanner.rules.allowlists import Allowed, allowed, allowed_by, lower
from scanner.rules.fields import Fields, identifier
from scanner.rules.own import distinct
from scanner.rules.rule import Places, Rule

DEFAULT = "its [extend] useDefault: gitleaks' own rules are no part of Akia; name its gitleaks.toml in rules, before it"
PATH_ALONE = "rules without an expression (a path alone is no secret)"
REQUIRED = "what rules require beside them (they are looked for alone)"
HELPERS = "rules that only others require (skipReport)"
EXTENDED = "the file or address that it extends; name that file in rules, before it"


class Told(NamedTuple):
    """What a file says. rules: those without an expression add to one of another file. allowed: for whichever rules.

    left: in words, what of it is not carried over. disabled: ids of rules that do not count.
    """

    rules: tuple[Rule, ...]
    allowed: Allowed
    left: tuple[str, ...]
    disabled: tuple[str, ...]


def told(table: Mapping[str, object], where: str) -> Told:
    """What a configuration of gitleaks says. Raises ConfigError."""
    fields = lower(Fields(table, where))
    left: Counter[str] = Counter()
    shared = allowed(fields, left)
    rules = [rule for one in fields.tables("rules") if (rule := _rule(lower(one), where, left))]
    _extends(fields, left)
    disabled = [name for extend in map(lower, fields.tables("extend")) for name in extend.texts("disabledrules")]
    return Told(distinct(rules, where), shared, tuple(left), tuple(disabled))


def joined(base: Rule, rule: Rule) -> Rule:
    """The rule of a later file put over that of the same id in an earlier one: what it does not say stays."""
    return replace(
        rule,
        title=base.title if rule.title == rule.id else rule.title,
        expression=rule.expression or base.expression,
        anchors=(*base.anchors, *rule.anchors),
        group=rule.group or base.group,
        entropy=rule.entropy or base.entropy,
        places=rule.places or base.places,
        allowances=(*base.allowances, *rule.allowances),
        tags=(*base.tags, *rule.tags),
    )


def note(where: str, left: Iterable[str]) -> str:
    """One line that says what of a file is not carried over."""
    return f"{where}: not carried over: {'; '.join(left)}"


def _rule(fields: Fields, where: str, left: Counter[str]) -> Rule | None:
    name = identifier(fields)
    fields = Fields(fields.table, f"{where}: {name}")
    if fields.table.get("skipreport"):
        left[HELPERS] += 1
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
        allowances=tuple(allowed_by(fields, left)),
        tags=fields.texts("tags"),
        where=fields.where,
    )


def _title(fields: Fields, name: str) -> str:
    """The description, on one line, up to where it goes on about what the secret is good for."""
    text = " ".join(fields.text("description").split())
    return text.partition(". ")[0].partition(", ")[0].rstrip(".")[:200] or name


def _extends(fields: Fields, left: Counter[str]) -> None:
    for extend in map(lower, fields.tables("extend")):
        if extend.table.get("usedefault"):
            left[DEFAULT] += 1
        if extend.text("path") or extend.text("url"):
            left[EXTENDED] += 1
