"""What a folder holds: git's list where it is a work tree, else what the file system lists, less what is ignored."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from stat import S_ISDIR
from typing import NamedTuple

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.repository import BARE, Repository, repository_of
from scanner.git.special import refuse
from scanner.git.worktree import Listing, listing
from scanner.model import Skipped
from scanner.sources.files import GONE, unreadable
from scanner.sources.ignoring import IGNORE_FILE, Ignoring
from scanner.sources.interface import display_path


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to enter. `path` is relative to the root and ends in `/`; the root's own is empty."""

    path: bytes
    ignoring: Ignoring


class File(NamedTuple):
    """A file to read, its path relative to the root; and what `lstat` said of it, where it was asked already."""

    path: bytes
    status: os.stat_result | None


Entry = File | Folder | Skipped
"""A file to read; a folder to enter; or why there is nothing to enter."""


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that was named. prefix: what its paths begin with in the report; named: by a person."""

    folder: bytes
    prefix: bytes
    named: bool

    def entries(self, folder: Folder) -> Iterator[Entry]:
        """What stands in the folder, in the order of the path's bytes.

        Where git refuses, that is said, and the folder is read as any other.
        """
        try:
            git = self._git(folder.path)
            listed = listing(git) if git else None
        except RepositoryError as error:
            yield Skipped(self.shown(folder.path), "repository", str(error), incomplete=True)
            listed = None
        yield from self._from_git(folder.path, listed) if listed else self._from_disk(folder)

    def _git(self, path: bytes) -> Git | None:
        """git, if the folder begins a work tree or lies in one."""
        if path:
            if not os.path.lexists(self.folder + b"/" + path + b".git") or not self._is_repository(path):
                return None
            return Git(self.folder + b"/" + path, named=True, own=True)
        repository = repository_of(self.folder, named=self.named)
        if not repository or not repository.top:
            return None
        refuse([repository.top + b"/.gitignore"])  # the rest of git's commands do not read it
        if self._ignored(repository):
            return None
        return Git(self.folder, named=self.named)

    def _ignored(self, repository: Repository) -> bool:
        """Whether git would ignore the named folder itself: whoever names it wants it read."""
        top = os.path.realpath(repository.top or b"")
        inner = os.path.relpath(os.path.realpath(self.folder), top)
        if inner == b"." or inner.startswith(b"../"):
            return False
        git = Git(top, named=True) if self.named else Git()
        return bool(git.run("check-ignore", "--", os.path.join(top, inner), expected=(0, 1, 128), literal=False))

    def _from_git(self, base: bytes, listed: Listing) -> Iterator[Entry]:
        """What git lists. Submodules and repositories within are folders to enter."""
        for path, reason in listed.closed:
            yield Skipped(self.shown(base + path), "unreadable", reason, incomplete=True)
        paths = [base + path for path in listed.paths]
        folders = {base}
        for path in paths:
            if path.endswith(b"/"):
                yield Folder(path, Ignoring())
            elif self._behind_link(path, folders):
                continue  # to git, such a file is deleted: a link stands where its folder was
            else:
                status = self._status(path)
                if status and S_ISDIR(status.st_mode):
                    yield from self._gitlink(path + b"/", paths)
                else:
                    yield File(path, status)

    def _from_disk(self, folder: Folder) -> Iterator[Entry]:
        try:
            with os.scandir(self.folder + b"/" + folder.path) as found:
                names = {entry.name: entry.is_dir(follow_symlinks=False) for entry in found}
        except OSError as error:
            if not (folder.path and isinstance(error, GONE)):
                yield unreadable(self.shown(folder.path), error)
            return
        yield from self._on_disk(folder, names)

    def _on_disk(self, folder: Folder, names: dict[bytes, bool]) -> Iterator[Entry]:
        """The entries that no `.gitignore` names. `.git` is git's, and not content."""
        if names.keys() >= set(BARE):
            yield Skipped(self.shown(folder.path), "repository", "bare: its history is read by akia history", False)
        ignoring = folder.ignoring
        if IGNORE_FILE in names:
            ignoring = ignoring.within(self.folder, folder.path)
        for path in sorted(folder.path + name + b"/" * is_folder for name, is_folder in names.items()):
            if path.removeprefix(folder.path).rstrip(b"/") == b".git" or ignoring.ignores(path):
                continue
            yield Folder(path, ignoring) if path.endswith(b"/") else File(path, None)

    def _gitlink(self, path: bytes, paths: list[bytes]) -> Iterator[Entry]:
        """A folder where git's list has a file: a submodule, or untracked files where a tracked one was."""
        following = bisect_left(paths, path)
        if following < len(paths) and paths[following].startswith(path):
            return
        try:
            empty = not os.listdir(self.folder + b"/" + path)
        except OSError:
            empty = False  # said when it is entered
        if empty:
            yield Skipped(self.shown(path), "submodule", "not checked out", incomplete=False)
        else:
            yield Folder(path, Ignoring())

    def _behind_link(self, path: bytes, folders: set[bytes]) -> bool:
        """Whether one of the folders on the way is none, or a link. `folders` are known to be real."""
        if path[: path.rfind(b"/") + 1] in folders:
            return False
        end = 0
        while end := path.find(b"/", end) + 1:
            folder = path[:end]
            if folder not in folders and not self._is_folder(folder[:-1]):
                return True
            folders.add(folder)
        return False

    def _is_folder(self, path: bytes) -> bool:
        """Whether it is one; true where the system does not say, which it will not either when the file is read."""
        try:
            return S_ISDIR(os.lstat(self.folder + b"/" + path).st_mode)
        except GONE:
            return False
        except OSError:
            return True

    def _status(self, path: bytes) -> os.stat_result | None:
        try:
            return os.lstat(self.folder + b"/" + path)
        except OSError:
            return None  # said when it is read

    def _is_repository(self, path: bytes) -> bool:
        found = repository_of(self.folder + b"/" + path, named=True, own=True)
        return found is not None and found.top is not None

    def shown(self, path: bytes) -> str:
        """The path as the report shows it."""
        return display_path(self.prefix + path) or "."
