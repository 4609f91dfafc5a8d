"""What a container holds, as its readers give it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scanner.sources.pieces import Read

STEP = 2**18
"""Bytes that are read, and unpacked, at once."""


class Member(NamedTuple):
    """A content inside of a container, to be read before the next one is asked for.

    name: None for what belongs to the container itself, as comments do. is_rest: whether it is what is left of one that
    is damaged. is_own: whether it begins as the container does, and is not to be taken for another one.
    """

    name: str | None
    read: Read
    is_rest: bool = False
    is_own: bool = False


class Trouble(NamedTuple):
    """Why something could not be read: all of the container, or the member of that name."""

    reason: str
    detail: str
    name: str | None = None


CORRUPT = Trouble("corrupt", "is damaged")
TRUNCATED = Trouble("truncated", "ends too early")
ENCRYPTED = Trouble("encrypted", "is encrypted")


def shown(name: str) -> str:
    """A member's name as reports show it: characters that stand for bytes that are no text, as `\\xNN`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class Following:
    """Some bytes, and what comes after them."""

    def __init__(self, first: bytes, read: Read) -> None:
        self._first, self._read = first, read

    def read(self, most: int) -> bytes:
        """See `Read`."""
        data, self._first = self._first[:most], self._first[most:]
        return data or self._read(most)


class Flow:
    """Bytes that come bit by bit."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts, self._waiting = parts, b""

    def read(self, most: int) -> bytes:
        """See `Read`."""
        parts, size = [self._waiting], len(self._waiting)
        while size < most and (part := next(self._parts, None)) is not None:
            parts.append(part)
            size += len(part)
        data = b"".join(parts)
        self._waiting = data[most:]
        return data[:most]


def drained(read: Read) -> None:
    """Passes over what is left."""
    while read(STEP):
        pass
