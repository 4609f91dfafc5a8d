"""Lists of secrets: a value that stands behind others of its kind is called what the first of them is. Support."""

from __future__ import annotations

import functools
import re

CROWD = 12
"""Values of a list from which on they are no secret access keys, unless key IDs stand beside: nobody has so many alone."""
MOST = 64
"""Values before one in a list that are gone through."""


def first_of_list(data: bytes, start: int, in_rows: bool = False) -> tuple[int, int]:
    """Where the list begins that the value at `start` stands in, and how many values of forty characters come before it.

    in_rows: whether other cells of a row may stand between, such as its number or a name.
    """
    before_it = _row_before() if in_rows else _before()
    for number in range(MOST):
        before = before_it.search(data, max(0, start - 160), start)
        if not before:
            return start, number
        start = before.start("value")
    return start, MOST


def is_of_a_crowd(data: bytes, start: int, end: int) -> bool:
    """Whether many of its kind stand in one list with it."""
    return first_of_list(data, start)[1] + _number_behind(data, start, end) >= CROWD


def _number_behind(data: bytes, start: int, end: int) -> int:
    for number in range(CROWD):
        following = _behind().match(data, end, end + 120)
        if not following:
            return number
        end = following.end("value")
    return CROWD


@functools.cache
def _behind() -> re.Pattern[bytes]:
    """What divides the value from the next, with a name that is none of a secret's; and that."""
    named = rb"(?:[\"']?(?![\w.\-]{0,40}(?i:secret|aws))[\w.\-]{1,40}[\"']?\s{0,8}(?:=>|[:=])\s{0,8})?"
    mark = rb"(?:[-*][ \t]{1,4})?"
    return re.compile(rb"[\"']?,?\s{0,40}%b%b[\"']?(?P<value>[A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])" % (mark, named))


@functools.cache
def _before() -> re.Pattern[bytes]:
    """A value and what divides it from the next: a comma, a blank, or the end of a line that may begin with the mark of an item."""
    comma = rb"(?P<quote>[\"']?),\s{0,40}(?P=quote)"
    blank = rb"(?P<other>[\"']?) {1,4}(?P=other)"
    line = rb"\r?\n[ \t]{0,40}(?:[-*][ \t]{1,4})?"
    return re.compile(rb"(?<![A-Za-z0-9+/=])(?P<value>[A-Za-z0-9+/]{40})(?:%b|%b|%b)\Z" % (comma, blank, line))


@functools.cache
def _row_before() -> re.Pattern[bytes]:
    """A value and what divides it from the next in a table or in items of several fields: up to three words."""
    return re.compile(
        rb"(?<![A-Za-z0-9+/=])(?P<value>[A-Za-z0-9+/]{40})[\"')\]},;| \t]{0,8}+(?:\r?\n)?[-(\[{|+ \t]{0,40}+"
        rb"(?>(?:[\"']?[\w.@\-]{1,32}+[\"']?[\s:=,;|(]{1,12}+){0,3})[\"']?\Z"
    )
