"""The lines that git tells its hooks on standard input, one for each reference that a push changes."""

from __future__ import annotations

import sys
from typing import NoReturn

from scanner.cli.standard_input import StandardInput
from scanner.errors import UsageError
from scanner.git.push import Update

HEX = frozenset("0123456789abcdef")
WIDTHS = (40, 64)
"""Digits of an object's name, by SHA-1 and by SHA-256."""


def given() -> str:
    """What git tells. Raises UsageError where a person's terminal is asked in its place."""
    if sys.stdin is None or sys.stdin.closed:
        return ""
    if sys.stdin.isatty():
        raise UsageError("git tells its hook on standard input what is pushed; akia commits RANGE takes a range")
    return StandardInput().read().decode("utf-8", "surrogateescape")


def pushing(text: str) -> list[Update]:
    """The updates in what a pre-push hook is told: `LOCAL-REF NEW REMOTE-REF OLD`. Raises UsageError.

    What is pushed may be named by words with spaces in them, so that the line is read from its end.
    """
    rows = [line.rsplit(" ", 3) for line in text.split("\n") if line]
    return [_update(row[2], row[3], row[1]) if len(row) == 4 else _wrong() for row in rows]


def receiving(text: str) -> list[Update]:
    """The updates in what a pre-receive hook is told: `OLD NEW REF`. Raises UsageError."""
    rows = [line.split(" ", 2) for line in text.split("\n") if line]
    return [_update(row[2], row[0], row[1]) if len(row) == 3 else _wrong() for row in rows]


def _update(ref: str, old: str, new: str) -> Update:
    if not all(len(name) in WIDTHS and HEX.issuperset(name) for name in (old, new)):
        _wrong()
    return Update(ref, old, new)


def _wrong() -> NoReturn:
    raise UsageError("this is not what git tells this hook")
