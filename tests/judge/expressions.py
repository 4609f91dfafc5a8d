"""What an expression can take in, read off the tree that the standard library parses it into."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable

DOT_TAKES_ALL = re.compile(rb"\(\?[aiLmux]*s")
NEWLINE = ord("\n")
LOOKING = (op.ASSERT, op.ASSERT_NOT)
REPEATING = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
NO_END = 100
"""So often, for these tests, is repeated at most what has no end: blanks, and what stands on a line."""
BLANKS = (op.CATEGORY_SPACE, op.CATEGORY_NOT_DIGIT, op.CATEGORY_NOT_WORD)


def takes_newlines(expression: bytes) -> bool:
    """Whether some part of it, what it looks at ahead or behind included, can be the end of a line."""
    return DOT_TAKES_ALL.search(expression) is not None or any(map(_takes, parser.parse(expression)))


def _takes(node: tuple[object, object]) -> bool:
    kind, value = node
    if kind in (op.LITERAL, op.NOT_LITERAL):
        return (value == NEWLINE) == (kind is op.LITERAL)
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return any(map(_in_set, value)) != negated
    return any(any(map(_takes, part)) for part in _parts(value))


def _in_set(member: tuple[object, object]) -> bool:
    kind, value = member
    if kind is op.RANGE:
        return value[0] <= NEWLINE <= value[1]
    return (kind is op.LITERAL and value == NEWLINE) or (kind is op.CATEGORY and value in BLANKS)


def _parts(value: object) -> list[parser.SubPattern]:
    """The expressions inside of a group, a repetition or a choice."""
    if isinstance(value, parser.SubPattern):
        return [value]
    return [part for item in value for part in _parts(item)] if isinstance(value, (list, tuple)) else []


def reach(expression: bytes) -> int:
    """How many bytes it spans at most, what it looks at ahead or behind included."""
    return _extent(parser.parse(expression))[1]


def _extent(nodes: Iterable[tuple[object, object]]) -> tuple[int, int]:
    """How many bytes are taken in, and how far it is to the last that is looked at."""
    taken = farthest = 0
    for kind, value in nodes:
        size, ahead = _extent_of(kind, value)
        taken, farthest = taken + size, max(farthest, taken + ahead)
    return taken, max(taken, farthest)


def _extent_of(kind: object, value: object) -> tuple[int, int]:
    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        return 1, 1
    if kind is op.GROUPREF:
        return NO_END, NO_END
    sizes, aheads = zip(*map(_extent, _parts(value)), strict=True) if _parts(value) else ((0,), (0,))
    if kind in LOOKING:
        return 0, max(aheads)
    times = 1
    if kind in REPEATING:
        times = NO_END if value[1] is op.MAXREPEAT else value[1]  # type: ignore[index]
    return times * max(sizes), max(times - 1, 0) * max(sizes) + max(aheads)
