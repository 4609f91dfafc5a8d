"""What a repository's own folder holds beside objects: reflogs, messages being written, settings, names of refs."""

from __future__ import annotations

import os
from collections.abc import Iterator

from scanner.git.process import Git
from scanner.model import Blob, Origin, Place
from scanner.sources.files import content, unreadable
from scanner.sources.interface import Item, display_path, name_blobs

APART = frozenset({b"objects", b"modules"})
"""Folders at the top that are read in other ways: by the census, and as repositories of their own."""


def files(folder: bytes, prefix: bytes) -> Iterator[Item]:
    """Every file below the folder, what Git LFS keeps there included; links are not followed.

    prefix: what the paths begin with in the report.
    """
    stack = [b""]
    while stack:
        inner = stack.pop()
        try:
            with os.scandir(folder + b"/" + inner) as found:
                entries = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in found)
        except OSError as error:
            yield unreadable(display_path(prefix + inner), error)
            continue
        for name, is_folder in entries:
            path = inner + name
            if is_folder and (inner or name not in APART):
                stack.append(path + b"/")
            elif not is_folder:
                yield from name_blobs(prefix + path)
                yield from content(folder + b"/" + path, Origin(display_path(prefix + path), _place(path)))


def ref_names(git: Git, prefix: bytes) -> Iterator[Blob]:
    """The names of all refs, whatever way they are kept in."""
    listed = git.run("for-each-ref", "--format=%(refname)")
    if listed:
        yield Blob(listed, Origin(display_path(prefix + b"refs"), "other"))


def _place(path: bytes) -> Place:
    return "reflog" if path.startswith(b"logs/") or b"/logs/" in path else "other"
