"""Settings files that are symbolic links in git: followed to a file of the same tree, as one on disk is."""

from __future__ import annotations

import os
from posixpath import normpath

from scanner.config import LIMIT
from scanner.errors import ConfigError
from scanner.git.objects import read
from scanner.git.process import Git

LINK = b"120000"
LONGEST = 4096
"""Bytes of a path, as Linux has it."""


def followed(git: Git, where: str, name: str, data: bytes) -> bytes | None:
    """The settings; None where a link leads to nothing.

    where: see `settings_in`. name: the file, by its path from the top. data: what git holds for it, which is the
    target's path where it is a link. git is asked only where it may be one. Raises ConfigError where it leads out of
    the tree, or to what is no file.
    """
    if not data or b"\n" in data or len(data) > LONGEST or _mode(git, where, os.fsencode(name)) != LINK:
        return data
    path = normpath(os.path.join(os.path.dirname(os.fsencode(name)), data))
    if path.startswith((b"/", b"..")):
        raise ConfigError(f"{name}: a link that leads out of what is scanned is not followed")
    mode = _mode(git, where, path) if path != b"." else b"040000"
    if not mode:
        return None
    answers = read(git, [where.encode() + path])  # kept, since its end is the end of what can be read
    found = next(answers)
    if not mode.startswith(b"100") or not found.found:
        raise ConfigError(f"{name}: a link to what is no file")
    if found.size > LIMIT:
        raise ConfigError(f"{name}: larger than {LIMIT:,} bytes")
    return found.read(found.size)


def _mode(git: Git, where: str, path: bytes) -> bytes:
    """How git keeps it: empty where there is nothing, or a folder of the index, which keeps none."""
    if where == ":":
        told = git.run("ls-files", "--stage", "-z", "--full-name", "--", b":(top,literal)" + path, literal=False)
        entries = [line for line in told.split(b"\0") if line.endswith(b"\t" + path)]
        return entries[0][:6] if entries else b""
    return git.run("ls-tree", "-z", "--full-tree", where.removesuffix(":"), "--", path)[:6]
