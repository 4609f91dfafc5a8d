"""Which repository a folder belongs to, through GitPython: it reads a few small files and starts nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from configparser import Error as ConfigurationError
from contextlib import contextmanager
from dataclasses import dataclass

from scanner.git.process import Git


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository. top: the top of its work tree; None for a bare one, and for a folder inside `.git`."""

    git_dir: bytes
    top: bytes | None


def repository_of(folder: bytes, *, named: bool, own: bool = False) -> Repository | None:
    """The repository that `folder` lies in, or None.

    named: whether the environment's GIT_DIR and the like do not count; own: whether to look no further up.
    Raises RepositoryError where the environment names a repository that git refuses.
    """
    if not named and "GIT_DIR" in os.environ:
        return _told_by_environment(folder)
    return _discovered(os.path.realpath(folder), own)


def _told_by_environment(folder: bytes) -> Repository:
    git = Git(folder)
    git_dir = git.run("rev-parse", "--absolute-git-dir").removesuffix(b"\n")
    if git.run("rev-parse", "--is-inside-work-tree") != b"true\n":
        return Repository(git_dir, None)
    return Repository(git_dir, git.run("rev-parse", "--show-toplevel").removesuffix(b"\n"))


def _discovered(folder: bytes, own: bool) -> Repository | None:
    os.environ.setdefault("GIT_PYTHON_REFRESH", "quiet")  # else the import raises where git is missing
    import git  # 0.06 s: not for a plain folder on the way

    try:
        with _no_git_variables():
            found = git.Repo(os.fsdecode(folder), search_parent_directories=not own, expand_vars=False)
    except (git.GitError, ConfigurationError, OSError, ValueError):  # no repository, or none that can be used
        return None
    with found:
        git_dir = os.path.realpath(os.fsencode(found.git_dir))
        top = None if found.bare or found.working_tree_dir is None else os.fsencode(found.working_tree_dir)
    inside = (folder + b"/").startswith(git_dir + b"/")
    return Repository(git_dir, None if inside else top)


@contextmanager
def _no_git_variables() -> Iterator[None]:
    """GitPython heeds GIT_WORK_TREE and GIT_COMMON_DIR even for a repository that is named."""
    held = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("GIT_")}
    try:
        yield
    finally:
        os.environ.update(held)
