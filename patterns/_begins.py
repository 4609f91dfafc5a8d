"""Where a value begins: behind what is none of its characters, or behind the sign that a diff puts before its line."""

from __future__ import annotations

import functools
import re

BEGINS = rb"(?<![A-Za-z0-9/_.%\\])(?<![^\s>|+\-][+\-])(?<![^\s>|][+\-]{2})"
"""An expression: here a value of base64 may begin. `begins` decides."""
BEGUN = rb"(?<![A-Za-z0-9/_.%\\].)(?<![^\s>|+\-][+\-].)(?<![^\s>|][+\-]{2}.)"
"""The same, behind the first character of the value: where few can be it, a search leaps to those."""
REACH = 80
"""Bytes to the left of a value within which its line begins, if a diff's sign alone stands before it."""


def begins(data: bytes, start: int) -> bool:
    """Whether a sign before the value, which is a character of base64 or of words, is that of a line of a diff."""
    if data[max(0, start - 1) : start] not in (b"+", b"-"):
        return True
    line = data[max(0, start - REACH) : start].rpartition(b"\n")[2]
    return bool(_sign().fullmatch(line))


@functools.cache
def _sign() -> re.Pattern[bytes]:
    """Of a commit, and of a merge, which has one for each parent; quoted in a message, or not."""
    return re.compile(rb"[ \t>|]*[+\-]{1,2}")
