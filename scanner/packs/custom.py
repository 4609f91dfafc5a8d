"""The rules of the settings, looked for in content as it stands, which is read as UTF-8 or UTF-16."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import islice

from patterns._pattern import Pattern, Told
from scanner.detect.candidate import Candidate, Value
from scanner.detect.decode import View
from scanner.detect.reading import Reading
from scanner.detect.wide import is_wide
from scanner.packs.chosen import known_by
from scanner.packs.limits import MOST
from scanner.packs.several import Pack
from scanner.packs.words import Words, plain_words
from scanner.rules.matching import RuleMatcher
from scanner.rules.rule import Rule


class CustomRules(Pack):
    """Finds what rules describe. Each is made ready when content first holds one of its anchors."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all = rules
        self._anchors = sorted({anchor for rule in rules for anchor in rule.anchors})
        self._words: Words = plain_words(self._anchors)
        self._matchers: dict[str, RuleMatcher] = {}
        self._patterns = {rule.id: pattern_of(rule) for rule in rules}
        self.rules = hashlib.sha256(repr(rules).encode()).hexdigest()

    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """See `Finder.detect`."""
        view = View(data, line, column)
        view = (view.in_utf8() if is_wide(data) else None) or view
        held = self._words(view.data)
        every = (item for rule in self._all if _may_match(rule, held) for item in self._found(rule, view.data, path))
        found = list(_telling(list(islice(every, MOST))))
        if found:
            yield view, sorted(found, key=lambda item: (item.start, item.end, item.pattern.id))

    def prepare(self) -> None:
        """See `Finder.prepare`."""
        try:
            from scanner.packs.bulk_words import bulk_words
        except ImportError:  # a platform without Hyperscan
            return
        self._words = bulk_words(self._anchors)

    def _found(self, rule: Rule, data: bytes, path: str | None) -> Iterator[Candidate]:
        if rule.id not in self._matchers:
            self._matchers[rule.id] = RuleMatcher(rule)
        for start, end in self._matchers[rule.id].spans(data, path):
            value = Value("secret", start, end, data[start:end])
            known = known_by(data, start, end, value.raw)
            yield Candidate(self._patterns[rule.id], (value,), "medium", Told(tags=rule.tags), known)


def _telling(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """All but what a generic rule finds within what another one knows better, as gitleaks has it."""
    known = [(item.start, item.end) for item in found if not _is_generic(item)]
    for item in found:
        if not _is_generic(item) or not any(start <= item.start and item.end <= end for start, end in known):
            yield item


def _is_generic(item: Candidate) -> bool:
    return "generic" in item.pattern.id.lower()


def _may_match(rule: Rule, held: frozenset[str]) -> bool:
    return not rule.anchors or not held.isdisjoint(rule.anchors)


def pattern_of(rule: Rule) -> Pattern:
    """The rule as the model knows it."""
    return Pattern(
        id=rule.id,
        title=rule.title,
        kind=rule.id,
        reference=rule.reference or rule.where,
        anchors=(),
        regex=b"",
        examples={},
        counterexamples={},
        severity=rule.severity,
    )
