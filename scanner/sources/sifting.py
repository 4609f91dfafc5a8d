"""Sifting a repository's objects: most hold nothing, and only the names of the others are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from scanner.counters import Counters
from scanner.detect.finder import Finder
from scanner.git.census import LOOSE, Census, Whole
from scanner.git.naming import is_called
from scanner.git.objects import Object
from scanner.git.tree import entries, is_whole
from scanner.model import Blob, Origin, Skipped
from scanner.sources.archives import is_container, opened
from scanner.sources.pieces import pieces
from scanner.workers import spread

BATCH = 2**20
"""Bytes that are searched as one."""
CROWD = 4096
"""Objects that are searched as one."""
MOST_NAMES = 100_000
"""Names of files that are known to hold nothing: most of them stand in every version of their folder."""
NOWHERE = Origin("", "blob")
"""Of contents whose place is not known yet."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """An object that holds something. called: where it is what an object is called that does, the name in its tree."""

    name: str
    type: str
    called: bytes = b""


@dataclass(slots=True)
class Sifted:
    """What the objects of one part came to.

    leaning: whether there are more, which another pack holds too. gaps: whether there is something beside objects.
    """

    suspects: list[Suspect] = field(default_factory=list)
    lost: list[Skipped] = field(default_factory=list)
    blobs: int = 0
    bytes: int = 0
    leaning: bool = False
    gaps: bool = False

    def add(self, other: Sifted) -> None:
        """Takes in what another part came to."""
        self.suspects += other.suspects
        self.lost += other.lost
        self.blobs += other.blobs
        self.bytes += other.bytes
        self.leaning |= other.leaning
        self.gaps |= other.gaps


def sifted(census: Census, detector: Finder, width: int, jobs: int, counters: Counters) -> dict[bytes, Sifted]:
    """What the objects of each pack came to, by its path; so many processes share the work, and count how far it is.

    width: bytes of an object's name.
    """
    number = max(1, min(jobs, census.parts))
    detector.prepare()
    sieves = [_Sieve(detector, width, counters, part) for part in range(number)]
    parts = spread([partial(sieve.sift, census, part, number) for part, sieve in enumerate(sieves)])
    whole: dict[bytes, Sifted] = defaultdict(Sifted)
    for part in parts:
        for path, found in part.items():
            whole[path].add(found)
    return whole


class _Sieve:
    """Collects small objects and searches them as one."""

    def __init__(self, detector: Finder, width: int, counters: Counters, row: int) -> None:
        self._detector, self._width = detector, width
        self._counters, self._row = counters, row
        self._result = Sifted()
        self._waiting: list[Whole] = []
        self._trees: list[Whole] = []
        self._size = 0
        self._harmless: set[bytes] = set()

    def sift(self, census: Census, part: int, parts: int) -> dict[bytes, Sifted]:
        """What one part of the objects comes to, by the path of the pack."""
        whole: dict[bytes, Sifted] = {}
        for path, items in census.part(part, parts):
            self._result = whole.setdefault(path, Sifted())
            for item in items:
                if isinstance(item, Whole):
                    self._result.lost += self._falsely_called(item) if path == LOOSE else ()
                    self._add(item)
                else:
                    self._stream(item)
            self._search()
            self._result.leaning |= path in census.leaning
        for path in census.gaps:
            whole.setdefault(path, Sifted()).gaps = True
        return whole

    def _add(self, item: Whole) -> None:
        kind, data = item.type, item.data
        if kind == "blob" and is_container(blob := Blob(data, NOWHERE)):
            self._count(kind, len(data))
            found = self._look(item.name, kind, [blob])
            self._result.lost += self._falsely_called(item) if found else ()
            self._counters.add(self._row, 1, len(data), found)
            return
        (self._trees if kind == "tree" else self._waiting).append(item)
        self._size += len(data)
        if self._size > BATCH or len(self._waiting) + len(self._trees) > CROWD:
            self._search()

    def _search(self) -> None:
        before = len(self._result.suspects)
        self._result.blobs += sum(item.type == "blob" for item in self._waiting)
        self._result.bytes += self._size
        for item in self._those(self._trees, self._detector.suspects):
            self._note(item, list(self._suspects(item)))
        for item in self._those(self._waiting, self._detector.holding):
            self._note(item, [Suspect(item.name, item.type)])
        number = len(self._waiting) + len(self._trees)
        self._counters.add(self._row, number, self._size, len(self._result.suspects) - before)
        self._waiting, self._trees, self._size = [], [], 0

    @staticmethod
    def _those(items: Sequence[Whole], chosen: Callable[[Sequence[bytes]], list[int]]) -> Iterator[Whole]:
        return map(items.__getitem__, chosen([item.data for item in items]))

    def _note(self, item: Whole, found: Sequence[Suspect]) -> None:
        if found:
            self._result.suspects += found
            self._result.lost += self._falsely_called(item)

    def _look(self, name: str, kind: str, blobs: Iterable[Blob]) -> bool:
        """Notes the object if something is in its pieces or members, or one cannot be read: then a path is to be told.

        All of them are looked at, for what they are read from is to come to its end.
        """
        found = any([not isinstance(item, Blob) or self._detector.holds(item.data) for item in opened(blobs)])  # noqa: C419
        if found:
            self._result.suspects.append(Suspect(name, kind))
        return found

    def _suspects(self, tree: Whole) -> Iterator[Suspect]:
        """What a tree calls by a name that holds something; and the tree itself, where it is none."""
        listed = [(name, child) for name, child in entries(tree.data, self._width) if name not in self._harmless]
        holding = dict.fromkeys(self._detector.holding([name for name, _ in listed]))
        yield from (Suspect(child, "name", name) for name, child in (listed[number] for number in holding))
        if len(self._harmless) < MOST_NAMES:
            self._harmless.update(name for number, (name, _) in enumerate(listed) if number not in holding)
        if not is_whole(tree.data, self._width) and self._detector.holds(tree.data):
            yield Suspect(tree.name, tree.type)

    def _falsely_called(self, item: Whole) -> Iterator[Skipped]:
        """Of several objects by one name git shows only one, which may be another. Those of packs it holds to theirs.

        By a file of its own any content can be put in the place of another, which is not here then.
        """
        if not is_called(item.name, item.type, item.data):
            yield Skipped(f"object:{item.name}", "corrupt", "is stored by a name that is not its own", incomplete=True)

    def _stream(self, item: Object) -> None:
        """An object that is too large to be held, or that cannot be read."""
        if not item.found:
            detail = "is stored here and cannot be read"
            self._result.lost.append(Skipped(f"object:{item.name.decode()}", "unreadable", detail, incomplete=True))
            return
        found = self._look(item.id, item.type, pieces(item.read, NOWHERE))
        self._count(item.type, item.size)
        self._counters.add(self._row, 1, item.size, found)
        if item.broken:
            self._result.lost.append(Skipped(f"object:{item.id}", "truncated", "ends too early", incomplete=True))

    def _count(self, kind: str, size: int) -> None:
        self._result.blobs += kind == "blob"
        self._result.bytes += size
