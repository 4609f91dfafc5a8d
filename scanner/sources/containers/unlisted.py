"""What stands in a ZIP file beside what its list of members names: programs, deleted members, what was appended."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import BinaryIO, NamedTuple

from scanner.sources.containers.member import ENCRYPTED, STEP, Flow, Member, Trouble, shown

LOCAL = b"PK\x03\x04"
HEADER = 30
"""Bytes of a member's own header, without its name and what else it says."""
DESCRIPTOR = 24
"""Bytes that may follow a member: its checksum and sizes."""
LISTED, END = 46, 22
"""Bytes that the list has of each member without names and comments, and at its end."""
DEFLATED = 8

Span = tuple[int, int]


class Header(NamedTuple):
    """What a member's own header says. start: where its content begins; size: 0 where it is told behind it."""

    name: str
    start: int
    method: int
    size: int
    is_encrypted: bool


def besides(archive: zipfile.ZipFile, file: BinaryIO, infos: Sequence[zipfile.ZipInfo]) -> Iterator[Member | Trouble]:
    """Members that are not listed, whatever else is not a member, and the comments."""
    comments = b"\n".join(filter(None, (archive.comment, *(info.comment for info in infos))))
    if comments:
        yield Member(None, BytesIO(comments).read)
    for low, high in _gaps(archive, file, infos):
        yield from between(file, low, high)


def between(file: BinaryIO, low: int, high: int) -> Iterator[Member | Trouble]:
    """The members that stand there by their own headers, and what is none."""
    file.seek(low)
    data = file.read(high - low)
    at = 0
    while len(data) - at > DESCRIPTOR:
        start = data.find(LOCAL, at)
        start = len(data) if start < 0 else start
        other = data[at:start]
        if len(other) > DESCRIPTOR and other.strip(b"\0"):
            yield Member(None, BytesIO(b"\n" + other).read)
        header = _header(data, start)
        if header is None:
            return
        at = _end(data, header)
        yield _member(header, data[header.start : at])


def _gaps(archive: zipfile.ZipFile, file: BinaryIO, infos: Sequence[zipfile.ZipInfo]) -> Iterator[Span]:
    """What lies before, between and behind the members, and behind the end."""
    ends = archive.start_dir + END + len(archive.comment) + sum(map(_listed, infos))
    at = 0
    for low, high in (*sorted(_span(file, info) for info in infos), (archive.start_dir, ends), (file.seek(0, 2), 0)):
        if low - at > DESCRIPTOR:
            yield at, low
        at = max(at, high)


def _span(file: BinaryIO, info: zipfile.ZipInfo) -> Span:
    file.seek(info.header_offset)
    header = _header(file.read(HEADER), 0)
    return info.header_offset, info.header_offset + (header.start if header else 0) + info.compress_size


def _listed(info: zipfile.ZipInfo) -> int:
    """Bytes that the list of members has of this one, at least."""
    return LISTED + len(info.orig_filename) + len(info.extra) + len(info.comment)


def _end(data: bytes, header: Header) -> int:
    """Where the member ends, or else the next one begins."""
    if header.size:
        return header.start + header.size
    following = data.find(LOCAL, header.start)
    return len(data) if following < 0 else following


def _member(header: Header, content: bytes) -> Member | Trouble:
    if header.is_encrypted:
        return ENCRYPTED._replace(name=header.name)
    return Member(header.name, Flow(_inflated(content)).read if header.method == DEFLATED else BytesIO(content).read)


def _inflated(content: bytes) -> Iterator[bytes]:
    """As far as it goes."""
    inflating = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while data := inflating.decompress(content, STEP):
            yield data
            content = inflating.unconsumed_tail
    except zlib.error:
        return


def _header(data: bytes, at: int) -> Header | None:
    """The header that stands there; None if none does."""
    head = data[at : at + HEADER]
    if len(head) < HEADER or not head.startswith(LOCAL):
        return None
    flags, method, size, name, more = (
        int.from_bytes(head[low:high], "little") for low, high in ((6, 8), (8, 10), (18, 22), (26, 28), (28, 30))
    )
    text = data[at + HEADER : at + HEADER + name].decode("utf-8" if flags & 0x800 else "cp437", "replace")
    start = at + HEADER + name + more
    return Header(shown(text), start, method, 0 if size == 2**32 - 1 else size, bool(flags & 1))
