"""What the next commit would bring in: the bytes of the index, held against HEAD."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from scanner.config import SETTINGS
from scanner.git import index
from scanner.git.index import Entry
from scanner.git.objects import Object, read
from scanner.git.process import Git
from scanner.git.tree import head
from scanner.git.walk import files
from scanner.model import Blob, Origin, Skipped
from scanner.sources.interface import Excludes, Item, Source, display_path, excluded, name_blobs
from scanner.sources.pieces import PIECE, pieces
from scanner.sources.settings import file_in, settings_in


class StagedSource(Source):
    """The entries of the index that differ from HEAD; or those of the files that were named, as pre-commit does it.

    A named file that does not differ is read whole, so that `pre-commit run --all-files` looks at all files.
    """

    name = "staged"

    def __init__(self, files: Sequence[str]) -> None:
        self._files = [os.fsencode(file) for file in files]
        self._git = Git()
        index.ask(self._git)
        self._whole: set[str] = set()
        self.target = display_path(b" ".join(self._files)) or "."

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. Raises RepositoryError where git refuses."""
        chosen, lost = self._named() if self._files else (self._changes, [])
        yield from lost
        yield from self._contents([entry for entry in chosen if not entry.is_deleted], excludes)

    def before(self) -> Iterator[Blob]:
        """See `Source.before`: what stood at the changed paths, then all else in HEAD, and the names of its files."""
        old = [(entry.old, entry.path) for entry in self._changes if entry.old.strip(b"0")]
        yield from _blobs(self._git, old)
        commit = head(self._git)
        rest = list(files(self._git, [commit] if commit else []))
        for _, path in rest:
            yield from name_blobs(path)
        yield from _blobs(self._git, rest)

    def is_new_whole(self, path: str) -> bool:
        """See `Source.is_new_whole`: a file that was named and does not differ from HEAD."""
        return path in self._whole

    def remotes(self) -> tuple[str, ...]:
        """See `Source.remotes`."""
        from scanner.git.remotes import hosts  # a hook asks for what is committed alone, which is not what it is for

        return hosts(self._git)

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: from the index, so that what counts is what is committed with it."""
        known = self._settings if name in SETTINGS else settings_in(self._git, ":", [name])
        return known.get(name)

    def named_file(self, path: str) -> bytes:
        """See `Source.named_file`: as it is staged, else from disk."""
        return file_in(self._git, ":", path) or super().named_file(path)

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`: the same from the top."""
        above = "../" * self._prefix.count(b"/")
        return file_in(self._git, ":", path, at_top=True) or super().root_file(os.path.join(above, path))

    @cached_property
    def _prefix(self) -> bytes:
        return index.prefix(self._git)

    @cached_property
    def _changes(self) -> list[Entry]:
        return index.changes(self._git, self._prefix)

    @cached_property
    def _settings(self) -> dict[str, bytes]:
        return settings_in(self._git, ":")

    def _named(self) -> tuple[list[Entry], list[Skipped]]:
        """The entries of the files and folders that were named, and those that the index does not know."""
        places = {file: _from_top(self._prefix, file) for file in self._files}
        wanted = frozenset(place for place in places.values() if place is not None)
        known = list(self._changes)
        if not wanted <= {entry.path for entry in known if not entry.is_deleted}:
            changed = {entry.path for entry in known}
            known += (entry for entry in index.entries(self._git, self._prefix) if entry.path not in changed)
            self._whole = {display_path(entry.path) for entry in known[len(self._changes) :]}
        met = {entry: wanted.intersection(_ways(entry.path)) for entry in known}
        lost = wanted.difference(*met.values())
        return [entry for entry in known if met[entry]], [
            Skipped(display_path(file), "missing", "is not in the index", incomplete=True)
            for file, place in places.items()
            if place is None or place in lost
        ]

    def _contents(self, entries: Sequence[Entry], excludes: Excludes) -> Iterator[Item]:
        wanted: dict[bytes, list[bytes]] = {}
        linked: dict[bytes, list[bytes]] = {}
        for entry in entries:
            shown = display_path(entry.path)
            if excludes(shown):
                yield excluded(shown)
                continue
            yield from name_blobs(entry.path)
            (linked if entry.mode == index.GITLINK else wanted).setdefault(entry.oid, []).append(entry.path)
        for item in read(self._git, wanted):
            yield from self._object(item, [display_path(path) for path in dict.fromkeys(wanted[item.name])])
        for item in read(self._git, linked):
            paths = [display_path(path) for path in dict.fromkeys(linked[item.name])]
            if item.type == "blob":  # git takes any object for a commit of another repository
                yield from self._object(item, paths)
            else:
                yield from (Skipped(path, "submodule", "a commit of another repository", False) for path in paths)

    def _object(self, item: Object, paths: Sequence[str]) -> Iterator[Item]:
        """The content of one object at each of its paths."""
        if item.found and item.size < PIECE:
            data = item.read(item.size)
            yield from (Blob(data, Origin(path, "index", item.id)) for path in paths)
        elif item.found:
            for number, path in enumerate(paths):
                answers = read(self._git, [item.name]) if number else iter([item])
                yield from pieces(next(answers).read, Origin(path, "index", item.id))
        reason = _unread(item)
        if reason:
            yield from (Skipped(path, *reason, incomplete=True) for path in paths)


def _unread(item: Object) -> tuple[str, str] | None:
    """Why the object could not be read to its end, as reason and detail; None if it could."""
    if not item.found:
        return item.type, "the object is missing" if item.type == "missing" else "git cannot read the object"
    return ("truncated", "the object ends too early") if item.broken else None


def _blobs(git: Git, files: Iterable[tuple[bytes, bytes]]) -> Iterator[Blob]:
    """The content of each object once, whatever its paths. What cannot be read held nothing that is known."""
    paths = dict(files)
    for item in read(git, paths):
        if item.found:
            yield from pieces(item.read, Origin(display_path(paths[item.name]), "blob", item.id))


def _from_top(prefix: bytes, file: bytes) -> bytes | None:
    """The file relative to the work tree's top, which itself is empty; None if it lies elsewhere."""
    if os.path.isabs(file):
        file = os.path.relpath(os.path.join(os.path.realpath(os.path.dirname(file)), os.path.basename(file)))
    path = os.path.normpath(os.path.join(prefix, file))
    outside = path == b".." or path.startswith(b"../")
    if outside or not file:
        return None
    return b"" if path == b"." else path


def _ways(path: bytes) -> Iterator[bytes]:
    """Every name by which the path is meant: its own, and those of the folders that it lies in."""
    yield path
    while path:
        path = path.rpartition(b"/")[0]
        yield path
