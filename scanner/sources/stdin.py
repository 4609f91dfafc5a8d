"""Standard input, whatever another program prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from scanner.model import Origin, Skipped
from scanner.sources.interface import Excludes, Item, Source
from scanner.sources.pieces import pieces


class StdinSource(Source):
    """The bytes of a stream, to its end."""

    name = "stdin"
    target = "-"

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """The stream, in pieces; it can be read once. `Skipped` where reading fails on the way."""
        try:
            yield from pieces(self._stream.read, Origin("-", "stdin"))
        except OSError as error:
            yield Skipped("-", "unreadable", error.strerror or "cannot be read", incomplete=True)
