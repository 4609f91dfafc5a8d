"""Where a repository keeps its objects: its own folder and those it borrows from, packs, and loose objects."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass

from scanner.git.process import Git

DEEPEST = 8
"""Folders that borrow from folders; git itself stops at five."""
ESCAPED = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t", b"v": b"\v"}
HEXADECIMAL = frozenset(b"0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Store:
    """The folders that hold a repository's objects.

    width: bytes of an object's name, 20 or 32. packs: path of each pack that has an index; without_index: of others,
    unfinished ones too; without_pack: of indexes alone. missing: folders to borrow from that are not there.
    """

    folders: tuple[bytes, ...]
    width: int
    packs: tuple[bytes, ...]
    without_index: tuple[bytes, ...]
    without_pack: tuple[bytes, ...]
    missing: tuple[bytes, ...]

    def loose(self) -> Iterator[str]:
        """The name of each loose object."""
        for folder in self.folders:
            for first in _names(folder):
                if len(first) == 2 and HEXADECIMAL.issuperset(first):
                    for rest in _names(folder + b"/" + first):
                        if len(rest) == 2 * self.width - 2 and HEXADECIMAL.issuperset(rest):
                            yield (first + rest).decode()


def store_of(git: Git, folder: bytes) -> Store:
    """The object store of the repository that `git` runs in; `folder` is where it runs. Raises RepositoryError."""
    width = 32 if git.run("rev-parse", "--show-object-format").strip() == b"sha256" else 20
    own = git.run("rev-parse", "--git-path", "objects").removesuffix(b"\n")
    folders: list[bytes] = []
    missing: list[bytes] = []
    _follow(os.path.realpath(os.path.join(folder, own)), folders, missing, 0)
    stored = {folder + b"/pack/" + name for folder in folders for name in _names(folder + b"/pack")}
    every = {path for path in stored if path.endswith(b".pack")}
    whole = {path for path in every if path[:-5] + b".idx" in stored}
    unfinished = {path for path in stored if os.path.basename(path).startswith(b"tmp_pack_")}
    indexes = {path for path in stored if path.endswith(b".idx") and path[:-4] + b".pack" not in stored}
    packs, without_index = tuple(sorted(whole)), tuple(sorted(every - whole | unfinished))
    return Store(tuple(folders), width, packs, without_index, tuple(sorted(indexes)), tuple(missing))


def _follow(folder: bytes, folders: list[bytes], missing: list[bytes], depth: int) -> None:
    """Adds the folder and those that it borrows from."""
    if folder in folders or depth > DEEPEST:
        return
    if not os.path.isdir(folder):
        missing.append(folder)
        return
    folders.append(folder)
    for line in _alternates(folder):
        _follow(os.path.realpath(os.path.join(folder, line)), folders, missing, depth + 1)


def _alternates(folder: bytes) -> list[bytes]:
    try:
        with open(folder + b"/info/alternates", "rb") as file:
            lines = file.read(2**20).split(b"\n")
    except OSError:
        return []
    return [_unquoted(line) for line in lines if line and not line.startswith(b"#") and b"\0" not in line]


def _unquoted(line: bytes) -> bytes:
    """A path as it is; git writes odd ones like a string of C."""
    if not (line.startswith(b'"') and line.endswith(b'"') and len(line) > 1):
        return line
    return re.sub(rb"\\([0-7]{3}|.)", _meant, line[1:-1])


def _meant(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 255]) if code.isdigit() else ESCAPED.get(code, code)


def _names(folder: bytes) -> list[bytes]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
