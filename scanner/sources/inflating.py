"""Files packed as git packs a loose object, where they lie: one whose writing was cut short, or that was moved away."""

from __future__ import annotations

import os
from collections.abc import Iterator

from scanner.git.naming import inflated, is_loose
from scanner.model import Origin
from scanner.sources.files import FLAGS, GONE, unreadable
from scanner.sources.interface import Item
from scanner.sources.pieces import pieces

DEFLATE = 8


def is_deflated(data: bytes) -> bool:
    """Whether it begins as zlib writes (RFC 1950), for which text may be taken: it is then found to be none."""
    return len(data) > 2 and data[0] & 15 == DEFLATE and data[0] >> 4 < DEFLATE and (data[0] << 8 | data[1]) % 31 == 0


def unpacked(path: bytes, origin: Origin) -> Iterator[Item]:
    """What the file unpacks to, as far as that goes. Raises OSError where it cannot be opened any more."""
    with os.fdopen(os.open(path, FLAGS), "rb") as file:
        yield from pieces(inflated(file.read), origin)


def falsely_called(name: str, path: bytes, origin: Origin) -> Iterator[Item]:
    """The content of a loose object that has another name than it is stored by; nothing where all is well."""
    try:
        with os.fdopen(os.open(path, FLAGS), "rb") as file:
            is_well = is_loose(name, inflated(file.read))
        yield from () if is_well else unpacked(path, origin)
    except GONE:
        return
    except OSError as error:
        yield unreadable(origin.path, error)
