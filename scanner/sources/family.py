"""The repositories that belong to one: its submodules, as far as they are checked out or were once, and theirs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.errors import RepositoryError
from scanner.git import index
from scanner.git.process import Git
from scanner.git.repository import repository_of
from scanner.git.special import BARE, refuse_anywhere
from scanner.model import Skipped
from scanner.sources.interface import display_path


@dataclass(frozen=True, slots=True)
class Member:
    """One repository.

    git, folder: where it runs. common: the folder that all its work trees share; tops: theirs, none for a bare one.
    prefix: what its paths begin with in the report.
    """

    git: Git
    folder: bytes
    common: bytes
    tops: tuple[bytes, ...]
    prefix: bytes

    @property
    def is_inner(self) -> bool:
        """Whether it is a submodule."""
        return bool(self.prefix)


def members(
    git: Git, folder: bytes, top: bytes | None, prefix: bytes = b"", seen: set[bytes] | None = None
) -> Iterator[Member | Skipped]:
    """The repository, then its submodules; Skipped for one that is not here or cannot be used.

    top: of the work tree that `folder` lies in, if any. Raises RepositoryError where git refuses the repository itself.
    """
    seen = set() if seen is None else seen
    common = os.path.realpath(git.run("rev-parse", "--path-format=absolute", "--git-common-dir").removesuffix(b"\n"))
    if common in seen:
        return
    seen.add(common)
    refuse_anywhere(common)
    member = Member(git, folder, common, _tops(common, top), prefix)
    yield member
    modules = dict(_modules(common))
    for path in _links(git):
        places = [place for top in member.tops if _is_below(place := top + b"/" + path, top)]
        there = [place for place in places if os.path.lexists(place + b"/.git")]
        for place in there:
            yield from _inner(place, prefix + path + b"/", seen)
        if not there and places and path not in modules:
            yield Skipped(display_path(prefix + path), "submodule", "not checked out", incomplete=False)
    for name, place in modules.items():
        yield from _inner(place, prefix + name + b"/", seen)


def _inner(folder: bytes, prefix: bytes, seen: set[bytes]) -> Iterator[Member | Skipped]:
    try:
        found = repository_of(folder, named=True, own=True)
        if found is None:
            raise RepositoryError("its own folder is not there, or is no repository")
        yield from members(Git(folder, named=True, own=True), folder, found.top, prefix, seen)
    except RepositoryError as error:
        yield Skipped(display_path(prefix), "submodule", str(error), incomplete=True)


def _tops(common: bytes, own: bytes | None) -> tuple[bytes, ...]:
    """The tops of all work trees."""
    main = os.path.dirname(common) if os.path.basename(common) == b".git" else None
    found = [own, main, *(_linked(common + b"/worktrees/" + name) for name in _names(common + b"/worktrees"))]
    return tuple(dict.fromkeys(os.path.realpath(top) for top in found if top))


def _linked(folder: bytes) -> bytes | None:
    """The top of a linked work tree, by what is kept of it."""
    try:
        with open(folder + b"/gitdir", "rb") as file:
            path = file.read(2**16).strip()
    except OSError:
        return None
    return os.path.dirname(os.path.join(folder, path)) if path and b"\0" not in path else None


def _links(git: Git) -> list[bytes]:
    """The paths of all submodules that the work trees' indexes name."""
    return sorted({path for mode, path, _ in index.everything(git) if mode == index.GITLINK})


def _modules(common: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(name, folder) of the repositories that are kept in the repository's own folder, linked work trees' too."""
    linked = [common + b"/worktrees/" + name for name in _names(common + b"/worktrees")]
    for top in (folder + b"/modules" for folder in (common, *linked)):
        for base, folders, _ in os.walk(top):
            if all(os.path.lexists(base + b"/" + name) for name in BARE):
                yield os.path.relpath(base, top), base
                folders.clear()


def _is_below(path: bytes, top: bytes) -> bool:
    """Whether no link or `..` leads out."""
    return os.path.realpath(path).startswith(os.path.realpath(top) + b"/")


def _names(folder: bytes) -> list[bytes]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
