"""`.gitleaks.toml`: what its allowlists let pass, of all rules or of those that may mean credentials of AWS.

Its rules are no matter of a baseline: `rules` in the settings reads them. Source: config/allowlist.go of gitleaks 8.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from scanner.errors import ConfigError
from scanner.rules.allowlists import allowance, lower, tables
from scanner.rules.expression import quoted
from scanner.rules.fields import Fields
from scanner.rules.rule import Allowance
from scanner.suppress.carry.foreign import Commits, Expression, Foreign, Over, may_mean_ours
from scanner.suppress.carry.globs import told

OTHERS = "allowlists of rules for other things than AWS; with the file in rules of akia.toml they count there"
RULES = "its rules; name the file in rules of akia.toml"
EXTENDED = "the file or address that it extends; import that, too"
DEFAULT = "what gitleaks lets pass by itself (useDefault)"
KEY_ID = r"\b(?:A3T[A-Z0-9]|A[A-Z]{3})[A-Z0-9]{16}\b"
ASSIGNED = r"[\w.-]*[\s'\"]*[=:>,|?]+[\s'\"`=]*[\w.=+/-]{24,}[\s'\"`;]?"
"""What its own rules match: of a key the ID alone, of another secret also the name before it. Words of our own."""


def document(text: str) -> Mapping[str, object] | None:
    """The tables of such a file; None where it is something else."""
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    known = {name.lower(): value for name, value in table.items()}
    rules = known.get("rules")
    has_rules = isinstance(rules, list) and any(isinstance(item, Mapping) for item in rules)
    return table if has_rules or known.keys() & {"allowlist", "allowlists", "extend"} else None


def reader(path: str, text: str) -> Foreign:
    """What the file says. Raises ConfigError where it is none, or one that gitleaks would not take either."""
    table = document(text)
    if table is None:
        raise ConfigError(f"{path}: no settings of gitleaks")
    left: Counter[str] = Counter()
    fields = lower(Fields(table, path))
    paths: list[str] = []
    expressions: list[Expression] = []
    commits: list[Commits] = []
    for number, (allow, rule) in enumerate(_ours(fields, left), 1):
        unsaid: Counter[str] = Counter()
        found = allowance(allow, unsaid)
        if found and (ids := allow.texts("commits")):
            commits.append(Commits(frozenset(map(str.lower, ids)), f"{path}: allowlist {number}, commits", rule))
        elif unsaid:
            left.update(unsaid)
        if found and not rule and not found.everything:
            paths += found.places.expressions
        where = f"{path}: allowlist {number}"
        expressions += _expressions(found, where, rule, _finders(fields, rule)) if found else ()
    globs, lost = told(path, paths)
    left.update(_beside(fields))
    lost = (*(f"{path}: {words}" for words in left), *lost)
    return Foreign("gitleaks", (), tuple(expressions), tuple(commits), globs, lost)


def _ours(fields: Fields, left: Counter[str]) -> Iterator[tuple[Fields, str]]:
    """The allowlists that may be for credentials of AWS, and the rule that each is for; empty for all rules."""
    for allow in tables(fields):
        targets = allow.texts("targetrules")
        ours = list(filter(may_mean_ours, targets)) if targets else [""]
        left.update([] if ours else [OTHERS])
        yield from ((allow, rule) for rule in ours)
    for one in map(lower, fields.tables("rules")):
        rule = one.line("id")
        for allow in tables(one):
            if may_mean_ours(rule):
                yield allow, rule
            else:
                left[OTHERS] += 1


def _finders(fields: Fields, rule: str) -> tuple[str, ...]:
    """The expressions by which gitleaks finds what the rule is for, or without one all that may be of AWS."""
    told = {one.line("id"): one.text("regex") for one in map(lower, fields.tables("rules"))}
    if rule:
        return (told[rule],) if told.get(rule) else (ASSIGNED,) if "generic" in rule else ()
    ours = tuple(text for name, text in told.items() if text and may_mean_ours(name))
    is_alone = not any(told.values()) or any(one.table.get("usedefault") for one in map(lower, fields.tables("extend")))
    return (*ours, KEY_ID, ASSIGNED) if is_alone else ours


def _expressions(allow: Allowance, where: str, rule: str, finders: tuple[str, ...]) -> Iterator[Expression]:
    """Each by itself, and all stop words as one; where all have to be met, one with the others beside it."""
    over: Over = "value" if allow.target == "secret" else allow.target
    paths = allow.places.expressions if rule or allow.everything else ()  # for all rules they become globs
    kinds: list[tuple[str, Over, tuple[str, ...]]] = [
        ("regex", over, allow.expressions),
        ("stop words", "value", ("(?i)" + _any(map(quoted, allow.words)),) if allow.words else ()),
        ("path", "path", paths),
    ]
    if not allow.everything:
        for words, what, texts in kinds:
            for number, text in enumerate(texts, 1):
                said = f"{where}, {words}{f' {number}' if len(texts) > 1 else ''}"
                yield Expression(text, said, what, rule, finders=finders)
        return
    every = [Expression(_any(texts), where, what, rule, finders=finders) for _, what, texts in kinds if texts]
    yield from (item._replace(beside=tuple(every[1:])) for item in every[:1])


def _any(texts: Iterable[str]) -> str:
    return "|".join(f"(?:{text})" for text in texts)


def _beside(fields: Fields) -> Iterator[str]:
    """What of it is no matter of a baseline."""
    if any(lower(rule).text("regex") for rule in fields.tables("rules")):
        yield RULES
    for extend in map(lower, fields.tables("extend")):
        if extend.table.get("usedefault"):
            yield DEFAULT
        if extend.text("path") or extend.text("url"):
            yield EXTENDED
