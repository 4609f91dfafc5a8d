"""How far a scan is: numbers that all its processes add to, and that can be read at any moment."""

from __future__ import annotations

import mmap
from typing import NamedTuple

COLUMNS = 3
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
        self._cells = memoryview(mmap.mmap(-1, 8 * COLUMNS * ROWS)).cast("Q")
        self.total = 0

    def add(self, row: int, contents: int, size: int, found: int) -> None:
        """Counts on in the row of one process."""
        cells, at = self._cells, row % ROWS * COLUMNS
        cells[at] += contents
        cells[at + 1] += size
        cells[at + 2] += found

    def read(self) -> Count:
        """The sums over all processes."""
        cells = self._cells.tolist()
        return Count(*(sum(cells[column::COLUMNS]) for column in range(COLUMNS)))
