"""Rows of numbers that are characters: `0x41, 0x4b`, `41:4b`, `41 4b`, `[65, 75]`, as programs and tools show bytes."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scanner.detect import encodings
from scanner.detect.digits import shaped
from scanner.detect.dumps import dumps
from scanner.detect.offsets import Replacement, Run

ROWS = (b"hhshhshhshhs", b"hhsshhsshhss", b"hhhhshhhhs")
"""Four numbers of two digits, or two of four, by their digits' shapes: few rows that hold a key have none."""


def numbers(data: bytes, low: int, high: int) -> Iterator[Replacement]:
    """The rows in data[low:high]: of a few numbers where each has its `0x`, else of twenty that hold a word."""
    part = data[low:high]
    if b"0x" in part or b"0X" in part:
        for found in _array().finditer(data, low, high):
            yield units(found, _of_array(), 16)
    shapes = shaped(part)
    if any(row in shapes for row in ROWS) and _holds_a_word(part.lower()):
        yield from dumps(data, low, high)
        for found in _pairs().finditer(data, low, high):
            yield units(found, _pair(), 16)
        for found in _decimals().finditer(data, low, high):
            yield units(found, _decimal(), 10)


def _holds_a_word(lowered: bytes) -> bool:
    return any(row in lowered for row in _rows())


def units(found: re.Match[bytes], unit: re.Pattern[bytes], base: int) -> Replacement:
    """A row of numbers that are characters, each as wide as it happens to be."""
    starts = [one.start() for one in unit.finditer(found[0])]
    text = bytes([int(digits, base) for digits in unit.findall(found[0])])
    return Replacement(*found.span(), text, tuple(_evenly(starts, found.start())))


def _evenly(starts: Sequence[int], by: int) -> Iterator[Run]:
    """Runs of characters that stand as far from one another, as those of one line do; all are moved by so much."""
    at = 0
    for step, alike in groupby(map(operator.sub, starts[1:], starts)):
        yield Run(at, starts[at] + by, step)
        at += sum(1 for _ in alike)
    if at == 0:
        yield Run(0, starts[0] + by)


@functools.cache
def _rows() -> tuple[bytes, ...]:
    return tuple(encodings.rows())


@functools.cache
def _array() -> re.Pattern[bytes]:
    return re.compile(rb"0[xX][0-7][0-9A-Fa-f](?>(?:,\s{0,40}0[xX][0-7][0-9A-Fa-f]){7,4095})")


@functools.cache
def _of_array() -> re.Pattern[bytes]:
    return re.compile(rb"0[xX](..)[,\s]*")


_TURN = rb"[ \t]{0,4}\\?\r?\n[ \t]{0,40}"
"""The end of a line, behind which the row goes on."""


@functools.cache
def _pairs() -> re.Pattern[bytes]:
    pair = rb"(?:[2-7][0-9A-Fa-f]|0[9AaDd])"
    return re.compile(
        rb"(?<![0-9A-Za-z])%b(?P<sign>[: \-])%b(?>(?:(?:(?P=sign)(?:%b)?|%b)%b){18,8192})(?![0-9A-Za-z])"
        % (pair, pair, _TURN, _TURN, pair)
    )


@functools.cache
def _pair() -> re.Pattern[bytes]:
    return re.compile(rb"([0-9A-Fa-f]{2})")


@functools.cache
def _decimals() -> re.Pattern[bytes]:
    number = rb"(?:9|1[03]|3[2-9]|[4-9][0-9]|1[01][0-9]|12[0-6])(?![0-9])"
    return re.compile(rb"(?<![\w.\-])%b(?>(?:(?:,\s{0,40}|[ ])%b){19,8192})(?![\w.])" % (number, number))


@functools.cache
def _decimal() -> re.Pattern[bytes]:
    return re.compile(rb"([0-9]+)")
