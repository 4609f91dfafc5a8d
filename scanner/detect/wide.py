"""UTF-16 and UTF-32: whole contents in such an encoding, and runs of such characters inside of others."""

from __future__ import annotations

import codecs
import functools
import re
from collections.abc import Iterator

from scanner.detect.offsets import Replacement, even

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the mark of UTF-16 does: to be tried before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GLUED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_")
"""Characters of which a value begins behind none."""
HEAD = 4096
"""Bytes by which a content without a mark is judged."""


def is_wide(data: bytes) -> bool:
    """Whether all of the content is in UTF-16 or UTF-32."""
    return (b"\0" in data[:4] or data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and bool(_encoding(data))


def decoded(data: bytes) -> bytes | None:
    """The content as UTF-8, if all of it is in UTF-16 or UTF-32."""
    encoding = _encoding(data) if is_wide(data) else None
    if encoding is None:
        return None
    return data.decode(encoding, "replace").removeprefix("\ufeff").encode("utf-8", "replace")


def runs(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """Runs of ASCII in UTF-16 and UTF-32 in data[low:high].

    A byte before a run is none of its characters, though it may look like one: .NET puts the length of a string there.
    """
    if b"\0" not in data[low:high]:
        return
    end = low
    for found in _runs().finditer(data, low, high):
        width = 2 if found["two"] else 4
        text = found[0].translate(None, b"\0")
        if found.start() > end and data[found.start() - 1] in GLUED:
            yield Replacement(found.start() - 1, found.start(), b"\n", ())
        yield even(*found.span(), text, width)
        end = found.end()


def _encoding(data: bytes) -> str | None:
    """By its mark, or because nearly all other bytes of the beginning are zero and those of the characters are not."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    head = data[: min(HEAD, len(data) & ~3)]
    if len(head) < 8:
        return None
    quarter = len(head) // 4
    zeros = [head[at::4].count(0) / quarter for at in range(4)]
    named = {"utf-32-le": (0, 1, 1, 1), "utf-32-be": (1, 1, 1, 0), "utf-16-le": (0, 1, 0, 1), "utf-16-be": (1, 0, 1, 0)}
    for name, full in named.items():
        if all(share > 0.8 if wanted else share < 0.1 for share, wanted in zip(zeros, full, strict=True)):
            return name
    return None


@functools.cache
def _runs() -> re.Pattern[bytes]:
    character = rb"[\t\n\r -~]"
    two = rb"(?:%b\0){8,}+|(?:\0%b){8,}+" % (character, character)
    four = rb"(?:%b\0\0\0){8,}+|(?:\0\0\0%b){8,}+" % (character, character)
    return re.compile(rb"(?P<four>%b)|(?P<two>%b)" % (four, two))
