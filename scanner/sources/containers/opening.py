"""Taking containers apart. One that cannot be read to its end gives its own bytes too, to be searched as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module

from scanner.model import Blob, Skipped
from scanner.sources.containers import tarred
from scanner.sources.containers.deflated import git_object
from scanner.sources.containers.kinds import kind_of
from scanner.sources.containers.limits import DEPTH, HELD, Budget, LimitError
from scanner.sources.containers.member import Following, Member, Trouble, drained
from scanner.sources.containers.packed import Unpacked, inner_name
from scanner.sources.containers.stream import Queue, Stream
from scanner.sources.interface import Excludes, Item, excluded, inner_names
from scanner.sources.pieces import Read, filled, pieces

PIECE = 8 * 2**20
"""Bytes of a member that are looked at together: several containers may be in one another."""
WHOLE = {
    "zip": ("ZIP file", "zipped", 1),
    "database": ("database", "tables", 3),
    "pickle": ("pickle", "pickled", 3),
    "module": ("compiled module", "compiled", 3),
    "pack": ("pack", "packs", 1),
    "bundle": ("bundle", "bundled", 1),
    "patch": ("patch", "patched", 3),
    "properties": ("property list", "properties", 3),
    "pdf": ("document of PDF", "paper", 3),
}
"""What is read as a whole: what it is called, what reads it, and how often it is in memory then."""
HEAD = 512
"""Bytes by which a tape archive is known."""


def taken_apart(
    items: Iterable[Item], excludes: Excludes | None, budget: Budget | None = None, depth: int = 0
) -> Iterator[Item]:
    """The items, those that are containers opened.

    budget: of the outermost container, in which the items lie so many containers deep; None where they lie in none.
    """
    queue = Queue(items)
    for item in queue:
        kind = queue.kind(item) if isinstance(item, Blob) else None
        if kind and isinstance(item, Blob):
            yield from _Opening(kind, item, queue, excludes, budget or Budget(), depth).items()
        else:
            yield item


class _Opening:
    """One container, taken apart."""

    def __init__(
        self, kind: str, first: Blob, queue: Queue, excludes: Excludes | None, budget: Budget, depth: int
    ) -> None:
        self._kind, self._origin = kind, first.origin
        self._stream = Stream(first, queue)
        self._excludes, self._budget, self._depth = excludes, budget, depth
        self._said: set[tuple[str, str]] = set()
        self._is_whole = True

    def items(self) -> Iterator[Item]:
        """What is in it. Its own bytes where that is nothing, or where something of it could not be read.

        Raises LimitError where it lies in another container, of which no more is to be read.
        """
        is_empty = True
        try:
            for part in self._parts():
                for item in self._said_once(part) if isinstance(part, Trouble) else self._content(part):
                    is_empty = is_empty and isinstance(item, Skipped) and item.incomplete
                    yield item
        except LimitError as error:
            if self._depth:
                raise
            yield from self._said_once(Trouble("limit", str(error)))
        for piece in self._stream.left():  # all of it, lest a piece of this one be taken for another content
            if is_empty or not self._is_whole:
                yield piece

    def _parts(self) -> Iterator[Member | Trouble]:
        """The members, each to be read before the next one is asked for."""
        if self._depth >= DEPTH:
            yield Trouble("limit", f"lies more than {DEPTH} containers deep and is not opened")
        elif self._kind in WHOLE:
            yield from self._whole(*WHOLE[self._kind])
        elif self._kind == "tar":
            # what is left of one that is damaged is among its own bytes, which are given then
            parts = tarred.members(self._read)
            yield from (part for part in parts if isinstance(part, Trouble) or not part.is_rest)
        else:
            yield from self._packed()

    def _whole(self, called: str, module: str, times: int) -> Iterator[Member | Trouble]:
        """Of what has to be in memory, so many times: a ZIP file is known from its end."""
        file = self._stream.whole((HELD - self._budget.held) // times)
        if file is None:
            yield Trouble("limit", f"is a {called} of more than {HELD // times // 2**20} MiB and is not opened")
            return
        size = self._stream.size
        self._budget.packed += 0 if self._depth else size
        self._budget.held += size * times
        try:
            for part in import_module(f"scanner.sources.containers.{module}").members(file):
                yield part if isinstance(part, Trouble) else part._replace(read=self._spending(part.read))
        finally:
            self._budget.held -= size * times

    def _packed(self) -> Iterator[Member | Trouble]:
        """What was compressed as one; if that is a tape archive, its members."""
        unpacked = Unpacked(self._kind, self._read)
        read = self._spending(unpacked.read)
        head = filled(read, HEAD)
        stored = git_object().match(head) if self._kind == "zlib" else None
        if kind_of(head) == "tar":
            yield from tarred.members(Following(head, read).read)
        elif stored:
            yield Member(stored[1].decode(), Following(head[stored.end() :], read).read)
        else:
            yield Member(inner_name(self._origin.path), Following(head, read).read)
        if unpacked.trouble:
            yield unpacked.trouble
        elif rest := unpacked.rest:
            yield Member(None, Following(rest, self._read).read)

    def _read(self, most: int) -> bytes:
        data = self._stream.read(most)
        self._budget.packed += 0 if self._depth else len(data)
        return data

    def _spending(self, read: Read) -> Read:
        def spend(most: int) -> bytes:
            data = read(most)
            self._budget.spend(len(data))
            return data

        return spend

    def _content(self, member: Member) -> Iterator[Item]:
        self._budget.enter()
        origin = self._origin
        if member.name is not None:
            origin = origin._replace(path=f"{origin.path}!{member.name}")
            if self._excludes and self._excludes(origin.path):
                yield excluded(origin.path)
                drained(member.read)
                return
            yield from inner_names(member.name, origin)
        items = pieces(member.read, origin, size=PIECE)
        is_plain = member.is_rest or member.is_own
        yield from items if is_plain else taken_apart(items, self._excludes, self._budget, self._depth + 1)

    def _said_once(self, trouble: Trouble) -> Iterator[Skipped]:
        self._is_whole = self._is_whole and trouble.reason == "encrypted"
        path = self._origin.path if trouble.name is None else f"{self._origin.path}!{trouble.name}"
        if (path, trouble.reason) not in self._said:
            self._said.add((path, trouble.reason))
            yield Skipped(path, trouble.reason, trouble.detail, incomplete=True)
