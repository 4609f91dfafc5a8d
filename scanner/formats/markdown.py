"""Markdown in which content stays content: no name of a file makes a link, an image, a heading or HTML."""

from __future__ import annotations

import re

from scanner.formats.escape import escaped

_SPECIAL = frozenset("\\`*_[]<>!#|~@&$")
"""What GitHub's and GitLab's Markdown read as more than itself, inside a line; a colon only in an address."""


def prose(text: str) -> str:
    """The text as words of a paragraph."""
    words = "".join(f"\\{char}" if char in _SPECIAL else char for char in escaped(text))
    return words.replace("://", "\\://")


def told(text: str) -> str:
    """The text as words of a paragraph, in which what stands between two backticks is code."""
    pieces = text.split("`")
    if len(pieces) % 2 == 0:  # one of them ends nothing
        return prose(text)
    return "".join(code(piece) if at % 2 else prose(piece) for at, piece in enumerate(pieces) if piece)


def code(text: str) -> str:
    """The text as code within a line."""
    fence = _fence(text, 1)
    return f"{fence} {escaped(text)} {fence}" if "`" in text else f"{fence}{escaped(text) or ' '}{fence}"


def block(lines: list[str], indent: str = "") -> str:
    """The lines as a block of shell commands, set in by `indent`."""
    fence = _fence("\n".join(lines), 3)
    return "\n".join(f"{indent}{line}" for line in (f"{fence}sh", *map(escaped, lines), fence))


def link(words: str, url: str) -> str:
    """A link of our own words; the words alone where the URL is none that a browser should open."""
    return f"[{words}](<{url}>)" if is_web(url) else words


def is_web(url: str) -> bool:
    """Whether it is a plain address of the web: no other scheme, no spaces, quotes or angle brackets."""
    return re.fullmatch(r"https?://[A-Za-z0-9][^\s<>\"'\\`]*", url) is not None and url.isascii() and url.isprintable()


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(least, longest + 1)
