"""The pack: which secrets detect-secrets sees in a content, at a fraction of the time."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, islice
from typing import NamedTuple

from detect_secrets.__version__ import VERSION

from scanner.detect.candidate import Candidate, Value
from scanner.detect.decode import View
from scanner.detect.reading import Reading
from scanner.packs.chosen import known_by
from scanner.packs.detect_secrets.detectors import Detector, detectors
from scanner.packs.detect_secrets.filters import Filters
from scanner.packs.detect_secrets.prefilter import Line, Prefilter, line_around
from scanner.packs.detect_secrets.transformed import may_be, transformed
from scanner.packs.limits import MOST
from scanner.packs.several import Pack

BODY = 160
"""Bytes behind what detect-secrets gives for the secret that are looked at for the rest of it."""
KEY = 16_384
"""Bytes that a private key is at most long."""
PIECE = 8
"""Bytes of what some of its expressions give for the secret, and what is its first letters alone (`ghp`)."""


MOVED = 32
"""Lines by which what a transformer makes of a file may lag behind it."""


class Seen(NamedTuple):
    """A secret in a line: of which detector, and the line as it was read."""

    detector: Detector
    secret: str
    line: str


class DetectSecrets(Pack):
    """Finds what detect-secrets finds. rules: its version."""

    rules = f"detect-secrets {VERSION}"

    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """See `Finder.detect`. Content that is not UTF-8 is not looked at, as detect-secrets does it."""
        if path is not None and self._filters.leaves_out(path):
            return
        hits = self._prefilter.lines(data)
        first = next(hits, None)
        if first is None and not self._prefilter.may_gain(data):
            return
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return
        hits = chain([first] if first else [], hits)
        every = self._anywhere(data, hits) if path is None else self._candidates(data, text, hits, path)
        found = list(islice(every, MOST))
        if found:
            yield View(data, line, column), sorted(found, key=lambda item: (item.start, item.end, item.pattern.id))

    def prepare(self) -> None:
        """See `Finder.prepare`."""
        _ = self._prefilter

    @cached_property
    def _detectors(self) -> tuple[Detector, ...]:
        return detectors()

    @cached_property
    def _filters(self) -> Filters:
        return Filters()

    @cached_property
    def _prefilter(self) -> Prefilter:
        return Prefilter(self._detectors)

    def _anywhere(self, data: bytes, hits: Iterable[Line]) -> Iterator[Candidate]:
        """What stands in the lines at some path; else what says that it depends on the path."""
        found = next(self._in_lines(data, hits, None), None)
        yield found[0] if found else _unknown(self._detectors[0])

    def _candidates(self, data: bytes, text: str, hits: Iterable[Line], path: str) -> Iterator[Candidate]:
        """As detect-secrets goes about it: settings that it can read, else the lines; if those hold nothing, again."""
        lines = self._settings(data, text, path, eager=False)
        nothing = True
        for item, allowed in self._in_settings(data, lines, path) if lines else self._in_lines(data, hits, path):
            yield item
            nothing &= allowed
        if nothing:
            lines = self._settings(data, text, path, eager=True)
            yield from (item for item, _ in self._in_settings(data, lines, path))

    def _settings(self, data: bytes, text: str, path: str, *, eager: bool) -> list[str]:
        """The lines of a file of settings with their values in quotes, if that could make a difference."""
        worth = may_be(text, path, eager=eager) and self._prefilter.may_gain(data)
        return transformed(text, path, eager=eager) if worth else []

    def _in_lines(self, data: bytes, hits: Iterable[Line], path: str | None) -> Iterator[tuple[Candidate, bool]]:
        """What stands in the lines as they are, and whether detect-secrets itself would take a comment for leave."""
        for start, stop, numbers in hits:
            line = data[start:stop].decode().rstrip()
            seen = self._seen(line, numbers, path)
            if seen:
                allowed = self._filters.allows(path or "", line, _previous(data, start))
                yield from ((_candidate(item, data, start, stop), allowed) for item in seen)

    def _in_settings(self, data: bytes, lines: Sequence[str], path: str) -> Iterator[tuple[Candidate, bool]]:
        """The same for lines that a transformer has made, of which each has the number of the one it is made of."""
        joined = "\n".join(lines).encode("utf-8", "surrogateescape")
        starts = list(accumulate((len(line.encode("utf-8", "surrogateescape")) + 1 for line in lines), initial=0))
        hits = self._by_line(self._prefilter.lines(joined), starts)
        spans = list(_spans(data)) if hits else []
        for number, numbers in hits.items():
            line = lines[number].rstrip()
            allowed = self._filters.allows(path, line, lines[number - 1] if number else "")
            for item in self._seen(line, numbers, path):
                yield _candidate(item, data, *_place(item, data, spans, number)), allowed

    def _by_line(self, hits: Iterable[Line], starts: Sequence[int]) -> dict[int, set[int]]:
        """Detectors by the number of the line; one that was made may hold line breaks of its own."""
        found: dict[int, set[int]] = {}
        for start, _, numbers in hits:
            found.setdefault(bisect_right(starts, start) - 1, set()).update(numbers)
        return found

    def _seen(self, line: str, numbers: set[int], path: str | None) -> list[Seen]:
        """The secrets in one line, each once for each detector."""
        seen = [
            Seen(self._detectors[number], secret, line)
            for number in sorted(numbers)
            for secret in dict.fromkeys(self._detectors[number].secrets(line, path))
        ]
        if not seen or self._filters.passes_over(line):
            return []
        return [item for item in seen if not self._filters.drops(item.secret, line, item.detector.plugin)]


def _unknown(detector: Detector) -> Candidate:
    """What stands for a content that must be looked at again once its path is known."""
    return Candidate(detector.pattern, (Value("secret", 0, 0, b""),), "low")


def _candidate(seen: Seen, data: bytes, start: int, stop: int) -> Candidate:
    """The secret where it stands in the line of the file; the whole line where it is written in another way there."""
    raw = seen.secret.encode("utf-8", "surrogateescape")
    at = data.find(raw, start, stop)
    if at >= 0:
        start, stop = at, at + len(raw)
    if seen.detector.is_of_headings:
        stop = _end_of_key(data, stop)
        raw = data[start:stop]
    elif seen.detector.is_of_forms and len(raw) < PIECE:
        raw += _rest().findall(data, stop, stop + BODY)[0]
        stop = start + len(raw)
    value = Value(seen.detector.role, start, stop, raw)
    known = known_by(data, start, stop, raw, is_token=seen.detector.is_of_tokens)
    return Candidate(seen.detector.pattern, (value,), seen.detector.confidence, known_by=known)


def _end_of_key(data: bytes, start: int) -> int:
    """Where the private key ends whose heading ends there: the heading alone is the same for all."""
    end = data.find(b"-----END", start, start + KEY)
    return end if end >= 0 else start


@functools.cache
def _rest() -> re.Pattern[bytes]:
    """What goes on behind the first letters of a token."""
    return re.compile(rb"[A-Za-z0-9_.-]*")


def _place(seen: Seen, data: bytes, spans: Sequence[tuple[int, int]], number: int) -> tuple[int, int]:
    """The line that holds the secret: of several values on one line a transformer puts each on a line of its own."""
    raw = seen.secret.encode("utf-8", "surrogateescape")
    last = min(number, len(spans) - 1)
    return next(
        (spans[at] for at in range(last, max(-1, last - MOVED), -1) if raw in data[slice(*spans[at])]), spans[last]
    )


def _previous(data: bytes, start: int) -> str:
    """The line before the one that begins there."""
    if start == 0:
        return ""
    end = start - 2 if data[start - 2 : start] == b"\r\n" else start - 1
    return data[slice(*line_around(data, end))].decode() if end > 0 else ""


def _spans(data: bytes) -> Iterator[tuple[int, int]]:
    """Start and end of each line."""
    at = 0
    for line in data.splitlines(keepends=True) or [b""]:
        yield at, at + len(line.rstrip(b"\r\n"))
        at += len(line)
