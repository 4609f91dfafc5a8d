"""detect-secrets' own filters, those that are on by default: what it takes for no secret is none.

Its comments are left to `scanner.suppress`, which knows them too, so that what they hold back is listed.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, NamedTuple

from detect_secrets.filters.allowlist import is_line_allowlisted
from detect_secrets.settings import Settings

ELSEWHERE = ("is_invalid_file", "is_line_allowlisted", "is_indirect_reference")
"""What is decided before a content comes here, what after, and what is decided here in another way."""
LONGEST = 1000
"""Characters of a line in which a reference is looked for."""
BASELINE = ".secrets.baseline"
"""The file in which detect-secrets keeps digests of what is known."""


class Neighbour(NamedTuple):
    """What detect-secrets' filter of comments asks for."""

    previous_line: str


class Filters:
    """The filters, by what they have to know."""

    def __init__(self) -> None:
        by_need = list(_defaults())
        self._of_path = [filter_ for filter_, needs in by_need if needs == {"filename"}]
        self._of_line = [filter_ for filter_, needs in by_need if needs == {"line"}]
        self._of_secret = [(filter_, needs) for filter_, needs in by_need if "secret" in needs]

    def leaves_out(self, path: str) -> bool:
        """Whether no file at this path is looked at."""
        return path.rpartition("/")[2] == BASELINE or any(filter_(path) for filter_ in self._of_path)

    def passes_over(self, line: str) -> bool:
        """Whether nothing in this line is a secret."""
        return is_reference(line) or any(filter_(line) for filter_ in self._of_line)

    def drops(self, secret: str, line: str, plugin: Any) -> bool:
        """Whether this is no secret."""
        known = {"secret": secret, "line": line, "plugin": plugin}
        return any(filter_(**{name: known[name] for name in needs}) for filter_, needs in self._of_secret)

    def allows(self, path: str, line: str, previous: str) -> bool:
        """Whether a comment, as detect-secrets itself knows them, allows what stands on the line."""
        neighbour: Any = Neighbour(previous)
        return bool(is_line_allowlisted(path, line, neighbour))


def is_reference(line: str) -> bool:
    """What `detect_secrets.filters.heuristic.is_indirect_reference` says: that a call or an index is assigned.

    That takes seconds for a line of a thousand blanks, as its expression begins with what can be anything; without
    that it finds the same.
    """
    return len(line) <= LONGEST and bool(_reference().search(line))


@functools.cache
def _reference() -> re.Pattern[str]:
    return re.compile(r"(?::=?|[!=]{1,3})\s*[\w.-]+[\[(][^\v]*[\])]")


def _defaults() -> Iterator[tuple[Callable[..., bool], set[str]]]:
    for path in sorted(Settings().filters):
        module, _, name = path.rpartition(".")
        if name not in ELSEWHERE:
            filter_ = getattr(import_module(module), name)
            yield filter_, set(inspect.signature(filter_).parameters)
