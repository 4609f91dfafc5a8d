"""Packs of git where they lie as files, as clones that were cut short leave them and `git bundle` makes them.

Each object is unpacked once more than git would, for there is no index; its deltas are applied depth first.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import BinaryIO

from scanner.git.pack_index import PackError
from scanner.git.tree import is_whole, listed
from scanner.git.unpacking import LARGEST, result_size, tools
from scanner.sources.containers.delta import brought
from scanner.sources.containers.entries import FIRST, WIDTHS, Entry, content, entries, streamed, width_of
from scanner.sources.containers.limits import Budget, LimitError
from scanner.sources.containers.member import CORRUPT, STEP, Flow, Member, Trouble
from scanner.sources.interface import display_path, name_blobs

HELD = 128 * 2**20
"""Bytes of bases that are held on the way down a tree of deltas."""
COUNT = 8
"""Where a pack says how many objects it holds."""
MOST_NAMES = 200_000
"""Files and folders whose names are held, to tell paths."""
DEEPEST = 100
"""Folders of a path that are told."""
TOO_LARGE = Trouble("limit", "holds deltas against objects that are too large to be held")
BASELESS = Trouble("missing", "holds deltas against objects that are not in it")


def members(file: BinaryIO, start: int = 0, most: Budget | None = None) -> Iterator[Member | Trouble]:
    """The objects of the pack that begins there, files by their path where a tree in it tells it; and what is behind.

    Of deltas whose base is not here what they bring in themselves. most: what may be
    unpacked, if not as of any container. Raises LimitError.
    """
    yield from _Pack(file, start, most or Budget()).members()


class _Pack:
    """A pack in memory. roots: objects that are stored whole; below: deltas, by where their base begins or its name.

    inside: by the name of a file or folder, the tree that lists it, and what it is called there.
    """

    def __init__(self, file: BinaryIO, start: int, most: Budget) -> None:
        self._file = file
        self._width, self._stop = width_of(file, start)
        self._apply, self._inflate = tools()
        self._start = start
        self._at = start + FIRST
        self._roots: list[Entry] = []
        self._below: dict[int | bytes, list[Entry]] = defaultdict(list)
        self._inside: dict[str, tuple[str, bytes]] = {}
        self._limits = replace(most, packed=self._stop - start)
        self._budget = replace(self._limits)

    def members(self) -> Iterator[Member | Trouble]:
        """See above. Trees come before files, whose paths they tell."""
        yield from self._found()
        for entry in sorted(self._roots, key=lambda entry: (entry.type == "blob", entry.at)):
            yield from self._large(entry) if entry.size > LARGEST else self._tree(entry)
        left = [entry for entries in self._below.values() for entry in entries]
        if left:
            yield BASELESS
        for entry in left:
            with suppress(PackError):  # said already
                yield Member(f"delta:{entry.at}", BytesIO(brought(self._content(entry))).read)
        if self._at < self._stop:
            yield Member(None, Flow(self._rest()).read)

    def _rest(self) -> Iterator[bytes]:
        """What no object was found in."""
        for at in range(self._at, self._stop, STEP):
            self._file.seek(at)
            yield self._file.read(min(STEP, self._stop - at))

    def _found(self) -> Iterator[Trouble]:
        """Sorts the objects into roots and what is below others. Gives why there may be more of them."""
        self._file.seek(self._start + COUNT)
        count = int.from_bytes(self._file.read(4), "big")
        found = entries(self._file, self._at, self._width, self._inflate, replace(self._limits))
        try:
            for entry in islice(found, count):
                self._at = entry.end
                (self._roots if entry.type else self._below[entry.base]).append(entry)
        except LimitError as error:
            yield Trouble("limit", str(error))
        except PackError:
            yield CORRUPT

    def _tree(self, root: Entry) -> Iterator[Member | Trouble]:
        """The object, and all that is a delta against it, each base before what is made from it.

        A base is held as long as there are deltas against it to come.
        """
        kind, held = root.type or "", 0
        waiting: list[tuple[bytes | None, list[Entry]]] = [(None, [root])]
        while waiting:
            base, entries = waiting.pop()
            entry = entries.pop()
            if entries:
                waiting.append((base, entries))
            else:
                held -= len(base or b"")
            try:
                data = self._content(entry) if base is None else self._made(base, self._content(entry))
            except LimitError:
                raise
            except Exception:  # noqa: BLE001 - whatever the library makes of hostile bytes
                yield CORRUPT
                continue
            name = self._digest(kind, data)
            yield from self._member(kind, name, data)
            below = self._deltas(entry, name)
            if below and held + len(data) > HELD:
                yield TOO_LARGE
            elif below:
                waiting.append((data, below))
                held += len(data)

    def _made(self, base: bytes, delta: bytes) -> bytes:
        """What the base becomes by the delta. That counts before it is made: what fails at its end has cost as much."""
        self._budget.spend(result_size(delta))
        return self._apply(base, delta)

    def _large(self, entry: Entry) -> Iterator[Member | Trouble]:
        """An object that is not held in memory."""
        kind = entry.type or ""
        known = self._hash(b"%s %d\0" % (kind.encode(), entry.size))
        for data in streamed(self._file, entry):
            known.update(data)
        yield Member(self._called(kind, known.hexdigest()), Flow(streamed(self._file, entry)).read)
        if self._deltas(entry, known.hexdigest()):
            yield TOO_LARGE

    def _member(self, kind: str, name: str, data: bytes) -> Iterator[Member]:
        if kind != "tree" or not is_whole(data, self._width):
            yield Member(self._called(kind, name), BytesIO(data).read)
            return
        for _, called, child in listed(data, self._width):
            if len(self._inside) < MOST_NAMES:
                self._inside.setdefault(child, (name, called))
        names = b"\n".join(called for _, called, _ in listed(data, self._width))
        if any(name_blobs(names)):
            yield Member(self._called(kind, name), BytesIO(names).read)

    def _called(self, kind: str, name: str) -> str:
        """Its path, where it is a file and a tree tells it."""
        parts: list[bytes] = []
        inner = name
        while inner in self._inside and len(parts) < DEEPEST:
            inner, called = self._inside[inner]
            parts.append(called)
        return display_path(b"/".join(reversed(parts))) if parts and kind == "blob" else f"{kind}:{name}"

    def _deltas(self, entry: Entry, name: str) -> list[Entry]:
        """What is to be made from this object."""
        return self._below.pop(entry.at, []) + self._below.pop(bytes.fromhex(name), [])

    def _content(self, entry: Entry) -> bytes:
        return content(self._file, entry, self._inflate)

    def _digest(self, kind: str, data: bytes) -> str:
        known = self._hash(b"%s %d\0" % (kind.encode(), len(data)))
        known.update(data)
        return known.hexdigest()

    def _hash(self, head: bytes) -> hashlib._Hash:
        return WIDTHS[self._width](head, usedforsecurity=False)
