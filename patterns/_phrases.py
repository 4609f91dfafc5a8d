"""Expressions made of phrases: words are written down as people say them, and become an expression here.

* `not, no`: any phrase of a row.
* `key(s)`: what is in brackets may be missing.
* `[very ]big`: what is in these may also be said up to three times.
* `avoid*`: the word may go on.
* `as if`: a blank is the gap between two words, whatever that is there.
* `as {word} as`: another expression, by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def any_of(*rows: str, gap: bytes = b" ", **named: bytes) -> bytes:
    """An expression for any phrase of these rows. Longer ones are tried first, so their order means nothing."""
    phrases = sorted((one for row in rows for one in row.split(", ")), key=len, reverse=True)
    return in_order(phrases, gap, named)


def in_order(phrases: Iterable[str], gap: bytes, named: Mapping[str, bytes]) -> bytes:
    """An expression for any of these phrases, tried as they come."""
    return either(*(phrase(one, gap, named) for one in phrases))


def phrase(text: str, gap: bytes, named: Mapping[str, bytes]) -> bytes:
    """An expression for one phrase."""
    signs = {" ": gap, "*": rb"\w*", "(": b"(?:", ")": b")?", "[": b"(?:", "]": b"){0,3}"}
    pieces = re.findall(r"\{(\w+)\}|([ *()\[\]])|([^ *()\[\]{]+)", text)
    return b"".join(
        named[name] if name else signs[sign] if sign else re.escape(words.encode()) for name, sign, words in pieces
    )


def vocabulary(rows: Mapping[str, str], gap: bytes, named: Mapping[str, bytes]) -> dict[str, bytes]:
    """Each row as an expression by its name, which rows further down may name as well, and those named already."""
    known = dict(named)
    for name, row in rows.items():
        known[name] = in_order(sorted(row.split(", "), key=len, reverse=True), gap, known)
    return known


def either(*expressions: bytes) -> bytes:
    """An expression for any of these, tried in their order."""
    return b"(?:%b)" % b"|".join(expressions)
