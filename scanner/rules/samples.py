"""Holding a rule of the settings to its own samples, each time that it is read."""

from __future__ import annotations

from collections.abc import Sequence

from patterns._fake import fake
from scanner.errors import ConfigError
from scanner.rules.matching import RuleMatcher
from scanner.rules.rule import Rule


def check(rule: Rule, examples: Sequence[str], counterexamples: Sequence[str]) -> None:
    """That the rule finds something in each example and nothing in a counterexample. Raises ConfigError.

    Samples may hold the slots of `patterns._fake`, so that no key-like text stands in the settings.
    """
    matcher = RuleMatcher(rule)
    for number, example in enumerate(examples, 1):
        if not finds(rule, matcher, fake(example)):
            raise ConfigError(f"{rule.where}: example {number} is not found{_why(rule, fake(example))}")
    for number, example in enumerate(counterexamples, 1):
        if finds(rule, matcher, fake(example)):
            raise ConfigError(f"{rule.where}: counterexample {number} is found")


def finds(rule: Rule, matcher: RuleMatcher, content: bytes) -> bool:
    """Whether the rule finds something in the content, wherever that stands."""
    return has_anchor(rule, content) and any(True for _ in matcher.spans(content, None))


def has_anchor(rule: Rule, content: bytes) -> bool:
    """Whether the content holds one of the anchors, if there are any."""
    folded = content.lower()
    return not rule.anchors or any(anchor.encode() in folded for anchor in rule.anchors)


def _why(rule: Rule, content: bytes) -> str:
    return "" if has_anchor(rule, content) else ": it holds none of the anchors"
