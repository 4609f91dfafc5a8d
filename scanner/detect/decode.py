"""Views: content as it reads once it is decoded. Made only where a clue says that it is worth it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from patterns._written import SIGNS
from scanner.detect.blocks import blocks, keys
from scanner.detect.clues import Clue
from scanner.detect.cut import cuts
from scanner.detect.escapes import escapes
from scanner.detect.joined import joins
from scanner.detect.lines import Place, places
from scanner.detect.offsets import Chain, Offsets, Replacement, Rewritten, apart
from scanner.detect.wide import decoded
from scanner.detect.wide_runs import runs
from scanner.detect.windows import Spans, Window, merged

LONGEST = 16_384
"""Characters of a token that is written with escapes."""
NEAR = 1600
"""Bytes on either side of a clue in which escapes are read: a key ID vouches for a secret so far away."""


class View(NamedTuple):
    """Bytes to match in, UTF-8 as far as it is text, and where they stand in the original.

    source, offsets: where set, an offset of `data` stands at `offsets[i]` of `source`, and is counted there.
    """

    data: bytes
    line: int = 1
    column: int = 1
    source: bytes = b""
    offsets: Offsets | Sequence[int] = ()

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

    def rewritten(self, text: Rewritten) -> View:
        """The view of what this one reads once replacements are made in it."""
        offsets = Chain(text.offsets, self.offsets) if self.offsets else text.offsets
        return self._replace(data=text.data, source=self.source or self.data, offsets=offsets)

    def in_utf8(self) -> View | None:
        """All of it in UTF-8, if it is in UTF-16 or UTF-32."""
        text = decoded(self.data)
        return None if text is None else View(text, self.line, self.column)


def rewritten(data: bytes, clues: Sequence[Clue], whole: Sequence[Window]) -> tuple[Rewritten, list[Window]] | None:
    """The content with what stands around the clues decoded, and the parts of it that are worth a look then.

    What is encoded as a whole and goes on in an escape is left for the next time, when the escape has been decoded.
    None if there is nothing to decode. The clues are in order of place. whole: values that are to be left as they are.
    """
    near = _surroundings(data, clues)
    written = [
        item
        for low, high in near
        for item in (*escapes(data, low, high), *joins(data, low, high), *cuts(data, low, high))
    ]
    edges = {edge for item in written for edge in (item.start, item.end)}
    encoded = (*_named(data, clues), *(item for low, high in near for item in _encoded(data, low, high)))
    found = apart([*written, *(item for item in encoded if edges.isdisjoint((item.start, item.end)))])
    if whole:
        taken = Spans(whole)
        found = [item for item in found if not taken.touch(item.start, item.end)]
    if not found:
        return None
    text = Rewritten(data, found)
    return text, merged((text.near(item.start - NEAR), text.near(item.end + NEAR)) for item in found)


def _named(data: bytes, clues: Sequence[Clue]) -> Iterator[Replacement]:
    """What the clues themselves stand in."""
    yield from blocks(data, clues)
    if any(clue.kind.in_base32 for clue in clues):
        from scanner.detect.base32 import in_base32  # a hook must not pay for it

        yield from in_base32(data, clues)
    if any(clue.kind.is_framed for clue in clues):
        from scanner.detect.framed import framed

        yield from framed(data, clues)


def _surroundings(data: bytes, clues: Sequence[Clue]) -> list[Window]:
    """Around the clues; a value that goes on is followed to its end."""
    near = merged((max(0, clue.start - clue.kind.before), clue.start + clue.kind.after) for clue in clues)
    return merged((low, _end(data, min(high, len(data)))) for low, high in near)


def _end(data: bytes, at: int) -> int:
    """Where the value ends that goes on at `at`, if it is no longer than a token may be."""
    rest = _rest().match(data, at, at + LONGEST)
    return rest.end() if rest else at


def _encoded(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """What in data[low:high] is encoded as a whole."""
    yield from keys(data, low, high)
    yield from runs(data, low, high)


@functools.cache
def _rest() -> re.Pattern[bytes]:
    return re.compile(rb"[%b]*+" % SIGNS.replace(rb"\r\n", b""))
