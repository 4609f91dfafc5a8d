"""Every object of a repository, once, in parts that processes can share.

Plain packs are read directly, which is three times as fast as git; whatever else there is, git is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from io import BytesIO
from itertools import groupby
from typing import NamedTuple

from scanner.git.naming import is_called
from scanner.git.objects import Object, read
from scanner.git.pack import Pack
from scanner.git.pack_index import Index, PackError, read_index
from scanner.git.process import Git
from scanner.git.store import Store

SMALL = 32 * 2**20
"""Bytes of an object that are read at once; a larger one is handed on as it comes from git."""
WORTH = 4 * 2**20
"""Bytes of packs that are worth a process of their own: unpacking them takes ten times as long as starting it."""
LOOSE = b""
"""Stands for the path of a pack where there is none."""


class Whole(NamedTuple):
    """An object and its content. called: gives its name, which few are asked for."""

    type: str
    data: bytes
    called: Callable[[], str]

    def __repr__(self) -> str:
        return f"Whole({self.type}, {len(self.data)} bytes)"

    @property
    def name(self) -> str:
        """Its name, in hexadecimal."""
        return self.called()


Found = Whole | Object
"""An object in memory; or one to be read from git before the next is asked for, or that git has not."""


class Census:
    """All objects of a store.

    unread: packs whose index cannot be read, and why: nobody knows what is in them. doubles: (name, path) of loose
    objects that are passed over because a pack or another folder holds them too. leaning: packs of which objects were
    passed over because an earlier one holds them too. gaps: packs that hold more than their indexes name. skip: packs
    to leave out.
    """

    def __init__(self, git: Git, store: Store, skip: Collection[bytes] = ()) -> None:
        self._git = git
        self.unread: list[tuple[bytes, str]] = []
        self.doubles: list[tuple[str, bytes]] = []
        self.leaning: set[bytes] = set()
        self.gaps: set[bytes] = set()
        self._indexes: list[Index] = []
        self._packs: list[tuple[int, bytes, Pack]] = []
        self._rest: list[tuple[bytes, str]] = []
        for path in store.packs:
            self._open(path, store.width, skip)
        self._take(store)

    @property
    def parts(self) -> int:
        """In how many parts the work is worth being shared, at most."""
        return max(1, sum(pack.size for _, _, pack in self._packs) // WORTH)

    def __len__(self) -> int:
        """How many objects there are to look at."""
        return len(self._rest) + sum(len(pack) for _, _, pack in self._packs)

    def part(self, number: int, parts: int) -> Iterator[tuple[bytes, Iterator[Found]]]:
        """One of so many parts of the objects: those of each pack, by its path; of LOOSE those that are in none."""
        for place, path, pack in self._packs:
            yield path, self._of_pack(place, path, pack, number, parts)
        rest = self._rest[number::parts]
        found = zip(rest, self._from_git(name for _, name in rest), strict=True)
        for path, items in groupby(found, lambda item: item[0][0]):
            yield path, (item for _, item in items)

    def _of_pack(self, place: int, path: bytes, pack: Pack, number: int, parts: int) -> Iterator[Found]:
        left_out: list[str] = []
        for at, kind, data in pack.objects(number, parts, left_out):
            if place and self._is_in(name := pack.name(at), place) and is_called(name, kind, data):
                self.leaning.add(path)
            else:
                yield Whole(kind, data, partial(pack.name, at))
        if pack.has_gaps:
            self.gaps.add(path)
        yield from self._from_git(left_out)

    def spare(self, names: Collection[str]) -> Iterator[Object]:
        """Of these objects those that can be read here though git refuses their pack."""
        for _, _, pack in self._packs if names else ():
            for at, kind, data in pack.objects(0, 1, []):
                if (name := pack.name(at)) in names:
                    yield Object(name.encode(), kind, name, len(data), BytesIO(data))

    def _from_git(self, names: Iterable[str]) -> Iterator[Found]:
        for item in read(self._git, (name.encode() for name in names)):
            if item.found and item.size < SMALL:
                data = item.read(item.size)
                yield item if item.broken else Whole(item.type, data, partial(str, item.id))
            else:
                yield item

    def _open(self, path: bytes, width: int, skip: Collection[bytes]) -> None:
        """A pack that cannot be read here is left to git, object by object."""
        try:
            index = read_index(path[:-5] + b".idx", width)
        except (PackError, OSError) as error:
            self.unread.append((path, getattr(error, "strerror", None) or str(error)))
            return
        place = len(self._indexes)
        self._indexes.append(index)
        if path in skip:
            return
        try:
            pack = Pack(path, index)
            self._packs.append((place, path, pack))
            if pack.count > len(pack):
                self.unread.append((path, f"its index leaves out {pack.count - len(pack):,} objects"))
        except (PackError, OSError):
            names: Sequence[str] = [index.name(number) for number in range(len(index.offsets))]
            self._rest += [(path, name) for name in names if not self._is_in(name, place)]

    def _take(self, store: Store) -> None:
        """The loose objects."""
        taken: dict[str, None] = {}
        for name, path in store.loose():
            if name in taken or self._is_in(name, len(self._indexes)):
                self.doubles.append((name, path))
            else:
                taken[name] = None
        self._rest += [(LOOSE, name) for name in taken]

    def _is_in(self, name: str, places: int) -> bool:
        """Whether one of the first so many packs holds the object."""
        wanted = bytes.fromhex(name)
        return any(wanted in index for index in self._indexes[:places])
