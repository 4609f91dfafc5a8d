"""What of a repository's objects cannot be looked at, and why."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence

from scanner.git.refs import elsewhere
from scanner.git.store import Store
from scanner.model import Origin, Skipped
from scanner.sources.family import Member
from scanner.sources.files import content
from scanner.sources.interface import Item, display_path

CHECK = (
    "-c", "core.commitGraph=false", "rev-list", "--objects", "--all", "--reflog", "--indexed-objects",
    "--missing=print", "--quiet",
)  # fmt: skip
"""What tells of objects that are missing. A commit-graph lists commits whether they are there or not."""
MOST_APART = 1000
"""Refs of linked work trees that are followed for it: command lines have an end."""
MOST_MISSING = 100
"""Missing objects that are listed one by one."""


def check(one: Member) -> tuple[str, ...]:
    """What git is asked in order to hear of objects that are missing."""
    return *CHECK, *tuple(dict.fromkeys(elsewhere(one.git).values()))[:MOST_APART], "--"


def missing(listed: bytes | None, said: Collection[str]) -> Iterator[Skipped]:
    """The objects that others name and that are not there.

    listed: what git said; None where it came to no end. said: those that were noticed before.
    """
    if listed is None:
        yield Skipped(".", "corrupt", "git cannot follow the history to its end: objects are missing or broken", True)
        return
    names = [f"object:{line[1:].decode()}" for line in listed.split(b"\n") if line.startswith(b"?")]
    names = [name for name in names if name not in said]
    for name in names[:MOST_MISSING]:
        yield Skipped(name, "missing", "is named by the history and is not here", incomplete=True)
    if len(names) > MOST_MISSING:
        yield Skipped(".", "missing", f"{len(names) - MOST_MISSING:,} more objects are not here", incomplete=True)


def absent(said: Sequence[Skipped]) -> frozenset[str] | None:
    """The names of the objects of which that was said; None where not all of them are named."""
    names = [item.path.removeprefix("object:") for item in said if item.path.startswith("object:")]
    return frozenset(names) if len(names) == len(said) else None


def obstacles(one: Member, store: Store) -> Iterator[Skipped]:
    """Why there may be more than can be looked at."""
    if one.git.run("rev-parse", "--is-shallow-repository").strip() == b"true":
        detail = "the clone is shallow: older commits are not here"
        yield Skipped(display_path(one.prefix) or ".", "shallow", detail, incomplete=True)
    for path in store.without_pack:
        yield Skipped(shown(one, path), "pack", "an index without its pack", incomplete=True)
    for path in store.missing:
        yield Skipped(shown(one, path), "alternate", "a folder to borrow objects from is not there", incomplete=True)


def strays(one: Member, store: Store, lost: Collection[str]) -> Iterator[Item]:
    """The files of loose objects that were lost, as they lie: one that git cannot read may hold something else."""
    for name, path in store.loose() if lost else ():
        if f"object:{name}" in lost:
            yield from content(path, Origin(shown(one, path), "other"), follow=True)


def shown(one: Member, path: bytes) -> str:
    """A file beside the objects, as the report calls it."""
    inside = os.path.relpath(path, one.common)
    return display_path(path if inside.startswith(b"..") else one.prefix + inside)
