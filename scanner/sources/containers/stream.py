"""A content that comes in pieces, read as one file."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Any, BinaryIO

from scanner.model import Blob
from scanner.sources.containers.kinds import kind_of
from scanner.sources.interface import Item


class Queue:
    """The items of a source, of which the next can be looked at."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)
        self._ahead: list[Item] = []

    def __iter__(self) -> Iterator[Item]:
        for item in self._items:
            yield item
            while self._ahead:
                yield self._ahead.pop()

    def kind(self, blob: Blob) -> str | None:
        """What kind of container it begins, if any. The end of a first piece is not that of the content."""
        kind = kind_of(blob.data)
        if kind is None or blob.origin.place == "file-name" or not _is_first(blob):
            return None
        is_by_end = kind == "zip" and not blob.data.startswith(b"PK")
        return None if is_by_end and self.follows(blob) else kind

    def follows(self, blob: Blob) -> bool:
        """Whether the next item is the next piece of the content."""
        return any(
            isinstance(item, Blob) and item.origin == blob.origin and not _is_first(item) for item in self._peek()
        )

    def take(self, blob: Blob) -> Blob | None:
        """The next piece of the content; None if there is none."""
        item = self._ahead.pop() if self.follows(blob) else None
        return item if isinstance(item, Blob) else None

    def _peek(self) -> list[Item]:
        if not self._ahead:
            self._ahead = [item for item in [next(self._items, None)] if item is not None]
        return self._ahead


class Stream:
    """Reads the pieces of a content one after another. size: bytes read so far."""

    def __init__(self, first: Blob, queue: Queue) -> None:
        self._pieces = [first]
        self._queue = queue
        self._at = 0
        self.size = 0

    def read(self, most: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        if self._at >= len(self._pieces[-1].data) and (piece := self._queue.take(self._pieces[-1])):
            self._pieces, self._at = [piece], piece.shared
        data = self._pieces[-1].data[self._at : self._at + most]
        self._at += len(data)
        self.size += len(data)
        return data

    def whole(self, most: int) -> BinaryIO | None:
        """All of the content, of which nothing was read yet; None if it is more than so many bytes."""
        self.size = len(self._pieces[0].data)
        while self.size <= most and (piece := self._queue.take(self._pieces[-1])):
            self._pieces.append(piece)
            self.size += len(piece.data) - piece.shared
        if self.size > most:
            return None
        if len(self._pieces) == 1:
            return io.BytesIO(self._pieces[0].data)
        return io.BufferedReader(_Joined(self._pieces))

    def left(self) -> Iterator[Blob]:
        """The pieces that are held, of which the last was read last, and those behind them."""
        while self._pieces:
            piece = self._pieces.pop(0)
            if not self._pieces:
                self._pieces += filter(None, [self._queue.take(piece)])
            yield piece


class _Joined(io.RawIOBase):
    """Several pieces as one file, without a copy of them."""

    def __init__(self, pieces: Sequence[Blob]) -> None:
        self._parts = [memoryview(piece.data)[piece.shared :] for piece in pieces]
        self._starts = [0, *accumulate(map(len, self._parts))]
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = (0, self._at, self._starts[-1])[whence]
        self._at = max(0, base + offset)
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any, /) -> int:
        number = bisect_right(self._starts, self._at) - 1
        if number >= len(self._parts):
            return 0
        start = self._at - self._starts[number]
        data = self._parts[number][start : start + len(buffer)]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def _is_first(blob: Blob) -> bool:
    """Whether the content begins with this piece."""
    return (blob.line, blob.column) == (1, 1)
