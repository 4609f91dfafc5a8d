"""What refs lead to that is no commit: annotated tags, and the files and folders that a tag or a ref itself names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress

from scanner.errors import RepositoryError
from scanner.git.history import Graph
from scanner.git.leading import named, typed
from scanner.git.process import Git
from scanner.git.tags import DEEPEST, targets
from scanner.git.tree import everything
from scanner.model import MOST_REFS


def pinned(git: Git, known: Graph, wanted: Collection[str]) -> Iterator[tuple[str, bytes, tuple[str, ...]]]:
    """(object, path, refs) of each of the wanted files and folders that refs lead to without a commit.

    No path for a file alone.
    """
    leading: dict[str, list[str]] = defaultdict(list)
    for ref, target in known.refs.items():
        if target not in known.parents and len(leading[target]) < MOST_REFS:
            leading[target].append(ref)
    for name, (_, kind) in typed(git, leading).items():
        if kind == "blob" and name in wanted:
            yield name, b"", tuple(leading[name])
        elif kind == "tree":
            yield from ((oid, path, tuple(leading[name])) for oid, path in _below(git, name) if oid in wanted)


def tags(git: Git) -> Mapping[str, tuple[str, ...]]:
    """The refs that lead over each annotated tag."""
    try:
        listed = named(git)
    except RepositoryError:  # which is said elsewhere
        return {}
    kinds = typed(git, (name for name, _, _ in listed))
    leading: dict[str, list[str]] = defaultdict(list)
    for name, ref, _ in listed:
        if kinds.get(name, ("", ""))[1] == "tag":
            leading[name].append(ref)
    found: dict[str, list[str]] = defaultdict(list)
    for _ in range(DEEPEST):
        for name, refs in leading.items():
            found[name] += refs
        leading = _behind(git, leading)
    return {name: tuple(dict.fromkeys(refs))[:MOST_REFS] for name, refs in found.items()}


def _behind(git: Git, leading: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The tags that these name, each with the refs that lead so far."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, target, kind in targets(git, leading):
        if kind == "tag":
            found[target] += leading[name]
    return found


def _below(git: Git, tree: str) -> Iterator[tuple[str, bytes]]:
    with suppress(RepositoryError):  # a folder is missing, which is said elsewhere
        yield from ((oid.decode(), path) for _, oid, path in everything(git, tree, "-t"))
