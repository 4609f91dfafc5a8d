"""Where a repository keeps its objects: its own folder and those it borrows from, packs, and loose objects."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scanner.git.process import Git
from scanner.git.special import called_by_digits
from scanner.opening import names_in, opened

DEEPEST = 4
"""Folders that borrow from folders as far as git surely follows; it stops at five or six, by its version."""
UNDER_WAY = (b"incoming-", b"tmp_objdir-")
"""What folders are called that hold the objects of a push until it is taken in, and for ever where that was killed."""
ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}


@dataclass(frozen=True, slots=True)
class Store:
    """The folders that hold a repository's objects.

    width: bytes of an object's name, 20 or 32. packs: path of each pack that has an index; without_index: of others,
    unfinished ones too; without_pack: of indexes alone. missing: folders to borrow from that are not there. beyond:
    those of the folders that git would not look into of itself.
    """

    folders: tuple[bytes, ...]
    width: int
    packs: tuple[bytes, ...]
    without_index: tuple[bytes, ...]
    without_pack: tuple[bytes, ...]
    missing: tuple[bytes, ...]
    beyond: tuple[bytes, ...] = ()

    def loose(self) -> Iterator[tuple[str, bytes]]:
        """(name, path) of each loose object, which several folders may hold."""
        for folder in self.folders:
            for first in called_by_digits(folder, 2):
                for rest in called_by_digits(folder + b"/" + first, 2 * self.width - 2):
                    yield (first + rest).decode(), folder + b"/" + first + b"/" + rest


def store_of(git: Git, folder: bytes) -> Store:
    """The object store of the repository that `git` runs in; `folder` is where it runs. Raises RepositoryError."""
    width = 32 if git.parsed("--show-object-format") == b"sha256" else 20
    own = git.parsed("--git-path", "objects")
    roots = [os.path.join(folder, own), *_told(git, folder)]
    depths, missing = _followed(os.path.realpath(root) for root in roots)
    stored = {folder + b"/pack/" + name for folder in depths for name in names_in(folder + b"/pack")}
    every = {path for path in stored if path.endswith(b".pack")}
    whole = {path for path in every if path[:-5] + b".idx" in stored}
    unfinished = {path for path in stored if os.path.basename(path).startswith(b"tmp_pack_")}
    indexes = {path for path in stored if path.endswith(b".idx") and path[:-4] + b".pack" not in stored}
    packs, without_index = tuple(sorted(whole)), tuple(sorted(every - whole | unfinished))
    beyond = tuple(folder for folder, depth in depths.items() if depth > DEEPEST)
    return Store(tuple(depths), width, packs, without_index, tuple(sorted(indexes)), tuple(missing), beyond)


def _told(git: Git, folder: bytes) -> Iterator[bytes]:
    """The folders to borrow from that the environment names, which git takes from the top of the work tree on."""
    if told := git.lenders:
        top = os.path.join(folder, git.parsed("--show-cdup"))
        yield from (os.path.join(top, path) for path in _divided(told))


def _divided(told: bytes) -> Iterator[bytes]:
    """The paths of such a list, in which one may be quoted that holds the separator."""
    separator = os.fsencode(os.pathsep)
    for found in re.finditer(rb'"(?:[^"\\]|\\.)*"|[^' + separator + rb"]+", told):
        yield _unquoted(found[0])


def _followed(roots: Iterable[bytes]) -> tuple[dict[bytes, int], list[bytes]]:
    """The folders that are there, each with the number of others that lead to it; and those that are not."""
    waiting = [(root, 0) for root in roots]
    depths: dict[bytes, int] = {}
    missing: dict[bytes, int] = {}
    for folder, depth in waiting:
        if folder in depths or folder in missing:
            continue
        if not os.path.isdir(folder):
            missing[folder] = depth
            continue
        depths[folder] = depth
        waiting += [(os.path.realpath(os.path.join(folder, line)), depth + 1) for line in _alternates(folder)]
        waiting += [(folder + b"/" + name, DEEPEST + 1) for name in _under_way(folder)]
    return depths, [*missing]


def _under_way(folder: bytes) -> list[bytes]:
    names = [name for name in names_in(folder) if name.startswith(UNDER_WAY)]
    return [name for name in names if os.path.isdir(folder + b"/" + name)]


def _alternates(folder: bytes) -> list[bytes]:
    try:
        with opened(folder + b"/info/alternates") as file:
            lines = [line.rstrip(b"\n") for line in file if not line.startswith((b"#", b"\n"))]
    except OSError:
        return []
    return [_unquoted(line) for line in lines if b"\0" not in line]


def _unquoted(line: bytes) -> bytes:
    """A path as it is; git writes odd ones like a string of C."""
    if not (line.startswith(b'"') and line.endswith(b'"') and len(line) > 1):
        return line
    return re.sub(rb"\\([0-7]{3}|.)", _meant, line[1:-1])


def _meant(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 255]) if code.isdigit() else ESCAPED.get(code, code)
