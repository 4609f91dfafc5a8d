"""Patterns in our own settings: the tables `[[patterns]]` of `akia.toml`. docs/custom-patterns.md tells all keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.errors import ConfigError
from scanner.model import SEVERITIES, Severity
from scanner.rules.expression import quoted
from scanner.rules.fields import Fields, identifier
from scanner.rules.matching import RuleMatcher
from scanner.rules.rule import Allowance, Places, Rule
from scanner.rules.samples import check

KEYS = (
    "id", "title", "severity", "anchors", "expression", "group", "entropy", "paths", "allow", "examples",
    "counterexamples", "reference", "tags",
)  # fmt: skip
ALLOW = ("expressions", "lines", "words", "paths")
TAIL = "[A-Za-z0-9_./+=-]{8,512}"
"""What follows an anchor where there is no expression: the characters that tokens are made of."""


def patterns(tables: object, where: str) -> tuple[Rule, ...]:
    """The rules, held against their samples. Raises ConfigError, which names the setting and never a value."""
    rules = []
    for number, fields in enumerate(Fields({"patterns": tables}, where).tables("patterns"), 1):
        rule = _rule(Fields(fields.table, f"{where}: pattern {number}"))
        check(rule, fields.texts("examples"), fields.texts("counterexamples"))
        rules.append(rule)
    return distinct(rules, where)


def distinct(rules: Sequence[Rule], where: str) -> tuple[Rule, ...]:
    """The rules. Raises ConfigError where two have the same id."""
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise ConfigError(f"{where}: the id {rule.id} is used twice")
        seen.add(rule.id)
    return tuple(rules)


def _rule(fields: Fields) -> Rule:
    name = identifier(fields)
    fields = Fields(fields.table, f"{fields.where.rpartition(': ')[0]}: {name}")
    fields.known(KEYS)
    if not fields.texts("examples"):
        raise ConfigError(f"{fields.where}: examples are needed, or nobody knows that it finds anything")
    anchors = fields.texts("anchors")
    rule = Rule(
        id=name,
        title=fields.line("title") or name,
        severity=_severity(fields),
        expression=fields.text("expression") or _of_anchors(anchors, fields.where),
        anchors=tuple(anchor.lower() for anchor in anchors),
        group=int(fields.number("group", 99)),
        entropy=fields.number("entropy", 8),
        places=Places(globs=fields.texts("paths")),
        allowances=tuple(_allowances(fields)),
        tags=fields.texts("tags"),
        reference=fields.line("reference", 500),
        where=fields.where,
    )
    grouped(rule)
    return rule


def grouped(rule: Rule) -> None:
    """That the expression can be used and has the group. Raises ConfigError, as it does for paths and allowances."""
    from scanner.rules.expression import compiled

    if rule.group > compiled(rule.expression, f"{rule.where}: expression").groups:
        raise ConfigError(f"{rule.where}: the expression has no group of that number")
    RuleMatcher(rule)


def _of_anchors(anchors: Sequence[str], where: str) -> str:
    if not anchors:
        raise ConfigError(f"{where}: an expression or anchors are needed")
    return f"(?:{'|'.join(map(quoted, anchors))}){TAIL}"


def _severity(fields: Fields) -> Severity:
    value = fields.line("severity") or "high"
    for known in SEVERITIES:
        if value == known:
            return known
    raise ConfigError(f"{fields.where}: severity must be one of {', '.join(SEVERITIES)}")


def _allowances(fields: Fields) -> Iterator[Allowance]:
    for allow in fields.tables("allow"):
        allow.known(ALLOW)
        if allow.texts("lines"):
            yield Allowance(expressions=allow.texts("lines"), target="line")
        yield Allowance(
            expressions=allow.texts("expressions"),
            words=allow.texts("words"),
            places=Places(globs=allow.texts("paths")),
        )
