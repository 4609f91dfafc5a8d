"""Candidates: what detection hands to judging. They hold plain values, so they never print them."""

from __future__ import annotations

from typing import NamedTuple

from patterns._pattern import Confidence, Pattern, Role, Told


class Value(NamedTuple):
    """One part of a candidate: offsets in the view's bytes, and the bytes themselves, decoded where they had to be."""

    role: Role
    start: int
    end: int
    raw: bytes

    def __repr__(self) -> str:
        return f"Value({self.role}, {self.start}, {self.end})"


class Candidate(NamedTuple):
    """What a pattern found: its values, the one that names it first.

    known_by: what its fingerprint is made of in place of a value that a person may have chosen; None where the value
    can stand for itself.
    """

    pattern: Pattern
    values: tuple[Value, ...]
    confidence: Confidence
    told: Told = Told()
    known_by: str | None = None

    def at(self, path: str) -> Candidate | None:
        """The same with what its path tells; None where it is no credential there."""
        if self.pattern.located is None:
            return self
        told = self.pattern.located(self.told, path)
        return None if told is None else self._replace(told=told)

    def value(self, role: str) -> Value | None:
        """Its first value of that role, if there is one."""
        return next((value for value in self.values if value.role == role), None)

    @property
    def start(self) -> int:
        """Offset of the first value."""
        return self.values[0].start

    @property
    def end(self) -> int:
        """Offset behind the first value."""
        return self.values[0].end
