"""Settings files as git holds them: in the index, or in the tree of a commit."""

from __future__ import annotations

import os
from collections.abc import Sequence

from scanner.config import LIMIT, SETTINGS
from scanner.errors import ConfigError
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.sources.interface import LARGEST
from scanner.sources.links import followed


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
    told = {name: followed(git, where, name, data) for name, data in found.items()}
    return {name: data for name, data in told.items() if data is not None}


def file_in(git: Git, where: str, path: str, at_top: bool = False) -> bytes | None:
    """A file of any name there, by its path from the current folder or the top, or None. Raises ConfigError."""
    if os.path.isabs(path) or "\n" in path:
        return None
    name = os.path.normpath(path) if at_top else f"./{path}"
    answers = read(git, [os.fsencode(f"{where}{name}")])  # kept, since its end is the end of what can be read
    found = next(answers)
    if found.size > LARGEST:
        raise ConfigError(f"{path}: larger than {LARGEST:,} bytes")
    return found.read(found.size) if found.found else None
