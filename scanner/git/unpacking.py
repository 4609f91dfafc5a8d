"""Unpacking one object: zlib by isal, deltas by dulwich, both bounded by what is asked for. Loaded for history only."""

from __future__ import annotations

from collections.abc import Callable

from scanner.git.pack_index import PackError

LARGEST = 32 * 2**20
"""Bytes; larger objects, and what is a delta against them, are left to git, which can stream them."""
LONGEST = 63
"""Bits of a number in a pack, at most; git refuses longer ones too."""

Inflate = Callable[[bytes, int], tuple[bytes, int]]
"""Gives the content of so many bytes, and how many were left over behind it. Raises where it has another size."""
Apply = Callable[[bytes, bytes], bytes]
"""Gives what a base becomes by a delta. Raises where that is too large, or does not fit."""


def tools() -> tuple[Apply, Inflate]:
    """dulwich's delta and isal's inflate, loaded for history only."""
    from isal.isal_zlib import decompressobj

    try:
        from dulwich._pack import apply_delta
    except ImportError:  # no compiled form for this platform
        from dulwich.pack import apply_delta

    def apply(base: bytes, delta: bytes) -> bytes:
        if result_size(delta) > LARGEST:
            raise PackError("better left to git")
        pieces = apply_delta(base, delta)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    def inflate(data: bytes, size: int) -> tuple[bytes, int]:
        unpacking = decompressobj()
        content: bytes = unpacking.decompress(data, size or 1)  # no more than that: it may be a bomb
        if len(content) != size or not unpacking.eof:
            raise PackError("content of another size")
        return content, len(unpacking.unused_data)

    return apply, inflate


def result_size(delta: bytes) -> int:
    """How large the result will be, which the delta says behind the size of its base."""
    at, size, shift = 0, 0, 0
    while delta[at] & 0x80:
        at += 1
    while shift < LONGEST:
        at += 1
        size |= (delta[at] & 0x7F) << shift
        if delta[at] < 0x80:
            return size
        shift += 7
    raise PackError("a number that is too long")
