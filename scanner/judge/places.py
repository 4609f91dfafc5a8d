"""Where in a text what a signal looks for can stand: the lines of its literals, or so near to them as it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from patterns._signal import Signal
from scanner.detect.windows import Window, merged


def places(signal: Signal, lowered: bytes, base: int) -> list[Window]:
    """The parts of the text in which a match can lie. base: where the text begins in the content."""
    if signal.in_line:
        return sorted({(low + base, high + base) for low, high in _lines(signal.needs, lowered)})
    if signal.reach:
        return merged((low + base, high + base) for low, high in _around(signal.needs, signal.reach, lowered))
    return [(base, base + len(lowered))]


def _lines(literals: Collection[bytes], lowered: bytes) -> Iterator[Window]:
    for literal in literals:
        at = lowered.find(literal)
        while at >= 0:
            end = lowered.find(b"\n", at)
            end = len(lowered) if end < 0 else end
            yield lowered.rfind(b"\n", 0, at) + 1, end
            at = lowered.find(literal, end)


def _around(literals: Collection[bytes], reach: int, lowered: bytes) -> Iterator[Window]:
    for literal in literals:
        at = lowered.find(literal)
        while at >= 0:
            yield max(0, at - reach), min(len(lowered), at + len(literal) + reach)
            at = lowered.find(literal, at + len(literal))
