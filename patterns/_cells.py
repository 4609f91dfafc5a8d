"""Tables as people write them: rows of Markdown and its like, of HTML, and divided by tabs or signs. Support."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

Span = tuple[int, int]
DIVIDERS = (b"|", b"\t", b";", b",")
LONGEST = 2048
"""Bytes of a row at most."""


def divider_of(line: bytes) -> bytes:
    """The sign that divides a row of a table: the first of these that it holds; empty if it holds none."""
    return next((sign for sign in DIVIDERS if sign in line), b"")


def row(data: bytes, start: int, end: int, divider: bytes) -> list[Span]:
    """The cells of the row data[start:end], bare of blanks, quotes and marks of emphasis. Without a sign, tags divide it.

    Headers of wikis have two signs for one.
    """
    if not divider:
        return [bare(data, *found.span(1)) for found in _element().finditer(data, start, end)]
    signs = [
        found.span() for found in re.finditer(rb"[%b]+" % divider if divider == b"|" else divider, data[start:end])
    ]
    begins, ends = [0, *(high for _, high in signs)], [*(low for low, _ in signs), end - start]
    return [bare(data, start + low, start + high) for low, high in zip(begins, ends, strict=True)]


def bare(data: bytes, start: int, end: int) -> Span:
    """The text of a cell: what is left of data[start:end] without what stands around it."""
    head = _head().match(data, start, end)
    start = head.end() if head else start
    text = data[start:end]
    return start, start + len(text) - len(_tail().search(text)[0])  # type: ignore[index]


def rows_below(data: bytes, at: int, most: int, divider: bytes) -> Iterator[Span]:
    """The rows from the offset on: lines with the divider in them, or elements of HTML. Lines that rule are left out."""
    if not divider:
        yield from (found.span() for found in _tr().finditer(data, at, min(len(data), at + most * 512)))
        return
    for _ in range(most):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        line = data[at:end]
        if len(line) > LONGEST or (divider not in line and line.strip(b"+-=: \t\r")):
            return
        if line.strip(b"|+-=: \t\r"):
            yield at, end
        elif not line.strip():
            return
        at = end + 1


@functools.cache
def _element() -> re.Pattern[bytes]:
    return re.compile(rb"(?is)<t[hd](?:\s[^<>]{0,200})?>(.{0,1000}?)</t[hd]>")


@functools.cache
def _tr() -> re.Pattern[bytes]:
    return re.compile(rb"(?is)\s{0,200}(?:</?t(?:head|body)>\s{0,200})*<tr(?:\s[^<>]{0,200})?>.{0,4000}?</tr>")


@functools.cache
def _head() -> re.Pattern[bytes]:
    return re.compile(rb"(?:[\s\"'`*]|<[^<>]{1,200}>)*")


@functools.cache
def _tail() -> re.Pattern[bytes]:
    return re.compile(rb"(?:[\s\"'`*]|<[^<>]{1,200}>)*\Z")
