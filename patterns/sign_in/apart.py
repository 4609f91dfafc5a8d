"""Whether something stands between two places of a text, so that one does not speak of the other."""

from __future__ import annotations

import functools
import re


def is_apart(data: bytes, low: int, high: int, value: int, nested: bool = False) -> bool:
    """Whether another heading does, another address, or, in code, the end of what was begun before.

    value: where the value begins of which that is asked; in code it stands in quotes. nested: whether what stands there
    may be a part of a field of the same object.
    """
    between = data[low:high]
    if _other_address().search(between) or any(map(_heading().fullmatch, between.split(b"\n")[1:-1])):
        return True
    is_ended = is_quoted(data, value) and is_left(between, b"[{", b"]}")
    return is_ended and not (nested and bool(_fields().search(between)))


def is_quoted(data: bytes, value: int) -> bool:
    """Whether the value stands in quotes, as in code; Markdown has its own."""
    return data[value - 1 : value] in (b'"', b"'")


def is_left(between: bytes, opening: bytes = b"([{", closing: bytes = b")]}") -> bool:
    """Whether more is closed than was opened: what stands behind is no longer of the same object, list or block."""
    depth = 0
    for sign in between:
        depth += (sign in opening) - (sign in closing)
        if depth < 0:
            return True
    return False


@functools.cache
def _fields() -> re.Pattern[bytes]:
    """Fields behind one that holds objects or a list, and no list of objects: `"uris": [{…}], "name": "…", `."""
    field = rb"[\"']\w+[\"']\s*:(?:[^\[\]{}]|\{[^\[\]{}]*\})*"
    return re.compile(rb"\A[^\[\]{}]*[\]}\s]+,\s*(?:%b|[\"']?)\Z" % field)


@functools.cache
def _other_address() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)https?://(?![\w.\-]*(?:amazon\.com|amazonaws|awsapps\.com))|\b(?:visit|goto)\([\"'`](?!http)[\w./]"
    )


@functools.cache
def _heading() -> re.Pattern[bytes]:
    """A line of a word or two, behind which something else is spoken of."""
    return re.compile(
        rb"(?i)(?!.*(?:aws|amazon|account|console|cred|login|mail|root|sign|pass|user|prod|\bdev|stag))"
        rb"(?![ \t]*(?:try|else|finally|then|do|begin)\b)[ \t#*\-]*[a-z][\w\-]*(?: [\w\-]+)?[ \t]*:?[ \t*]*\r?"
    )
