"""What a repository is in, in one word: the same as long as nothing of it has changed that a history is told by.

Refs, reflogs, indexes and settings are known by what they hold; objects, which are many, by their files: a name, a
size, and the time of the last change to the file's entry, which nobody sets short of setting the machine's clock.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from stat import S_ISDIR, S_ISREG

from scanner.git.store import Store
from scanner.opening import opened

APART = re.compile(rb"(objects|modules|lfs|annex|hooks|worktrees/[^/]+/modules)")
"""Folders that say nothing of a history: objects are counted apart, the others hold what is read each time."""
BESIDE = (b"/pack", b"/info", b"/info/commit-graphs")
"""Folders of an object store that hold no loose objects."""
STEP = 2**20


def state_of(common: bytes, store: Store) -> str | None:
    """What the repository of that folder and its objects are known by; None where something cannot be read."""
    known = hashlib.sha256()
    try:
        for path in _files(common):
            known.update(repr(path).encode())
            known.update(_digest(common + b"/" + path))
        for row in _objects(store):
            known.update(repr(row).encode())
    except OSError:
        return None
    return known.hexdigest()


def stored(store: Store) -> frozenset[str]:
    """What each file is known by that holds objects, or says something of those that do; none where one has gone.

    Not by its times: git sets those of a file anew when it is to store what is there already.
    """
    try:
        return frozenset(hashlib.sha256(repr(row[:-1]).encode()).hexdigest()[:32] for row in _objects(store))
    except OSError:
        return frozenset()


def _files(common: bytes) -> Iterator[bytes]:
    """All files of the folder, in order; no link is followed."""
    stack = [b""]
    while stack:
        inner = stack.pop()
        with os.scandir(common + b"/" + inner) as found:
            entries = sorted((inner + entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
        stack += [path + b"/" for path, is_folder in entries if is_folder and not APART.fullmatch(path)]
        yield from (path for path, is_folder in entries if not is_folder)


def _digest(path: bytes) -> bytes:
    """Of what a file holds; of anything else what it is."""
    status = os.lstat(path)
    known = hashlib.sha256(str(status.st_mode).encode())
    if not S_ISREG(status.st_mode):
        known.update(repr((status.st_ino, status.st_ctime_ns)).encode())
        return known.digest()
    with opened(path, follow=False) as file:
        while data := file.read(STEP):
            known.update(data)
    return known.digest()


def _objects(store: Store) -> Iterator[tuple[object, ...]]:
    """Of each file its place, size and, last, the time of its change; and what the folders lack."""
    for folder in store.folders:
        for inner in BESIDE:
            yield from _stored(folder + inner)
    for folder in store.folders:
        for name in _names(folder):
            if len(name) == 2:
                yield from _stored(folder + b"/" + name)
    yield store.missing, store.width, None


def _stored(folder: bytes) -> Iterator[tuple[object, ...]]:
    for name in _names(folder):
        status = os.lstat(folder + b"/" + name)
        if not S_ISDIR(status.st_mode):
            yield folder, name, status.st_ino, status.st_size, status.st_ctime_ns


def _names(folder: bytes) -> list[bytes]:
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
