"""What stands in the trees of commits, each folder once, however many others hold it: so its paths may have no end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scanner.errors import RepositoryError
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.tree import everything, is_file, listed, roots

FOLDER = b"40000"
DEEPEST, LONGEST = 2048, 2**16
"""Folders in one another, and bytes of a path, as far as it goes: later versions of git go no deeper."""


def walk(git: Git, commits: Iterable[str], seen: set[str] | None = None) -> Iterator[tuple[str, bytes, bytes, str]]:
    """(commit, mode, path, object) of every entry, at the first path that leads there; folders are entries, too.

    seen: trees that are passed over, to which these are added. What is not here is not told.
    """
    seen = set() if seen is None else seen
    order = list(commits)
    trees = dict(roots(git, order))
    level = {trees[commit]: (commit, b"") for commit in reversed(order) if trees.get(commit, "") not in {"", *seen}}
    for _ in range(DEEPEST):
        seen |= level.keys()
        below: dict[str, tuple[str, bytes]] = {}
        for item in read(git, (tree.encode() for tree in level)):
            commit, above = level[item.name.decode()]
            for mode, name, oid in listed(item.read(item.size), len(item.id) // 2) if item.type == "tree" else ():
                yield commit, mode, above + name, oid
                if mode.lstrip(b"0") == FOLDER and oid not in seen and len(above + name) < LONGEST:
                    below.setdefault(oid, (commit, above + name + b"/"))
        level = below
        if not level:
            break


def files(git: Git, commits: Iterable[str]) -> Iterator[tuple[bytes, bytes]]:
    """(object, path) of every file of the commits; where git cannot list them to their end, as `walk` tells them."""
    for commit in commits:
        try:
            yield from [(name, path) for kind, name, path in everything(git, commit) if kind == b"blob"]
        except RepositoryError:
            yield from ((name.encode(), path) for _, mode, path, name in walk(git, [commit]) if is_file(mode))
