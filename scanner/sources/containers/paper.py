"""Documents of PDF: the text of their pages, which zlib packed, and what else it packed but pictures and fonts."""

from __future__ import annotations

import base64
import functools
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers.member import CORRUPT, ENCRYPTED, STEP, Flow, Member, Trouble

HEAD = 2048
"""Bytes before a stream in which it is described."""
LARGEST = 2**25
"""Bytes at most that one stream unpacks to; pages come to a thousandth."""
LARGEST_TEXT = 2**23
"""Characters at most of a stream that is packed as ASCII."""
TOO_LARGE = Trouble(
    "limit", f"has a stream that unpacks to more than {LARGEST // 2**20} MiB; the rest of it is not looked at"
)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
SPACE = b" \t\r\n\v\f"


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """What stands in it unpacked; and its text, a line for each that is set."""
    data = file.read()
    yield Member(None, BytesIO(data).read, is_own=True)
    if _encrypted().search(data):
        yield ENCRYPTED
        return
    troubles: set[Trouble] = set()
    yield Member("text", Flow(_texts(data, troubles)).read)
    yield from sorted(troubles)


def _texts(data: bytes, troubles: set[Trouble]) -> Iterator[bytes]:
    """troubles: is told why some of it could not be read."""
    for found in _stream().finditer(data):
        head = data[max(0, found.start() - HEAD) : found.start()].rpartition(b"obj")[2]
        if b"FlateDecode" not in head or _others().search(head):
            continue
        try:
            content, is_whole = _unpacked(data, found.end(), b"ASCII85Decode" in head)
        except (zlib.error, ValueError):
            troubles.add(CORRUPT)
            continue
        if not is_whole:
            troubles.add(TOO_LARGE)
        yield (_read(content) if all(sign.search(content) for sign in _signs()) else content) + b"\n"


def _unpacked(data: bytes, start: int, is_ascii: bool) -> tuple[bytes, bool]:
    """What the stream unpacks to, and whether that is all of it."""
    if is_ascii:
        end = data.find(b"~>", start, start + LARGEST_TEXT)
        data, start = base64.a85decode(data[start:end].strip()), 0
    unpacking, parts, size = zlib.decompressobj(), [b""], 0
    while start < len(data) and not unpacking.eof and size < LARGEST:
        parts.append(unpacking.decompress(data[start : start + STEP], LARGEST - size))
        size += len(parts[-1])
        start += STEP
    return b"".join(parts), size < LARGEST


def _read(content: bytes) -> bytes:
    """What the operators of a page set as text; each that moves to another place ends a line."""
    return b"".join(map(_shown, _token().finditer(content)))


def _shown(token: re.Match[bytes]) -> bytes:
    if token["string"] is not None:
        return _escape().sub(_character, token["string"])
    if token["hex"] is not None:
        digits = token["hex"].translate(None, SPACE)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return b"\n" if token["moves"] else b""


def _character(found: re.Match[bytes]) -> bytes:
    if found["octal"]:
        return bytes([int(found["octal"], 8) & 255])
    return LETTERS.get(found["letter"], found["letter"].strip(b"\r\n"))


@functools.cache
def _encrypted() -> re.Pattern[bytes]:
    return re.compile(rb"/Encrypt\s{0,8}(?:\d{1,10} \d{1,5} R|<<)")


@functools.cache
def _stream() -> re.Pattern[bytes]:
    return re.compile(rb"(?<!end)stream\r?\n")


@functools.cache
def _others() -> re.Pattern[bytes]:
    """Of what is no text: pictures, fonts, tables of places."""
    return re.compile(rb"/Image\b|/Length1\b|/(?:CIDFont)?Type[01]0?C\b|/OpenType\b|/XRef\b|/Predictor\b|/ICCBased\b")


@functools.cache
def _signs() -> tuple[re.Pattern[bytes], ...]:
    """What stands in every page that sets text."""
    return re.compile(rb"\bBT\b"), re.compile(rb"(?<![A-Za-z])T[jJ]\b")


@functools.cache
def _token() -> re.Pattern[bytes]:
    return re.compile(
        rb"\((?P<string>(?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*+\))*+)\)|<(?P<hex>[0-9A-Fa-f\s]*+)>"
        rb"|(?P<moves>(?<![A-Za-z/])(?:T[dDm*]|ET)(?![A-Za-z])|['\"](?=\s))"
    )


@functools.cache
def _escape() -> re.Pattern[bytes]:
    return re.compile(rb"\\(?:(?P<octal>[0-7]{1,3})|(?P<letter>\r\n|[\s\S]))")
