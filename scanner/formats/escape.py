"""Makes text safe to show: nothing that a terminal, a log or a reader's eye could take for something else."""

from __future__ import annotations


def escaped(text: str) -> str:
    """The text with everything that is not printable written as an escape.

    That is control characters, line and paragraph separators, bidirectional overrides and other invisible
    signs, and bytes of a file name that are not UTF-8 (`\\xNN`). Every other character stays as it is.
    """
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _escape(ord(char)) for char in text)


def _escape(code: int) -> str:
    if 0xDC80 <= code <= 0xDCFF:  # a byte, as file names carry it through Python
        code -= 0xDC00
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
