"""Opening files, whatever stands there by then: a FIFO would be waited for, a device has no end."""

from __future__ import annotations

import os
from errno import EINVAL, EISDIR, ENXIO
from stat import S_ISDIR, S_ISFIFO, S_ISREG
from typing import BinaryIO

READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)

NONE = "not a regular file"

Path = str | bytes


def handle(path: Path, *, follow: bool = True) -> int:
    """A regular file, open. follow: whether also at the end of a link. Raises OSError, over anything else too."""
    found = os.open(path, READING if follow else READING | getattr(os, "O_NOFOLLOW", 0))
    mode = os.fstat(found).st_mode
    if S_ISREG(mode):
        return found
    os.close(found)
    raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path) if S_ISDIR(mode) else OSError(EINVAL, NONE, path)


def opened(path: Path, *, follow: bool = True) -> BinaryIO:
    """The same, to be read as Python's files are."""
    return os.fdopen(handle(path, follow=follow), "rb")


def beginning(path: Path, most: int, *, follow: bool = True) -> bytes:
    """So many bytes of a regular file at most. Raises OSError."""
    with opened(path, follow=follow) as file:
        return file.read(most)


def created(path: Path, mode: int) -> int:
    """A new file, open to be written. mode: as far as the umask lets it. Raises FileExistsError, OSError."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)


def names_in(folder: bytes) -> list[bytes]:
    """What the folder holds, sorted; nothing where it cannot be listed."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def named(path: Path, most: int) -> bytes:
    """The same of what a person named, which may be a pipe (`<(…)`) that somebody writes into. Raises OSError."""
    with open(path, "rb", opener=lambda path, _: os.open(path, READING)) as file:
        mode = os.fstat(file.fileno()).st_mode
        first = file.raw.read(most)  # None where whoever is at the other end has written nothing yet
        if first == b"" and S_ISFIFO(mode):
            raise OSError(ENXIO, "a FIFO that nobody writes into", path)
        if not S_ISREG(mode):
            os.set_blocking(file.fileno(), True)
        return (first or b"") + file.read(most - len(first or b""))
