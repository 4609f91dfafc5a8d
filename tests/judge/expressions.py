"""What an expression can take in, read off the tree that the standard library parses it into."""

from __future__ import annotations

import re
import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]

DOT_TAKES_ALL = re.compile(rb"\(\?[aiLmux]*s")
NEWLINE = ord("\n")
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
