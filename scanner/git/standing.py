"""What commits stand for: stashes and notes are commits too; and what still stands at the tips of refs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scanner.git.history import Change, Graph
from scanner.git.process import Git
from scanner.model import Place

MOST_QUESTIONS = 100_000
"""Pairs of a ref and a path that git is asked for; beyond that, branches alone."""


def places(git: Git, known: Graph) -> dict[str, Place]:
    """The commits whose content is not a file of the project: a stash with its parts, or notes."""
    found: dict[str, Place] = {}
    for entry in _lines(git, "rev-list", "--walk-reflogs", "refs/stash"):
        found |= dict.fromkeys((entry, *known.parents.get(entry, ())[1:]), "stash")
    notes = [ref for ref in known.refs if ref.startswith("refs/notes/")]
    return found | dict.fromkeys(_lines(git, "rev-list", *notes) if notes else (), "note")


def tips(git: Git, known: Graph, changes: Sequence[Change]) -> dict[tuple[str, bytes], tuple[str, ...]]:
    """The refs at whose tip a path still holds the object that a change brought in."""
    paths = sorted({change.path for change in changes if b"\n" not in change.path})
    refs = [ref for ref in known.refs if ref.startswith(("refs/heads/", "refs/remotes/", "refs/tags/"))]
    if len(refs) * len(paths) > MOST_QUESTIONS:
        refs = [ref for ref in refs if ref.startswith("refs/heads/")]
    pairs = [(ref, path) for ref in sorted(refs) for path in paths][:MOST_QUESTIONS]
    asked = b"".join(ref.encode("utf-8", "surrogateescape") + b":" + path + b"\n" for ref, path in pairs)
    answers = git.run("cat-file", "--batch-check=%(objectname)", given=asked).split(b"\n") if pairs else []
    found: dict[tuple[str, bytes], tuple[str, ...]] = {}
    for (ref, path), answer in zip(pairs, answers, strict=False):
        key = (answer.decode("utf-8", "replace"), path)
        found[key] = (*found.get(key, ()), ref)
    return found


def _lines(git: Git, *args: str) -> Iterable[str]:
    return git.run(*args, expected=(0, 128)).decode().split()
