"""Patches that bring bytes which are no text, as git writes them: zlib made them small, base 85 made them letters."""

from __future__ import annotations

import base64
import functools
import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from scanner.sources.containers.delta import brought
from scanner.sources.containers.member import CORRUPT, Flow, Member, Trouble, shown
from scanner.sources.containers.packed import Unpacked
from scanner.sources.pieces import filled

LARGEST = 32 * 2**20
"""Bytes of a delta that are read."""
LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""The first of a line says to how many bytes the rest of it comes, from 1 on."""


def members(file: BinaryIO) -> Iterator[Member | Trouble]:
    """The patch as it is; and what it brings to each file and takes from it, of a delta what that inserts."""
    data = file.read()
    yield Member(None, BytesIO(data).read, is_own=True)
    path = ""
    for found in _hunk().finditer(data):
        if found["path"]:
            path = shown(found["path"].decode("utf-8", "surrogateescape"))
            continue
        unpacked = Unpacked("zlib", Flow(_decoded(found["lines"])).read)
        is_delta = found["kind"] == b"delta"
        read = BytesIO(brought(filled(unpacked.read, LARGEST))).read if is_delta else unpacked.read
        yield Member(path or None, read)
        if unpacked.trouble:
            yield CORRUPT._replace(name=path or None)


def _decoded(lines: bytes) -> Iterator[bytes]:
    """The bytes that each line stands for, as far as lines are as they should be."""
    for line in lines.splitlines():
        try:
            yield base64.b85decode(line[1:])[: LETTERS.index(line[:1]) + 1]
        except ValueError:
            return


@functools.cache
def _hunk() -> re.Pattern[bytes]:
    """The line that names a file, or the bytes of one."""
    header = rb"^diff --git a/[^\n]* b/(?P<path>[^\r\n]+)"
    content = rb"^(?P<kind>literal|delta) \d+\r?\n(?P<lines>(?:[^\r\n]+\r?\n)+)"
    return re.compile(header + b"|" + content, re.MULTILINE)
