"""Content of any size in pieces that fit into memory, each with the place where it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scanner.detect.lines import places
from scanner.model import Blob, Origin

PIECE = 32 * 2**20
"""Bytes that are looked at together."""

OVERLAP = 256 * 2**10
"""Bytes that a piece has in common with the one before: the parts of a credential stand well within."""

Read = Callable[[int], bytes]
"""Gives the next bytes, at most so many; none at the end."""


def pieces(
    read: Read, origin: Origin, skip: Callable[[], int] = int, *, size: int = PIECE, overlap: int = OVERLAP
) -> Iterator[Blob]:
    """The content piece by piece; an empty one is one empty piece.

    skip: passes over the hole that begins where the reading stands, if any, and says how many zero bytes it is long.
    size, overlap: bytes of a piece, and of them those in common with the one before. Raises what `read` raises.
    """
    margin = overlap // 4
    data, line, column, shared = filled(read, size), 1, 1, 0
    while len(data) >= size - overlap:
        gap = skip()
        more = filled(read, size - overlap)
        if not more:
            break
        start = len(data) if gap else _boundary(data, overlap)
        yield Blob(data, origin, line, column, shared, (margin * bool(shared), 0 if gap else margin))
        line, column = places(data, (start,), line, column)[start]
        column += gap
        shared = len(data) - start
        data = data[start:] + more
    yield Blob(data, origin, line, column, shared, (margin * bool(shared), 0))


def filled(read: Read, size: int) -> bytes:
    """So many bytes, or all that are left: a pipe gives fewer at a time."""
    data = read(size)
    if not data or len(data) == size:
        return data
    parts, missing = [data], size - len(data)
    while missing and (data := read(missing)):
        parts.append(data)
        missing -= len(data)
    return b"".join(parts)


def _boundary(data: bytes, overlap: int) -> int:
    """Where the next piece starts: not within a UTF-8 character, whose column could not be told."""
    start = len(data) - overlap
    while data[start] & 0xC0 == 0x80 and len(data) - start < overlap + 3:
        start -= 1
    return start
