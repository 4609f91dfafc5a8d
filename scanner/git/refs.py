"""The refs of a repository, those included that each work tree has apart, and the objects that they lead to."""

from __future__ import annotations

import os
from collections.abc import Iterator

from scanner.git import index
from scanner.git.leading import peeled
from scanner.git.process import Git

EACH = ("for-each-ref", "--format=%(objectname) %(refname)")
PER_WORK_TREE = ("refs/bisect", "refs/rewritten", "refs/worktree")
"""Refs of which each work tree has its own."""


def refs(git: Git) -> dict[str, str]:
    """The object that each ref leads to, over tags too; branches first. Raises RepositoryError.

    A HEAD is one where it is on no branch. What git keeps for each work tree apart is called as git calls it from
    elsewhere: `worktrees/NAME/HEAD`, `main-worktree/HEAD`.
    """
    found = {ref: name for name, ref in _rows(git.run(*EACH))} | _head(git) | elsewhere(git)
    ends = peeled(git, found.values())
    return {ref: ends.get(found[ref], (found[ref], ""))[0] for ref in sorted(found, key=_standing)}


def elsewhere(git: Git) -> dict[str, str]:
    """The refs of the other work trees that git does not count among `--all`, and the object that each names."""
    found: dict[str, str] = {}
    for called, folder in _elsewhere(git):
        apart = (b"--git-dir=" + folder,)
        rows = _rows(git.run(*apart, *EACH, *PER_WORK_TREE, expected=(0, 128)))
        found |= {f"{called}/{ref}": name for name, ref in rows}
        found |= {f"{called}/{ref}": name for ref, name in _head(git, *apart).items()}
    return found


def _rows(listed: bytes) -> Iterator[tuple[str, str]]:
    for row in listed.decode("utf-8", "surrogateescape").split("\n"):
        name, _, ref = row.partition(" ")
        if ref:
            yield name, ref


def _head(git: Git, *apart: bytes) -> dict[str, str]:
    """HEAD where it is on no branch."""
    if git.run(*apart, "symbolic-ref", "--quiet", "HEAD", expected=(0, 1, 128)):
        return {}
    name = git.run(*apart, "rev-parse", "--verify", "--quiet", "HEAD", expected=(0, 1, 128)).decode().strip()
    return {"HEAD": name} if name else {}


def _elsewhere(git: Git) -> Iterator[tuple[str, bytes]]:
    """(what it is called, its own folder) of every work tree but the one that git runs in."""
    for folder in index.folders(git)[1:]:
        name = os.path.basename(folder).decode("utf-8", "surrogateescape")
        is_linked = os.path.basename(os.path.dirname(folder)) == b"worktrees"
        yield f"worktrees/{name}" if is_linked else "main-worktree", folder


def _standing(ref: str) -> tuple[int, str]:
    kinds = ("HEAD", "refs/heads/", "refs/remotes/", "refs/tags/")
    return next((number for number, kind in enumerate(kinds) if ref.startswith(kind)), len(kinds)), ref
