"""FIFOs and devices in place of files that git opens: it would wait for them, or read from them, without an end."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from stat import S_ISBLK, S_ISCHR, S_ISFIFO

from scanner.errors import RepositoryError
from scanner.opening import beginning, names_in

BARE = (b"HEAD", b"objects", b"refs")
"""What every bare repository holds."""
OPENED = (
    b"HEAD", b"config", b"config.worktree", b"commondir", b"gitdir", b"packed-refs", b"index", b"shallow",
    b"info/exclude", b"info/attributes", b"info/grafts", b"info/sparse-checkout", b"objects/info/alternates",
)  # fmt: skip
"""Files that git opens whatever it is asked."""
WALKED = (b"refs", b"logs", b"objects", b"reftable")
"""Folders of which it may open any file to list a history."""
STORED = (b"/pack/", b"/info/")
"""Folders of an object store beside those of loose objects, which two digits name."""
HEXADECIMAL = frozenset(b"0123456789abcdef")
LONGEST = 2**16
"""Bytes of a `.git` file that are read."""


def refuse_around(folder: bytes) -> bytes | None:
    """Raises RepositoryError where git would never come to an end, whatever it is asked in this folder.

    Gives the repository's own folder, if there is one.
    """
    place = place_above(os.path.realpath(folder))
    git = place and place + b"/.git"
    if git and os.path.lexists(git):
        refuse([git])
        place = git if os.path.isdir(git) else _led_to(git)
    if place:
        refuse_in(place)
    return place


def refuse_in(git: bytes) -> None:
    """The same of a repository's own folder."""
    refuse(git + b"/" + name for name in OPENED)


def refuse_anywhere(common: bytes) -> None:
    """The same of all files below the folder that a history is listed from."""
    for folder in (common, *linked(common)):
        refuse_in(folder)
        for inner in WALKED:
            refuse(_odd(folder + b"/" + inner))


def refuse_lent(folders: Iterable[bytes]) -> None:
    """The same of what git opens in folders that objects are borrowed from, which may be any."""
    for folder in folders:
        for name in STORED:
            refuse(folder + name + other for other in names_in(folder + name))
        for first in called_by_digits(folder, 2):
            inner = folder + b"/" + first + b"/"
            refuse(inner + rest for rest in called_by_digits(inner, 38, 62))


def refuse(paths: Iterable[bytes]) -> None:
    """Raises RepositoryError over the first of the paths that leads to a FIFO or a device."""
    for path in paths:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError):
            continue
        if S_ISFIFO(mode) or S_ISCHR(mode) or S_ISBLK(mode):
            kind = "a FIFO" if S_ISFIFO(mode) else "a device"
            shown = ascii(os.fsdecode(path))[1:-1]
            raise RepositoryError(f"{shown}: {kind} where git expects a file; it would be waited for without an end")


def place_above(folder: bytes) -> bytes | None:
    """The first folder on the way up, itself included, that is a bare repository or holds one in `.git`."""
    while True:
        if os.path.lexists(folder + b"/.git") or all(os.path.lexists(folder + b"/" + name) for name in BARE):
            return folder
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def linked(common: bytes) -> list[bytes]:
    """The own folders of the work trees beside the first, in the folder that all share."""
    return [common + b"/worktrees/" + name for name in names_in(common + b"/worktrees")]


def called_by_digits(folder: bytes, *lengths: int) -> list[bytes]:
    """What is called there by so many hexadecimal digits, as folders and files of objects are."""
    return [name for name in names_in(folder) if len(name) in lengths and HEXADECIMAL.issuperset(name)]


def _led_to(git: bytes) -> bytes:
    """The folder that a `.git` file names; git says what is wrong with it where it names none."""
    try:
        line = beginning(git, LONGEST).removeprefix(b"gitdir:").strip()
    except OSError:
        return git
    return git if b"\0" in line else os.path.join(os.path.dirname(git), line)


def _odd(folder: bytes) -> Iterator[bytes]:
    """What is neither a folder nor a plain file, on all levels."""
    waiting = [folder]
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif not entry.is_file(follow_symlinks=False):
                        yield entry.path
        except OSError:
            continue
