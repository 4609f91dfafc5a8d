"""Contents that were compressed as one: gzip, bzip2, xz, zstd, zlib. Read in steps, so that memory is bounded."""

from __future__ import annotations

import os
import sys
from typing import Protocol

from scanner.sources.containers.deflated import is_stream
from scanner.sources.containers.member import CORRUPT, STEP, TRUNCATED, Trouble
from scanner.sources.pieces import Read

TRAILER = 8
"""Bytes of checksums, at most. They go in last, so that what they belie has come out before."""
MEMORY = 128 * 2**20
"""Bytes that the dictionary of a decompressor may take: all that the programs themselves make by default."""
WINDOW = 27
"""Its logarithm."""
ZLIB = {"gzip": 31, "zlib": 15}
"""What zlib packs, and how it is told what to look for around it."""
SUFFIXES = {".gz": "", ".bz2": "", ".xz": "", ".zst": "", ".tgz": ".tar", ".tbz2": ".tar", ".txz": ".tar"}
BEYOND = Trouble("limit", "needs too much memory to be unpacked")


def inner_name(path: str) -> str:
    """What was compressed, by the name of what it was compressed to."""
    name = path.rpartition("!")[2].rpartition("/")[2]
    stem, suffix = os.path.splitext(name)
    return stem + SUFFIXES[suffix.lower()] if stem and suffix.lower() in SUFFIXES else name


class Decompressor(Protocol):
    """What bz2, lzma and zstd have."""

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        """The next bytes, at most so many."""

    @property
    def eof(self) -> bool:
        """Whether the stream is at its end."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing comes without more data."""

    @property
    def unused_data(self) -> bytes:
        """What was given and lies behind the end."""


class Unpacked:
    """The unpacked bytes of streams that follow one another. `trouble` says why they end, if not at their end.

    rest: what was read of the bytes behind the last one of zlib's own, which say themselves that they are one.
    """

    def __init__(self, kind: str, read: Read) -> None:
        self._kind, self._read = kind, read
        self._decompressor = _decompressor(kind)
        self._waiting = b""
        self._is_over = False
        self.rest = b""
        self.trouble: Trouble | None = None

    def read(self, most: int) -> bytes:
        """The next bytes, at most so many; none at the end."""
        while not self._is_over:
            data = self._step(min(most, STEP))
            if data:
                return data
        return b""

    def _step(self, most: int) -> bytes:
        if self._decompressor.eof and not self._begin():
            return b""
        given = self._next() if self._decompressor.needs_input else b""
        try:
            data = self._decompressor.decompress(given, most)
        except Exception as error:  # noqa: BLE001 - each module raises errors of its own
            return self._end(BEYOND if "memory" in str(error).lower() else CORRUPT)
        if not data and not given and self._decompressor.needs_input and not self._decompressor.eof:
            return self._end(TRUNCATED)
        return data

    def _next(self) -> bytes:
        """What goes in next; of zlib's all but the last bytes, until nothing else is left."""
        more = self._read(STEP)
        data = self._waiting + more
        keep = TRAILER if more and self._kind in ZLIB else 0
        self._waiting = data[len(data) - keep :]
        return data[: len(data) - keep] or (self._next() if more else b"")

    def _begin(self) -> bool:
        """Goes on to the next stream. Zeros may fill up what is left, as on tapes."""
        rest = self._decompressor.unused_data + self._waiting
        if self._kind == "zlib" and not is_stream(rest := rest + self._read(STEP)):
            self._is_over, self.rest = True, rest
            return False
        while not rest.strip(b"\0"):
            rest = self._read(STEP)
            if not rest:
                self._is_over = True
                return False
        self._waiting = rest.lstrip(b"\0")
        self._decompressor = _decompressor(self._kind)
        return True

    def _end(self, trouble: Trouble) -> bytes:
        self._is_over, self.trouble = True, trouble
        return b""


def _decompressor(kind: str) -> Decompressor:
    """Loads what it takes: a hook must not pay for it."""
    if kind in ZLIB:
        return _Zlib(ZLIB[kind])
    if kind == "bzip2":
        import bz2

        return bz2.BZ2Decompressor()
    if kind in ("xz", "lzma"):
        import lzma

        return lzma.LZMADecompressor(lzma.FORMAT_XZ if kind == "xz" else lzma.FORMAT_ALONE, MEMORY)
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    return zstd.ZstdDecompressor(options={zstd.DecompressionParameter.window_log_max: WINDOW})


class _Zlib:
    """zlib, as the others are."""

    def __init__(self, wrapping: int) -> None:
        import zlib

        self._inner = zlib.decompressobj(wrapping)

    def decompress(self, data: bytes, max_length: int = -1, /) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data
