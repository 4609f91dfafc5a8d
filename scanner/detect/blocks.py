"""Blocks of base64 and runs of hexadecimal digits, read as the text that they are."""

from __future__ import annotations

import binascii
import functools
import itertools
import re
from collections.abc import Iterable, Iterator

from patterns._written import signs
from scanner.detect.clues import Clue
from scanner.detect.encodings import WORDS, Form
from scanner.detect.kinds import PACKED
from scanner.detect.offsets import Replacement, Run, even
from scanner.detect.packed import unpacked
from scanner.detect.wrapped import REACH, Line, lines

PACKED_REACH = 2**18
"""Characters of a block that are read behind a clue where it was packed: of what is cut off nothing may be left."""
GLUED = 48
"""Bytes at most that a word glued to a block reads as."""
TEXT = bytes(range(32, 127)) + b"\t\n\r\0"
BASE64_WORD = b"b" * 54
"""What the shortest of them is in base64, a secret access key, without padding: `b` stands for any character."""
HEX_WORD = b"h" * 40
"""What a key ID is in hex: `h` stands for any digit."""


def blocks(data: bytes, clues: Iterable[Clue]) -> Iterator[Replacement]:
    """The blocks of base64 around the clues in them, which are in order of place."""
    end = 0
    for clue in clues:
        form = clue.kind.form
        found = _block(data, clue.start, form, end) if form and clue.start >= end else None
        if found:
            end = found.end
            yield found


def keys(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """Keys and passwords in data[low:high] that stand encoded by themselves, as Kubernetes keeps them; text in hex."""
    part = data[low:high]
    for found in _at_runs(_base64_key(), data, low, high, signs(part), BASE64_WORD):
        text = _decoded(found[1])
        if _key().fullmatch(text):
            yield even(*found.span(), text, 4, 3)
    digits = part.translate(_digits())
    for block in _at_runs(_hex_lines(), data, low, high, digits, HEX_WORD):
        yield from _joined(block)
    for found in _at_runs(_hex(), data, low, high, digits, HEX_WORD):
        text = bytes.fromhex(found[0].decode())
        if not text.strip(TEXT) or any(word.lower() in text.lower() for word in WORDS):
            yield even(*found.span(), text, 2)


def _at_runs(
    expression: re.Pattern[bytes], data: bytes, low: int, high: int, kinds: bytes, run: bytes
) -> Iterator[re.Match[bytes]]:
    """The matches in data[low:high], which begin where a run of one kind of characters does.

    kinds: the kind of each of them, a blank for any other. run: so many at least stand in a row. They are found in a
    fraction of the time that the expression takes to come upon them.
    """
    at = kinds.find(run)
    while at >= 0:
        found = expression.match(data, low + at, high)
        if found:
            yield found
        end = kinds.find(b" ", found.end() - low if found else at)
        at = kinds.find(run, end) if end >= 0 else -1


def _joined(block: re.Match[bytes]) -> Iterator[Replacement]:
    """The lines of a dump of hexadecimal digits and what stands between them, if all of it is text."""
    rows = [*_digits_of_line().finditer(block.string, *block.span())]
    widths = {len(row[0]) for row in rows[:-1]}
    text = bytes.fromhex(b"".join(row[0] for row in rows).decode())
    if len(widths) > 1 or text.strip(TEXT):
        return
    yield from (Replacement(one.end(), other.start(), b"", ()) for one, other in itertools.pairwise(rows))
    yield from (even(*row.span(), bytes.fromhex(row[0].decode()), 2) for row in rows if len(row[0]) < len(HEX_WORD))


def _block(data: bytes, clue: int, form: Form, floor: int) -> Replacement | None:
    """What the block around the clue reads; None if that deceives. floor: where it begins at the earliest."""
    found = lines(data, clue, floor, PACKED_REACH if form in PACKED else REACH)
    inside = next(line for line in found if line.source <= clue < line.end)
    if len(found) > 1 and (inside.start + clue - inside.source - form.skipped) % 4:
        inside = inside._replace(start=0)
        found = [inside]
    offset = inside.start + clue - inside.source
    phase = (offset - form.skipped) % 4
    text = _decoded(b"".join(line.text for line in found)[phase:])
    expected = (offset - phase) * 3 // 4
    at = text.lower().find(form.word.lower(), max(0, expected - 3), expected + len(form.word) + 3)
    if at < 0:
        return None
    padding = _padding().match(data, found[-1].end)
    end = padding.end() if padding else found[-1].end
    if form in PACKED:
        return unpacked(text[at:], clue, end)
    first, last = _whole(text, at, at + len(form.word))
    runs = _runs(found, phase, first)
    return Replacement(runs[0].source, end if last == len(text) else _place(found, phase, last), text[first:last], runs)


def _whole(text: bytes, start: int, end: int) -> tuple[int, int]:
    """The text without what a word at either end of the block, in which no base64 stands, reads as."""
    head = len(text[:start].rstrip(TEXT)) if start <= GLUED else 0
    tail = len(text[end:].lstrip(TEXT)) if len(text) - end <= GLUED else 0
    return head, len(text) - tail


def _runs(found: list[Line], phase: int, first: int) -> tuple[Run, ...]:
    """Where the bytes of the text stand, from its byte `first` on."""
    result = []
    for line in found:
        begins = max(0, -(-(line.start - phase) * 3 // 4))
        ends = (line.start + len(line.text) - phase) * 3 // 4
        if ends > first or line is found[-1]:
            skipped = max(first, begins)
            source = line.source + max(0, phase + skipped * 4 // 3 - line.start)
            result.append(Run(skipped - first, source, 4, 3))
    return tuple(result)


def _place(found: list[Line], phase: int, at: int) -> int:
    """Where the character behind the byte before `at` stands."""
    place = phase + -(-at * 4 // 3)
    line = next(line for line in reversed(found) if line.start <= place)
    return line.source + place - line.start


def _decoded(characters: bytes) -> bytes:
    """The bytes that the characters of either alphabet stand for, as far as they are whole."""
    if len(characters) % 4 == 1:
        characters = characters[:-1]
    return binascii.a2b_base64(characters.translate(_standard()) + b"=" * (-len(characters) % 4))


@functools.cache
def _standard() -> bytes:
    return bytes.maketrans(b"-_", b"+/")


@functools.cache
def _digits() -> bytes:
    """What each byte is: `h` for a hexadecimal digit, a blank for any other."""
    return bytes(104 if byte in b"0123456789abcdefABCDEF" else 32 for byte in range(256))


@functools.cache
def _padding() -> re.Pattern[bytes]:
    return re.compile(rb"(?:=|%(?:25){0,3}3[Dd]|\\{1,8}u003[Dd]|&#(?:61|[xX]3[Dd]);|&equals;){0,2}(?:=3D){0,2}")


@functools.cache
def _base64_key() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![A-Za-z0-9+/_\-])([A-Za-z0-9+/]{54,62}+)={0,2}(?![A-Za-z0-9+/_\-=])")


@functools.cache
def _hex() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}){20,8192}+")


@functools.cache
def _hex_lines() -> re.Pattern[bytes]:
    """Lines of one width, as `xxd -p` wraps them, and one that may be shorter."""
    return re.compile(
        rb"(?<![0-9A-Fa-f])(?:(?:[0-9A-Fa-f]{2}){20,64}\r?\n){1,4096}(?:[0-9A-Fa-f]{2}){1,64}+(?![0-9A-Fa-f])"
    )


@functools.cache
def _digits_of_line() -> re.Pattern[bytes]:
    return re.compile(rb"[0-9A-Fa-f]+")


@functools.cache
def _key() -> re.Pattern[bytes]:
    """A secret access key; a password of SES, or of a service-specific credential."""
    return re.compile(rb"(?:[A-Za-z0-9+/]{40}|[A-Za-z0-9+/]{43}[A-Za-z0-9+/=])\s{0,2}")
