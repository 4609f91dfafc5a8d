"""`.gitignore` files outside git, on every level, as git reads them; and the paths that the caller excludes."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from scanner.opening import beginning
from scanner.sources.interface import Excludes, display_path
from scanner.sources.wildmatch import compiled

IGNORE_FILE = b".gitignore"
LIMIT = 2**20
"""Bytes of a `.gitignore` that are read."""


class _Rule(NamedTuple):
    """A line of a `.gitignore`. folders: speaks of folders alone; anchored: of paths, and not of names anywhere."""

    ignored: bool
    folders: bool
    anchored: bool
    expression: re.Pattern[bytes]


class Ignoring:
    """The `.gitignore` files of a folder and those above it. Paths are relative to the root, folders end in `/`."""

    __slots__ = ("_base", "_outer", "_rules")

    def __init__(self, base: bytes = b"", rules: Sequence[_Rule] = (), outer: Ignoring | None = None) -> None:
        self._base, self._rules, self._outer = len(base), rules, outer

    def within(self, root: bytes, base: bytes) -> Ignoring:
        """The same, with the `.gitignore` file in the folder `base`. One that cannot be read ignores nothing."""
        rules = _rules(_read(os.path.join(root, base, IGNORE_FILE)))
        return Ignoring(base, rules, self) if rules else self

    def ignores(self, path: bytes) -> bool:
        """Whether the path is ignored; the innermost file that says anything of it decides.

        The folders that it lies in are not ignored, or it would not have been asked for.
        """
        files: Ignoring | None = self
        is_folder, path = path.endswith(b"/"), path.removesuffix(b"/")
        name = path[path.rfind(b"/") + 1 :]
        while files is not None:
            inner = path[files._base :]
            for rule in files._rules:
                if (is_folder or not rule.folders) and rule.expression.fullmatch(inner if rule.anchored else name):
                    return rule.ignored
            files = files._outer
        return False


class Excluding:
    """What the caller excludes: a path itself, or the outermost folder that it lies in."""

    def __init__(self, exclude: Excludes) -> None:
        self._exclude = exclude
        self._folders: dict[bytes, bytes | None] = {b"": None}

    def covers(self, path: bytes) -> bytes | None:
        """The excluded folder (which ends in `/`) that holds the path, or the path itself; None if it is to be read."""
        if not self._exclude:  # rules, of which there are mostly none
            return None
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


def _read(path: bytes) -> bytes:
    """The lines of the file, as far as it is one; like git we follow no link."""
    try:
        return beginning(path, LIMIT, follow=False)
    except OSError:
        return b""


def _rules(text: bytes) -> list[_Rule]:
    """The rules of a `.gitignore`, the last line's first: it is the one that decides."""
    lines = text.removeprefix(codecs.BOM_UTF8).split(b"\n")
    return [rule for line in reversed(lines) if not line.startswith(b"#") and (rule := _rule(line))]


def _rule(line: bytes) -> _Rule | None:
    """What the line says; None for one by which nothing is meant. Spaces at its end count behind a backslash only."""
    trimmed = re.fullmatch(rb"((?:\\.|[^\\])*?) *", line.removesuffix(b"\r"), re.DOTALL)
    glob = trimmed[1] if trimmed else line
    ignored, glob = not glob.startswith(b"!"), glob.removeprefix(b"!")
    folders, glob = glob.endswith(b"/"), glob.removesuffix(b"/")
    anchored, glob = b"/" in glob, glob.removeprefix(b"/")
    expression = compiled(glob) if glob else None
    return _Rule(ignored, folders, anchored, expression) if expression else None
