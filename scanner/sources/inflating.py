"""Files packed as git packs a loose object, where they lie: one whose writing was cut short, or that was moved away."""

from __future__ import annotations

import functools
import mmap
import os
import re
from collections.abc import Iterator

from scanner.git.naming import inflated, is_loose
from scanner.model import Origin
from scanner.opening import opened
from scanner.sources.files import GONE, unreadable
from scanner.sources.interface import Item
from scanner.sources.pieces import pieces


def unpacked(path: bytes, origin: Origin) -> Iterator[Item]:
    """What the file unpacks to, as far as that goes. Raises OSError where it cannot be opened any more."""
    with opened(path) as file:
        yield from pieces(inflated(file.read), origin)


def logged(path: bytes, origin: Origin) -> Iterator[Item]:
    """The reflogs of a table of refs: blocks of `g`, the length of three bytes, and what zlib made of the entries.

    https://git-scm.com/docs/reftable. What only looks like a block unpacks to nothing. Raises OSError.
    """
    with opened(path) as file:
        if not os.fstat(file.fileno()).st_size:
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as table:
            for found in _block().finditer(table):
                file.seek(found.end())
                yield from pieces(inflated(file.read), origin)


@functools.cache
def _block() -> re.Pattern[bytes]:
    return re.compile(rb"g.{3}(?=x[\x01\x5e\x9c\xda])", re.DOTALL)


def falsely_called(name: str, path: bytes, origin: Origin) -> Iterator[Item]:
    """The content of a loose object that has another name than it is stored by; nothing where all is well."""
    try:
        with opened(path) as file:
            is_well = is_loose(name, inflated(file.read))
        yield from () if is_well else unpacked(path, origin)
    except GONE:
        return
    except OSError as error:
        yield unreadable(origin.path, error)
