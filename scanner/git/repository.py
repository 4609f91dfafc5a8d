"""Which repository a folder belongs to.

Of the folder that a scan begins in git itself is asked, which takes 3 ms. Of folders on the way GitPython is: it reads
a few small files, starts nothing, and importing it (60 ms) pays where there are repositories within repositories.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from configparser import Error as ConfigurationError
from contextlib import contextmanager
from dataclasses import dataclass

from scanner.git.process import Git

BARE = (b"HEAD", b"objects", b"refs")
"""What every bare repository holds."""


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
        return _discovered(real)
    return _told(Git(folder, named=named)) if _may_be_inside(real) else None


def _may_be_inside(folder: bytes) -> bool:
    """Whether there is anything on the way up that git would take for a repository."""
    while True:
        if os.path.lexists(folder + b"/.git") or all(os.path.lexists(folder + b"/" + name) for name in BARE):
            return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above


def _told(git: Git) -> Repository:
    git_dir = git.run("rev-parse", "--absolute-git-dir").removesuffix(b"\n")
    if git.run("rev-parse", "--is-inside-work-tree") != b"true\n":
        return Repository(git_dir, None)
    return Repository(git_dir, git.run("rev-parse", "--show-toplevel").removesuffix(b"\n"))


def _discovered(folder: bytes) -> Repository | None:
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # else the import raises where git is missing
    import git  # 0.06 s: not for a plain folder on the way

    try:
        with _no_git_variables():
            found = git.Repo(os.fsdecode(folder), search_parent_directories=False, expand_vars=False)
    except (git.GitError, ConfigurationError, OSError, ValueError):  # no repository, or none that can be used
        return None
    with found:
        git_dir = os.path.realpath(os.fsencode(found.git_dir))
        top = None if found.bare or found.working_tree_dir is None else os.fsencode(found.working_tree_dir)
    return Repository(git_dir, top)


@contextmanager
def _no_git_variables() -> Iterator[None]:
    """GitPython heeds GIT_WORK_TREE and GIT_COMMON_DIR even for a repository that is named."""
    held = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
    try:
        yield
    finally:
        os.environ.update(held)
