"""The repositories that belong to one: its submodules, as far as they are checked out or were once, and theirs."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.errors import RepositoryError
from scanner.git import index
from scanner.git.process import Git
from scanner.git.repository import Repository, repository_of
from scanner.git.special import BARE, linked, refuse_anywhere, refuse_lent
from scanner.git.store import store_of
from scanner.model import Skipped
from scanner.opening import beginning
from scanner.sources.interface import display_path

GONE = ("cannot chdir", "Invalid path")
"""What git says where a work tree has gone, or the folder that it was in."""


@dataclass(frozen=True, slots=True)
class Member:
    """One repository.

    git, folder: where it runs. common: the folder that all its work trees share; tops: theirs, none for a bare one.
    prefix: what its paths begin with in the report. apart: the own folder of this work tree, if it lies elsewhere.
    """

    git: Git
    folder: bytes
    common: bytes
    tops: tuple[bytes, ...]
    prefix: bytes
    apart: tuple[bytes, ...] = ()

    @property
    def is_inner(self) -> bool:
        """Whether it is a submodule."""
        return bool(self.prefix)

    @property
    def is_shallow(self) -> bool:
        """Whether it was cut off: older commits are not here."""
        return os.path.lexists(self.common + b"/shallow")


def members(
    git: Git, folder: bytes, top: bytes | None, prefix: bytes = b"", seen: set[bytes] | None = None
) -> Iterator[Member | Skipped]:
    """The repository, then its submodules; Skipped for one that is not here or cannot be used.

    top: of the work tree that `folder` lies in, if any. Raises RepositoryError where git refuses the repository itself.
    """
    seen = set() if seen is None else seen
    own, common = map(os.path.realpath, index.own_and_common(git))
    if common in seen:
        return
    seen.add(common)
    refuse_anywhere(common)
    store = store_of(git, folder)
    refuse_lent(store.folders)
    git = git.borrowing(store.beyond)
    member = Member(git, folder, common, _tops(common, top), prefix, () if _is_in(own, common) else (own,))
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


def usable(folder: bytes, *, named: bool, own: bool = False) -> tuple[Git, Repository] | None:
    """git in the folder, and its repository; None where there is none. Raises RepositoryError.

    A work tree that has gone is done without: a submodule's objects outlive it.
    """
    try:
        found = repository_of(folder, named=named, own=own)
    except RepositoryError as error:
        if not any(word in str(error) for word in GONE):
            raise
        git = Git(folder, named=named, own=own, aside=True)
        return git, Repository(git.parsed("--absolute-git-dir"), None)
    return None if found is None else (Git(folder, named=named, own=own), found)


def _inner(folder: bytes, prefix: bytes, seen: set[bytes]) -> Iterator[Member | Skipped]:
    try:
        found = usable(folder, named=True, own=True)
        if found is None:
            raise RepositoryError("its own folder is not there, or is no repository")
        yield from members(found[0], folder, found[1].top, prefix, seen)
    except RepositoryError as error:
        yield Skipped(display_path(prefix), "submodule", str(error), incomplete=True)


def _tops(common: bytes, own: bytes | None) -> tuple[bytes, ...]:
    """The tops of all work trees."""
    main = os.path.dirname(common) if os.path.basename(common) == b".git" else None
    found = [own, main, *map(_top_of, linked(common))]
    return tuple(dict.fromkeys(os.path.realpath(top) for top in found if top))


def _top_of(folder: bytes) -> bytes | None:
    """The top of a linked work tree, by what is kept of it."""
    try:
        path = beginning(folder + b"/gitdir", 2**16).strip()
    except OSError:
        return None
    return os.path.dirname(os.path.join(folder, path)) if path and b"\0" not in path else None


def _links(git: Git) -> list[bytes]:
    """The paths of all submodules that the work trees' indexes name."""
    return sorted({path for mode, path, _ in index.everything(git) if mode == index.GITLINK})


def _modules(common: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(name, folder) of the repositories that are kept in the repository's own folder, linked work trees' too.

    Of those where git keeps submodules also broken ones.
    """
    for base, folders, names in os.walk(common):
        inner = os.path.relpath(base, common)
        if inner == b".":
            continue
        found = re.fullmatch(rb"(?:worktrees/[^/]+/)?modules/(.+)", inner, re.DOTALL)
        if {*folders, *names}.issuperset(BARE) or (found and b"objects" in folders):
            yield found[1] if found else b".git/" + inner, base
            folders.clear()


def _is_below(path: bytes, top: bytes) -> bool:
    """Whether no link or `..` leads out."""
    return _is_in(os.path.realpath(path), os.path.realpath(top)) and os.path.realpath(path) != os.path.realpath(top)


def _is_in(path: bytes, folder: bytes) -> bool:
    return (path + b"/").startswith(folder + b"/")
