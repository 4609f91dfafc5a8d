"""Where a rule finds something: its expression, then the entropy, then what it lets pass."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from scanner.rules.expression import compiled, united
from scanner.rules.rule import Allowance, Places, Rule

CROWDED = 1000
"""Matches in one content from which on one is looked for on each line alone, in pieces of `REACH` bytes that have
`OVERLAP` in common: an expression that has to read on for each of them would else take time that grows with the square.
"""
REACH = 4096
OVERLAP = 1024
LINE = 2000
"""Bytes of a line that are looked at on either side of a match."""

Span = tuple[int, int]
Check = Callable[["Match", str | None], bool]


class Match(NamedTuple):
    """What an expression found: where, and the part of it that is the secret."""

    data: bytes
    whole: Span
    secret: Span

    def text(self, target: str) -> bytes:
        """The bytes of the secret, of all that was matched, or of the lines that hold it."""
        start, end = self.secret if target == "secret" else self.whole
        if target == "line":
            start = self.data.rfind(b"\n", max(0, start - LINE), start) + 1 or max(0, start - LINE)
            stop = self.data.find(b"\n", end, end + LINE)
            end = stop if stop >= 0 else end + LINE
        return self.data[start:end]


class RuleMatcher:
    """One rule, made ready when it is first needed. Raises ConfigError where it cannot be used."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._expression = compiled(rule.expression, rule.where)
        self._is_here = placed(rule.places, rule.where) if rule.places else None
        self._allowed = [_check(allowance, rule.where) for allowance in rule.allowances]

    def spans(self, data: bytes, path: str | None) -> Iterator[Span]:
        """Where secrets stand. path: None where it is not known, which then excludes nothing."""
        if path is not None and self._is_here and not self._is_here(path):
            return
        for match in self._matches(data):
            secret = data[slice(*match.secret)]
            telling = not self._rule.entropy or entropy(secret) > self._rule.entropy
            if secret and telling and not any(allowed(match, path) for allowed in self._allowed):
                yield match.secret

    def _matches(self, data: bytes) -> Iterator[Match]:
        end = 0
        for number, found in enumerate(self._expression.finditer(data), 1):
            yield Match(data, found.span(), self._secret(found))
            end = found.end()
            if number == CROWDED:
                break
        else:
            return
        yield from self._sparse(data, end)

    def _sparse(self, data: bytes, at: int) -> Iterator[Match]:
        """One match a line from there on."""
        at = _next_line(data, at)
        while at < len(data):
            found = self._expression.search(data, at, min(len(data), at + REACH))
            if found:
                yield Match(data, found.span(), self._secret(found))
            at = _next_line(data, found.end()) if found else at + REACH - OVERLAP

    def _secret(self, found: re.Match[bytes]) -> Span:
        group = self._rule.group
        if not group:
            group = next((number for number, text in enumerate(found.groups(), 1) if text), 0)
        return found.span(group)


def _next_line(data: bytes, at: int) -> int:
    """Where the line begins that follows the one which holds what stands before `at`."""
    end = data.find(b"\n", max(0, at - 1))
    return end + 1 if end >= 0 else len(data)


def placed(places: Places, where: str) -> Callable[[str], bool]:
    """Whether a path is one of these. Raises ConfigError."""
    expression = united(places.expressions, where) if places.expressions else None
    globs = _globs(places.globs)

    def is_one(path: str) -> bool:
        return bool((expression and expression.search(path.encode("utf-8", "surrogateescape"))) or globs(path))

    return is_one


def entropy(secret: bytes) -> float:
    """Bits a character, as gitleaks counts them: characters by occurrence, held against the length in bytes."""
    shares = [count / len(secret) for count in Counter(secret.decode("utf-8", "surrogateescape")).values()]
    return -sum(share * math.log2(share) for share in shares)


def _globs(globs: tuple[str, ...]) -> Callable[[str], bool]:
    if not globs:
        return lambda _: False
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(globs).match_file


def _check(allowance: Allowance, where: str) -> Check:
    checks = list(_checks(allowance, where))
    enough = all if allowance.everything else any
    return lambda match, path: bool(checks) and enough(check(match, path) for check in checks)


def _checks(allowance: Allowance, where: str) -> Iterator[Check]:
    if allowance.expressions:
        expression = united(allowance.expressions, where)
        yield lambda match, path: bool(expression.search(match.text(allowance.target)))
    if allowance.words:
        words = tuple(word.lower().encode() for word in allowance.words)
        yield lambda match, path: any(word in match.text("secret").lower() for word in words)
    if allowance.places:
        is_one = placed(allowance.places, where)
        yield lambda match, path: path is not None and is_one(path)
