"""`.gitignore` files outside git, on every level, as git reads them; and the paths that the caller excludes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scanner.sources.interface import Excludes, display_path

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = b".gitignore"
LIMIT = 2**20
"""Bytes of a `.gitignore` that are read."""

STARS = 4
"""Asterisks in a line that a backtracking engine takes in its stride on names of 255 bytes."""


class Ignoring:
    """The `.gitignore` files of a folder and those above it. Paths are relative to the root, folders end in `/`."""

    __slots__ = ("_base", "_outer", "_spec")

    def __init__(self, base: bytes = b"", spec: GitIgnoreSpec | None = None, outer: Ignoring | None = None) -> None:
        self._base, self._spec, self._outer = len(base), spec, outer

    def within(self, root: bytes, base: bytes) -> Ignoring:
        """The same, with the `.gitignore` file in the folder `base`. One that cannot be read ignores nothing."""
        try:
            handle = os.open(os.path.join(root, base, IGNORE_FILE), os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
            with os.fdopen(handle, "rb") as file:
                text = file.read(LIMIT)
        except OSError:
            return self
        return Ignoring(base, _spec(text), self)

    def ignores(self, path: bytes) -> bool:
        """Whether the path is ignored; the innermost file that says anything of it decides."""
        files: Ignoring | None = self
        while files is not None:
            if files._spec is not None:
                said = files._spec.check_file(_text(path[files._base :])).include
                if said is not None:
                    return said
            files = files._outer
        return False


class Excluding:
    """What the caller excludes: a path itself, or the outermost folder that it lies in."""

    def __init__(self, exclude: Excludes) -> None:
        self._exclude = exclude
        self._folders: dict[bytes, bytes | None] = {b"": None}

    def covers(self, path: bytes) -> bytes | None:
        """The excluded folder (which ends in `/`) that holds the path, or the path itself; None if it is to be read."""
        folder = path[: path.rfind(b"/", 0, -1) + 1]
        if folder not in self._folders:
            self._enter(folder)
        return self._folders[folder] or (path if self._exclude(display_path(path)) else None)

    def _enter(self, folder: bytes) -> None:
        """Notes each folder on the way, outermost first."""
        end, held = 0, None
        while end := folder.find(b"/", end) + 1:
            part = folder[:end]
            if part not in self._folders:
                self._folders[part] = held or (part if self._exclude(display_path(part)) else None)
            held = self._folders[part]


def _spec(text: bytes) -> GitIgnoreSpec:
    """The lines of a `.gitignore`; one that cannot be understood is passed over, as git does."""
    lines = [line.removesuffix("\r") for line in _text(text).removeprefix("\ufeff").split("\n")]
    try:
        return _compiled(lines)
    except ValueError:
        return _compiled([line for line in lines if _understood(line)])


def _compiled(lines: Sequence[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # only where there is such a file

    # Compiling for a linear engine takes 0.04 s a file, Python's own none: it will do but for lines made to stall it.
    stalling = any(line.count("*") > STARS for line in lines)
    return GitIgnoreSpec.from_lines(lines, backend="best" if stalling else "simple")


def _understood(line: str) -> bool:
    try:
        _compiled([line])
    except ValueError:
        return False
    return True


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
