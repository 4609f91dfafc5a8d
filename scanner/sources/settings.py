"""Settings files as git holds them: in the index, or in the tree of a commit."""

from __future__ import annotations

import os
from collections.abc import Sequence

from scanner.config import LIMIT, SETTINGS
from scanner.errors import ConfigError
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.sources.interface import LARGEST


def settings_in(git: Git, where: str, names: Sequence[str] = SETTINGS) -> dict[str, bytes]:
    """The settings files there, all through one process: a hook pays for each.

    where: what git writes before a path, `:` for the index, `COMMIT:` for a commit. names: paths from the top.
    Raises ConfigError and RepositoryError.
    """
    found = {}
    for item in read(git, [f"{where}{name}".encode() for name in names]):
        if item.found:
            name = item.name.decode().removeprefix(where)
            if item.size > LIMIT:
                raise ConfigError(f"{name}: larger than {LIMIT:,} bytes")
            found[name] = item.read(item.size)
    return found


def file_in(git: Git, where: str, path: str) -> bytes | None:
    """A file of any name there, by its path from the current folder; None if there is none. Raises ConfigError."""
    if os.path.isabs(path) or "\n" in path:
        return None
    found = next(read(git, [os.fsencode(f"{where}./{path}")]))
    if found.size > LARGEST:
        raise ConfigError(f"{path}: larger than {LARGEST:,} bytes")
    return found.read(found.size) if found.found else None
