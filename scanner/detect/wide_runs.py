"""Runs of characters in UTF-16 or UTF-32 inside of other content, as in binaries and databases."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.detect.offsets import Replacement, even

GLUED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/_")
"""Characters of which a value begins behind none."""


def runs(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """The runs of ASCII in data[low:high].

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


@functools.cache
def _runs() -> re.Pattern[bytes]:
    character = rb"[\t\n\r -~]"
    two = rb"(?:%b\0){8,}+|(?:\0%b){8,}+" % (character, character)
    four = rb"(?:%b\0\0\0){8,}+|(?:\0\0\0%b){8,}+" % (character, character)
    return re.compile(rb"(?P<four>%b)|(?P<two>%b)" % (four, two))
