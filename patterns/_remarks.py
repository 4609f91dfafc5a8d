"""Comments: what is written behind a value, or on the line above it, about it."""

from __future__ import annotations

import functools
import re

REACH = 240
"""Bytes on either side of a value in which a comment about it is looked for."""


def remark(data: bytes, start: int, end: int) -> bytes:
    """The words of the comment behind data[start:end] on its line, or else of one that fills the line above."""
    behind = _behind().match(data, end, end + REACH)
    if behind:
        return behind[1]
    lines = data[max(0, start - REACH) : start].rsplit(b"\n", 2)
    above = _line().match(lines[1]) if len(lines) == 3 else None
    return above[1] if above else b""


_MARK = rb"(?://|\#|--(?=[ \t])|/\*|<!--|;|%|REM\b)"


@functools.cache
def _behind() -> re.Pattern[bytes]:
    return re.compile(rb"[\"'`]?[;,)}\]]{0,4}[ \t]{1,40}%b+[ \t]{0,8}([^\r\n]{3,120})" % _MARK)


@functools.cache
def _line() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t]{0,80}(?:%b+|\*)[ \t]{0,8}([^\r\n]{3,120})" % _MARK)
