"""Files and folders as they stand on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from stat import S_ISDIR

from scanner.errors import RepositoryError
from scanner.model import Origin, Skipped
from scanner.sources.files import content, leads_out, settings_file, unreadable
from scanner.sources.folders import Folder, Root
from scanner.sources.ignoring import Excluding, Ignoring
from scanner.sources.interface import Excludes, Item, Source, display_path, name_blobs


class PathsSource(Source):
    """The files and folders that were named; the current folder if none were."""

    name = "paths"

    def __init__(self, paths: Sequence[str]) -> None:
        self._paths = [os.fsencode(path) for path in paths]
        self._seen: set[bytes] | None = set() if len(self._paths) > 1 else None
        self._files_named: set[str] = set()
        self.target = display_path(b" ".join(self._paths)) or "."

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. A repository that git refuses is the end only if nothing else was named."""
        walk = _Walk(Excluding(excludes), self._seen, alone=len(self._paths) <= 1)
        if not self._paths:
            yield from walk.folder(Root(b".", b"", named=False))
        for path in self._paths:
            yield from self._named(path, walk)

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: from the one folder that was named, else from the current folder."""
        return settings_file(self._base(), name)

    def was_named(self, path: str) -> bool:
        """See `Source.was_named`."""
        return path in self._files_named

    def _base(self) -> bytes:
        alone = self._paths[0] if len(self._paths) == 1 else b"."
        return alone if os.path.isdir(alone) else b"."

    def _named(self, path: bytes, walk: _Walk) -> Iterator[Item]:
        relative = os.path.relpath(path) if path else path
        try:
            mode = os.stat(path).st_mode
        except FileNotFoundError:
            yield Skipped(display_path(relative), "missing", "there is no such file or folder", incomplete=True)
        except (OSError, ValueError) as error:
            yield unreadable(display_path(relative), error)
        else:
            if S_ISDIR(mode):
                alone = len(self._paths) == 1 or relative == b"."
                yield from walk.folder(Root(path, b"" if alone else relative + b"/", named=True))
            else:
                self._files_named.add(display_path(relative))
                yield from walk.file(path, relative, follow=True)


class _Walk:
    """One walk over everything that was named.

    excluding: what is left out. seen: the paths that were yielded, where names may overlap; None where they cannot.
    alone: whether a single folder was named, so that a repository that git refuses leaves nothing to scan.
    """

    def __init__(self, excluding: Excluding, seen: set[bytes] | None, alone: bool) -> None:
        self._excluding, self._seen, self._alone = excluding, seen, alone
        self._left_out: set[bytes] = set()

    def folder(self, root: Root) -> Iterator[Item]:
        """Everything below the root. Folders are entered from a stack: they may be nested deeper than Python calls."""
        real = os.path.realpath(root.folder)
        top = Folder(b"", Ignoring())
        stack = [(top, root.entries(top))]
        while stack:
            folder, entries = stack[-1]
            try:
                entry = next(entries, None)
            except RepositoryError as error:
                if self._alone and not folder.path:
                    raise
                entry = Skipped(root.shown(folder.path), "repository", str(error), incomplete=True)
            if entry is None:
                stack.pop()
            elif isinstance(entry, Skipped):
                yield entry
            elif left_out := self._excluded(root.prefix + (entry.path if isinstance(entry, Folder) else entry)):
                yield from left_out
            elif isinstance(entry, Folder):
                stack.append((entry, root.entries(entry)))
            else:
                yield from self._entry(root, entry, real)

    def file(self, path: bytes, shown: bytes, *, follow: bool) -> Iterator[Item]:
        """One file, once however often it is named."""
        if self._seen is not None:
            if shown in self._seen:
                return
            self._seen.add(shown)
        yield from name_blobs(shown)
        yield from content(path, Origin(display_path(shown), "work-tree"), follow=follow)

    def _entry(self, root: Root, entry: bytes, real: bytes) -> Iterator[Item]:
        path, shown = root.folder + b"/" + entry, root.prefix + entry
        yield from self.file(path, shown, follow=False)
        if os.path.islink(path) and leads_out(path, real):
            yield Skipped(display_path(shown), "link", "leads out of the scanned root and is not followed", False)

    def _excluded(self, path: bytes) -> tuple[Skipped, ...] | None:
        """The entry for an excluded path, one for all that an excluded folder holds; None if it is to be read."""
        covering = self._excluding.covers(path)
        if covering is None:
            return None
        if covering in self._left_out:
            return ()
        self._left_out.add(covering)
        return (Skipped(display_path(covering), "excluded", "matches a glob to exclude", incomplete=False),)
