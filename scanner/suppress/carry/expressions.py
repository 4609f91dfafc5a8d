"""Expressions from files of others. Whatever they are, they run in linear time, as those of settings do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scanner.detect.seen import Seen
from scanner.errors import ConfigError
from scanner.rules.expression import compiled
from scanner.suppress.carry.foreign import Expression, may_mean

Compiled = tuple[Expression, list[re.Pattern[bytes]]]
"""An expression, and what it and those beside it are as RE2 has them."""


class Expressions:
    """Expressions that are usable, and what is said of those that are not."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.usable: list[Expression] = []
        self.lost: list[str] = []
        self._compiled: list[Compiled] = []
        for item in expressions:
            try:
                self._compiled.append((item, [compiled(one.text, one.where) for one in (item, *item.beside)]))
                self.usable.append(item)
            except ConfigError as error:
                self.lost.append(str(error))

    def meeting(self, seen: Seen) -> Iterator[int]:
        """The numbers of those that allow the credential at this place: one of its values or lines, or its path."""
        path = seen.origin.path.encode("utf-8", "surrogateescape")
        texts = {"value": list(seen.values), "line": list(seen.lines), "output": list(_output(seen)), "path": [path]}
        for number, (item, patterns) in enumerate(self._compiled):
            if item.rule and not any(may_mean(item.rule, part.pattern) for part in seen.parts):
                continue
            whole = zip((item, *item.beside), patterns, strict=True)
            if all(any(pattern.search(text) for text in texts[one.over]) for one, pattern in whole):
                yield number


def _output(seen: Seen) -> Iterator[bytes]:
    """What grep prints of it."""
    path = seen.origin.path.encode("utf-8", "surrogateescape")
    for part, lines in zip(seen.parts, seen.lines, strict=True):
        for number, line in enumerate(lines.split(b"\n"), part.location.start_line):
            yield b"%s:%d:%s" % (path, number, line)
