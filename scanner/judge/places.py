"""Where in a text what a signal looks for can stand: the lines of its literals, or so near to them as it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from patterns._signal import Signal
from scanner.detect.windows import Window, merged


def places(
    signal: Signal, lowered: bytes, base: int, lines: Mapping[bytes, Sequence[Window]] | None = None
) -> list[Window]:
    """The parts of the text in which a match can lie. base: where the text begins in the content.

    lines: those in the text on which the literals stand, if that is known.
    """
    if signal.in_line and lines is not None:
        held = (line for literal in signal.needs for line in lines.get(literal, ()))
        return sorted({(low + base, high + base) for low, high in held})
    if signal.reach:
        return merged((low + base, high + base) for low, high in _around(signal.needs, signal.reach, lowered))
    return [(base, base + len(lowered))]


def _around(literals: Collection[bytes], reach: int, lowered: bytes) -> Iterator[Window]:
    for literal in literals:
        at = lowered.find(literal)
        while at >= 0:
            yield max(0, at - reach), min(len(lowered), at + len(literal) + reach)
            at = lowered.find(literal, at + len(literal))
