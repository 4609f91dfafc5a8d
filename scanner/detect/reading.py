"""Reading: the candidates of a content as it stands and as it is meant, each reported once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from scanner.detect.candidate import Candidate
from scanner.detect.clues import Clue
from scanner.detect.decode import View, rewritten
from scanner.detect.offsets import Rewritten
from scanner.detect.windows import Spans, Window

DEPTH = 3
"""How often a text is decoded again: base64 in base64 with escapes in it."""

ENCODED = ("url", "token", "key")
"""Roles of values that may hold what looks encoded."""

Reading = tuple[View, list[Candidate]]
Look = Callable[[bytes, Sequence[Window]], tuple[list[Candidate], list[Clue]]]
"""Gives the candidates and the clues in some parts of a text."""


def readings(
    view: View, found: list[Candidate], clues: Sequence[Clue], look: Look, depth: int = DEPTH
) -> list[Reading]:
    """The candidates by the text that they are found in, which is as much decoded as it takes to find more.

    found: those in the view itself. In a text with parts of it decoded all that stands between those parts is found
    again, so that an ID in plain sight belongs to its encoded secret. Only what decoding spoils is left with the view.
    """
    made = rewritten(view.data, clues, _whole(found)) if clues and depth else None
    if made is None:
        return [(view, found)]
    text, windows = made
    fresh, further = look(text.data, windows)
    deeper = readings(view.rewritten(text), _together(fresh, found, text), further, look, depth - 1)
    known = {_identity(view, item) for item in found}
    if all(_identity(inner, item) in known for inner, some in deeper for item in some):
        return [(view, found)]
    rest = _outside(view, found, deeper)
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


def _identity(view: View, item: Candidate) -> tuple[object, ...]:
    """What a candidate is in the original, whatever the view."""
    return item.pattern.id, view.offset(item.start), *(value.raw for value in item.values)


def _outside(view: View, found: Iterable[Candidate], deeper: Iterable[Reading]) -> list[Candidate]:
    """Those of which no value overlaps a value that was found in a decoded text."""
    taken = Spans(
        (inner.offset(value.start), inner.offset(value.end))
        for inner, some in deeper
        for item in some
        for value in item.values
    )
    return [
        item
        for item in found
        if not any(taken.touch(view.offset(value.start), view.offset(value.end)) for value in item.values)
    ]


def _whole(found: Iterable[Candidate]) -> list[Window]:
    """The values that are encoded text themselves, and are known in this form: URLs, tokens, keys of services."""
    values = (value for item in found for value in item.values)
    return [(value.start, value.end) for value in values if value.role in ENCODED]
