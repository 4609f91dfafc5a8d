"""Candidates: what detection hands to judging. They hold plain values, so they never print them."""

from __future__ import annotations

from typing import NamedTuple

from patterns._pattern import Confidence, Pattern, Role


class Value(NamedTuple):
    """One part of a candidate: offsets in the view's bytes, and the bytes themselves."""

    role: Role
    start: int
    end: int
    raw: bytes

    def __repr__(self) -> str:
        return f"Value({self.role}, {self.start}, {self.end})"


class Candidate(NamedTuple):
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
