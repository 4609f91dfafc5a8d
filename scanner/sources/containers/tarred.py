"""Tape archives, read in one go from beginning to end. Nothing is ever written, whatever their members are called."""

from __future__ import annotations

import sys
import tarfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from scanner.sources.containers.limits import LimitError
from scanner.sources.containers.member import CORRUPT, TRUNCATED, Following, Member, Trouble, shown
from scanner.sources.pieces import Read

HEADERS = 2**20
"""Bytes of headers that one member may have: the library holds all of them, and believes what they claim."""
BLOCK = 2**16
"""Bytes that the library reads at once."""
TOO_LONG = Trouble("limit", "has headers that are too long")
PLAIN = frozenset({*tarfile.PAX_FIELDS, "atime", "ctime"})
"""What extended headers say of a member that is looked at otherwise, or is a number."""


def members(read: Read) -> Iterator[Member | Trouble]:
    """The members that are files; of links, where they lead; what headers say beside; and what is behind the last one.

    Raises what `read` raises.
    """
    tape = _Tape(read)
    while (info := tape.next()) is not None:
        name = shown(info.name)
        if remarks := tape.remarks(info):
            yield Member(None, BytesIO(remarks).read)
        if info.issym() or info.islnk():
            yield Member(name, BytesIO(info.linkname.encode("utf-8", "surrogateescape")).read)
        elif info.isreg() or info.type not in tarfile.SUPPORTED_TYPES:
            reading = _Reading(tape, info)
            yield Member(name, reading.read)
            if reading.trouble:
                yield reading.trouble._replace(name=name)
                return
    if tape.trouble:
        yield tape.trouble
    rest = tape.rest()
    if rest:
        yield Member(None, rest, is_rest=tape.trouble is not None)


class _BrokenError(Exception):
    """A block that should be a header is none."""

    def __init__(self, block: bytes) -> None:
        super().__init__("no header")
        self.block = block


class _TooLongError(Exception):
    """Headers go beyond what is read of them."""


class _Info(tarfile.TarInfo):
    """Raises where a header is damaged: the library takes that for the end."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Any:
        """See `tarfile.TarInfo.frombuf`. Raises _BrokenError."""
        try:
            return super().frombuf(buf, encoding, errors)
        except (tarfile.EmptyHeaderError, tarfile.EOFHeaderError):  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError:
            raise _BrokenError(bytes(buf)) from None


class _Tape:
    """The headers of an archive, one after the other. trouble: why there are no more, if that is not their end."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._allowed = 0
        self._is_over = False
        self._left = b""
        self._archive: tarfile.TarFile | None = None
        self._told: set[int] = set()
        self.trouble: Trouble | None = None

    def next(self) -> tarfile.TarInfo | None:
        """The next header; None if there is none. All of the member before it has been read."""
        self._allowed = HEADERS
        try:
            if self._archive is None:
                self._archive = _archive(self)
                self._left = b""
            vars(self._archive)["members"] = []  # the library would keep all
            return self._archive.next()
        except LimitError:
            raise
        except _BrokenError as error:
            self._left += error.block if self._archive else b""
            self.trouble = CORRUPT if len(error.block) == tarfile.BLOCKSIZE else TRUNCATED
        except _TooLongError:
            self.trouble = TOO_LONG
        except Exception:  # noqa: BLE001 - whatever the library makes of hostile bytes
            self.trouble = TRUNCATED if self._is_over else CORRUPT
        return None

    def remarks(self, info: tarfile.TarInfo) -> bytes:
        """Comments and attributes in the extended headers of a member, unless another one had the same."""
        said = [f"{key}={value}\n" for key, value in info.pax_headers.items() if key not in PLAIN]
        new = [line for line in said if hash(line) not in self._told]
        self._told.update(map(hash, new))
        return "".join(new).encode("utf-8", "surrogateescape")

    def read(self, size: int) -> bytes:
        """For the library, which reads the headers through this."""
        data = self._read(size)
        self._is_over = not data
        self._allowed -= len(data)
        if self._allowed < 0:
            raise _TooLongError
        if self._archive is None:
            self._left += data
        return data

    def content(self, size: int) -> bytes:
        """The next bytes of the member whose header came last."""
        self._allowed = sys.maxsize
        return self._archive.fileobj.read(size) if self._archive and self._archive.fileobj else b""

    def rest(self) -> Read | None:
        """Reads what stands behind the last header, but for the zeros that fill up a tape; None if that is all."""
        self._allowed = sys.maxsize
        read = self._archive.fileobj.read if self._archive else self._read
        first = self._left.lstrip(b"\0")
        while not first:
            more = read(BLOCK)
            if not more:
                return None
            first = more.lstrip(b"\0")
        return Following(first, read).read


def _archive(tape: _Tape) -> tarfile.TarFile:
    return tarfile.open(fileobj=tape, mode="r|", bufsize=BLOCK, tarinfo=_Info)  # type: ignore[call-overload,no-any-return]


class _Reading:
    """One member; of a sparse one what it holds and not its holes, which are not stored."""

    def __init__(self, tape: _Tape, info: tarfile.TarInfo) -> None:
        parts: list[tuple[int, int]] = info.sparse or [(0, info.size)]  # type: ignore[assignment]
        self._tape = tape
        self._left = sum(size for _, size in parts)
        self.trouble: Trouble | None = None

    def read(self, most: int) -> bytes:
        """See `member.Read`."""
        data = self._tape.content(min(most, self._left)) if self._left > 0 else b""
        if self._left > 0 and not data:
            self.trouble, self._left = TRUNCATED, 0
        self._left -= len(data)
        return data
