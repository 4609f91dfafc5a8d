"""What settings say is no leak: ignored paths and allowed fingerprints. Globs are those of `.gitignore`."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scanner.config import Config, Rule
from scanner.errors import ConfigError
from scanner.model import SuppressedBy

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Reason = tuple[SuppressedBy, str, str]


class Globs:
    """Rules that stand together: later ones win, `!` takes back."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Raises ConfigError, which says where the rule stands that cannot be used."""
        self._rules = rules
        self._spec = _compiled(rules) if rules else None

    def deciding(self, path: str) -> Rule | None:
        """The rule by which the path (relative to the root, with `/`) is left out; None if it is not."""
        found = self._spec.check_file(path) if self._spec else None
        return self._rules[found.index] if found and found.include and found.index is not None else None

    def __repr__(self) -> str:
        """The same for the same rules: a history is remembered under what was left out of it."""
        return f"Globs({self._rules!r})"

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._rules)

    def __call__(self, path: str) -> bool:
        """Whether the path is left out."""
        return self.deciding(path) is not None


class Ignored:
    """What the ignore file says of a path."""

    def __init__(self, config: Config) -> None:
        """Raises ConfigError where a glob cannot be used."""
        self._ignore = Globs(config.ignore)

    def reason(self, path: str, *, named: bool) -> Reason | None:
        """By what, why and where a finding at this path is suppressed; None if it is not.

        named: whether a person asked for just this file, so that its path does not hide it.
        """
        rule = None if named else self._ignore.deciding(path)
        return ("ignore-file", f"the path matches {rule.glob}", rule.where) if rule else None


def _compiled(rules: Sequence[Rule]) -> GitIgnoreSpec:
    try:
        return _spec(rules)
    except Exception:  # noqa: BLE001 - each of pathspec's engines raises errors of its own
        bad = next((rule for rule in rules if not _is_usable(rule)), rules[0])
        raise ConfigError(f"{bad.where}: not a usable glob") from None


def _is_usable(rule: Rule) -> bool:
    try:
        _spec([rule])
    except Exception:  # noqa: BLE001 - as above
        return False
    return True


def _spec(rules: Sequence[Rule]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # only where there are rules: it costs more than a whole small scan

    with warnings.catch_warnings():
        warnings.simplefilter("error", FutureWarning)  # of an expression that does not mean what it seems to
        return GitIgnoreSpec.from_lines([rule.glob for rule in rules])
