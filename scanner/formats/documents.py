"""JSON documents: the model's values in terms of JSON, in characters that can all be shown."""

from __future__ import annotations

import json

from scanner.formats.escape import escaped


def document(value: object) -> str:
    """A JSON document with a line for each value."""
    text = json.dumps(plain(value), ensure_ascii=False, indent=2)
    return "\n".join(_shown(line) for line in text.split("\n")) + "\n"


def line(value: object) -> str:
    """A JSON document on one line, and the end of that line."""
    return _shown(json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))) + "\n"


def plain(value: object) -> object:
    """The value in terms of JSON: a named tuple is an object with its members."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        members = [plain(item) for item in value]
        return dict(zip(names, members, strict=True)) if names else members
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value] if isinstance(value, list) else value


def encodable(text: str) -> str:
    """The text with each byte that is not UTF-8, as names of files carry it through Python, written `\\xNN`."""
    if text.isprintable():
        return text
    return "".join(escaped(char) if _is_surrogate(char) else char for char in text)


def _shown(text: str) -> str:
    """The line of JSON with what cannot be shown as JSON escapes."""
    return text if text.isprintable() else "".join(char if char.isprintable() else _escape(char) for char in text)


def _escape(char: str) -> str:
    if _is_surrogate(char):
        return "\\" + escaped(char)
    units = char.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _is_surrogate(char: str) -> bool:
    return 0xD800 <= ord(char) <= 0xDFFF
