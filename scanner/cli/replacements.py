"""The file that has `git filter-repo` replace what leaked: the only thing Akia writes that holds secrets.

A report holds none, so the repository is read again; what bears the fingerprint of a part goes from memory into a file
that its owner alone can read. It is neither printed nor logged.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from scanner.detect.candidate import Candidate, Value
from scanner.detect.finder import Finder
from scanner.detect.reading import Reading
from scanner.errors import OutputError
from scanner.judge.identity import combined, fingerprint
from scanner.model import Blob, Finding, Skipped
from scanner.sources.interface import Source

PUBLIC = ("user", "email")
"""Roles of what is no secret and stands in other places for good reasons."""


def replaced(path: str, source: Source, detector: Finder, findings: Iterable[Finding]) -> tuple[int, int]:
    """Writes the file, and says how many values are in it and how many were not found.

    The file is new; in it the longest values stand first, because some stand inside of others. Passwords are not
    found: what a person chose has no fingerprint; of a pack's, whatever is known by the same names is. Raises
    OutputError where the file is there already or cannot be made, RepositoryError where there is no repository.
    """
    parts = {
        (part.pattern, part.fingerprint or item.fingerprint)
        for item in findings
        for part in item.parts
        if part.role not in PUBLIC
    }
    wanted = {known for _, known in parts}
    descriptor = _opened(path)
    try:
        with open(descriptor, "wb") as file:
            values = _values(source, detector, wanted)
            file.writelines(map(_rule, sorted(set().union(*values.values()), key=lambda value: (-len(value), value))))
    except BaseException:
        os.unlink(path)
        raise
    return len(values), len(parts) - len(values)


def _opened(path: str) -> int:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise OutputError(f"{path} is there already") from None
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None


def _values(source: Source, detector: Finder, wanted: Collection[str]) -> dict[str, set[bytes]]:
    """What stands for the values, by their fingerprints: one may be written in several ways, as in a URL."""
    found: dict[str, set[bytes]] = defaultdict(set)
    for item in source.items(lambda _: False):
        for view, candidates in _looked_at(detector, item):
            for candidate in candidates:
                for value in candidate.values:
                    known = _known(candidate, value)
                    if known in wanted and value.role not in PUBLIC:
                        found[known].add(view.data[value.start : value.end])
    return found


def _known(candidate: Candidate, value: Value) -> str:
    if candidate.known_by is None:
        return fingerprint(candidate.pattern.id, value.raw)
    return combined(candidate.pattern.kind, [candidate.known_by])


def _looked_at(detector: Finder, item: Blob | Skipped) -> Iterator[Reading]:
    return detector.detect(item.data, path=item.origin.path) if isinstance(item, Blob) else iter(())


def _rule(value: bytes) -> bytes:
    """One line of the file: the value letter by letter, or as an expression where the file's own signs stand in it.

    The form is that of the manual of git filter-repo, --replace-text.
    """
    if b"==>" not in value and value.isascii() and value.decode().isprintable():
        return b"literal:" + value + b"\n"
    return b"regex:" + re.escape(value).replace(b"=", b"[=]").replace(b"\\\n", b"\\n").replace(b"\\\r", b"\\r") + b"\n"
