"""Reading packs: every object of one pack, each base inflated once, its deltas applied depth first.

The format is git's own documentation, gitformat-pack. git's `cat-file` is the reference that this agrees with byte for
byte, and the way out: whatever is unusual raises PackError, and what is better streamed is left to git.
"""

from __future__ import annotations

import mmap
import os
import struct
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from scanner.errors import AkiaError

TYPES = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
OFFSET_DELTA, NAME_DELTA = 6, 7
LARGEST = 32 * 2**20
"""Bytes; larger objects, and what is a delta against them, are left to git, which can stream them."""
HELD = 128 * 2**20
"""Bytes of bases that are held on the way down a tree of deltas."""
FORGET = 4096
"""Headers after which the pages that hold them are given back."""
RUN = 64
"""Trees of deltas that one part takes in a row: neighbours are of about one age, and so of one size."""


class PackError(AkiaError):
    """The pack is not of the plain kind that is read here, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Index:
    """What an `.idx` file says: names in order, without separators, and where each object begins."""

    names: bytes = field(repr=False)
    offsets: Sequence[int] = field(repr=False)
    width: int

    def __contains__(self, name: bytes) -> bool:
        """Whether the pack holds the object of that name, given as bytes."""
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            found = self.names[middle * self.width : (middle + 1) * self.width]
            if found == name:
                return True
            low, high = (middle + 1, high) if found < name else (low, middle)
        return False

    def name(self, number: int) -> str:
        """The name of the object of that number, in hexadecimal."""
        return self.names[number * self.width : (number + 1) * self.width].hex()


def read_index(path: bytes, width: int) -> Index:
    """The index of a pack whose object names are `width` bytes (20 or 32). Raises PackError, OSError."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != b"\xfftOc\0\0\0\2" or len(data) < 1032:
        raise PackError("an index of another version")
    count = cast("int", struct.unpack_from(">I", data, 8 + 255 * 4)[0])
    names = 8 + 1024
    offsets = names + count * (width + 4)
    large = offsets + count * 4
    if large > len(data):
        raise PackError("an index that ends too early")
    small = struct.unpack_from(f">{count}I", data, offsets)
    if not any(at >> 31 for at in small):
        return Index(data[names : names + count * width], small, width)
    wide = [struct.unpack_from(">Q", data, large + 8 * (at & 0x7FFFFFFF))[0] if at >> 31 else at for at in small]
    return Index(data[names : names + count * width], wide, width)


class Pack:
    """One pack, opened for reading.

    Raises PackError where a header cannot be read or a delta's base is not in the pack; OSError.
    """

    def __init__(self, path: bytes, index: Index) -> None:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._map = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
        except ValueError:
            raise PackError("an empty pack") from None
        finally:
            os.close(handle)
        self._index = index
        self._order = array("L", sorted(range(len(index.offsets)), key=index.offsets.__getitem__))
        self._starts = array("Q", [index.offsets[number] for number in self._order])
        self._sizes = array("Q", bytes(8 * len(self._order)))
        self._data = array("Q", bytes(8 * len(self._order)))
        self._roots: list[tuple[int, str]] = []
        self._children: dict[int, array[int]] = {}
        self._end = len(self._map) - index.width
        try:
            for place, at in enumerate(self._starts):
                self._read_header(place, at)
                if not place % FORGET:
                    self._forget()
        except IndexError as error:
            raise PackError("a pack that ends too early") from error

    def __len__(self) -> int:
        """How many objects there are."""
        return len(self._order)

    @property
    def size(self) -> int:
        """The size of the pack, in bytes."""
        return len(self._map)

    def objects(self, part: int, parts: int, left_out: list[str]) -> Iterator[tuple[str, str, bytes]]:
        """(name, type, content) of every object of one of so many parts of the pack, each about as large.

        The names of objects that are better streamed by git, or that cannot be inflated, are added to `left_out`.
        """
        apply, inflate = _tools()
        for first in range(part * RUN, len(self._roots), parts * RUN):
            for place, kind in self._roots[first : first + RUN]:
                for found, data in self._tree(place, apply, inflate, left_out):
                    yield self._name(found), kind, data
            self._forget()

    def _forget(self) -> None:
        """Gives back the memory of pages that were read, which the system would count as ours."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _tree(self, root: int, apply: Apply, inflate: Inflate, left_out: list[str]) -> Iterator[tuple[int, bytes]]:
        """The root and everything that is a delta against it, each base before what is made from it."""
        if self._sizes[root] > LARGEST:
            self._leave_out(root, left_out)
            return
        stack: list[tuple[bytes, Iterator[int]]] = [(b"", iter((root,)))]
        held = 0
        while stack:
            base, waiting = stack[-1]
            place = next(waiting, None)
            if place is None:
                held -= len(base)
                stack.pop()
                continue
            try:
                data = inflate(self._map[self._data[place] : self._stop(place)], 15, self._sizes[place] or 1)
                data = apply(base, data) if len(stack) > 1 else data
            except Exception:  # noqa: BLE001 - whatever is wrong with it, git has the last word
                self._leave_out(place, left_out)
                continue
            yield place, data
            children = self._children.get(place)
            if children and (len(data) > LARGEST or held + len(data) > HELD):
                for child in children:
                    self._leave_out(child, left_out)
            elif children:
                held += len(data)
                stack.append((data, iter(children)))

    def _leave_out(self, place: int, left_out: list[str]) -> None:
        waiting = [place]
        while waiting:
            at = waiting.pop()
            left_out.append(self._name(at))
            waiting += self._children.get(at, ())

    def _name(self, place: int) -> str:
        return self._index.name(self._order[place])

    def _stop(self, place: int) -> int:
        return self._starts[place + 1] if place + 1 < len(self._starts) else self._end

    def _read_header(self, place: int, at: int) -> None:
        """Sorts the entry at this offset among the roots or below its base."""
        byte = self._map[at]
        kind, size, shift, data = (byte >> 4) & 7, byte & 15, 4, at + 1
        while byte & 0x80:
            byte = self._map[data]
            size |= (byte & 0x7F) << shift
            shift, data = shift + 7, data + 1
        if kind in TYPES:
            self._roots.append((place, TYPES[kind]))
        elif kind == OFFSET_DELTA:
            back, data = self._distance(data)
            self._children.setdefault(self._place(at - back), array("L")).append(place)
        elif kind == NAME_DELTA:
            raise PackError("a pack with deltas that name their base")
        else:
            raise PackError(f"an entry of type {kind}")
        self._sizes[place], self._data[place] = size, data

    def _place(self, offset: int) -> int:
        place = bisect_left(self._starts, offset)
        if place == len(self._starts) or self._starts[place] != offset:
            raise PackError("a delta without its base")
        return place

    def _distance(self, at: int) -> tuple[int, int]:
        byte = self._map[at]
        value = byte & 0x7F
        while byte & 0x80:
            at += 1
            byte = self._map[at]
            value = ((value + 1) << 7) | (byte & 0x7F)
        return value, at + 1


Inflate = Callable[[bytes, int, int], bytes]
Apply = Callable[[bytes, bytes], bytes]


def _tools() -> tuple[Apply, Inflate]:
    """dulwich's delta and isal's inflate, loaded for history only."""
    from isal import isal_zlib

    try:
        from dulwich._pack import apply_delta
    except ImportError:  # no compiled form for this platform
        from dulwich.pack import apply_delta

    def apply(base: bytes, delta: bytes) -> bytes:
        pieces = apply_delta(base, delta)
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)

    return apply, isal_zlib.decompress
