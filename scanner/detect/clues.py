"""Clues: places where it is worth reading what is written in another form, in base64 or with escapes.

A clue is an anchor that stands encoded, or a plain one beside what may be a value with escapes in it. Either prefilter
comes to the same clues: it says roughly where those of each kind may be, and `clues` decides.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.detect.kind import ACCOUNTS, Kind
from scanner.detect.runs import is_base32, is_in_one, rest, run_at
from scanner.detect.windows import Window

ENOUGH = 512
"""Bytes behind a clue in which another of its kind tells nothing new: both have the same surroundings read."""
ENOUGH_ENCODED = 8192
"""The same within one run of base64."""
SEPARATOR = b"\0\n\0"
"""Between contents that are searched as one: no value goes on over it, and no clue stands for one on its other side."""


class Clue(NamedTuple):
    """Where it stands, and what it is."""

    start: int
    kind: Kind


def clues(data: bytes, where: Mapping[Kind, Sequence[Window]], folded: bytes | None = None) -> list[Clue]:
    """The clues of each kind that stand in its windows, which are sorted and apart; in order of place.

    folded: the content in lower case, if that is known.
    """
    found = (clue for kind, windows in where.items() for clue in _places(data, kind, windows, folded))
    return sorted(found, key=lambda clue: clue.start)


def speaks_of_account(data: bytes) -> bool:
    """Whether the content may tell of a whole account."""
    return any(literal in data for literal in ACCOUNTS)


def _places(data: bytes, kind: Kind, windows: Sequence[Window], folded: bytes | None) -> Iterator[Clue]:
    after = 0
    for low, high in windows:
        text, base = data, 0
        if kind.ignore_case:
            text, base = (data[low:high].lower(), low) if folded is None else (folded, 0)
        at = text.find(kind.literal, max(low, after) - base, high - base)
        while at >= 0:
            place = base + at
            is_one = _is_one(data, place, kind)
            if is_one:
                yield Clue(place, kind)
            after = _behind(data, place, kind) if is_one or kind.in_base32 else place + 1
            at = text.find(kind.literal, after - base, high - base)


def _is_one(data: bytes, at: int, kind: Kind) -> bool:
    if kind.form:
        return is_in_one(data, at, len(kind.literal))
    if kind.in_base32:
        return is_base32(run_at(data, at))
    return not kind.expression or bool(_compiled(kind).match(data, at))


def _behind(data: bytes, at: int, kind: Kind) -> int:
    """From where on another clue of the kind tells something new."""
    if not (kind.form or kind.in_base32):
        end = data.find(SEPARATOR, at, at + ENOUGH)
        return at + ENOUGH if end < 0 else end
    run = rest().match(data, at, at + ENOUGH_ENCODED)
    return run.end() if run else at + 1


@functools.cache
def _compiled(kind: Kind) -> re.Pattern[bytes]:
    return re.compile(kind.expression, re.DOTALL | (re.IGNORECASE if kind.ignore_case else 0))
