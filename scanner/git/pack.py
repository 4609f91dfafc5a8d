"""Reading packs: every object of one pack, each base inflated once, its deltas applied depth first.

The format is git's own documentation, gitformat-pack. git's `cat-file` is the reference that this agrees with byte for
byte, and the way out: whatever is unusual or broken, and what is better streamed, is left to git.
"""

from __future__ import annotations

import mmap
import os
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from scanner.git.pack_index import Index, PackError
from scanner.git.unpacking import LARGEST, LONGEST, Apply, Inflate, tools

TYPES = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
OFFSET_DELTA, NAME_DELTA = 6, 7
FIRST = 12
"""Where the first object begins."""
HELD = 128 * 2**20
"""Bytes of bases that are held on the way down a tree of deltas."""
FORGET = 4096
"""Headers after which the pages that hold them are given back."""
RUN = 64
"""Trees of deltas that one part takes in a row: neighbours are of about one age, and so of one size."""
BUCKET = 2**18
"""Objects that are put in order at once: a list of numbers takes ten times the room of an array."""


class Pack:
    """One pack, opened for reading. Objects are known by their place: their number in the order of the pack.

    count: how many objects it says it holds, which its index may leave out. has_gaps: whether it holds more than the
    objects that were read so far, and those between them. Raises PackError where there is nothing to read, OSError.
    """

    def __init__(self, path: bytes, index: Index) -> None:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            self._map = mmap.mmap(handle, 0, access=mmap.ACCESS_READ)
        except ValueError:
            raise PackError("an empty pack") from None
        finally:
            os.close(handle)
        self.count = int.from_bytes(self._map[8:12], "big")
        self._index = index
        self._end = len(self._map) - index.width
        self._order = _in_order(index.offsets)
        self._starts = array("Q", map(index.offsets.__getitem__, self._order))
        self.has_gaps = bool(self._starts) and self._starts[0] != FIRST
        self._sizes = _zeros("I", len(self._order))
        self._headers = _zeros("B", len(self._order))
        self._roots, self._odd = array("I"), array("I")
        self._child, self._sibling = _zeros("I", len(self._order)), _zeros("I", len(self._order))
        if self._read_headers():
            self._cut_loops()

    def __len__(self) -> int:
        """How many objects there are."""
        return len(self._order)

    @property
    def size(self) -> int:
        """The size of the pack, in bytes."""
        return len(self._map)

    def objects(self, part: int, parts: int, left_out: list[str]) -> Iterator[tuple[int, str, bytes]]:
        """(place, type, content) of every object of one of so many parts of the pack, each about as large.

        The names of objects that are better streamed by git, or that cannot be read here, are added to `left_out`.
        """
        apply, inflate = tools()
        for place in self._odd[part::parts]:
            self._leave_out(place, left_out)
        for first in range(part * RUN, len(self._roots), parts * RUN):
            for place in self._roots[first : first + RUN]:
                kind = TYPES[(self._map[self._starts[place]] >> 4) & 7]
                for found, data in self._tree(place, apply, inflate, left_out):
                    yield found, kind, data
            self._forget()

    def name(self, place: int) -> str:
        """The name of the object at that place, in hexadecimal."""
        return self._index.name(self._order[place])

    def _forget(self) -> None:
        """Gives back the memory of pages that were read, which the system would count as ours."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _tree(self, root: int, apply: Apply, inflate: Inflate, left_out: list[str]) -> Iterator[tuple[int, bytes]]:
        """The root and everything that is a delta against it, each base before what is made from it.

        A base is held as long as there are deltas against it to come.
        """
        waiting: list[tuple[bytes | None, int]] = [(None, root)]
        held = 0
        while waiting:
            base, place = waiting.pop()
            if base is not None and self._sibling[place]:
                waiting.append((base, self._sibling[place] - 1))
            elif base is not None:
                held -= len(base)
            try:
                data = self._content(place, inflate)
                data = data if base is None else apply(base, data)
            except Exception:  # noqa: BLE001 - whatever is wrong with it, git has the last word
                self._leave_out(place, left_out)
                continue
            yield place, data
            if not self._child[place]:
                continue
            if held + len(data) > HELD:
                for child in self._children(place):
                    self._leave_out(child, left_out)
            else:
                held += len(data)
                waiting.append((data, self._child[place] - 1))

    def _content(self, place: int, inflate: Inflate) -> bytes:
        """What is stored there, a delta as such. Raises whatever is wrong with it."""
        size = self._sizes[place]
        if size > LARGEST:
            raise PackError("better streamed")
        start = self._starts[place] + self._headers[place]
        stop = self._starts[place + 1] if place + 1 < len(self._starts) else self._end
        read_to = min(stop, start + size + size // 8 + 1024)
        data, unused = inflate(self._map[start:read_to], size)
        self.has_gaps |= read_to - unused != stop
        return data

    def _leave_out(self, place: int, left_out: list[str]) -> None:
        waiting = [place]
        while waiting:
            at = waiting.pop()
            left_out.append(self.name(at))
            waiting += self._children(at)

    def _children(self, place: int) -> Iterator[int]:
        following = self._child[place]
        while following:
            yield following - 1
            following = self._sibling[following - 1]

    def _read_headers(self) -> bool:
        """Sorts each entry among the roots, below its base, or among the odd. Whether bases were called by name."""
        by_name = False
        for place, at in enumerate(self._starts):
            try:
                by_name |= self._read_header(place, at) == NAME_DELTA
            except (PackError, IndexError):
                self._odd.append(place)
            if not place % FORGET:
                self._forget()
        return by_name

    def _read_header(self, place: int, at: int) -> int:
        byte = self._map[at]
        kind, size, shift, data = (byte >> 4) & 7, byte & 15, 4, at + 1
        while byte & 0x80 and shift < LONGEST:
            byte = self._map[data]
            size |= (byte & 0x7F) << shift
            shift, data = shift + 7, data + 1
        if kind in TYPES:
            self._roots.append(place)
        elif kind == OFFSET_DELTA:
            back, data = self._distance(data)
            self._hang(place, at - back if back else -1)
        elif kind == NAME_DELTA:
            number = self._index.number(self._map[data : data + self._index.width])
            data += self._index.width
            self._hang(place, -1 if number is None else self._index.offsets[number])
        else:
            raise PackError(f"an entry of type {kind}")
        self._sizes[place], self._headers[place] = min(size, LARGEST + 1), data - at
        return kind

    def _hang(self, place: int, offset: int) -> None:
        """Makes the entry a child of the one at that offset."""
        base = bisect_left(self._starts, offset)
        if base == len(self._starts) or self._starts[base] != offset:
            raise PackError("a delta without its base")
        self._sibling[place], self._child[base] = self._child[base], place + 1

    def _distance(self, at: int) -> tuple[int, int]:
        byte = self._map[at]
        value = byte & 0x7F
        while byte & 0x80 and value >> LONGEST == 0:
            at += 1
            byte = self._map[at]
            value = ((value + 1) << 7) | (byte & 0x7F)
        return value, at + 1

    def _cut_loops(self) -> None:
        """Counts among the odd what hangs below itself, which only happens where bases are called by name."""
        seen = bytearray(len(self._order))
        waiting = [*self._roots, *self._odd]
        while waiting:
            place = waiting.pop()
            seen[place] = 1
            waiting += self._children(place)
        lost = [place for place, known in enumerate(seen) if not known]
        for place in lost:
            self._child[place] = self._sibling[place] = 0
        self._odd.extend(lost)


def _in_order(offsets: Sequence[int]) -> array[int]:
    """The numbers of the objects in the order in which they stand in the pack."""
    width = max(offsets, default=0) // (len(offsets) // BUCKET + 1) + 1
    buckets = [array("I") for _ in range(len(offsets) // BUCKET + 1)]
    for number, at in enumerate(offsets):
        buckets[at // width].append(number)
    order = array("I")
    for bucket in buckets:
        order.extend(sorted(bucket, key=offsets.__getitem__))
    return order


def _zeros(kind: str, count: int) -> array[int]:
    return array(kind, bytes(count * array(kind).itemsize))
