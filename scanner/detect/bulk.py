"""The prefilter for bulk input: all anchors as one Hyperscan database, run once over the bytes.

The compiled database is kept in the user's cache folder; without a cache it is compiled again, in about 0.4 s.
"""

from __future__ import annotations

import hashlib
import os
import platform
import time
from collections.abc import Sequence
from contextlib import suppress

import hyperscan
from hyperscan._version import __version__ as version

from patterns._pattern import Anchor, Pattern
from scanner.cache import cache_folder
from scanner.detect.clues import clues
from scanner.detect.kind import Kind
from scanner.detect.prefilter import CROWDED, Hits, Literals
from scanner.detect.windows import Window, merged

OLD = 90 * 24 * 3600
"""Seconds for which a compiled database is kept at most."""
Use = tuple[int, int, int]
"""Index of the pattern; bytes before and behind the end of the expression in which a match can begin.

Behind the patterns come the kinds of clues.
"""


class NotCompiled(Exception):  # noqa: N818 - it never leaves this file
    """No compiled database is kept."""


class Bulk:
    """Searches with Hyperscan. One instance serves one thread.

    Raises whatever Hyperscan raises where an expression of a plug-in is none that it knows.
    """

    def __init__(self, patterns: Sequence[Pattern], literals: Literals | None = None, compiles: bool = True) -> None:
        """literals: the plain search for the same patterns. compiles: whether it may. Raises NotCompiled."""
        self._literals = literals or Literals(patterns)
        self._count = len(patterns)
        self._uses: dict[tuple[bytes, int], list[Use]] = {}
        for index, pattern in enumerate(patterns):
            for anchor in pattern.anchors:
                self._add(index, anchor)
        self._kinds = self._literals.kinds.all()
        for number, kind in enumerate(self._kinds, len(patterns)):
            self._add_clue(number, kind)
        self._by_number = list(self._uses.values())
        self._database = database(list(self._uses), compiles)
        self._scratch = hyperscan.Scratch(self._database)

    @classmethod
    def loaded(cls, patterns: Sequence[Pattern], literals: Literals, compiles: bool) -> Bulk | None:
        """The same; None where it is to be compiled first and must not be."""
        try:
            return cls(patterns, literals, compiles)
        except NotCompiled:
            return None

    def hits(self, data: bytes) -> Hits | None:
        """See `Prefilter.hits`. Crowded content, as hostile files are, is left to the plain search, which is linear."""
        hit: list[tuple[int, int]] = []
        try:
            self._database.scan(data, match_event_handler=_collect, scratch=self._scratch, context=hit)
        except hyperscan.ScanTerminated:
            return self._literals.hits(data)
        return self._hits(hit, data) if hit else None

    def _add(self, index: int, anchor: Anchor) -> None:
        key = _key(anchor.literal, anchor.ignore_case, anchor.expression)
        self._uses.setdefault(key, []).append((index, anchor.before + anchor.after, anchor.after))

    def _add_clue(self, number: int, kind: Kind) -> None:
        key = _key(kind.literal, kind.ignore_case, kind.expression)
        self._uses.setdefault(key, []).append((number, kind.span or len(kind.literal), 0))

    def _hits(self, hit: list[tuple[int, int]], data: bytes) -> Hits | None:
        found: dict[int, list[Window]] = {}
        for number, end in hit:
            for index, before, behind in self._by_number[number]:
                found.setdefault(index, []).append((max(0, end - before), min(len(data), end + behind)))
        windows = {index: merged(windows) for index, windows in found.items()}
        kinds = {self._kinds[index - self._count]: windows.pop(index) for index in found if index >= self._count}
        further = clues(data, kinds) if kinds else []
        return Hits(windows, further) if windows or further else None


def _key(literal: bytes, ignore_case: bool, expression: bytes) -> tuple[bytes, int]:
    """An expression of Hyperscan and its flags."""
    return expression or escaped(literal), hyperscan.HS_FLAG_DOTALL | ignore_case * hyperscan.HS_FLAG_CASELESS


def escaped(literal: bytes) -> bytes:
    """The literal as a Hyperscan expression."""
    return b"".join(b"\\x%02x" % byte for byte in literal)


def _collect(number: int, _start: int, end: int, _flags: int, hit: object) -> bool:
    assert isinstance(hit, list)  # noqa: S101 - Hyperscan's types do not carry what we hand it
    hit.append((number, end))
    return len(hit) > CROWDED


def database(keys: Sequence[tuple[bytes, int]], compiles: bool = True) -> hyperscan.Database:
    """The database from the cache, or compiled and put there. A cache that cannot be used only costs time.

    Raises NotCompiled if it is not there and must not be compiled.
    """
    name = hashlib.sha256(repr((keys, version, platform.machine())).encode()).hexdigest()[:32]
    path = os.path.join(cache_folder(), f"prefilter-{name}.db")
    try:
        with open(path, "rb") as file:
            return hyperscan.loadb(file.read(), hyperscan.HS_MODE_BLOCK)
    except (OSError, hyperscan.HyperscanError):
        if not compiles:
            raise NotCompiled from None
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions, flags = [key[0] for key in keys], [key[1] for key in keys]
    database.compile(expressions=expressions, flags=flags, ids=range(len(keys)), elements=len(keys))
    _keep(path, hyperscan.dumpb(database))
    return database


def _keep(path: str, content: bytes) -> None:
    import tempfile  # takes as long as all of the rest, once it is compiled

    folder = os.path.dirname(path)
    with suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=folder)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(scratch, path)
        _forget_old(folder)


def _forget_old(folder: str) -> None:
    """Those of versions that were replaced long ago. One that is still in use is compiled again."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("prefilter-") and entry.stat().st_mtime < time.time() - OLD:
                os.unlink(entry)
