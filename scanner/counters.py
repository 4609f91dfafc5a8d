"""How far a scan is: numbers that all its processes add to, and that can be read at any moment."""

from __future__ import annotations

import mmap
import struct
from typing import NamedTuple

ROW = struct.Struct("=QQQ")
ROWS = 256
"""Processes that count apart from one another; more share a row, and may lose a count."""


class Count(NamedTuple):
    """Contents and bytes looked at, and credentials seen so far, of which some may be no leak in the end."""

    contents: int
    bytes: int
    found: int


class Counters:
    """Memory that copies of this process share. Each adds in a row of its own, so that nothing has to be locked.

    total: how many contents there will be; 0 while nobody knows.
    """

    def __init__(self) -> None:
        self._rows = mmap.mmap(-1, ROW.size * ROWS)
        self.total = 0

    def add(self, row: int, contents: int, size: int, found: int) -> None:
        """Counts on in the row of one process."""
        at = row % ROWS * ROW.size
        known = Count(*ROW.unpack_from(self._rows, at))
        ROW.pack_into(self._rows, at, known.contents + contents, known.bytes + size, known.found + found)

    def read(self) -> Count:
        """The sums over all processes."""
        return Count(*(sum(column) for column in zip(*ROW.iter_unpack(self._rows[:]), strict=True)))
