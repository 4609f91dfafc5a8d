"""Which objects of a pack are deltas against which: read off the headers of its entries, without unpacking them.

An object is known by its place, its number in the order of the pack; places in lists are one more, so that 0 is none.
The format is git's own documentation, gitformat-pack.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from mmap import mmap

from scanner.git.pack_index import Index, PackError
from scanner.git.unpacking import LARGEST, LONGEST

TYPES = {1: "commit", 2: "tree", 3: "blob", 4: "tag"}
OFFSET_DELTA, NAME_DELTA = 6, 7
FORGET = 4096
"""Headers after which the pages that hold them are given back."""


@dataclass(frozen=True, slots=True)
class Deltas:
    """The trees of deltas of a pack.

    sizes: bytes of each content, a delta as such; of what is larger than `LARGEST`, one more than that. headers: bytes
    before it. roots: what is no delta. odd: what cannot be read here. child, sibling: the first delta against an
    object, and the next one against the same base.
    """

    sizes: array[int]
    headers: array[int]
    roots: array[int]
    odd: array[int]
    child: array[int]
    sibling: array[int]

    def children(self, place: int) -> Iterator[int]:
        """The deltas against an object."""
        following = self.child[place]
        while following:
            yield following - 1
            following = self.sibling[following - 1]


def read_deltas(pack: mmap, starts: Sequence[int], index: Index, forget: Callable[[], None]) -> Deltas:
    """Sorts each entry among the roots, below its base, or among the odd.

    starts: where the entries begin, in order, and where the last of them ends. forget: gives back what was read.
    """
    count = len(starts) - 1
    found = Deltas(zeros("I", count), zeros("B", count), array("I"), array("I"), zeros("I", count), zeros("I", count))
    by_name = False
    for place in range(count):
        try:
            by_name |= _read(pack, starts, place, index, found)
        except (PackError, IndexError):
            found.odd.append(place)
        if not place % FORGET:
            forget()
    if by_name:
        _cut_loops(found)
    return found


def _read(pack: mmap, starts: Sequence[int], place: int, index: Index, found: Deltas) -> bool:
    """Reads one header. Whether it calls its base by name."""
    at = starts[place]
    byte = pack[at]
    kind, size, data = (byte >> 4) & 7, byte & 15, at + 1
    if byte & 0x80:
        size, data = further_size(pack, size, data)
    if kind == OFFSET_DELTA:
        back, data = distance(pack, data)
        _hang(place, at - back if back else -1, starts, found)
    elif kind in TYPES:
        found.roots.append(place)
    elif kind == NAME_DELTA:
        number = index.number(pack[data : data + index.width])
        data += index.width
        _hang(place, -1 if number is None else index.offsets[number], starts, found)
    else:
        raise PackError(f"an entry of type {kind}")
    found.sizes[place], found.headers[place] = size if size <= LARGEST else LARGEST + 1, data - at
    return kind == NAME_DELTA


def further_size(pack: mmap | bytes, size: int, at: int) -> tuple[int, int]:
    """The size that goes on there, four bits of which are known; and where the header goes on."""
    shift = 4
    while shift < LONGEST:
        byte = pack[at]
        at += 1
        size |= (byte & 0x7F) << shift
        if byte < 0x80:
            break
        shift += 7
    return size, at


def distance(pack: mmap | bytes, at: int) -> tuple[int, int]:
    """How far before its delta a base begins; and where the header ends."""
    byte = pack[at]
    value = byte & 0x7F
    while byte & 0x80 and value >> LONGEST == 0:
        at += 1
        byte = pack[at]
        value = ((value + 1) << 7) | (byte & 0x7F)
    return value, at + 1


def _hang(place: int, offset: int, starts: Sequence[int], found: Deltas) -> None:
    """Makes the entry a child of the one at that offset."""
    base = bisect_left(starts, offset, 0, len(starts) - 1)
    if base == len(starts) - 1 or starts[base] != offset:
        raise PackError("a delta without its base")
    found.sibling[place], found.child[base] = found.child[base], place + 1


def _cut_loops(found: Deltas) -> None:
    """Counts among the odd what hangs below itself, which only happens where bases are called by name."""
    seen = bytearray(len(found.sizes))
    waiting = [*found.roots, *found.odd]
    while waiting:
        place = waiting.pop()
        seen[place] = 1
        waiting += found.children(place)
    lost = [place for place, known in enumerate(seen) if not known]
    for place in lost:
        found.child[place] = found.sibling[place] = 0
    found.odd.extend(lost)


def zeros(kind: str, count: int) -> array[int]:
    """So many numbers, all of them 0. kind: as `array` calls it."""
    return array(kind, bytes(count * array(kind).itemsize))
