"""What names and comments tell of two values: whether they are called alike, and whether both are in force.

A word in the name of an ID tells something where a secret has it as well: `PROD_…` beside `DEV_…`. Where none has it,
it is just how somebody calls an ID.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from patterns._names import distinction, named, squeeze
from scanner.detect.candidate import Candidate

FRIEND, NEUTRAL, STRANGER = range(3)
VALUE = (b"=", b"/", b"+")
"""What stands before a word that is, or ends, the value of a field."""
REACH = 240
"""Bytes to the left of a value in which a comment that it stands in begins."""


class Affinities:
    """What the names of IDs and of secrets tell, each by its number."""

    def __init__(self, data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> None:
        self._firsts, self._seconds = ([qualifier(data, item) for item in items] for items in (firsts, seconds))
        self._shared = {*self._firsts} & {*self._seconds} - {b""}
        self._plain = tuple({at for at, item in enumerate(some) if _is_plain(data, item)} for some in (firsts, seconds))

    def between(self, first: int, second: int) -> int:
        """What the two words say that tell these from their like."""
        words = {self._firsts[first], self._seconds[second]}
        if words <= self._shared:
            return FRIEND if len(words) == 1 else STRANGER
        return NEUTRAL

    def are_plain(self, first: int, second: int) -> bool:
        """Whether both have the names that AWS gives them: `AWS_SECRET_ACCESS_KEY` is rather not `MAIL_USERNAME`'s."""
        return first in self._plain[0] and second in self._plain[1]


def qualifier(data: bytes, item: Candidate) -> bytes:
    """What the name says that tells the value from its like; empty if nothing, or if it is none of this value's."""
    name, gap = _named(data, item.start)
    return distinction(name) if _joins(name, gap) and not _key_id().search(name) else b""


def _is_plain(data: bytes, item: Candidate) -> bool:
    name, gap = _named(data, item.start)
    said = squeeze(name)
    is_told = any(word in said for word in (b"access", b"secret", b"key")) and not distinction(name)
    return is_told and _joins(name, gap) and not _key_id().search(name)


def _named(data: bytes, start: int) -> tuple[bytes, bytes]:
    """The name and what follows it; of fields that blanks divide (`INFO env=prod secret=…`), without what is another's.

    A word that is put together (`secret_key=`) is all of a field's name.
    """
    name, gap = named(data, start)
    _, blank, word = name.rpartition(b" ")
    if blank and gap.startswith(b"="):
        is_whole = _identifier().fullmatch(word) or _capitals().search(word)
        begins = start - len(gap) - len(name)
        if is_whole or data[max(0, begins - 1) : start - len(gap)] in {sign + name for sign in VALUE}:
            return word, gap
    return name, gap


def _joins(name: bytes, gap: bytes) -> bool:
    """Whether what stands between makes it the value's name: a sign, on one line; a field of its own; a call that
    is handed both; or blanks alone, as commands and some settings have it, behind a name of several words."""
    if b"\n" in gap:
        return bool(_field().search(gap))
    return any(sign in gap for sign in (b"=", b":", b">", b'", "', b"', '")) or (
        not gap.strip() and bool(_identifier().fullmatch(name) or _spoken().fullmatch(name))
    )


def is_commented(data: bytes, item: Candidate) -> bool:
    """Whether the value stands in a comment."""
    return bool(_comment().match(data[max(0, item.start - REACH) : item.start].rpartition(b"\n")[2]))


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"^A[KBS]IA[A-Z0-9]{16}$")


@functools.cache
def _field() -> re.Pattern[bytes]:
    """Of a value whose name stands in a field or an element before: `value: …`, `<value>`."""
    return re.compile(rb"(?i)\A[^\n]*\n[^\n]*value[^\n]*\Z")


@functools.cache
def _spoken() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\w+ (?:(?:secret|access) ){0,2}(?:key|secret|id)")


@functools.cache
def _identifier() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z][A-Za-z0-9]*(?:[._\-]+[A-Za-z0-9]+)+")


@functools.cache
def _capitals() -> re.Pattern[bytes]:
    return re.compile(rb"[a-z][A-Z]")


@functools.cache
def _comment() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t+\-]*(?:#|//|;|--[ \t]|/?\*|<!--|(?i:rem)\b)|.{0,200}?[ \t](?:#|//|--)[ \t]")
