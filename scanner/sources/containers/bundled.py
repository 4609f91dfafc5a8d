"""Bundles of git (gitformat-bundle, versions 2 and 3): the names of refs, an empty line, and a pack."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers import packs
from scanner.sources.containers.kinds import PACK
from scanner.sources.containers.member import CORRUPT, Member, Trouble

LONGEST = 16 * 2**20
"""Bytes of names that are read."""


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """What the bundle says of itself, and the objects of its pack."""
    head, _, _ = file.read(LONGEST).partition(b"\n\n")
    yield Member(None, BytesIO(head).read, is_own=True)
    start = len(head) + 2
    file.seek(start)
    if file.read(8).startswith(PACK):
        yield from packs.members(file, start)
    else:
        yield CORRUPT
