"""Exact matching: each pattern's own expression, in the windows that the prefilter gave."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from patterns._pattern import Found, Pattern, Role
from scanner.detect.candidate import Candidate, Value
from scanner.detect.windows import Window


class Matcher:
    """Compiles each expression when it is first needed."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._patterns = patterns
        self._compiled: dict[int, re.Pattern[bytes]] = {}

    def candidates(self, data: bytes, windows: Mapping[int, Sequence[Window]]) -> list[Candidate]:
        """What the patterns find in their windows, in order of place."""
        found = [item for index in sorted(windows) for item in self._of_pattern(data, index, windows[index])]
        return sorted(found, key=lambda item: (item.start, item.end, item.pattern.id))

    def _of_pattern(self, data: bytes, index: int, windows: Sequence[Window]) -> Iterator[Candidate]:
        pattern = self._patterns[index]
        seen = -1
        for low, high in windows:
            if pattern.may_match and not pattern.may_match(data[low : high + pattern.longest]):
                continue
            for match in self._matches(data, index, low, high, pattern.longest):
                if match.start() <= seen:
                    continue
                seen = match.start()
                for found in pattern.refine(match) if pattern.refine else _groups(match):
                    yield _candidate(pattern, found, data)

    def _matches(self, data: bytes, index: int, low: int, high: int, longest: int) -> Iterator[re.Match[bytes]]:
        """Matches that begin in the window, decided on all that they may look at: not on where the window ends."""
        cut = min(len(data), high + longest)
        for match in self._tried(data, index, low, cut):
            if match.start() > high:
                return
            if match.end() < cut or cut == len(data):
                yield match

    def _tried(self, data: bytes, index: int, low: int, cut: int) -> Iterator[re.Match[bytes]]:
        begins = self._patterns[index].begins
        if begins is None:
            yield from self._expression(index).finditer(data, low, cut)
            return
        end = low
        for start in begins(data[low:cut]):
            match = self._expression(index).match(data, low + start, cut) if low + start >= end else None
            if match:
                end = match.end()
                yield match

    def _expression(self, index: int) -> re.Pattern[bytes]:
        if index not in self._compiled:
            self._compiled[index] = re.compile(self._patterns[index].regex)
        return self._compiled[index]


def _groups(match: re.Match[bytes]) -> Iterator[Found]:
    yield Found(tuple((role, *match.span(role)) for role in match.groupdict() if match[role] is not None))  # type: ignore[misc]


def _candidate(pattern: Pattern, found: Found, data: bytes) -> Candidate:
    values = tuple(_value(data, *part) for part in found.parts)
    return Candidate(pattern, values, found.confidence, found.told)


def _value(data: bytes, role: Role, start: int, end: int, plain: bytes | None = None) -> Value:
    return Value(role, start, end, data[start:end] if plain is None else plain)
