"""On which lines each detector is worth trying, told by one pass of Hyperscan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import hyperscan

from scanner.detect.bulk import database
from scanner.packs.detect_secrets.detectors import Detector
from scanner.packs.detect_secrets.expressions import expressions, loose

SLICE = 2**20
"""Bytes that are searched at once, so that what is found in them takes little memory."""

Line = tuple[int, int, set[int]]
"""Where a line begins and ends, without its line break; and the numbers of the detectors that may find something."""


class Prefilter:
    """Searches with Hyperscan. One instance serves one thread."""

    def __init__(self, known: Sequence[Detector]) -> None:
        numbered = list(expressions(known))
        self._numbers = [number for number, _ in numbered]
        self._strict = database([expression for _, expression in numbered])
        self._loose = database(loose())
        self._scratch = hyperscan.Scratch(self._strict)
        self._scratch_of_loose = hyperscan.Scratch(self._loose)

    def lines(self, data: bytes) -> Iterator[Line]:
        """The lines on which something may be found, in order of place."""
        low = 0
        while low < len(data):
            end = data.find(b"\n", low + SLICE)
            high = end + 1 if end >= 0 else len(data)
            yield from self._in(data, low, high)
            low = high

    def _in(self, data: bytes, low: int, high: int) -> list[Line]:
        """The same in one slice of whole lines."""
        lines: list[Line] = []

        def collect(number: int, _start: int, end: int, _flags: int, _context: object) -> None:
            at = low + end - 1
            if not lines or not lines[-1][0] <= at <= lines[-1][1]:
                lines.append((*line_around(data, at), set()))
            lines[-1][2].add(self._numbers[number])

        part = data if (low, high) == (0, len(data)) else data[low:high]
        self._strict.scan(part, match_event_handler=collect, scratch=self._scratch)
        return lines

    def may_gain(self, data: bytes) -> bool:
        """Whether a detector might find more if values stood in quotes."""
        try:
            self._loose.scan(data, match_event_handler=_end, scratch=self._scratch_of_loose, context=None)
        except hyperscan.ScanTerminated:
            return True
        return False


def line_around(data: bytes, at: int) -> tuple[int, int]:
    """Where the line begins and ends that holds the byte; `\\n` and `\\r` both end one, as for Python."""
    start = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", max(0, data.rfind(b"\n", 0, at)), at)) + 1
    stop = data.find(b"\n", at)
    stop = len(data) if stop < 0 else stop
    early = data.find(b"\r", at, stop)
    return start, early if early >= 0 else stop


def _end(*_: object) -> bool:
    return True
