"""Property lists of Apple's in binary form: names stand apart from values there, and a sign right behind each."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from scanner.sources.containers.member import Flow, Member

LARGEST = 8 * 2**20
"""Bytes of a list that is read: of hostile ones the library makes fifty times as many. A larger one is any binary."""
DEEPEST = 40
"""Levels that are told apart by how far a line is indented."""
NAMES, VALUES, OBJECTS = "NS.keys", "NS.objects", "$objects"
"""What an archive of objects calls the two halves of a dictionary, and where it keeps what both refer to."""


def members(file: BinaryIO) -> Iterator[Member]:
    """The list as YAML would have it, a line for each value. Nothing if it is none after all."""
    data = file.read(LARGEST + 1)
    try:
        root = plistlib.loads(data, fmt=plistlib.FMT_BINARY) if len(data) <= LARGEST else None
    except Exception:  # noqa: BLE001 - whatever the library makes of bytes that are no list
        return
    if root is not None:
        yield Member(None, Flow(_lines(root)).read)


def _lines(root: Any) -> Iterator[bytes]:
    """Each container once, however often it is referred to."""
    objects = root.get(OBJECTS) if isinstance(root, dict) else None
    seen: set[int] = set()
    levels = [iter([("", root)])]
    while levels:
        name, value = next(levels[-1], ("", levels))
        if value is levels:
            levels.pop()
            continue
        is_container = isinstance(value, dict | list)
        yield b"%b%b: %b\n" % (
            b"  " * min(len(levels) - 1, DEEPEST),
            _shown(name),
            b"" if is_container else _shown(_meant(value, objects)),
        )
        if is_container and id(value) not in seen:
            seen.add(id(value))
            levels.append(_entries(value, objects))


def _entries(value: Any, objects: Any) -> Iterator[tuple[str, Any]]:
    """The names and values of a dictionary, and the values of an array, which have no name.

    The texts of an archive are told where they are referred to.
    """
    if value is objects:
        return (("-", item) for item in value if not isinstance(item, str))
    if isinstance(value, list):
        return (("-", item) for item in value)
    names, values = value.get(NAMES), value.get(VALUES)
    if isinstance(names, list) and isinstance(values, list):
        return ((str(_meant(name, objects)), item) for name, item in zip(names, values, strict=False))
    return ((str(name), item) for name, item in value.items())


def _meant(value: Any, objects: Any) -> Any:
    """The text that a number of an archive's stands for."""
    is_number = isinstance(value, plistlib.UID) and isinstance(objects, list) and value.data < len(objects)
    target = objects[value.data] if is_number else value
    return target if isinstance(target, str | bytes) else value


def _shown(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "replace")
