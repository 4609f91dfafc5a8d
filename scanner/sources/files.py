"""Reading files of the file system: safely whatever they are, and fast where they are small."""

from __future__ import annotations

import os
from collections.abc import Iterator
from errno import ENXIO
from stat import S_ISBLK, S_ISCHR, S_ISFIFO, S_ISLNK, S_ISREG, S_ISSOCK

from scanner.config import LIMIT
from scanner.errors import ConfigError
from scanner.model import Blob, Origin, Skipped
from scanner.opening import beginning, handle
from scanner.sources.interface import Item
from scanner.sources.pieces import PIECE, pieces

GONE = (FileNotFoundError, NotADirectoryError)
"""What is listed and then not there, in a folder that others work in."""


def content(
    path: bytes, origin: Origin, *, follow: bool = False, status: os.stat_result | None = None
) -> Iterator[Item]:
    """What stands at the path. Of a link that is not followed, the path that it holds.

    status: what `lstat` said of it, where it was asked already. FIFOs, sockets and devices are never opened.
    What cannot be read is `Skipped`; of what is not there, as a tracked file that was deleted, there is nothing to say.
    """
    try:
        status = status or os.stat(path, follow_symlinks=follow)
        mode = status.st_mode
        if S_ISREG(mode):
            yield from _opened(path, origin, follow, status.st_size)
        elif S_ISLNK(mode):
            yield Blob(os.readlink(path), origin)
        else:
            yield Skipped(origin.path, "special", _kind(mode), incomplete=False)
    except GONE:
        return
    except OSError as error:
        yield unreadable(origin.path, error)


def unreadable(path: str, error: OSError | ValueError) -> Skipped:
    """The entry for content within reach that the system did not let us read."""
    return Skipped(path, "unreadable", getattr(error, "strerror", None) or "cannot be read", incomplete=True)


def leads_out(path: bytes, root: bytes) -> bool:
    """Whether the path ends outside `root`, a real path, once links are resolved."""
    return not (os.path.realpath(path) + b"/").startswith(root.rstrip(b"/") + b"/")


def settings_file(folder: bytes, name: str) -> bytes | None:
    """The bytes of a settings file in the folder; None if there is none. Raises ConfigError where it cannot be used."""
    path = os.path.join(folder, os.fsencode(name))
    try:
        if (S_ISLNK(os.lstat(path).st_mode) or "/" in name) and leads_out(path, os.path.realpath(folder)):
            raise ConfigError(f"{name}: a link that leads out of the scanned folder is not followed")
        data = beginning(path, LIMIT + 1)
    except GONE:
        return None
    except OSError as error:
        raise ConfigError(f"{name}: {error.strerror}") from None
    if len(data) > LIMIT:
        raise ConfigError(f"{name}: larger than {LIMIT:,} bytes")
    return data


def _opened(path: bytes, origin: Origin, follow: bool, size: int) -> Iterator[Item]:
    file = handle(path, follow=follow)
    try:
        if size < PIECE:
            data = os.read(file, size + 1)
            if len(data) == size:
                yield Blob(data, origin)
                return
            os.lseek(file, 0, os.SEEK_SET)
        # A file of /proc says that it has no bytes, a log grows: read to the end, but do not run after it.
        reading = _Reading(file, max(size, PIECE))
        yield from pieces(reading.read, origin, reading.skip)
    finally:
        os.close(file)


class _Reading:
    """An open file up to a limit that growth does not move, without its holes."""

    def __init__(self, handle: int, limit: int) -> None:
        self._handle, self._limit, self._at = handle, limit, 0

    def read(self, most: int) -> bytes:
        wanted = min(most, self._limit - self._at)
        data = os.read(self._handle, wanted) if wanted > 0 else b""
        self._at += len(data)
        return data

    def skip(self) -> int:
        """Passes over a hole, so that a sparse file costs what it holds and not what it claims."""
        try:
            data_at = os.lseek(self._handle, self._at, os.SEEK_DATA)
        except OSError as error:
            if error.errno == ENXIO:  # nothing but zeros from here to the end
                self._at = self._limit
            return 0  # or a file system that does not tell, where we read on
        gap, self._at = data_at - self._at, data_at
        return gap


def _kind(mode: int) -> str:
    kinds = ((S_ISFIFO, "a FIFO"), (S_ISSOCK, "a socket"), (S_ISCHR, "a device"), (S_ISBLK, "a device"))
    return next((word for test, word in kinds if test(mode)), "not a regular file")
