"""Expressions from files of others. Whatever they are, they run in linear time, as those of settings do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scanner.detect.seen import Seen
from scanner.errors import ConfigError
from scanner.rules.expression import compiled
from scanner.suppress.carry.foreign import Expression


class Expressions:
    """Expressions that are usable, and what is said of those that are not."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.usable: list[Expression] = []
        self.lost: list[str] = []
        self._compiled: list[re.Pattern[bytes]] = []
        for item in expressions:
            try:
                self._compiled.append(compiled(item.text, item.where))
                self.usable.append(item)
            except ConfigError as error:
                self.lost.append(str(error))

    def meeting(self, seen: Seen) -> Iterator[int]:
        """The numbers of those that allow the credential at this place: one of its values, or of its lines."""
        texts = {"value": list(seen.values), "line": list(seen.lines), "output": list(_output(seen))}
        for number, (item, expression) in enumerate(zip(self.usable, self._compiled, strict=True)):
            if any(expression.search(text) for text in texts[item.over]):
                yield number


def _output(seen: Seen) -> Iterator[bytes]:
    """What grep prints of it."""
    path = seen.origin.path.encode("utf-8", "surrogateescape")
    for part, lines in zip(seen.parts, seen.lines, strict=True):
        for number, line in enumerate(lines.split(b"\n"), part.location.start_line):
            yield b"%s:%d:%s" % (path, number, line)
