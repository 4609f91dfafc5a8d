"""Documents of Office and OpenDocument, which are XML in ZIP files: their text, a line for each paragraph.

A word processor divides what it takes for words, so that half a key lies in one element and half in another, with its
name far away behind how the text looks. What stands in links and descriptions is left as it is.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.sources.containers.member import STEP, Flow
from scanner.sources.pieces import Read

LONGEST = 2**16
"""Bytes of a tag that ends in what is read later."""


def read_of(name: str, read: Read) -> Read:
    """What gives the text of the member, if it is a document; else what gives its content."""
    return Flow(_text(read)).read if _documents().fullmatch(name) else read


def _text(read: Read) -> Iterator[bytes]:
    rest = b""
    while data := read(STEP):
        data = rest + data
        cut = data.rfind(b">") + 1
        if len(data) - cut > LONGEST:
            cut = len(data)
        rest = data[cut:]
        yield _tag().sub(_shown, data[:cut])
    yield rest


def _shown(tag: re.Match[bytes]) -> bytes:
    """The end of a paragraph or of a row ends a line; a cell and a tab are a tab; other marks are nothing."""
    name = tag["name"]
    if (tag["ends"] and name in (b"p", b"h", b"tr", b"table-row")) or name in (b"br", b"cr", b"line-break"):
        return b"\n"
    return b"\t" if name == b"tab" or (tag["ends"] and name in (b"tc", b"table-cell")) else b""


@functools.cache
def _documents() -> re.Pattern[str]:
    return re.compile(
        r"word/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml"
        r"|ppt/(?:slides|notesSlides|comments)/[^/]+\.xml|content\.xml"
    )


@functools.cache
def _tag() -> re.Pattern[bytes]:
    """Of the vocabularies of such documents, without what is told to the reader or leads elsewhere."""
    return re.compile(
        rb"<(?P<ends>/?)(?:w\d{0,2}|wp\w{0,9}|a|p|m|mc|text|table|office|style|draw|loext):(?P<name>[\w\-]+)"
        rb"(?![^<>]*\b(?:href|descr|instr|title)=)[^<>]*>"
    )
