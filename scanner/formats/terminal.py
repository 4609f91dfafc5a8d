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
ENDS = (" && ", " | ")
"""Behind these a shell's command goes on, whatever line end there is."""


def painted(text: str, color: str, on: bool) -> str:
    """The text in a colour of `COLORS`, if colours are on."""
    return f"\x1b[{COLORS[color]}m{text}\x1b[0m" if on and text else text


def linked(text: str, address: str | None) -> str:
    """The text as a link (OSC 8), if there is an address that is one and nothing else: it ends where a sign ends it."""
    if not address or not address.startswith(("https://", "file://")) or not _is_plain(address):
        return text
    return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def _is_plain(address: str) -> bool:
    return address.isascii() and address.isprintable() and " " not in address


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


def continued(command: str, width: int, first: str, rest: str) -> Iterator[str]:
    """The shell command; if it is longer than `width` columns, in lines that mean the same when they are pasted.

    It is broken where the shell takes no notice: behind `&&` and `|`, and before an option by a backslash. What is
    quoted stays whole, and a line begins with an option or a command of ours, never with a value.
    """
    line = first
    fits = len(first) + len(command) <= width
    for piece in [command] if fits else _pieces(command):
        if line.endswith("&& ") or (line not in (first, rest) and len(line) + len(piece) + 1 > width):
            yield line[:-1] if line.endswith(ENDS) else f"{line}\\"
            line = rest
        line += piece
    yield line


def _pieces(command: str) -> Iterator[str]:
    """The command, cut in front of each option and behind each `&&` and `|` that stands outside of quotes."""
    start, quote = 0, ""
    for at, char in enumerate(command):
        if char in "'\"" and quote in ("", char) and not (char == '"' and command[at - 1 : at] == "\\"):
            quote = "" if quote else char
        elif char == " " and not quote and _may_break(command, at):
            yield command[start : at + 1]
            start = at + 1
    yield command[start:]


def _may_break(command: str, at: int) -> bool:
    return command.startswith("--", at + 1) or command[: at + 1].endswith(ENDS)
