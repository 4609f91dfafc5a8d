"""Lists of secrets: a value that stands behind others of its kind is called what the first of them is. Support."""

from __future__ import annotations

import functools
import re

MOST = 64
"""Values before one in a list that are gone through."""


def first_of_list(data: bytes, start: int) -> tuple[int, int]:
    """Where the list begins that the value at `start` stands in, and how many values of forty characters come before it."""
    for number in range(MOST):
        before = _before().search(data, max(0, start - 120), start)
        if not before:
            return start, number
        start = before.start("value")
    return start, MOST


@functools.cache
def _before() -> re.Pattern[bytes]:
    """A value and what divides it from the next: a comma, or the end of a line that may begin with the mark of an item."""
    comma = rb"(?P<quote>[\"']?),\s{0,40}(?P=quote)"
    line = rb"\r?\n[ \t]{0,40}(?:[-*][ \t]{1,4})?"
    return re.compile(rb"(?<![A-Za-z0-9+/=])(?P<value>[A-Za-z0-9+/]{40})(?:%b|%b)\Z" % (comma, line))
