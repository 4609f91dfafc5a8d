"""Views: content as it reads once it is decoded. Made only where the prefilter has seen encoded text."""

from __future__ import annotations

import codecs
import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scanner.detect.lines import Place, places

MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


class View(NamedTuple):
    """Bytes to match in, UTF-8 as far as it is text, and where they stand in the original.

    source, offsets: where set, an offset of `data` stands at `offsets[i]` of `source`, and is counted there.
    """

    data: bytes
    line: int = 1
    column: int = 1
    source: bytes = b""
    offsets: Sequence[int] = ()

    def __repr__(self) -> str:
        return f"View({len(self.data)} bytes)"

    def offset(self, at: int) -> int:
        """Where in the original a byte of the view stands."""
        return self.offsets[at] if self.offsets else at

    def places(self, wanted: Sequence[int]) -> dict[int, Place]:
        """(line, column) of each offset, from 1."""
        if not self.offsets:
            return places(self.data, wanted, self.line, self.column)
        original = {at: self.offset(at) for at in wanted}
        found = places(self.source, original.values(), self.line, self.column)
        return {at: found[original[at]] for at in wanted}


def wide_views(data: bytes, line: int = 1, column: int = 1) -> Iterator[View]:
    """The UTF-16 text in the content: all of it if it is such a file, else each run of such characters."""
    encoding = _encoding(data)
    if encoding:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
        yield View(text.encode("utf-8", "replace"), line, column)
        return
    for run in _runs().finditer(data):
        start = run.start() + (run[0][0] == 0)
        yield View(run[0][start - run.start() :: 2], line, column, data, range(start, run.end() + 2, 2))


def _encoding(data: bytes) -> str | None:
    """UTF-16 by its mark, or because nearly every other byte of the beginning is zero."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    head = data[:4096]
    if len(head) < 8:
        return None
    half = len(head) // 2
    little, big = head[1::2].count(0), head[0::2].count(0)
    if little > 0.8 * half and big < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if big > 0.8 * half and little < 0.1 * half else None


@functools.cache
def _runs() -> re.Pattern[bytes]:
    return re.compile(rb"(?:[\t\n\r -~]\x00){16,}+[\t\n\r -~]?|(?:\x00[\t\n\r -~]){16,}+")
