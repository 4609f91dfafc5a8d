"""Values as they are written down: some characters may be escapes (`\\/`, `%2F`, `\\u002B`, `&#47;`), or a line may end."""

from __future__ import annotations

import functools

SIGNS = rb"A-Za-z0-9+/%\\&#;=\r\n"
"""The characters of base64, and those that escapes of them consist of."""


def value(least: int) -> bytes:
    """An expression: a value of at least so many characters, escapes included."""
    return rb"[%s]{%d}" % (SIGNS, least)


def followed(within: int, least: int) -> bytes:
    """An expression: at most so many bytes, and then a value as above."""
    return rb"(?:.{0,%d}[^%s])?" % (within, SIGNS) + value(least)


def signs(part: bytes) -> bytes:
    """The part with `b` for each character of base64, and a blank for any other byte."""
    return part.translate(_signs())


def has_run(part: bytes, least: int) -> bool:
    """Whether so many characters of base64 stand in a row."""
    return b"b" * least in signs(part)


@functools.cache
def _signs() -> bytes:
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return bytes(98 if byte in alphabet else 32 for byte in range(256))
