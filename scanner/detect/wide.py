"""Contents of which all is in UTF-16 or UTF-32."""

from __future__ import annotations

import codecs

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as the mark of UTF-16 does: to be tried before it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
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
