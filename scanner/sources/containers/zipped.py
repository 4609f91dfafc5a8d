"""ZIP files, and what is one by another name: JAR, wheel, Office and OpenDocument files, APK, NuGet packages."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from copy import copy
from typing import BinaryIO

from scanner.sources.containers.documents import read_of
from scanner.sources.containers.limits import LimitError
from scanner.sources.containers.member import (
    CORRUPT,
    ENCRYPTED,
    STEP,
    TRUNCATED,
    Following,
    Member,
    Trouble,
)
from scanner.sources.containers.packed import Unpacked
from scanner.sources.containers.unlisted import besides, between
from scanner.sources.pieces import Read, filled

DIRECTORY = 16 * 2**20
"""Bytes of the list of members: the library makes objects of all of it at once."""
PACKED = {zipfile.ZIP_BZIP2: "bzip2", zipfile.ZIP_LZMA: "lzma", 93: "zstd"}
"""Methods of packing, by their numbers."""
UNKNOWN = Trouble("unreadable", "is packed in a way that is not known")
END = b"PK\x05\x06"
END_64 = b"PK\x06\x06"
TAIL = 2**16 + 128
"""Bytes at the end in which the end of the directory is looked for: it may have a comment."""


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """The members of the file, and what stands beside them and in comments. Raises LimitError.

    Where there is no list of them, what their own headers tell.
    """
    if _directory(file) > DIRECTORY:
        raise LimitError("has a list of members that is too long")
    try:
        archive = zipfile.ZipFile(file)
        infos = _listed(archive)
    except Exception:  # noqa: BLE001 - whatever the library makes of hostile bytes
        yield TRUNCATED if _directory(file) < 0 else CORRUPT
        yield from (part for part in between(file, 0, file.seek(0, 2)) if isinstance(part, Trouble) or part.name)
        return
    yield from besides(archive, file, infos)
    for info in infos:
        if not info.filename.endswith("/"):
            yield from _member(archive, info)


def _listed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The members as the list has them. Raises BadZipFile where it says that one stands outside of the file."""
    infos = archive.infolist()
    if not all(0 <= info.header_offset <= archive.start_dir for info in infos):
        raise zipfile.BadZipFile
    return infos


def _directory(file: BinaryIO) -> int:
    """Bytes of the list of members, as the file itself says; -1 if it does not."""
    size = file.seek(0, 2)
    file.seek(max(0, size - TAIL))
    tail = file.read(TAIL)
    at, long = tail.rfind(END), tail.rfind(END_64)
    if at < 0:
        return -1
    claimed = int.from_bytes(tail[at + 12 : at + 16], "little")
    return claimed if claimed < 2**32 - 1 or long < 0 else int.from_bytes(tail[long + 40 : long + 48], "little")


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Member | Trouble]:
    if info.flag_bits & 1:
        yield ENCRYPTED._replace(name=info.filename)
        return
    reading = _Reading(archive, info)
    yield Member(info.filename, read_of(info.filename, reading.read))
    if reading.trouble:
        yield reading.trouble._replace(name=info.filename)


class _Reading:
    """One member. Checksums are compared here, so that what they belie is read all the same."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._expected, self._sum = info.CRC, 0  # the library would raise in place of giving the last bytes
        info.CRC = None  # type: ignore[assignment]
        self._left = info.file_size
        self._unpacked: Unpacked | None = None
        self.trouble: Trouble | None = None
        try:
            self._read = self._opened(archive, info)
        except NotImplementedError:
            self._fail(UNKNOWN)
        except Exception:  # noqa: BLE001 - of a header that is damaged
            self._fail(CORRUPT)

    def read(self, most: int) -> bytes:
        """See `member.Read`."""
        if self.trouble or not most:
            return b""
        try:
            data = self._read(min(most, STEP))
        except EOFError:
            return self._fail(TRUNCATED)
        except Exception:  # noqa: BLE001 - whatever the libraries make of hostile bytes
            return self._fail(CORRUPT)
        self._sum = zlib.crc32(data, self._sum)
        self._left -= len(data)
        if not data and (self._left or self._sum != self._expected):
            known = self._unpacked and self._unpacked.trouble
            return self._fail(known or (TRUNCATED if self._left > 0 else CORRUPT))
        return data

    def _opened(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Read:
        """What gives the content. Of methods other than deflation the library unpacks at once all that it has read."""
        kind = PACKED.get(info.compress_type)
        if kind is None:
            return archive.open(info).read
        stored = copy(info)
        stored.compress_type, stored.file_size = zipfile.ZIP_STORED, info.compress_size
        read: Read = archive.open(stored).read
        if kind == "lzma":  # behind four bytes of version and length as in a file of its own, but for the size
            read = Following(filled(read, 9)[4:] + b"\xff" * 8, read).read
        self._unpacked = Unpacked(kind, read)
        return self._unpacked.read

    def _fail(self, trouble: Trouble) -> bytes:
        self.trouble = trouble
        return b""
