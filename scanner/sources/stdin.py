"""Standard input, whatever another program prints."""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import EAGAIN
from io import BytesIO, RawIOBase

from scanner.model import Origin, Skipped
from scanner.sources.interface import Excludes, Item, Source
from scanner.sources.pieces import pieces

AT_ONCE = 2**20
"""Bytes that are asked for at once; a pipe seldom holds as many."""


class StdinSource(Source):
    """The bytes of a stream, to its end. It has no buffer: in filling one, Python is deaf to an interrupt."""

    name = "stdin"
    target = "-"

    def __init__(self, stream: RawIOBase | BytesIO) -> None:
        self._stream = stream

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """The stream, in pieces; it can be read once. `Skipped` where reading fails on the way."""
        try:
            yield from pieces(self._read, Origin("-", "stdin"))
        except OSError as error:
            yield Skipped("-", "unreadable", error.strerror or "cannot be read", incomplete=True)

    def _read(self, most: int) -> bytes:
        data = self._stream.read(min(most, AT_ONCE))
        if data is None:  # somebody has made the stream one that does not wait
            raise OSError(EAGAIN, os.strerror(EAGAIN))
        return data
