"""What holds a place in a structured text, from inside out: objects, lists and calls, blocks by indentation, sections,
headings.

Support: no signal stands here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

ABOVE = 4096
"""Bytes above a place in which its holders are looked for."""
BELOW = 800
"""Bytes below it in which the rest of the innermost is read."""
NAMED = 160
"""Bytes before a bracket in which the name of what it opens stands."""


class Holder(NamedTuple):
    """name: empty where it has none, as items of lists. own: what stands in it and in nothing else inside of it."""

    name: bytes
    own: bytes


def holders(data: bytes, start: int, end: int) -> Iterator[Holder]:
    """The holders of data[start:end]; those that begin far above are not seen."""
    above, below = data[max(0, start - ABOVE) : start].replace(b"\r\n", b"\n"), data[end : end + BELOW]
    opened = _opened(above)
    rest = _rest(below)
    for number, at in enumerate(reversed(opened)):
        stop = len(above) if number == 0 else opened[-number]
        yield Holder(_before(above, at), _flat(above[at + 1 : stop]) + rest)
        rest = b""
    yield from _blocks(above[: opened[0]] if opened else above, b"" if opened else below)
    if not opened:
        yield from _sections(above, below)
        yield from _headings(above)


def _opened(text: bytes) -> list[int]:
    """Where the brackets stand that are not closed, in the order of the text."""
    stack: list[int] = []
    for bracket in _bracket().finditer(text):
        if bracket[0] in b"{[(":
            stack.append(bracket.start())
        elif stack:
            stack.pop()
    return [at for at in stack if not _section().match(text, text.rfind(b"\n", 0, at) + 1)]


def _sections(above: bytes, below: bytes) -> Iterator[Holder]:
    """The section of a settings file, and those that its name says it is a part of."""
    section = next(reversed(list(_section().finditer(above))), None)
    if section:
        *outwards, name = section["name"].split(b".")
        yield Holder(name, above[section.end() :] + below.split(b"\n[", 1)[0])
        yield from (Holder(part, b"") for part in reversed(outwards))


def _headings(above: bytes) -> Iterator[Holder]:
    """The headings of a text in Markdown under which its end stands, and the label of the item that it stands in."""
    item, level = _item().match(above, above.rfind(b"\n") + 1), 7
    if item:
        yield Holder(item["name"], b"")
    for found in reversed(list(_heading().finditer(above))):
        if len(found["level"]) < level:
            level = len(found["level"])
            yield Holder(b"" if _title().fullmatch(found["name"]) else found["name"], b"")


def _before(text: bytes, at: int) -> bytes:
    """The name that is given to what is opened there."""
    found = _name().search(text[max(0, at - NAMED) : at])
    return found["name"] if found else b""


def _rest(below: bytes) -> bytes:
    """What follows up to where it closes."""
    depth = 0
    for bracket in _bracket().finditer(below):
        depth += 1 if bracket[0] in b"{[(" else -1
        if depth < 0:
            return _flat(below[: bracket.start()])
    return b""


def _flat(text: bytes) -> bytes:
    """Without the objects inside of it."""
    return _inner().sub(b"", _inner().sub(b"", text))


def _blocks(above: bytes, below: bytes) -> Iterator[Holder]:
    """The blocks by indentation that hold the end of the text, as YAML has them, and the items of lists among them."""
    *lines, last = above.split(b"\n")
    depth, own, in_list = _depth(last), _alike(below, _depth(last)), False
    if _is_item(last):
        yield Holder(b"", last + own)
        depth, own, in_list = _indent(last), b"", True
    for line in reversed(lines):
        if line.startswith(b"---"):
            return
        reach, head = _depth(line), _head().match(line)
        if reach > depth or not line.strip() or line.lstrip().startswith(b"#") or (in_list and not head):
            continue
        if reach == depth and not in_list:
            own += line + b"\n"
        elif head:
            yield Holder(head["name"], own)
            depth, own, in_list = reach, b"", False
        else:
            return
        if _is_item(line):
            yield Holder(b"", own)
            depth, own, in_list = _indent(line), b"", True
    if depth < _depth(last):
        yield Holder(b"", own)


def _alike(below: bytes, depth: int) -> bytes:
    """The lines below in the same block, nearest to it."""
    own = b""
    for line in below.split(b"\n")[1:]:
        if line.strip() and (_depth(line) < depth or _is_item(line)):
            break
        own += line + b"\n" if _depth(line) == depth else b""
    return own


def _is_item(line: bytes) -> bool:
    return line.lstrip(b" ").startswith(b"- ")


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" "))


def _depth(line: bytes) -> int:
    """How far what it says is indented: the dash of an item counts."""
    return len(line) - len(line.lstrip(b" -"))


@functools.cache
def _bracket() -> re.Pattern[bytes]:
    return re.compile(rb"[{}\[\]()]")


@functools.cache
def _name() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?P<quote>[\"']?)(?P<name>[\w.@+\-]{1,64})(?P=quote)\\?[\"']?[ \t]{0,20}"
        rb"(?:(?:=>|:=|[:=])[ \t]{0,8}(?:(?:new )?[\w.\[\]*&]{1,40})?)?[ \t]{0,4}\Z"
    )


@functools.cache
def _inner() -> re.Pattern[bytes]:
    return re.compile(rb"\{[^{}]*\}|\[[^\[\]]*\]|\([^()]*\)")


@functools.cache
def _head() -> re.Pattern[bytes]:
    return re.compile(rb"[ ]*(?:- )?[\"']?(?P<name>[\w.@+\-]{1,64})[\"']?:[ \t]*(?:#.*)?\Z")


@functools.cache
def _item() -> re.Pattern[bytes]:
    return re.compile(
        rb"[ \t]*(?:[\-*+]|\d{1,2}[.)])[ \t]{1,4}[`*]{0,3}(?P<name>[\w.@+\-]{1,64})[`*]{0,3}[ \t]{0,2}[:=\-][`*]{0,3}[ \t]"
    )


@functools.cache
def _heading() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?m)^(?P<level>#{1,6}) [ \t]{0,4}(?:\d{1,2}[.)] )?[`*]{0,3}"
        rb"(?P<name>[\w.@+\- ]{1,64}?)[`*:]{0,4}[ \t]*(?:\(.{1,40}\))?[ \t]*$"
    )


@functools.cache
def _title() -> re.Pattern[bytes]:
    """What parts of a text are called: a word with a capital letter, and nothing that names have."""
    return re.compile(
        rb"[A-Z][a-z]+|(?i:set-?up|how-?to|examples?|usage|notes?|rotation|overview|permissions|policies|create|faq)"
    )


@functools.cache
def _section() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*\[{1,2}(?P<name>[\w.@+\-\"]{1,128})\]{1,2}[ \t]*(?:#.*)?$")
