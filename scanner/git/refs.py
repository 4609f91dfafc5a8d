"""The refs of a repository, those included that each work tree has apart, and the objects that they lead to."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from scanner.git import index
from scanner.git.objects import read
from scanner.git.process import Git

EACH = ("for-each-ref", "--format=%(objectname) %(refname)")
PER_WORK_TREE = ("refs/bisect", "refs/rewritten", "refs/worktree")
"""Refs of which each work tree has its own."""
DEEPEST_TAG = 10
"""Tags of tags that are followed."""


def refs(git: Git) -> dict[str, str]:
    """The object that each ref leads to, over tags too; branches first. Raises RepositoryError.

    A HEAD is one where it is on no branch. What git keeps for each work tree apart is called as git calls it from
    elsewhere: `worktrees/NAME/HEAD`, `main-worktree/HEAD`.
    """
    found = {ref: name for name, ref in _rows(git.run(*EACH))} | _head(git) | elsewhere(git)
    peeled = _peeled(git, set(found.values()))
    return {ref: peeled.get(found[ref], found[ref]) for ref in sorted(found, key=_standing)}


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


def _peeled(git: Git, names: Collection[str]) -> dict[str, str]:
    """What each of the objects that are tags leads to in the end."""
    targets: dict[str, str] = {}
    asked = set(names)
    for _ in range(DEEPEST_TAG):
        found = dict(_targets(git, asked))
        targets |= found
        asked = set(found.values())
    for _ in range(DEEPEST_TAG):
        targets = {tag: targets.get(target, target) for tag, target in targets.items()}
    return targets


def _targets(git: Git, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """(tag, what it names) of those that are tags."""
    for item in read(git, (name.encode() for name in sorted(names))) if names else ():
        words = item.read(100).split(b"\n")[0].split(b" ") if item.type == "tag" else ()
        if len(words) == 2:
            yield item.id, words[1].decode("ascii", "replace")


def _standing(ref: str) -> tuple[int, str]:
    kinds = ("HEAD", "refs/heads/", "refs/remotes/", "refs/tags/")
    return next((number for number, kind in enumerate(kinds) if ref.startswith(kind)), len(kinds)), ref
