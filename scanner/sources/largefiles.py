"""Objects of Git LFS that lie elsewhere than in the repository's own folder: where settings say, and at lenders."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from scanner.git.process import Git
from scanner.git.special import called_by_digits
from scanner.model import Origin
from scanner.sources.files import content
from scanner.sources.interface import Item, display_path


def large_files(git: Git, common: bytes, stores: Sequence[bytes]) -> Iterator[Item]:
    """Every such object, by its whole path.

    common: the repository's own folder, from which the setting `lfs.storage` is taken. stores: the folders of objects
    that are borrowed. Nothing but what is called as Git LFS calls it is read there: the setting may name any folder.
    """
    told = git.run("config", "--get", "lfs.storage", expected=(0, 1)).removesuffix(b"\n")
    folders = [os.path.join(common, told)] if told else []
    folders += [os.path.join(os.path.dirname(store), b"lfs") for store in stores]
    for folder in dict.fromkeys(map(os.path.realpath, folders)):
        if not (folder + b"/").startswith(common + b"/"):
            for path in _objects(folder + b"/objects"):
                yield from content(path, Origin(display_path(path), "other"))


def _objects(folder: bytes) -> Iterator[bytes]:
    """Called by their digest, in folders called by its first digits."""
    for first in called_by_digits(folder, 2):
        for second in called_by_digits(folder + b"/" + first, 2):
            inner = folder + b"/" + first + b"/" + second
            yield from (inner + b"/" + name for name in called_by_digits(inner, 64) if name.startswith(first + second))
