"""Indexes in which a folder stands for all that is in it (`git sparse-checkout --sparse-index`).

Whatever git is asked, it unfolds such an index, and stores the folders as objects as far as they are new. So it is told
to store objects where nothing can be, and to borrow from where they are.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from scanner.git.environment import LENDERS, STORE, quoted
from scanner.git.special import linked
from scanner.opening import beginning, opened

MARK = b"sdir\0\0\0\0"
"""What tells of it: nothing follows but another extension of a known size, and a digest."""
END = 128
"""Bytes of an index in which it stands."""
NOWHERE = "/proc/sys"
"""A folder in which nobody can make a file. Elsewhere than on Linux git does as it always does."""


def is_folded(own: bytes, named: bytes | None) -> bool:
    """Whether an index is so, of whatever work tree.

    own: the repository's own folder, or that of a work tree. named: an index that the environment names.
    """
    common = _common(own)
    indexes = filter(None, (named, *_indexes(own, common)))
    return os.path.isdir(NOWHERE) and any(MARK in _end(path) for path in dict.fromkeys(indexes))


def unfolding(own: bytes, told: Mapping[str, str]) -> dict[str, str]:
    """The variables for git that keep it from storing anything. told: those that there are."""
    store = os.path.abspath(os.fsencode(told.get(STORE, "")) or _common(own) + b"/objects")
    lenders = filter(None, [os.fsdecode(quoted(store)), told.get(LENDERS)])
    return {STORE: NOWHERE, LENDERS: os.pathsep.join(lenders)}


def _indexes(own: bytes, common: bytes) -> Iterator[bytes]:
    return (folder + b"/index" for folder in (own, common, *linked(common)))


def _common(own: bytes) -> bytes:
    """The folder that all work trees share."""
    try:
        return os.path.join(own, beginning(own + b"/commondir", 2**16).strip())
    except OSError:
        return own


def _end(path: bytes) -> bytes:
    """What the file ends in."""
    try:
        with opened(path) as file:
            file.seek(max(0, os.fstat(file.fileno()).st_size - END))
            return file.read(END)
    except OSError:
        return b""
