"""What a tree lists."""

from __future__ import annotations

from collections.abc import Iterator


def entries(data: bytes, width: int) -> Iterator[tuple[bytes, str]]:
    """(name, object) of each entry; an object's name has `width` bytes. Ends where the tree is broken."""
    at = 0
    while (end := data.find(b"\0", at)) >= 0:
        _, _, name = data[at:end].partition(b" ")
        at = end + 1 + width
        if at > len(data):
            return
        yield name, data[end + 1 : at].hex()
