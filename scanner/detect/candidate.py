"""Candidates: what detection hands to judging. They hold plain values, so they never print them."""

from __future__ import annotations

from dataclasses import dataclass, field

from patterns._pattern import Confidence, Pattern, Role


@dataclass(frozen=True, slots=True)
class Value:
    """One part of a candidate: offsets in the view's bytes, and the bytes themselves."""

    role: Role
    start: int
    end: int
    raw: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a pattern found: its values, the one that names it first."""

    pattern: Pattern
    values: tuple[Value, ...]
    confidence: Confidence

    @property
    def start(self) -> int:
        """Offset of the first value."""
        return self.values[0].start

    @property
    def end(self) -> int:
        """Offset behind the first value."""
        return self.values[0].end
