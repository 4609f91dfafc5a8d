"""Files and folders as they stand on disk."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator, Sequence
from stat import S_ISDIR, S_ISLNK

from scanner.counters import Counters
from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.remotes import hosts
from scanner.git.repository import repository_of
from scanner.model import Blob, Origin, Skipped
from scanner.sources.division import divided
from scanner.sources.files import content, leads_out, settings_file, unreadable
from scanner.sources.folders import Folder, Root
from scanner.sources.ignoring import Excluding, Ignoring
from scanner.sources.interface import Excludes, Item, Source, display_path, excluded, name_blobs


class PathsSource(Source):
    """The files and folders that were named; the current folder if none were. counters: are told how far it is."""

    name = "paths"
    is_divisible = True

    def __init__(self, paths: Sequence[str], counters: Counters | None = None) -> None:
        self._counters = counters
        self._paths = [os.fsencode(path) for path in paths]
        self._named: set[str] = set()
        self.target = display_path(b" ".join(self._paths)) or "."

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`."""
        return self._counted(_read(self._entries(excludes)), 0)

    def parts(self, excludes: Excludes, processes: int) -> Sequence[Iterator[Item]]:
        """See `Source.parts`."""
        entries = list(self._entries(excludes))
        if self._counters:
            self._counters.total = sum(isinstance(entry, _File) for entry in entries)
        return [self._counted(_read(part), row) for row, part in enumerate(divided(entries, _cost, processes))]

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: from the one folder that was named, else from the current folder."""
        return settings_file(self._root, name)

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`."""
        return super().root_file(os.path.join(os.fsdecode(self._root), path).removeprefix("./"))

    def _counted(self, items: Iterator[Item], row: int) -> Iterator[Item]:
        """The items; each counts once the next is asked for, and so has been looked at."""
        for item in items:
            yield item
            if self._counters and isinstance(item, Blob) and item.origin.place != "file-name":
                is_first = (item.line, item.column) == (1, 1)
                self._counters.add(row, int(is_first), len(item.data) - item.shared, 0)

    @property
    def _root(self) -> bytes:
        alone = self._paths[0] if len(self._paths) == 1 else b"."
        return alone if os.path.isdir(alone) else b"."

    def remotes(self) -> tuple[str, ...] | None:
        """See `Source.remotes`: of the repository that holds the one path that was named, else the current folder."""
        alone = self._paths[0] if len(self._paths) == 1 else b"."
        folder = alone if os.path.isdir(alone) else os.path.dirname(alone) or b"."
        named = bool(self._paths)
        try:
            return hosts(Git(folder, named=named)) if repository_of(folder, named=named) else None
        except RepositoryError:
            return None

    def was_named(self, path: str) -> bool:
        """See `Source.was_named`."""
        return path in self._named

    def _entries(self, excludes: Excludes) -> Iterator[_File | Skipped]:
        """Each file once, however often and in whatever words it is named."""
        walk = _Walk(Excluding(excludes))
        found = [self._of_path(path, walk) for path in self._paths] or [walk.folder(Root(b".", b"", named=False))]
        seen: set[bytes] = set()
        real = functools.cache(os.path.realpath)
        for entry in (entry for entries in found for entry in entries):
            if isinstance(entry, _File) and len(found) > 1:
                folder, name = os.path.split(entry.path)
                place = real(folder) + b"/" + name if entry.root else real(entry.path)
                if place in seen:
                    continue
                seen.add(place)
            yield entry

    def _of_path(self, path: bytes, walk: _Walk) -> Iterator[_File | Skipped]:
        relative = _relative(path)
        try:
            status = os.stat(path)
        except FileNotFoundError:
            yield Skipped(display_path(relative), "missing", "there is no such file or folder", incomplete=True)
        except (OSError, ValueError) as error:
            yield unreadable(display_path(relative), error)
        else:
            if S_ISDIR(status.st_mode):
                alone = len(self._paths) == 1 or relative == b"."
                yield from walk.folder(Root(path, b"" if alone else relative + b"/", named=True))
            else:
                self._named.add(display_path(relative))
                yield _File(path, relative, status, None)


class _File:
    """A file to read. shown: its path in the report. root: the real path that its link must not lead out of, if any.

    status: what `lstat` says of it, or `stat` where a link was named and so is followed (and there is no root).
    """

    __slots__ = ("path", "root", "shown", "status")

    def __init__(self, path: bytes, shown: bytes, status: os.stat_result | None, root: bytes | None) -> None:
        self.path, self.shown, self.status, self.root = path, shown, status, root


class _Walk:
    """One walk over the folders that were named."""

    def __init__(self, excluding: Excluding) -> None:
        self._excluding = excluding
        self._left_out: set[bytes] = set()

    def folder(self, root: Root) -> Iterator[_File | Skipped]:
        """Everything below the root. Folders are entered from a stack: they may be nested deeper than Python calls."""
        real = os.path.realpath(root.folder)
        stack = [root.entries(Folder(b"", Ignoring()))]
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
            elif isinstance(entry, Skipped):
                yield entry
            elif (left_out := self._excluded(root.prefix + entry.path)) is not None:
                yield from left_out
            elif isinstance(entry, Folder):
                stack.append(root.entries(entry))
            else:
                yield _File(root.folder + b"/" + entry.path, root.prefix + entry.path, entry.status, real)

    def _excluded(self, path: bytes) -> tuple[Skipped, ...] | None:
        """The entry for an excluded path, one for all that an excluded folder holds; None if it is to be read."""
        covering = self._excluding.covers(path)
        if covering is None:
            return None
        if covering in self._left_out:
            return ()
        self._left_out.add(covering)
        return (excluded(display_path(covering)),)


def _read(entries: Iterator[_File | Skipped] | Sequence[_File | Skipped]) -> Iterator[Item]:
    for entry in entries:
        if isinstance(entry, Skipped):
            yield entry
            continue
        shown = display_path(entry.shown)
        yield from name_blobs(entry.shown)
        yield from content(entry.path, Origin(shown, "work-tree"), follow=entry.root is None, status=entry.status)
        if entry.root is None or not _is_link(entry):
            continue
        if leads_out(entry.path, entry.root):
            yield Skipped(shown, "link", "leads out of the scanned root and is not followed", incomplete=False)
        elif _annexed().search(os.path.realpath(entry.path)):
            yield from content(entry.path, Origin(shown, "work-tree"), follow=True)


def _relative(path: bytes) -> bytes:
    """The path from the current folder, which may be gone."""
    try:
        return os.path.relpath(path) if path else path
    except FileNotFoundError:
        return path


def _is_link(entry: _File) -> bool:
    return S_ISLNK(entry.status.st_mode) if entry.status else os.path.islink(entry.path)


@functools.cache
def _annexed() -> re.Pattern[bytes]:
    """Where git-annex keeps the contents of files, for which links stand in the work tree; elsewhere git lists them."""
    return re.compile(rb"/\.git/(?:.+/)?annex/objects/", re.DOTALL)


def _cost(entry: _File | Skipped) -> int:
    return entry.status.st_size if isinstance(entry, _File) and entry.status else 0
