"""What another scanner's file says, in words of our own. No secret is in it: digests, places and expressions are."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Over = Literal["value", "line", "output"]
Tool = Literal["detect-secrets", "gitleaks", "git-secrets", "trufflehog"]


class Named(NamedTuple):
    """One secret that the other tool is to be silent about.

    where: the entry, for people. reason: why it is known, for our baseline. digest: SHA-1 of the secret, in
    hexadecimal digits; None where the entry names a place alone. path: with `/`. line: from 1. commit: its whole ID.
    rule: what found it there; a place says nothing of what another rule finds. is_real: whether somebody
    has said, or a check has shown, that it is a live secret.
    """

    where: str
    reason: str
    digest: str | None = None
    path: str | None = None
    line: int | None = None
    commit: str | None = None
    rule: str = ""
    is_real: bool = False


class Expression(NamedTuple):
    """A regular expression that says what is allowed: in a value, a line, or a line of output (`path:line:text`).

    It may be a secret itself, so that it is never shown; `where` is.
    """

    text: str
    where: str
    over: Over

    def __repr__(self) -> str:
        return f"Expression({self.where})"


class Foreign(NamedTuple):
    """All of one file. globs: lines for `.akiaignore`. lost: what could not be carried over, and why."""

    tool: Tool
    named: tuple[Named, ...] = ()
    expressions: tuple[Expression, ...] = ()
    globs: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def slashed(path: str) -> str:
    """The path as reports show it, whatever system the other file was written on."""
    return re.sub(r"^(?:\./)+", "", path.replace("\\", "/"))
