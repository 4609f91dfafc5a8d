"""What commits stand for: stashes and notes are commits too; and what still stands at the tips of refs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from scanner.git.history import Graph
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.tree import chosen, roots
from scanner.model import MOST_REFS, Place

ASIDE = ("refs/stash", "refs/notes/", "refs/original/", "refs/replace/")
"""Refs that hold no state of the project."""
AT_ONCE = 8_192
"""Refs that are looked at together; what is held of their folders in the meantime has an end."""

Held = tuple[str, bytes]
"""An object, and the path at which it stands."""
Folder = tuple[str, bytes]
"""A tree, and the path of the folder that it stands for: empty, or ending in `/`."""

NOTHING: frozenset[Held] = frozenset()
"""What most folders hold: one and the same, for there are many."""


def places(git: Git, known: Graph) -> dict[str, Place]:
    """The commits whose content is not a file of the project: a stash with its parts, or notes."""
    found: dict[str, Place] = {}
    last = known.refs.get("refs/stash", "")  # whose reflog may have gone
    for entry in (last, *_lines(git, "rev-list", "--walk-reflogs", "refs/stash", "--")):
        found |= dict.fromkeys((entry, *known.parents.get(entry, ())[1:]), "stash")
    notes = [ref for ref in known.refs if ref.startswith("refs/notes/")]
    return found | dict.fromkeys(_lines(git, "rev-list", *notes, "--") if notes else (), "note")


def tips(git: Git, known: Graph, wanted: Collection[Held]) -> dict[Held, tuple[str, ...]]:
    """The refs at whose tip an object still stands at its path, at most `MOST_REFS`, branches first.

    Many tips have most of their folders in common.
    """
    refs = [(ref, commit) for ref, commit in known.refs.items() if not ref.startswith(ASIDE)]
    found: dict[Held, list[str]] = defaultdict(list)
    for first in range(0, len(refs), AT_ONCE):
        some = refs[first : first + AT_ONCE]
        trees = dict(roots(git, {commit for _, commit in some}))
        held = _held(git, set(trees.values()), {one for one in wanted if len(found[one]) < MOST_REFS})
        for ref, commit in some:
            for one in held.get((trees.get(commit, ""), b""), ()):
                if len(found[one]) < MOST_REFS:
                    found[one].append(ref)
    return {one: tuple(standing) for one, standing in found.items() if standing}


def _held(git: Git, trees: Collection[str], wanted: Collection[Held]) -> dict[Folder, frozenset[Held]]:
    """What of the wanted stands in or below each folder, the deepest folders first worked out."""
    names = _names(path for _, path in wanted)
    levels: list[dict[Folder, dict[bytes, str]]] = []
    folders: set[Folder] = {(tree, b"") for tree in trees} if names else set()
    while folders:
        level = _read(git, folders, names)
        levels.append(level)
        below = {(oid, path + name + b"/") for (_, path), found in level.items() for name, oid in found.items()}
        folders = {folder for folder in below if folder[1] in names}
    held: dict[Folder, frozenset[Held]] = {}
    for level in reversed(levels):
        for (tree, path), found in level.items():
            here = frozenset((oid, path + name) for name, oid in found.items() if (oid, path + name) in wanted)
            inner = [held.get((oid, path + name + b"/"), NOTHING) for name, oid in found.items()]
            held[tree, path] = here.union(*inner) or NOTHING
    return held


def _read(git: Git, folders: Collection[Folder], names: dict[bytes, set[bytes]]) -> dict[Folder, dict[bytes, str]]:
    """The entries of each folder that have one of the names that matter there."""
    paths: dict[str, list[bytes]] = defaultdict(list)
    for tree, path in sorted(folders):
        paths[tree].append(path)
    result: dict[Folder, dict[bytes, str]] = {}
    for item in read(git, (tree.encode() for tree in paths)):
        if item.type == "tree":
            data = item.read(item.size)
            for path in paths[item.id]:
                result[item.id, path] = chosen(data, len(item.id) // 2, names[path])
    return result


def _names(paths: Iterable[bytes]) -> dict[bytes, set[bytes]]:
    """The names that matter in each folder, to get to the paths."""
    result: dict[bytes, set[bytes]] = {}
    for path in paths:
        while path:
            folder, slash, name = path.rpartition(b"/")
            known = result.setdefault(folder + slash, set())
            if name in known:
                break
            known.add(name)
            path = folder  # noqa: PLW2901 - the way up
    return result


def _lines(git: Git, *args: str) -> Iterable[str]:
    return git.run(*args, expected=(0, 128)).decode().split()
