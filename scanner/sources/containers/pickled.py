"""Pickles of before version 4, which write signs of their own right beside each text. They are never loaded."""

from __future__ import annotations

import pickletools
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers.member import Member, Trouble

OPERATIONS = 4_000_000
"""So many are read: about four seconds."""
TOO_MANY = Trouble(
    "limit", f"is a pickle of more than {OPERATIONS:,} operations; what is behind them is not taken apart"
)
BLANK = bytes(byte if byte == 10 else 32 for byte in range(256))
"""Everything but line ends made blank, so that what is left stands where it stood."""
LENGTHS = {"unicodestring4": 5, "bytes4": 5, "string4": 5, "unicodestring1": 2, "bytes1": 2, "string1": 2}
"""Bytes before a text: the operation and how long the text is."""
LINES = ("unicodestringnl", "stringnl", "stringnl_noescape")
"""Texts that go up to the end of their line."""


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """The pickle with all but its texts made blank. Nothing if it is none after all."""
    data = file.read()
    text: bytearray = bytearray(data.translate(BLANK))
    is_whole = True
    try:
        for number, (low, high) in enumerate(_texts(data)):
            text[low:high] = data[low:high]
            is_whole = number < OPERATIONS
    except Exception:  # noqa: BLE001 - whatever the library makes of bytes that are no pickle
        return
    if not is_whole:
        yield TOO_MANY
    yield Member(None, BytesIO(text).read)


def _texts(data: bytes) -> Iterator[tuple[int, int]]:
    """Where each operation's text stands, an empty span where it has none; of so many, and what follows the last."""
    before, where = None, 0
    for number, (operation, _, at) in enumerate(pickletools.genops(data)):
        if before:
            yield _span(before, where, at or 0)
        if number > OPERATIONS:
            return
        before, where = operation, at or 0
    yield where + 1, len(data)


def _span(operation: pickletools.OpcodeInfo, start: int, end: int) -> tuple[int, int]:
    kind = operation.arg.name if operation.arg else ""
    if kind in LINES:
        return start + 1, end
    return (start + LENGTHS[kind], end) if kind in LENGTHS else (start, start)
