"""What a terminal needs: colours, and lines that fit."""

from __future__ import annotations

from collections.abc import Iterator

COLORS = {
    "critical": "1;31",
    "high": "31",
    "medium": "33",
    "low": "36",
    "info": "2",
    "bold": "1",
    "dim": "2",
}
"""SGR parameters (ECMA-48, 8.3.117)."""


def painted(text: str, color: str, on: bool) -> str:
    """The text in a colour of `COLORS`, if colours are on."""
    return f"\x1b[{COLORS[color]}m{text}\x1b[0m" if on and text else text


def wrapped(text: str, width: int, first: str, rest: str) -> Iterator[str]:
    """The text in lines of at most `width` columns; `first` begins the first, `rest` the others.

    A word that is too long stands alone. No line begins with what a log may take for a command (`::`, `##`).
    """
    line = first
    is_empty = True
    for word in text.split(" "):
        if not is_empty and len(line) + 1 + len(word) > width and word[:1] not in (":", "#"):
            yield line
            line, is_empty = rest, True
        line += word if is_empty else " " + word
        is_empty = False
    yield line
