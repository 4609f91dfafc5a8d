"""Stands by while a scan judges, and notes which entries of another scanner name what is found. Keeps no value."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from scanner.detect.seen import Seen
from scanner.model import Part
from scanner.suppress.carry.expressions import Expressions
from scanner.suppress.carry.foreign import Named, may_mean, slashed

STRINGS = rb'"([^"\n]{4,4000})"|\'([^\'\n]{4,4000})\'|([^\s"\'`]{4,4000})'
"""What others may have taken for the secret of a line: what stands in quotes, and what stands alone."""
SHORTEST = 8
"""Characters of a piece of a value that tells which value it is."""
HEADS = rb"BEGIN [A-Z0-9 ]{0,24}PRIVATE KEY|PuTTY-User-Key-File-2"
"""What detect-secrets takes for a private key: of the key itself it knows nothing."""
TOKENS = rb"(gh[pousr])_|(glpat|gldt|glft|glsoat|glrt)-"
"""How tokens of GitHub and GitLab begin, of which it knows no more either."""
CUT = rb"[=:,;(){}<>\[\]]+|-{5}"
"""Where they may have cut it."""


class Noted(NamedTuple):
    """One credential at one place. own: fingerprints of its parts. named, allowed: numbers of what speaks of it."""

    fingerprint: str
    own: frozenset[str]
    named: frozenset[int]
    allowed: frozenset[int]
    is_held: bool


class Witness:
    """blobs: the object that each (commit, path) is, so that an entry is found whichever commit it is told by.

    files: paths of the imported files themselves. They are no place where a credential stands: they go away.
    """

    def __init__(
        self,
        named: Sequence[Named],
        expressions: Expressions,
        blobs: Mapping[tuple[str, str], str] | None = None,
        files: Iterable[str] = (),
    ) -> None:
        self.notes: list[Noted] = []
        self._files = set(map(_here, files))
        self._named, self._expressions = named, expressions
        self._digests: dict[str, list[int]] = defaultdict(list)
        self._places: dict[tuple[str | None, str, int], list[int]] = defaultdict(list)
        for number, item in enumerate(named):
            if item.digest:
                self._digests[item.digest].append(number)
            elif item.path and item.line and not item.commit:
                self._places[None, _here(item.path), item.line].append(number)
            elif item.path and item.line and (blob := (blobs or {}).get((item.commit or "", item.path))):
                self._places[blob, item.path, item.line].append(number)

    def __call__(self, seen: Seen) -> None:
        """Notes what names, or allows, the credential at this place."""
        if seen.origin.path in self._files:
            return
        known = (part.fingerprint for part in seen.parts)
        self.notes.append(
            Noted(
                fingerprint=seen.fingerprint,
                own=frozenset(filter(None, known)),
                named=frozenset((*self._by_value(seen), *self._by_place(seen))),
                allowed=frozenset(self._expressions.meeting(seen)),
                is_held=seen.is_held,
            )
        )

    def _by_value(self, seen: Seen) -> Iterator[int]:
        """Entries that hold the digest of a value, or in the same file of what others take for the value."""
        if not self._digests:
            return
        for number, (part, value) in enumerate(zip(seen.parts, seen.values, strict=True)):
            for entry in self._digests.get(_digest(value), ()):
                if _is_alone_telling(seen.parts, part, number) or self._named[entry].path == seen.origin.path:
                    yield entry
        for text in _strings(seen):
            for entry in self._digests.get(_digest(text), ()):
                if self._named[entry].path == seen.origin.path:
                    yield entry

    def _by_place(self, seen: Seen) -> Iterator[int]:
        blob = seen.origin.blob if seen.origin.place != "work-tree" else None
        for part in seen.parts:
            for line in range(part.location.start_line, part.location.end_line + 1):
                for entry in self._places.get((blob, seen.origin.path, line), ()):
                    if may_mean(self._named[entry].rule, part.pattern):
                        yield entry


def _is_alone_telling(parts: Sequence[Part], part: Part, number: int) -> bool:
    """Whether the value says which credential it is, wherever it stands.

    A password that a person chose does not, nor does the key ID in a URL that was signed with it.
    """
    return part.fingerprint is not None and (number == 0 or parts[0].role != "url")


def _strings(seen: Seen) -> Iterator[bytes]:
    """The strings on its lines that hold a value, or are a piece of one; and how private keys and tokens begin."""
    for value, line in zip(seen.values, seen.lines, strict=True):
        for found in re.finditer(STRINGS, line):
            whole = next(filter(None, found.groups()))
            for text in {whole, *re.split(CUT, whole)}:
                if value in text or (len(text) >= SHORTEST and text in value):
                    yield text
        yield from re.findall(HEADS, line)
        if token := re.match(TOKENS, value):
            yield next(filter(None, token.groups()))


def _digest(value: bytes) -> str:
    return hashlib.sha1(value, usedforsecurity=False).hexdigest()


def _here(path: str) -> str:
    """The path from the current folder; as it is where that leads out."""
    inside = os.path.relpath(path).replace(os.sep, "/") if os.path.isabs(path) else slashed(path)
    return path if inside.startswith("../") else inside
