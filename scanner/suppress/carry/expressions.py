"""Expressions from files of others. Whatever they are, they run in linear time, as those of settings do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from scanner.detect.seen import Seen
from scanner.errors import ConfigError
from scanner.rules.expression import compiled
from scanner.suppress.carry.foreign import Expression, may_mean


class Ready(NamedTuple):
    """An expression, and as RE2 has it; likewise those whose match it is held against."""

    expression: Expression
    pattern: re.Pattern[bytes]
    finders: list[re.Pattern[bytes]]

    def allows(self, seen: Seen) -> bool:
        """Whether it speaks of the credential at this place."""
        return any(self.pattern.search(text) for text in self._texts(seen))

    def _texts(self, seen: Seen) -> Iterable[bytes]:
        over = self.expression.over
        if over == "match" and self.finders:
            return _matches(seen, self.finders)
        if over == "path":
            return (_path(seen),)
        return _output(seen) if over == "output" else seen.lines if over == "line" else seen.values


class Expressions:
    """Expressions that are usable, and what is said of those that are not."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.usable: list[Expression] = []
        self.lost: list[str] = []
        self._ready: list[list[Ready]] = []
        for item in expressions:
            try:
                self._ready.append([_ready(one) for one in (item, *item.beside)])
                self.usable.append(item)
            except ConfigError as error:
                self.lost.append(str(error))

    def meeting(self, seen: Seen) -> Iterator[int]:
        """The numbers of those that allow the credential at this place: one of its values or lines, or its path."""
        for number, (item, ready) in enumerate(zip(self.usable, self._ready, strict=True)):
            if item.rule and not any(may_mean(item.rule, part.pattern) for part in seen.parts):
                continue
            if all(one.allows(seen) for one in ready):
                yield number


def _ready(item: Expression) -> Ready:
    """Raises ConfigError where one cannot be used."""
    return Ready(item, compiled(item.text, item.where), [compiled(text, item.where) for text in item.finders])


def _matches(seen: Seen, finders: Iterable[re.Pattern[bytes]]) -> Iterator[bytes]:
    """What they find on the lines of a part, with its value in it."""
    for value, lines in zip(seen.values, seen.lines, strict=True):
        for finder in finders:
            yield from (found[0] for found in finder.finditer(lines) if value in found[0])


def _output(seen: Seen) -> Iterator[bytes]:
    """What grep prints of it."""
    path = _path(seen)
    for part, lines in zip(seen.parts, seen.lines, strict=True):
        for number, line in enumerate(lines.split(b"\n"), part.location.start_line):
            yield b"%s:%d:%s" % (path, number, line)


def _path(seen: Seen) -> bytes:
    return seen.origin.path.encode("utf-8", "surrogateescape")
