"""What a repository's own folder holds beside objects: reflogs, messages being written, settings, names of refs."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Collection, Iterator

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.special import BARE, OPENED
from scanner.model import Blob, Origin, Place, Skipped
from scanner.sources.files import content, leads_out, unreadable
from scanner.sources.inflating import logged
from scanner.sources.interface import Item, display_path, name_blobs
from scanner.sources.packfiles import packed

SHARED = (b"logs", b"info", b"lfs", b"rr-cache", b"hooks")
"""Folders that are links to those of another repository where `git-new-workdir` made this one."""


def files(folder: bytes, prefix: bytes, width: int) -> Iterator[Item]:
    """Every file below the folder, what Git LFS keeps there included, that is not read as an object.

    Repositories within have their own scan. Links are followed to where git itself reads on; others that lead out are
    said. prefix: what the paths begin with in the report. width: bytes of an object's name.
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
        names = {name for name, _ in entries}
        if inner and names.issuperset(BARE):
            continue
        for name, is_folder in entries:
            path = inner + name
            if is_folder or (path in SHARED and _is_shared(folder + b"/" + path)):
                stack.append(path + b"/")
            elif not _is_object(path, names, width):
                yield from name_blobs(prefix + path)
                yield from _file(folder, path, prefix)


def ref_names(git: Git, prefix: bytes) -> Iterator[Item]:
    """The names of all refs, whatever way they are kept in."""
    shown = display_path(prefix + b"refs")
    try:
        listed = git.run("for-each-ref", "--format=%(refname)")
    except RepositoryError as error:
        yield Skipped(shown, "corrupt", str(error), incomplete=True)
        return
    if listed:
        yield Blob(listed, Origin(shown, "other"))


def _file(folder: bytes, path: bytes, prefix: bytes) -> Iterator[Item]:
    """One file as it is; of a table of refs also what is packed in it."""
    full, origin = folder + b"/" + path, Origin(display_path(prefix + path), _place(path))
    is_link = os.path.islink(full) and not (path in OPENED or _read_elsewhere().fullmatch(path))
    if is_link and leads_out(full, os.path.realpath(folder)):
        yield Skipped(origin.path, "link", "leads out of the repository and is not followed", incomplete=False)
    if path.endswith(b".pack") and not os.path.islink(full):  # one that was moved away, of any size
        yield from packed(full, origin)
    else:
        yield from content(full, origin, follow=path in OPENED)
    if _table().fullmatch(path):
        yield from logged(full, origin._replace(place="reflog"))


def _is_shared(path: bytes) -> bool:
    """Whether it is a link to a folder of another repository."""
    above = os.path.dirname(os.path.realpath(path))
    return os.path.isdir(path) and all(os.path.lexists(above + b"/" + name) for name in BARE)


def _is_object(path: bytes, beside: Collection[bytes], width: int) -> bool:
    """Whether the file holds objects that are read as such, or tells where those are."""
    found = _stored().fullmatch(path)
    if found is None:
        return False
    if found["rest"]:
        return len(found["rest"]) == 2 * width - 2
    return not found["pack"] or found["pack"] + b".pack" in beside


@functools.cache
def _stored() -> re.Pattern[bytes]:
    """Paths of loose objects, packs with what belongs to them, and tables of commits."""
    pack = rb"pack/(?:[^/]+\.pack|tmp_pack_[^/]+|multi-pack-index[^/]*|(?P<pack>[^/]+)\.(?:idx|rev|bitmap|mtimes))"
    table = rb"info/commit-graph(?:s/[^/]+\.graph)?"
    return re.compile(
        rb"objects/(?:(?:incoming|tmp_objdir)-[^/]*/)*(?:[0-9a-f]{2}/(?P<rest>[0-9a-f]+)|" + pack + b"|" + table + b")"
    )


@functools.cache
def _read_elsewhere() -> re.Pattern[bytes]:
    """Folders that may be links, and are read through them by whoever reads objects and refs."""
    return re.compile(rb"refs|objects(?:/(?:[0-9a-f]{2}|pack|info))?")


@functools.cache
def _table() -> re.Pattern[bytes]:
    """Paths of tables that hold refs and their reflogs."""
    return re.compile(rb"(?:worktrees/[^/]+/)?reftable/[^/]+\.(?:ref|log)")


def _place(path: bytes) -> Place:
    return "reflog" if path.startswith(b"logs/") or b"/logs/" in path else "other"
