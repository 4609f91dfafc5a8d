"""The packs that settings ask for."""

from __future__ import annotations

from collections.abc import Sequence

from patterns._pattern import Pattern
from scanner.detect.finder import Finder
from scanner.packs.several import Pack, Several
from scanner.rules.rule import Rule


def chosen(aws: Finder, names: Sequence[str], rules: Sequence[Rule]) -> Several:
    """AWS credentials, the rules, and the packs of these names."""
    packs: list[Pack] = []
    if rules:
        from scanner.packs.custom import CustomRules

        packs.append(CustomRules(rules))
    if "detect-secrets" in names:
        from scanner.packs.detect_secrets.pack import DetectSecrets

        packs.append(DetectSecrets())
    return Several(aws, packs)


def listed(names: Sequence[str], rules: Sequence[Rule]) -> list[Pattern]:
    """What these look for, in order of their ids."""
    from scanner.packs.custom import pattern_of

    found = [pattern_of(rule) for rule in rules]
    if "detect-secrets" in names:
        from scanner.packs.detect_secrets.detectors import detectors

        found += (detector.pattern for detector in detectors())
    return sorted(found, key=lambda pattern: pattern.id)
