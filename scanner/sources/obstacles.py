"""What of a repository's objects cannot be looked at, and why."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator

from scanner.git.store import Store
from scanner.model import Origin, Skipped
from scanner.sources.family import Member
from scanner.sources.files import content
from scanner.sources.interface import Item, display_path


def obstacles(one: Member, store: Store) -> Iterator[Skipped]:
    """Why there may be more than can be looked at."""
    if one.is_shallow:
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
