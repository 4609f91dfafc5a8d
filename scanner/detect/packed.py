"""What was packed before it was encoded: by gzip, and the members of ZIP files, as far as they go."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from scanner.detect.offsets import Replacement, Run

UNPACKED = 2**20
"""Bytes at most that a block unpacks to."""
GZIP, ZIP = b"\x1f\x8b\x08", b"PK\x03\x04"
HEADER = 30
"""Bytes of what stands before each member of a ZIP file, and then its name."""
FIELDS = (6, 2), (8, 2), (18, 4), (26, 2), (28, 2)
"""Where flags, method, packed size and the lengths of name and extra fields stand in a header, in so many bytes."""
ENCRYPTED, STORED, DEFLATED = 1, 0, 8
SIGNED, DESCRIPTOR = b"PK\x07\x08", 16
"""What may follow a member whose size was not known before it."""


def unpacked(packed: bytes, start: int, end: int) -> Replacement | None:
    """What gzip or ZIP packed. Where in the block a byte of it stands cannot be said but roughly."""
    try:
        text = b"\n".join(_members(packed)) if packed.startswith(ZIP) else _inflated(packed, 31, UNPACKED)[0]
    except zlib.error:
        return None
    return Replacement(start, end, text, (Run(0, start, end - start, max(1, len(text))),))


def _members(packed: bytes) -> Iterator[bytes]:
    """The names and contents of the members, up to one that is damaged, encrypted or packed in another way."""
    at, left = 0, UNPACKED
    while packed.startswith(ZIP, at) and left > 0:
        flags, method, size, name, extra = (_number(packed, at + place, width) for place, width in FIELDS)
        if flags & ENCRYPTED:
            return
        begins = at + HEADER + name + extra
        yield packed[at + HEADER : at + HEADER + name]
        if method == DEFLATED:
            content, used = _inflated(packed[begins:], -15, left)
        elif method == STORED:
            content, used = packed[begins : begins + min(size, left)], size
        else:
            return
        yield content
        at, left = begins + used, left - len(content)
        at += DESCRIPTOR if packed.startswith(SIGNED, at) else 0


def _number(data: bytes, at: int, width: int) -> int:
    return int.from_bytes(data[at : at + width], "little")


def _inflated(packed: bytes, bits: int, most: int) -> tuple[bytes, int]:
    """What zlib packed, and how many bytes that took. Raises zlib.error."""
    inflating = zlib.decompressobj(bits)
    text = inflating.decompress(packed, most)
    return text, len(packed) - len(inflating.unused_data)
