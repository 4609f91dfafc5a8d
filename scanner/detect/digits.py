"""Shapes of digits: what tells quickly whether numbers in hex or in rows can stand in a content."""

from __future__ import annotations

import functools

HEX = b"h" * 8
"""The shape of the shortest word in hex."""


def shaped(data: bytes) -> bytes:
    """What each byte is: `h` for a hexadecimal digit, `s` for a sign between numbers, a blank for any other."""
    return data.translate(_signs(b"h"))


def shaped_apart(data: bytes) -> bytes:
    """The same with `d` for a decimal digit, which words have none of: rows of numbers stand out more."""
    return data.translate(_signs(b"d"))


@functools.cache
def _signs(decimal: bytes) -> bytes:
    kinds = dict.fromkeys(b"abcdefABCDEF", b"h") | dict.fromkeys(b"0123456789", decimal) | dict.fromkeys(b":-, ", b"s")
    return b"".join(kinds.get(byte, b" ") for byte in range(256))
