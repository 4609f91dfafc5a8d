"""Containers opened: the members of archives and the content of compressed files, in place of the bytes that hold them.

Every source gives its items; here those that are containers are taken apart, whatever they are called and however they
are nested. A member is a content like any other, whose path is that of the container, `!`, and its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from scanner.model import Blob
from scanner.sources.containers.kinds import kind_of
from scanner.sources.interface import Excludes, Item


def opened(items: Iterable[Item], excludes: Excludes | None = None) -> Iterator[Item]:
    """The items, those that are containers taken apart; members that are left out as `Skipped`."""
    items = iter(items)
    for item in items:
        if is_container(item):
            from scanner.sources.containers.opening import taken_apart  # a hook must not pay for it

            yield from taken_apart(chain((item,), items), excludes)
            return
        yield item


def is_container(item: Item) -> bool:
    """Whether it looks like one that can be taken apart: the first piece of it."""
    return (
        isinstance(item, Blob)
        and kind_of(item.data) is not None
        and (item.line, item.column) == (1, 1)
        and item.origin.place != "file-name"
    )


def outer_paths(path: str) -> Iterator[str]:
    """The path, and those of the containers that it may lie in, the innermost first."""
    yield path
    while "!" in path:
        path = path.rpartition("!")[0]
        yield path
