"""The index of a pack: which objects it holds, and where each begins (gitformat-pack, versions 1 and 2)."""

from __future__ import annotations

import mmap
import struct
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scanner.errors import AkiaError
from scanner.opening import opened

FAN = 256 * 4
"""Bytes of the table that says how many names begin with at most each byte."""


class PackError(AkiaError):
    """The pack or its index is not of the plain kind that is read here, or it is damaged."""


@dataclass(frozen=True, slots=True)
class Index:
    """Names in order, without separators, from `at` on in `data`; and the place in the pack where each object begins.

    fan: how many names begin with at most each byte. width: bytes of a name, 20 or 32.
    """

    data: mmap.mmap | bytes = field(repr=False)
    at: int
    fan: Sequence[int] = field(repr=False)
    offsets: Sequence[int] = field(repr=False)
    width: int

    def __len__(self) -> int:
        """How many objects it lists."""
        return len(self.offsets)

    def __contains__(self, name: bytes) -> bool:
        """Whether the pack holds the object of that name, given as bytes."""
        return self.number(name) is not None

    def number(self, name: bytes) -> int | None:
        """The number of the object of that name; None if the pack does not hold it."""
        low, high = self.fan[name[0] - 1] if name[0] else 0, self.fan[name[0]]
        while low < high:
            middle = (low + high) // 2
            found = self._name(middle)
            if found == name:
                return middle
            low, high = (middle + 1, high) if found < name else (low, middle)
        return None

    def name(self, number: int) -> str:
        """The name of the object of that number, in hexadecimal."""
        return self._name(number).hex()

    def _name(self, number: int) -> bytes:
        start = self.at + number * self.width
        return self.data[start : start + self.width]


def read_index(path: bytes, width: int) -> Index:
    """The index of a pack whose object names are `width` bytes (20 or 32). Raises PackError, OSError."""
    with opened(path) as file:
        try:
            data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except ValueError:
            raise PackError("an empty index") from None
    if data[:4] != b"\xfftOc":
        return _first_version(data, width)
    if data[4:8] != b"\0\0\0\2":
        raise PackError("an index of another version")
    fan = _fan(data, 8)
    count, names = fan[255], 8 + FAN
    offsets = names + count * (width + 4)
    large = offsets + count * 4
    if large + 2 * width > len(data):
        raise PackError("an index that ends too early")
    small = _numbers(data[offsets:large])
    return Index(data, names, fan, _wide(small, data[large : -2 * width]), width)


def _wide(small: array[int], large: bytes) -> Sequence[int]:
    """The offsets, where some may stand in a table of larger ones."""
    if not len(small) or max(small) < 2**31:
        return small
    try:
        return array("Q", [_offset(at, large) for at in small])
    except struct.error:
        raise PackError("an index that ends too early") from None


def _offset(at: int, large: bytes) -> int:
    return int(struct.unpack_from(">Q", large, 8 * (at & 0x7FFFFFFF))[0]) if at >> 31 else at


def _first_version(data: mmap.mmap, width: int) -> Index:
    """The form before git 1.6: each place in the pack beside its name."""
    fan = _fan(data, 0)
    count, row = fan[255], width + 4
    if FAN + count * row + 2 * width != len(data):
        raise PackError("an index of another version, or a damaged one")
    rows = range(FAN, FAN + count * row, row)
    offsets = _numbers(b"".join(data[at : at + 4] for at in rows))
    return Index(b"".join(data[at + 4 : at + row] for at in rows), 0, fan, offsets, width)


def _fan(data: mmap.mmap, at: int) -> array[int]:
    fan = _numbers(data[at : at + FAN])
    if len(fan) != 256 or any(low > high for low, high in pairwise(fan)):
        raise PackError("a damaged index")
    return fan


def _numbers(raw: bytes) -> array[int]:
    """Numbers of four bytes, the most significant first."""
    numbers = array("I", raw[: len(raw) // 4 * 4])
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers
