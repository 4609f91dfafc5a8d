"""Groups of kinds: each has something in common that tells sooner whether any of them can stand in a content."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from scanner.detect.broken import ENDS, words_broken
from scanner.detect.digits import HEX, shaped, shaped_apart
from scanner.detect.encodings import WORDS, arrays, ascii85_forms, base64_forms, escaped_forms, rows
from scanner.detect.kind import ACCOUNTS, Kind

ARRAY = 512
"""Bytes of an array in which a word stands."""
ROWS_BEGIN = (b"ddsd", b"ddssd", b"dddhsd")
"""The shapes of the first number of a row, and of what follows: one in each."""
FRAME = 128
"""Bytes in which it is told whether a file in uuencode begins."""
UUENCODED = tuple(
    (head, head + rb"[0-7]{2,3} [^\r\n]{1,80}\r?\n[!-`]") for head in (b"begin 4", b"begin 6", b"begin 7", b"begin 06")
)
"""How a file in uuencode begins: with the permissions that it had."""


class Group(NamedTuple):
    """Kinds with something in common that tells sooner whether a content can hold any of them.

    can_be_in: sees the content, and the same in lower case. kinds: are made when they are first looked for.
    """

    can_be_in: Callable[[bytes, bytes], bool]
    kinds: Callable[[], Sequence[Kind]]


def _escaped(escape: bytes) -> Callable[[], Sequence[Kind]]:
    return functools.cache(lambda: [Kind(form, ignore_case=True) for form in escaped_forms(_inner(), escape)])


@functools.cache
def _inner() -> Sequence[bytes]:
    """What is looked for with escapes, in hex, in arrays: the words, plain and in base64."""
    return tuple(dict.fromkeys([*WORDS, *(form.shown for form in base64_forms(WORDS))]))


@functools.cache
def _in_hex() -> Sequence[Kind]:
    return [Kind(word.hex().encode(), ignore_case=True) for word in _inner()]


@functools.cache
def _in_rows() -> Sequence[Kind]:
    return [Kind(row, ignore_case=True) for row in rows()]


@functools.cache
def _in_arrays() -> Sequence[Kind]:
    return [Kind(first, True, expression, span=ARRAY) for first, expression in arrays(_inner())]


@functools.cache
def _framed() -> Sequence[Kind]:
    encoded = [Kind(head, expression=expression, span=FRAME, is_framed=True) for head, expression in UUENCODED]
    return [*encoded, *(Kind(form, is_framed=True) for form in dict.fromkeys(ascii85_forms()))]


@functools.cache
def _of_accounts() -> Sequence[Kind]:
    return [Kind(literal) for literal in ACCOUNTS]


@functools.cache
def _row_shapes() -> Sequence[bytes]:
    """The shapes of rows, less those that hold another."""
    shapes = {shaped_apart(row).rstrip(b"s") for row in rows()}
    return [shape for shape in shapes if not any(other in shape for other in shapes - {shape})]


def _can_be_row(data: bytes, _: bytes) -> bool:
    shapes = shaped_apart(data)
    return any(shape in shapes for shape in ROWS_BEGIN) and any(shape in shapes for shape in _row_shapes())


def _two(sign: bytes, gap: bytes = b"") -> Callable[[bytes, bytes], bool]:
    """Whether two characters in a row are written as the sign and two digits: alone, it stands in most content."""
    expression = functools.cache(lambda: re.compile(sign + rb"[0-9a-f]{2}" + gap + sign))
    return lambda _, folded: bool(expression().search(folded))


GROUPS = (
    Group(lambda data, _: b"IA" in data and any(end in data for end in ENDS), words_broken),
    Group(lambda data, _: b"begin " in data or b"<~" in data, _framed),
    Group(lambda data, _: any(literal in data for literal in ACCOUNTS), _of_accounts),
    Group(_two(b"%"), _escaped(b"%%%02x")),
    Group(_two(b"="), _escaped(b"=%02x")),
    Group(lambda data, _: b"\\u00" in data, _escaped(b"\\u%04x")),
    Group(_two(rb"\\x"), _escaped(b"\\x%02x")),
    Group(lambda data, _: b"\\1" in data, _escaped(b"\\%03o")),
    Group(_two(b"&#x", b";"), _escaped(b"&#x%02x;")),
    Group(lambda data, _: b"&#" in data, _escaped(b"&#%d;")),
    Group(lambda data, _: HEX in shaped(data), _in_hex),
    Group(_can_be_row, _in_rows),
    Group(_two(b"0x", rb",\s{0,40}"), _in_arrays),
)
"""All but those that hang on patterns."""
