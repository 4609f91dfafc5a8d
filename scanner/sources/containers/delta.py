"""What a delta of git brings in itself: its base is not at hand."""

from __future__ import annotations

from collections.abc import Iterator


def brought(delta: bytes) -> bytes:
    """The bytes that it inserts, and a line's end where something of the base stands between; as far as it goes."""
    return b"".join(_inserted(delta))


def _inserted(delta: bytes) -> Iterator[bytes]:
    """What each operation inserts; a line's end for what it copies from the base."""
    at = _behind_number(delta, _behind_number(delta, 0))
    while at < len(delta):
        operation = delta[at]
        at += 1
        if operation & 0x80:  # a copy, whose place and length have as many bytes as bits are set
            at += (operation & 0x7F).bit_count()
            yield b"\n"
        else:
            yield delta[at : at + operation]
            at += operation


def _behind_number(delta: bytes, at: int) -> int:
    while at < len(delta) and delta[at] & 0x80:
        at += 1
    return at + 1
