"""Packs that no index tells of, where git keeps its own: each is read from where it lies, however large it is.

A container that comes from anywhere has to be in memory as a whole, and has limits that a repository goes beyond.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from contextlib import suppress
from typing import BinaryIO

from scanner.model import Origin, Skipped
from scanner.opening import opened
from scanner.sources.containers import packs
from scanner.sources.containers.kinds import kind_of
from scanner.sources.containers.limits import Budget, LimitError
from scanner.sources.containers.member import Member, Trouble
from scanner.sources.files import content
from scanner.sources.interface import Item, inner_names
from scanner.sources.pieces import pieces

MOST = 1_000_000
"""Objects of one pack: some 250 bytes of memory are kept for each."""
HEAD = 512


def packed(path: bytes, origin: Origin) -> Iterator[Item]:
    """The objects of the pack, as those of one that lies anywhere are told; the file as it is if it is none."""
    with suppress(OSError), opened(path) as file:  # what is wrong is said below
        if kind_of(file.read(HEAD)) == "pack":
            troubles = yield from _items(file, origin)
            if os.path.lexists(path):  # one that was being written has its name by now, and is read by that or was here
                yield from (Skipped(origin.path, why.reason, why.detail, incomplete=True) for why in troubles)
            return
    yield from content(path, origin, follow=True)


def _items(file: BinaryIO, origin: Origin) -> Generator[Item, None, list[Trouble]]:
    """What it holds; returns why there may be more."""
    troubles = []
    for part in _parts(file):
        if isinstance(part, Trouble):
            troubles.append(part)
        elif part.name is None:
            yield from pieces(part.read, origin)
        else:
            inner = origin._replace(path=f"{origin.path}!{part.name}")
            yield from inner_names(part.name, inner)
            yield from pieces(part.read, inner)
    return troubles


def _parts(file: BinaryIO) -> Iterator[Member | Trouble]:
    try:
        yield from packs.members(file, most=Budget(most=MOST, total=sys.maxsize))
    except LimitError as error:
        yield Trouble("limit", str(error))
