"""Standard input, whatever another program prints."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.model import Origin, Skipped
from scanner.sources.interface import Excludes, Item, Source
from scanner.sources.pieces import Read, pieces


class StdinSource(Source):
    """The bytes of a stream, to its end. `read` gives the next ones and raises OSError where it cannot."""

    name = "stdin"
    target = "-"

    def __init__(self, read: Read) -> None:
        self._read = read

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """The stream, in pieces; it can be read once. `Skipped` where reading fails on the way."""
        try:
            yield from pieces(self._read, Origin("-", "stdin"))
        except OSError as error:
            yield Skipped("-", "unreadable", error.strerror or "cannot be read", incomplete=True)
