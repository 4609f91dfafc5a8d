"""What stands in a SQLite database and belongs to no row any more: deleted rows stay until they are written over.

The format: https://www.sqlite.org/fileformat2.html
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

SMALLEST = 512
"""Bytes of the smallest page, and so of the smallest database."""
HEADER = 100
"""Bytes before the first page's own header."""
TREE = {2: 12, 5: 12, 10: 8, 13: 8}
"""Bytes of the header of a page of a tree, by its kind."""


def freed(data: bytes) -> bytes:
    """The pages that are free, and the room between the cells of the others; of each what is not zero."""
    size = _number(data, 16, 2)
    size = 65536 if size == 1 else size
    if size < SMALLEST or size & (size - 1):
        return b""
    free = set(islice(_free_pages(data, size), len(data) // size))
    parts = []
    for number in range(len(data) // size):
        page = data[number * size : (number + 1) * size]
        parts += (
            [page] if number in free else [page[low:high] for low, high in _gaps(page, HEADER if not number else 0)]
        )
    return b"\0\n".join(part.strip(b"\0") for part in parts if part.strip(b"\0"))


def _free_pages(data: bytes, size: int) -> Iterator[int]:
    """Their numbers, from 0: each page of the list names the next one and many more."""
    at, seen = _number(data, 32, 4), set[int]()
    while 0 < at <= len(data) // size and at not in seen:
        seen.add(at)
        start = (at - 1) * size
        count = min(_number(data, start + 4, 4), size // 4 - 2)
        yield at - 1
        yield from (_number(data, start + 8 + 4 * number, 4) - 1 for number in range(count))
        at = _number(data, start, 4)


def _gaps(page: bytes, start: int) -> Iterator[tuple[int, int]]:
    """What lies before the cells, and the blocks between them that were given back."""
    header = TREE.get(page[start])
    if header is None:
        return
    yield start + header + 2 * _number(page, start + 3, 2), _number(page, start + 5, 2) or 65536
    at = _number(page, start + 1, 2)
    while 0 < at < len(page) - 4:
        length, following = _number(page, at + 2, 2), _number(page, at, 2)
        yield at + 4, at + length
        if following <= at:
            return
        at = following


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")
