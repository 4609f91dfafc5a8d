"""The file that has `git filter-repo` replace what leaked: the only thing Akia writes that holds secrets.

A report holds none, so the repository is read again; what bears the fingerprint of a part goes from memory into a file
that its owner alone can read. It is neither printed nor logged.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from scanner.detect.candidate import Candidate, Value
from scanner.detect.decode import View
from scanner.detect.finder import Finder
from scanner.detect.reading import Reading
from scanner.errors import OutputError
from scanner.judge.identity import combined, fingerprint
from scanner.model import Blob, Finding
from scanner.opening import created
from scanner.sources.archives import opened
from scanner.sources.interface import Item, Source

PUBLIC = ("user", "email")
"""Roles of what is no secret and stands in other places for good reasons."""
WIDEST = 12
"""Bytes that one character is written in at most; what is farther off is what follows the value."""
LOOKED_AT = 8192
"""Bytes of a blob in which git filter-repo looks for a zero byte, by which it knows what is binary."""


BLOBS = ".blobs"
"""What is put behind the name of the file, for a second one: the objects that git filter-repo is to take out whole."""


class Written(NamedTuple):
    """How many values are in the file, how many were not found, and the paths of what git filter-repo leaves alone."""

    values: int
    missing: int
    binary: tuple[str, ...]


class Binary(NamedTuple):
    """What git filter-repo leaves as it is: its path, and the object that it is; None where it is none."""

    path: str
    blob: str | None


def replaced(path: str, source: Source, detector: Finder, findings: Iterable[Finding]) -> Written:
    """Writes the file, and says what is in it and what no such file reaches.

    The file is new; in it the longest values stand first, because some stand inside of others. Passwords are not
    found: what a person chose has no fingerprint; of a pack's, whatever is known by the same names is. What git
    filter-repo takes for binary is named in a second file. Raises OutputError where one is there already or cannot be
    made, RepositoryError where there is no repository.
    """
    parts = {
        (part.pattern, part.fingerprint or item.fingerprint)
        for item in findings
        for part in item.parts
        if part.role not in PUBLIC
    }
    wanted = {known for _, known in parts}
    values: dict[str, set[bytes]] = defaultdict(set)
    binary: set[Binary] = set()
    descriptor = _opened(path)
    try:
        with open(descriptor, "wb") as file:
            for item in opened(source.items(lambda _: False)):
                for known, value in _values(detector, item, wanted):
                    values[known].add(value)
                    binary.update(_binary(item))
            file.writelines(map(_rule, sorted(set().union(*values.values()), key=lambda value: (-len(value), value))))
        _listed(path + BLOBS, {item.blob for item in binary if item.blob})
    except BaseException:
        os.unlink(path)
        raise
    return Written(len(values), len(parts) - len(values), tuple(sorted({item.path for item in binary})))


def _listed(path: str, blobs: Collection[str]) -> None:
    """Writes the objects, one a line, if there are any."""
    if blobs:
        with open(_opened(path), "w", encoding="ascii") as file:
            file.writelines(f"{blob}\n" for blob in sorted(blobs))


def _opened(path: str) -> int:
    try:
        return created(path, 0o600)
    except FileExistsError:
        raise OutputError(f"{path} is there already") from None
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None


def _values(detector: Finder, item: Item, wanted: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """What stands for the values in one content, with their fingerprints: each in the form in which it is written."""
    for view, candidates in _looked_at(detector, item):
        for candidate in candidates:
            for value in candidate.values:
                known = _known(candidate, value)
                if known in wanted and value.role not in PUBLIC:
                    yield known, _original(view, value)


def _original(view: View, value: Value) -> bytes:
    """The bytes of the content in which the value stands, encoded or not."""
    if not view.offsets:
        return view.data[value.start : value.end]
    last, end = view.offset(value.end - 1), view.offset(value.end)
    return view.source[view.offset(value.start) : end if last < end <= last + WIDEST else last + 1]


def _binary(item: Item) -> Iterator[Binary]:
    """It, if git filter-repo leaves it as it is: what is packed, or has a zero byte where it looks for one."""
    if isinstance(item, Blob) and ("!" in item.origin.path or b"\0" in item.data[:LOOKED_AT]):
        yield Binary(item.origin.path.partition("!")[0], item.origin.blob)


def _known(candidate: Candidate, value: Value) -> str:
    if candidate.known_by is None:
        return fingerprint(candidate.pattern.id, value.raw)
    return combined(candidate.pattern.kind, [candidate.known_by])


def _looked_at(detector: Finder, item: Item) -> Iterator[Reading]:
    return detector.detect(item.data, path=item.origin.path) if isinstance(item, Blob) else iter(())


def _rule(value: bytes) -> bytes:
    """One line of the file: the value letter by letter, or as an expression where the file's own signs stand in it.

    The form is that of the manual of git filter-repo, --replace-text.
    """
    if b"==>" not in value and value.isascii() and value.decode().isprintable():
        return b"literal:" + value + b"\n"
    return b"regex:" + re.escape(value).replace(b"=", b"[=]").replace(b"\\\n", b"\\n").replace(b"\\\r", b"\\r") + b"\n"
