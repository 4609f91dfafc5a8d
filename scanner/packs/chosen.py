"""What a value of a pack is known by where a person may have chosen it: whose it is by what stands around it.

A fingerprint that is made of such a value would give it away: who tries all likely ones finds the one that fits. So it
is made of names: that of the value, those it stands below (a section, a key, a function), of an address the user and
the host. No path is among them, and nothing of the value.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

LEAST = 16
"""Letters and digits of a value that nobody can try out: of hexadecimal digits that are 64 bits."""
TURNS = 4
"""One turn in so many characters is the least that random ones come to; words and years come to fewer."""
REACH = 4096
"""Bytes before a line in which names are looked for that it stands below."""
BESIDE = 160
"""Bytes beside a value in which its own name is."""
DEPTH = 8


def known_by(data: bytes, start: int, end: int, value: bytes, *, is_token: bool = False) -> str | None:
    """The names; None where a machine chose the value, so that it can stand for itself.

    start, end: where the value stands in the content, or the line that it is read from. is_token: whether its form is
    one that only machines make.
    """
    if not (_is_short(value) if is_token else is_guessable(value)):
        return None
    low = data.rfind(b"\n", max(0, start - REACH), start) + 1
    before, after = data[max(low, start - BESIDE) : start], data[end : end + BESIDE].partition(b"\n")[0]
    line = data[max(low, start - REACH) : end][:BESIDE]
    names = _own(*(text.decode("utf-8", "replace") for text in (before or line, after)))
    return "\n".join((names, *(_above(data[max(0, low - REACH) : low], line) if low else ())))


def is_guessable(value: bytes) -> bool:
    """Whether a person may have chosen it: it is short, or made of words and numbers.

    A turn is where letters and digits take each other's place, or a capital follows a small letter.
    """
    text = _letters(value)
    turns = len(re.findall(rb"(?<=[a-z])(?=[A-Z])|(?<=[0-9])(?=[A-Za-z])|(?<=[A-Za-z])(?=[0-9])", text))
    return _is_short(value) or turns * TURNS < len(text)


def _is_short(value: bytes) -> bool:
    return len(_letters(value)) < LEAST


def _letters(value: bytes) -> bytes:
    return re.sub(rb"[^A-Za-z0-9]", b"", value)


def _own(before: str, after: str) -> str:
    """The name of the value on its own line; of an address the user and the host; empty where there is neither."""
    user, host = re.search(r"//([^/\s:@]*):$", before), re.match(r"@([\w.-]+)", after)
    if user and host:
        return f"{user[1]}@{host[1].lower()}"
    named = _before_value().search(before) or _first().match(before)
    return _name(named) if named else ""


def _above(text: bytes, line: bytes) -> Iterator[str]:
    """The names that it stands below, the nearest first: of lines that are indented less, and of a section."""
    depth, names = _indent(line), 0
    for raw in reversed(text.split(b"\n")):
        if not raw.strip() or not (_indent(raw) < depth or raw.lstrip()[:1] == b"["):
            continue
        upper = raw[:BESIDE].decode("utf-8", "replace")
        section = re.match(r"\s*\[+([^\[\]]{1,80})\]+\s*(?:[#;].*)?$", upper)
        named = section or (_first().match(upper) if _indent(raw) < depth else None)
        if named:
            depth, names = _indent(raw), names + 1
            yield _name(named)
        if section or names == DEPTH:
            return


def _name(found: re.Match[str]) -> str:
    return " ".join(next(filter(None, found.groups()), "").lower().split())


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip(b" \t"))


@functools.cache
def _before_value() -> re.Pattern[str]:
    """A name, and what may stand between it and its value; or an element of XML."""
    return re.compile(
        r"([A-Za-z_$][\w.$-]{0,79})[\"'`\])\s]*(?:[:=(,]|=>|:=|[!=]=+)[\s\"'`(bBrRuUfF@]*$|<([\w:.-]{1,80})[^<>]*>\s*$"
    )


@functools.cache
def _first() -> re.Pattern[str]:
    """The first name on a line, and the sign that it is one: of a key, or a block (`def f(`, `class A {`, `<db>`)."""
    return re.compile(r"[\s\"'`\-<{,*]*([A-Za-z_$][\w.$ -]{0,79}?)[\"'`\s]*[:=({>]")
