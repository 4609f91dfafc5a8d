"""What zlib packed by itself (RFC 1950), as git stores each of its loose objects."""

from __future__ import annotations

import functools
import re
import zlib

ENOUGH = 1024
"""Bytes that what is no such stream hardly ever unpacks to: it goes wrong before."""
TEXT = bytes({*range(256)} - {*range(9), *range(14, 27), *range(28, 32)})
"""What text is made of; lines that are all the same may unpack to something."""
HEADER = 32
"""Bytes that hold the header of an object, whatever its size."""


def is_stream(data: bytes) -> bool:
    """Whether it begins one. Text may have the same first two bytes: it is then found to be none."""
    unpacking = zlib.decompressobj()
    try:
        head = unpacking.decompress(data[: 2 * ENOUGH], HEADER)
        if git_object().match(head):
            return True
        head += unpacking.decompress(unpacking.unconsumed_tail, ENOUGH)
    except zlib.error:
        return False
    return unpacking.eof or (len(head) > ENOUGH and bool(data[: 2 * ENOUGH].translate(None, TEXT)))


@functools.cache
def git_object() -> re.Pattern[bytes]:
    """How a loose object begins: its type and its size."""
    return re.compile(rb"(commit|tree|blob|tag) \d{1,19}\0")
