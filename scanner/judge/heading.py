"""Comments, labels and items of numbered lists that head the lines below them."""

from __future__ import annotations

import functools
import re

REACH = 2000
"""Bytes of a line that are looked at."""


def lead(data: bytes, found: tuple[int, int]) -> int:
    """Where what a comment heads begins: behind it, further comments and the section header.

    0 if it is no comment, or if it is the last line of a paragraph.
    """
    line = data.rfind(b"\n", max(0, found[0] - REACH), found[0]) + 1
    heading = _comment().match(data, line)
    if not heading or heading.end() < found[1]:
        return 0
    previous = data[max(0, line - REACH) : max(0, line - 1)].rsplit(b"\n", 1)[-1].strip()
    closes = previous and _blank_line().match(data, heading.end())
    return 0 if closes else heading.end()


@functools.cache
def _comment() -> re.Pattern[bytes]:
    return re.compile(
        rb"[ \t]*(?:(?:#|;|//|/\*|\*|--|<!--)[^\n]{0,2000}|[^\n=]{0,400}:[ \t]*\r?(?=\n)"
        rb"|\d{1,2}[.)][ \t][^\n=:]{1,200}(?=\n))"
        rb"(?:\n[ \t]*(?:#|;|//|\*|--|\[)[^\n]{0,2000}){0,4}\n?"
    )


@functools.cache
def _blank_line() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t]*\r?\n")
