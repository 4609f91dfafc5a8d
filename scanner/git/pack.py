"""Reading packs: every object of one pack, each base inflated once, its deltas applied depth first.

The format is git's own documentation, gitformat-pack. git's `cat-file` is the reference that this agrees with byte for
byte, and the way out: whatever is unusual or broken, and what is better streamed, is left to git.
"""

from __future__ import annotations

import mmap
import os
from array import array
from collections.abc import Iterator, Sequence

from scanner.git.deltas import TYPES, read_deltas
from scanner.git.pack_index import Index, PackError
from scanner.git.unpacking import LARGEST, Apply, Inflate, tools

FIRST = 12
"""Where the first object begins."""
HELD = 128 * 2**20
"""Bytes of bases that are held on the way down a tree of deltas."""
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
        self._order = _in_order(index.offsets)
        self._starts = array("Q", map(index.offsets.__getitem__, self._order))
        self.has_gaps = bool(self._starts) and self._starts[0] != FIRST
        self._starts.append(max(0, len(self._map) - index.width))
        self._deltas = read_deltas(self._map, self._starts, index, self._forget)

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
        roots = self._deltas.roots
        for place in self._deltas.odd[part::parts]:
            self._leave_out(place, left_out)
        for first in range(part * RUN, len(roots), parts * RUN):
            for place in roots[first : first + RUN]:
                yield from self._tree(place, apply, inflate, left_out)
            self._forget()

    def name(self, place: int) -> str:
        """The name of the object at that place, in hexadecimal."""
        return self._index.name(self._order[place])

    def _forget(self) -> None:
        """Gives back the memory of pages that were read, which the system would count as ours."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)

    def _tree(self, root: int, apply: Apply, inflate: Inflate, left_out: list[str]) -> Iterator[tuple[int, str, bytes]]:
        """The root and everything that is a delta against it, each base before what is made from it.

        A base is held as long as there are deltas against it to come.
        """
        kind = TYPES[(self._map[self._starts[root]] >> 4) & 7]
        content, below, beside = self._content, self._deltas.child, self._deltas.sibling
        waiting: list[tuple[bytes | None, int]] = [(None, root)]
        held = 0
        while waiting:
            base, place = waiting.pop()
            if base is not None:
                if following := beside[place]:
                    waiting.append((base, following - 1))
                else:
                    held -= len(base)
            try:
                data = content(place, inflate)
                if base is not None:
                    data = apply(base, data)
            except Exception:  # noqa: BLE001 - whatever is wrong with it, git has the last word
                self._leave_out(place, left_out)
                continue
            yield place, kind, data
            if not (child := below[place]):
                continue
            if held + len(data) > HELD:
                for further in self._deltas.children(place):
                    self._leave_out(further, left_out)
            else:
                held += len(data)
                waiting.append((data, child - 1))

    def _content(self, place: int, inflate: Inflate) -> bytes:
        """What is stored there, a delta as such. Raises whatever is wrong with it."""
        size = self._deltas.sizes[place]
        if size > LARGEST:
            raise PackError("better streamed")
        start, stop = self._starts[place], self._starts[place + 1]
        most = start + size + size // 8 + 1024
        read_to = stop if stop < most else most
        data, unused = inflate(self._map[start + self._deltas.headers[place] : read_to], size)
        if read_to - unused != stop:
            self.has_gaps = True
        return data

    def _leave_out(self, place: int, left_out: list[str]) -> None:
        waiting = [place]
        while waiting:
            at = waiting.pop()
            left_out.append(self.name(at))
            waiting += self._deltas.children(at)


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
