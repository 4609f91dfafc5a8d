"""Which repository a folder belongs to, as git says: what leads there is not for others to read.

A configuration can include any file, and one without an end has no end for whoever reads it in another way.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.special import BARE as BARE
from scanner.git.special import place_above


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository. top: the top of its work tree; None for a bare one, and for a folder inside `.git`."""

    git_dir: bytes
    top: bytes | None


def repository_of(folder: bytes, *, named: bool, own: bool = False) -> Repository | None:
    """The repository that `folder` lies in, or None.

    named: whether the environment's GIT_DIR and the like do not count; own: whether to look no further up.
    Raises RepositoryError where there is one that git refuses.
    """
    if not named and "GIT_DIR" in os.environ:
        return _told(Git(folder))
    real = os.path.realpath(folder)
    if own:
        return _own(real)
    if place_above(real) is None:
        return None
    return _told(Git(folder, named=named))


def _own(folder: bytes) -> Repository | None:
    try:
        found = _told(Git(folder, named=True, own=True))
    except RepositoryError as error:
        if "not a git repository" in str(error):
            return None
        raise
    return found if found.top in (None, folder) else None


def _told(git: Git) -> Repository:
    inside, _, git_dir = git.parsed("--is-inside-work-tree", "--absolute-git-dir").partition(b"\n")
    if inside != b"true":
        return Repository(git_dir, None)
    return Repository(git_dir, git.parsed("--show-toplevel"))
