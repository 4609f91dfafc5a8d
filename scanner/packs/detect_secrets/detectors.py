"""detect-secrets' detectors, each asked in its own way for the secrets in one line. Nothing asks a network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from detect_secrets.core.plugins.util import get_mapping_from_secret_type_to_class
from detect_secrets.plugins.base import RegexBasedDetector
from detect_secrets.plugins.high_entropy_strings import HighEntropyStringsPlugin
from detect_secrets.plugins.keyword import (
    QUOTES_REQUIRED_DENYLIST_REGEX_TO_GROUP,
    REGEX_BY_FILETYPE,
    KeywordDetector,
)
from detect_secrets.plugins.private_key import PrivateKeyDetector
from detect_secrets.util.filetype import determine_file_type

from patterns._pattern import Confidence, Pattern, Role
from scanner.model import Severity

PREFIX = "detect-secrets-"
REFERENCE = "https://github.com/Yelp/detect-secrets#viewing-all-enabled-plugins"
DOUBTFUL: dict[str, Severity] = {
    "Base64 High Entropy String": "medium",
    "Hex High Entropy String": "medium",
    "Secret Keyword": "medium",
    "Public IP (ipv4)": "info",
}
"""The severities of what is often no secret; all else is high."""
CHOSEN = ("Secret Keyword", "Basic Auth Credentials")
"""Values that a person may have chosen: nothing of them is shown."""
QUOTES = ('"', "'", "`")


class Detector(NamedTuple):
    """One detector of detect-secrets, and what a finding of it is called here."""

    plugin: Any
    pattern: Pattern
    role: Role
    confidence: Confidence

    @property
    def is_of_words(self) -> bool:
        """Whether it goes by the name of a value."""
        return isinstance(self.plugin, KeywordDetector)

    @property
    def is_of_entropy(self) -> bool:
        """Whether it goes by how random a quoted text looks."""
        return isinstance(self.plugin, HighEntropyStringsPlugin)

    @property
    def is_of_headings(self) -> bool:
        """Whether what it finds is a line that says what follows, the same for all of its kind."""
        return isinstance(self.plugin, PrivateKeyDetector)

    @property
    def is_of_forms(self) -> bool:
        """Whether it has expressions of its own."""
        return isinstance(self.plugin, RegexBasedDetector)

    @property
    def is_of_tokens(self) -> bool:
        """Whether what it finds has a form that only machines make."""
        return self.is_of_forms and not self.is_of_headings and self.pattern.title not in CHOSEN

    def secrets(self, line: str, path: str | None) -> Iterator[str]:
        """The values in a line of the file at the path; where that is not known, those at any path."""
        if self.is_of_entropy:
            yield from (text for text in self.plugin.analyze_string(line) if self._is_random(text))
        elif self.is_of_words:
            for expressions in _expressions(line, path):
                yield from self.plugin.analyze_string(line, expressions)
        else:
            yield from self.plugin.analyze_string(line)

    def _is_random(self, text: str) -> bool:
        return bool(self.plugin.calculate_shannon_entropy(text) > self.plugin.entropy_limit)


def detectors() -> tuple[Detector, ...]:
    """All that detect-secrets brings along, with its defaults, in order of their types."""
    known: dict[str, Any] = dict(get_mapping_from_secret_type_to_class())
    return tuple(_detector(kind, made()) for kind, made in sorted(known.items()))


def _detector(kind: str, plugin: Any) -> Detector:
    doubtful = kind in DOUBTFUL
    role: Role = "password" if kind in CHOSEN or isinstance(plugin, PrivateKeyDetector) else "secret"
    return Detector(plugin, _pattern(kind), role, "low" if doubtful else "medium")


def _pattern(kind: str) -> Pattern:
    words = "".join(char if char.isalnum() else " " for char in kind.lower()).split()
    name = PREFIX + "-".join(words)
    return Pattern(name, kind, name, REFERENCE, (), b"", {}, {}, severity=DOUBTFUL.get(kind, "high"))


def _expressions(line: str, path: str | None) -> Iterator[Any]:
    if path is None:
        yield from {id(groups): groups for groups in REGEX_BY_FILETYPE.values()}.values()
        return
    groups = REGEX_BY_FILETYPE.get(determine_file_type(path), QUOTES_REQUIRED_DENYLIST_REGEX_TO_GROUP)
    if groups is not QUOTES_REQUIRED_DENYLIST_REGEX_TO_GROUP or any(quote in line for quote in QUOTES):
        yield groups
