"""Files packed as git packs a loose object, where they lie: one whose writing was cut short, or that was moved away."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator

from scanner.model import Origin
from scanner.sources.files import FLAGS
from scanner.sources.interface import Item
from scanner.sources.pieces import pieces

STEP = 2**16
"""Bytes that are read at once."""
DEFLATE = 8


def is_deflated(data: bytes) -> bool:
    """Whether it begins as zlib writes (RFC 1950), for which text may be taken: it is then found to be none."""
    return len(data) > 2 and data[0] & 15 == DEFLATE and data[0] >> 4 < DEFLATE and (data[0] << 8 | data[1]) % 31 == 0


def unpacked(path: bytes, origin: Origin) -> Iterator[Item]:
    """What the file unpacks to, as far as that goes. Raises OSError where it cannot be opened any more."""
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        yield from pieces(_inflated(file.read), origin)


def _inflated(read: Callable[[int], bytes]) -> Callable[[int], bytes]:
    unpacking = zlib.decompressobj()

    def next_bytes(most: int) -> bytes:
        try:
            while not unpacking.eof and (packed := unpacking.unconsumed_tail or read(STEP)):
                if data := unpacking.decompress(packed, most):
                    return data
        except zlib.error:
            return b""
        return b""

    return next_bytes
