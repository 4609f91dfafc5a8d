"""Escapes: characters that are written as something else, one by one, and text that is broken in the middle of a value.

Each reader sees a part of the content and gives what is to be replaced in it. It looks first for what tells that it is
worth it: an escape in a value or just before it. What a program prints as a line end tells only where a value follows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.detect.numbers import numbers, units
from scanner.detect.offsets import Replacement, Run, even

NAMES = {
    b"amp": b"&", b"quot": b'"', b"apos": b"'", b"lt": b"<", b"gt": b">", b"sol": b"/", b"plus": b"+",
    b"equals": b"=", b"colon": b":", b"bsol": b"\\", b"nbsp": b" ", b"Tab": b"\t", b"NewLine": b"\n", b"lowbar": b"_",
}  # fmt: skip
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"e": b"\x1b"}
LINE = range(41, 80)
"""Characters of a line that quoted-printable breaks, one more for its end; it allows 76, mails of Python's have 78."""
LONGEST = 80


def escapes(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """What is written with escapes in data[low:high]."""
    part = data[low:high]
    if b"%" in part:
        yield from _percent(data, low, high)
    if b"\\" in part:
        yield from _backslash(data, low, high)
    if b"&" in part:
        yield from _entities(data, low, high)
    if b"=\n" in part or b"=\r\n" in part or b"=3D" in part:
        yield from _quoted_printable(data, low, high)
    if b"\x1b[" in part:
        yield from (Replacement(*found.span(), b"", ()) for found in _colour().finditer(data, low, high))
    if b"}{\\" in part:
        yield from (Replacement(*found.span(), b"", ()) for found in _rich_text().finditer(data, low, high))
    yield from numbers(data, low, high)


def _percent(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    for found in _percent_run().finditer(data, low, high):
        yield _hex(found, b"%", 3)
    yield from (
        Replacement(*found.span(), b" ", (Run(0, found.start()),)) for found in _blank().finditer(data, low, high)
    )


def _backslash(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    if not _telling_backslash().search(data, low, high):
        return
    for found in _backslash_hex().finditer(data, low, high):
        yield _hex(found, found["mark"], len(found["mark"]) + 2)
    for found in _backslash_one().finditer(data, low, high):
        yield Replacement(*found.span(), _character(found), (Run(0, found.start()),))


def _character(found: re.Match[bytes]) -> bytes:
    if found["octal"]:
        return bytes([int(found["octal"], 8)])
    if found["point"]:
        return chr(int(found["point"], 16)).encode()
    return LETTERS.get(found["letter"], found["letter"])


def _entities(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    if not _telling_entity().search(data, low, high):
        return
    for found in _numbered().finditer(data, low, high):
        yield units(found, *((_hexadecimal(), 16) if found["hex"] else (_decimal(), 10)))
    for found in _named().finditer(data, low, high):
        yield Replacement(*found.span(), NAMES[found[1]], (Run(0, found.start()),))


def _quoted_printable(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    for found in _quoted().finditer(data, low, high):
        if found["hex"]:
            yield _hex(found, b"=", 3)
        elif found.start() - data.rfind(b"\n", max(0, found.start() - LONGEST), found.start()) in LINE:
            yield Replacement(*found.span(), b"", ())


def _hex(found: re.Match[bytes], mark: bytes, width: int) -> Replacement:
    return even(*found.span(), bytes.fromhex(found[0].replace(mark, b"").decode()), width)


@functools.cache
def _percent_run() -> re.Pattern[bytes]:
    return re.compile(rb"%(?:[2-7][0-9A-Fa-f]|0[AaDd9])(?>(?:%(?:[2-7][0-9A-Fa-f]|0[AaDd9])){0,4095})")


@functools.cache
def _blank() -> re.Pattern[bytes]:
    """A blank as forms write it, beside a sign that assigns: a plus sign of the value itself would be an escape."""
    return re.compile(rb"(?<=%3[AaDd])\+|\+(?=%3[AaDd]\+)")


@functools.cache
def _telling_backslash() -> re.Pattern[bytes]:
    character = rb"/|u00[2-7][0-9A-Fa-f]|x[2-7][0-9A-Fa-f]|u\{|[01][0-7]{2}|(?:u00|x)1[bB]|e\["
    return re.compile(rb"\\(?:%b|[nrt] {0,40}[A-Za-z0-9+/]{20})" % character)


@functools.cache
def _backslash_hex() -> re.Pattern[bytes]:
    return re.compile(rb"(?<!\\)(?P<mark>\\{1,16}+(?:u00|x))[0-7][0-9A-Fa-f](?:(?P=mark)[0-7][0-9A-Fa-f]){0,4095}+")


@functools.cache
def _backslash_one() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?<!\\)\\{1,16}+(?:(?P<octal>[01][0-7]{2})|u\{0{0,4}(?P<point>[2-7][0-9A-Fa-f])\}"
        rb"|(?P<letter>[/\"'nrt]|e(?=\[)))"
    )


@functools.cache
def _telling_entity() -> re.Pattern[bytes]:
    return re.compile(rb"&(?:amp;)*(?:#[xX]?[0-9A-Fa-f]{1,5}|plus|sol|equals|lowbar);")


@functools.cache
def _numbered() -> re.Pattern[bytes]:
    hexadecimal = rb"&#[xX]0{0,4}(?:[2-7][0-9A-Fa-f]|[9aAdD]);"
    decimal = rb"&#0{0,4}(?:9|1[03]|3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6]);"
    return re.compile(
        rb"(?P<hex>%b(?>(?:%b){0,4095}))|%b(?>(?:%b){0,4095})" % (hexadecimal, hexadecimal, decimal, decimal)
    )


@functools.cache
def _hexadecimal() -> re.Pattern[bytes]:
    return re.compile(rb"&#[xX]([0-9A-Fa-f]+);")


@functools.cache
def _decimal() -> re.Pattern[bytes]:
    return re.compile(rb"&#([0-9]+);")


@functools.cache
def _named() -> re.Pattern[bytes]:
    return re.compile(rb"&(" + b"|".join(NAMES) + rb");")


@functools.cache
def _quoted() -> re.Pattern[bytes]:
    return re.compile(rb"(?P<hex>=3D(?:=[2-7][0-9A-F]){0,4095}+|(?:=[2-7][0-9A-F]){4,4096}+)|=[ \t]{0,8}\r?\n")


@functools.cache
def _colour() -> re.Pattern[bytes]:
    return re.compile(rb"\x1b\[[0-9;?]{0,16}[A-Za-z]")


@functools.cache
def _rich_text() -> re.Pattern[bytes]:
    """Where one run of RTF ends and the next begins, in a value: Word has one for each time of writing."""
    word = rb"\\[a-z]{1,20}-?[0-9]{0,10}[ ]?(?:\r?\n)?"
    return re.compile(rb"(?<=[A-Za-z0-9+/])\}\s{0,4}\{(?>(?:%b){1,24})(?=[A-Za-z0-9+/])" % word)
