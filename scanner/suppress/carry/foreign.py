"""What another scanner's file says, in words of our own. No secret is in it: digests, places and expressions are."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Over = Literal["value", "match", "line", "output", "path"]
Tool = Literal["detect-secrets", "gitleaks", "git-secrets", "trufflehog"]
OURS = r"(?i)aws|amazon|bedrock|generic|(?<![a-z0-9])(?:iam|s3|ses)(?![a-z0-9])|private.?key|entropy"
"""Rules that may have meant a credential of AWS. Where a Slack token was allowed a key was never seen."""


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
    """A regular expression that says what is allowed: in a value, a line, a line of output (`path:line:text`), a path,
    or in what one of the expressions `finders` found, with the value in it.

    It may be a secret itself, so that it is never shown; `where` is. rule: for what it counts, as `Named.rule`; empty
    for all. beside: those that have to be met as well. finders: for "match", the expressions of the rules; without
    any it is the value.
    """

    text: str
    where: str
    over: Over
    rule: str = ""
    beside: tuple[Expression, ...] = ()
    finders: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Expression({self.where})"


class Commits(NamedTuple):
    """Whole IDs of commits; whatever came in with them is allowed. where, rule: as of an `Expression`."""

    ids: frozenset[str]
    where: str
    rule: str = ""


class Foreign(NamedTuple):
    """All of one file. globs: lines for `.akiaignore`. lost: what could not be carried over, and why."""

    tool: Tool
    named: tuple[Named, ...] = ()
    expressions: tuple[Expression, ...] = ()
    commits: tuple[Commits, ...] = ()
    globs: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def may_mean_ours(rule: str) -> bool:
    """Whether another tool's rule, by its name, may mean credentials of AWS."""
    return re.search(OURS, rule) is not None


def may_mean(rule: str, pattern: str) -> bool:
    """Whether what another tool's rule found may be what our pattern finds: by its name, or of AWS."""
    return rule == pattern or (pattern.startswith("aws-") and may_mean_ours(rule))


def slashed(path: str) -> str:
    """The path as reports show it, whatever system the other file was written on."""
    return re.sub(r"^(?:\./)+", "", path.replace("\\", "/"))
