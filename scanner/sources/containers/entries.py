"""Where the objects of a pack stand, without its index (gitformat-pack): each begins where the one before ends."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Generator, Iterator
from typing import BinaryIO, NamedTuple

from scanner.git.deltas import NAME_DELTA, OFFSET_DELTA, TYPES, distance, further_size
from scanner.git.pack_index import PackError
from scanner.git.unpacking import LARGEST, Inflate
from scanner.sources.containers.limits import Budget
from scanner.sources.containers.member import STEP

FIRST = 12
"""Bytes before the first object."""
HEAD = 64
"""Bytes that hold the header of an object, with the name of its base."""
WIDTHS = {20: hashlib.sha1, 32: hashlib.sha256}
"""Bytes of an object's name, and what makes it."""


class Entry(NamedTuple):
    """An object as it is stored. type: None for a delta; base: where its base begins, or what that is called.

    at: where it begins; start, end: of what zlib made of it; size: what that unpacks to.
    """

    at: int
    type: str | None
    base: int | bytes
    start: int
    end: int
    size: int


def width_of(file: BinaryIO, start: int) -> tuple[int, int]:
    """Bytes of an object's name in the pack that begins there; and where its objects end: a digest of it follows.

    As in the usual repositories where no digest is right.
    """
    for width, digest in WIDTHS.items():
        end = file.seek(0, 2) - width
        file.seek(start)
        known, left = digest(usedforsecurity=False), end - start
        while left > 0 and (data := file.read(min(left, STEP))):
            known.update(data)
            left -= len(data)
        if file.read() == known.digest():
            return width, end
    return 20, file.seek(0, 2) - 20


def entries(file: BinaryIO, at: int, width: int, inflate: Inflate, budget: Budget) -> Iterator[Entry]:
    """The objects from there on. Raises PackError where one is damaged: nobody knows where the next begins; LimitError.

    budget: of what is unpacked on the way.
    """
    while True:
        found = _entry(file, at, width)
        budget.enter()
        budget.spend(found.size)
        at = _end(file, found, inflate)
        yield found._replace(end=at)


def streamed(file: BinaryIO, entry: Entry) -> Generator[bytes, None, int]:
    """What a large object unpacks to, bit by bit; returns where it ends. Raises PackError."""
    unpacking, at = zlib.decompressobj(), entry.start
    while not unpacking.eof:
        packed = unpacking.unconsumed_tail
        if not packed:
            file.seek(at)
            packed = file.read(STEP)
            at += len(packed)
        try:
            data = unpacking.decompress(packed, STEP)
        except zlib.error:
            raise PackError("is damaged") from None
        if not packed:
            raise PackError("ends too early")
        yield data
    return at - len(unpacking.unused_data)


def content(file: BinaryIO, entry: Entry, inflate: Inflate) -> bytes:
    """What is stored there, a delta as such. Raises PackError."""
    if entry.size > LARGEST:
        raise PackError("better streamed")
    file.seek(entry.start)
    return inflate(file.read(entry.end - entry.start), entry.size)[0]


def _entry(file: BinaryIO, at: int, width: int) -> Entry:
    """The header that stands there."""
    file.seek(at)
    data = file.read(HEAD)
    try:
        kind, size, here = (data[0] >> 4) & 7, data[0] & 15, 1
        if data[0] & 0x80:
            size, here = further_size(data, size, here)
        base: int | bytes = b""
        if kind == OFFSET_DELTA:
            back, here = distance(data, here)
            base = at - back
        elif kind == NAME_DELTA:
            base, here = data[here : here + width], here + width
        elif kind not in TYPES:
            raise PackError(f"an entry of type {kind}")
    except IndexError:
        raise PackError("ends too early") from None
    return Entry(at, TYPES.get(kind), base, at + here, at + here, size)


def _end(file: BinaryIO, entry: Entry, inflate: Inflate) -> int:
    """Where the object ends."""
    if entry.size > LARGEST:
        return _drained(streamed(file, entry), entry.size)
    file.seek(entry.start)
    packed = file.read(entry.size + entry.size // 8 + 1024)
    try:
        _, left = inflate(packed, entry.size)
    except Exception:  # noqa: BLE001 - whatever the library makes of hostile bytes
        raise PackError("is damaged") from None
    return entry.start + len(packed) - left


def _drained(parts: Generator[bytes, None, int], size: int) -> int:
    try:
        while size >= 0:
            size -= len(next(parts))
    except StopIteration as over:
        return int(over.value)
    raise PackError("is larger than it says")
