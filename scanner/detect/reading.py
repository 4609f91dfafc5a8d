"""Reading: the candidates of a content as it stands and as it is meant, each reported once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from scanner.detect.candidate import Candidate
from scanner.detect.clues import Clue
from scanner.detect.decode import View, rewritten
from scanner.detect.offsets import Rewritten, Run, Runs
from scanner.detect.windows import Spans, Window

DEPTH = 3
"""How often a text is decoded again: base64 in base64 with escapes in it."""

PIECE = 2**19
"""Bytes of a large content that are read at once."""
OVERLAP = 2**16
"""Bytes that each piece has in common with the next."""
ENCODED = ("url", "token", "key")
"""Roles of values that may hold what looks encoded."""

Placed = TypeVar("Placed", Candidate, Clue)
Reading = tuple[View, list[Candidate]]
Look = Callable[[bytes, Sequence[Window]], tuple[list[Candidate], list[Clue]]]
"""Gives the candidates and the clues in some parts of a text."""


def readings(view: View, found: list[Candidate], clues: Sequence[Clue], look: Look) -> Iterator[Reading]:
    """The candidates by the text that they are found in, which is as much decoded as it takes to find more.

    found: those in the view itself, in order of place, as the clues are. In a text with parts of it decoded all that
    stands between those parts is found again, so that an ID in plain sight belongs to its encoded secret. What decoding
    would spoil is left with the view. Large content is read in pieces, so that memory is bounded.
    """
    if not clues or len(view.data) <= PIECE:
        yield from _deeper(view, found, clues, look, DEPTH)
        return
    known: set[tuple[object, ...]] = set()
    taken: list[Window] = []
    for low in range(0, max(1, len(view.data) - OVERLAP), PIECE - OVERLAP):
        for inner, some in _piece(view, found, clues, look, low):
            fresh = [item for item in some if _identity(inner, item) not in known]
            if fresh:
                known |= {_identity(inner, item) for item in fresh}
                taken += _spans(inner, fresh)
                yield inner, fresh
    rest = _outside(view, found, taken)
    if rest or not taken:
        yield view, rest


def _piece(view: View, found: Sequence[Candidate], clues: Sequence[Clue], look: Look, low: int) -> Iterator[Reading]:
    """What is found in the texts that were decoded from one piece, but for what its borders may have cut in two."""
    high = low + PIECE
    near = [clue._replace(start=clue.start - low) for clue in _between(clues, low, high)]
    if not near:
        return
    inside = [_shifted(item, -low) for item in _between(found, low, high) if item.end <= high]
    piece = View(view.data[low:high], view.line, view.column, view.data, Runs([Run(0, low)]))
    first, last = (low and low + OVERLAP // 4), (high - OVERLAP // 4 if high < len(view.data) else high)
    for inner, some in _deeper(piece, inside, near, look, DEPTH):
        if inner is not piece:
            yield inner, [item for item in some if first <= inner.offset(item.start) and inner.offset(item.end) <= last]


def _deeper(view: View, found: list[Candidate], clues: Sequence[Clue], look: Look, depth: int) -> list[Reading]:
    made = rewritten(view.data, clues, _whole(found)) if clues and depth else None
    if made is None:
        return [(view, found)]
    text, windows = made
    fresh, further = look(text.data, windows)
    deeper = _deeper(view.rewritten(text), _together(fresh, found, text), further, look, depth - 1)
    known = {_identity(view, item) for item in found}
    if all(_identity(inner, item) in known for inner, some in deeper for item in some):
        return [(view, found)]
    rest = _outside(view, found, [span for inner, some in deeper for span in _spans(inner, some)])
    return [*deeper, (view, rest)] if rest else deeper


def _together(fresh: Iterable[Candidate], found: Iterable[Candidate], text: Rewritten) -> list[Candidate]:
    """What is found in the decoded parts, and what was found elsewhere, each at its place in the new text."""
    moved = (_moved(item, text) for item in found)
    whole = {(item.pattern.id, item.start, item.end): item for item in (*filter(None, moved), *fresh)}
    return sorted(whole.values(), key=lambda item: (item.start, item.end, item.pattern.id))


def _moved(item: Candidate, text: Rewritten) -> Candidate | None:
    """The candidate in the new text; None if something of it was decoded."""
    values = []
    for value in item.values:
        start = text.image(value.start, value.end)
        if start is None:
            return None
        values.append(value._replace(start=start, end=start + value.end - value.start))
    return item._replace(values=tuple(values))


def _shifted(item: Candidate, by: int) -> Candidate:
    return item._replace(
        values=tuple(value._replace(start=value.start + by, end=value.end + by) for value in item.values)
    )


def _between(items: Sequence[Placed], low: int, high: int) -> Sequence[Placed]:
    """Those that begin there, of items in order of place."""
    starts = (bisect_left(items, edge, key=lambda item: item.start) for edge in (low, high))
    return items[slice(*starts)]


def _identity(view: View, item: Candidate) -> tuple[object, ...]:
    """What a candidate is in the original, whatever the view."""
    return item.pattern.id, view.offset(item.start), *(value.raw for value in item.values)


def _spans(view: View, found: Iterable[Candidate]) -> list[Window]:
    """Where the values stand in the original."""
    return [(view.offset(value.start), view.offset(value.end)) for item in found for value in item.values]


def _outside(view: View, found: Iterable[Candidate], taken: Iterable[Window]) -> list[Candidate]:
    """Those of which no value overlaps what is taken: the place of a value that was found in a decoded text."""
    spans = Spans(taken)
    return [item for item in found if not any(spans.touch(low, high) for low, high in _spans(view, [item]))]


def _whole(found: Iterable[Candidate]) -> list[Window]:
    """The values that are encoded text themselves, and are known in this form: URLs, tokens, keys of services."""
    values = (value for item in found for value in item.values)
    return [(value.start, value.end) for value in values if value.role in ENCODED]
