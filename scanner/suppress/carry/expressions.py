"""Expressions from files of others. Whatever they are, they run in linear time: RE2 is what runs them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from scanner.detect.seen import Seen
from scanner.suppress.carry.foreign import Expression


class Expressions:
    """Expressions that are usable, and what is said of those that are not."""

    def __init__(self, expressions: Iterable[Expression]) -> None:
        self.usable: list[Expression] = []
        self.lost: list[str] = []
        self._compiled: list[Any] = []
        for item in expressions:
            compiled = _compiled(item.text)
            if compiled is None:
                self.lost.append(f"{item.where} cannot be run in linear time, or is no regular expression")
            else:
                self.usable.append(item)
                self._compiled.append(compiled)

    def meeting(self, seen: Seen) -> Iterator[int]:
        """The numbers of those that allow the credential at this place: one of its values, or of its lines."""
        texts = {"value": list(seen.values), "line": list(seen.lines), "output": list(_output(seen))}
        for number, (item, compiled) in enumerate(zip(self.usable, self._compiled, strict=True)):
            if any(compiled.search(text) for text in texts[item.over]):
                yield number


def _output(seen: Seen) -> Iterator[bytes]:
    """What grep prints of it."""
    path = seen.origin.path.encode("utf-8", "surrogateescape")
    for part, lines in zip(seen.parts, seen.lines, strict=True):
        for number, line in enumerate(lines.split(b"\n"), part.location.start_line):
            yield b"%s:%d:%s" % (path, number, line)


def _compiled(text: str) -> Any:
    import re2  # only where there are expressions

    options = re2.Options()
    options.log_errors = False
    options.encoding = re2.Options.Encoding.LATIN1  # bytes, whatever they are
    try:
        return re2.compile(text.encode(), options)
    except (re2.error, ValueError):
        return None
