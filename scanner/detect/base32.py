"""Blocks of base32, in capitals or in small letters, on one line or wrapped, read as the text that they are."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from scanner.detect.blocks import TEXT
from scanner.detect.clues import Clue
from scanner.detect.offsets import Replacement, over_lines
from scanner.detect.runs import REACH


def in_base32(data: bytes, clues: Iterable[Clue]) -> Iterator[Replacement]:
    """The blocks around the clues in them, which are in order of place; of those that are text."""
    end = 0
    for clue in clues:
        if clue.kind.in_base32 and clue.start >= end:
            blocks = _block().finditer(data, max(end, clue.start - REACH), clue.start + REACH)
            block = next((found for found in blocks if found.start() <= clue.start < found.end()), None)
            text = _decoded(block[0]) if block else b""
            end = block.end() if block else end
            if block and text and not text.strip(TEXT):
                spans = [line.span() for line in _line().finditer(data, *block.span())]
                yield Replacement(*block.span(), text, over_lines(spans, 8, 5))


def _decoded(block: bytes) -> bytes:
    """The bytes that the characters stand for, as far as they are whole."""
    from base64 import b32decode  # only where there is such a block

    characters = b"".join(_line().findall(block)).upper()
    try:
        return b32decode(characters + b"=" * (-len(characters) % 8))
    except ValueError:
        return b32decode(characters[: len(characters) // 8 * 8])


@functools.cache
def _block() -> re.Pattern[bytes]:
    line = rb"(?:[A-Z2-7]{32,}+|[a-z2-7]{32,}+)"
    last = rb"(?:[A-Z2-7]+|[a-z2-7]+)"
    return re.compile(
        rb"(?<![A-Za-z0-9+/_\-])%b(?>(?:\r?\n[ \t]{0,40}%b(?![A-Za-z0-9+/_\-]))*)={0,6}(?![A-Za-z0-9+/_\-])"
        % (line, last)
    )


@functools.cache
def _line() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Z2-7]+|[a-z2-7]+")
