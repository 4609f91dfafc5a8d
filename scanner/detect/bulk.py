"""The prefilter for bulk input: all anchors as one Hyperscan database, run once over the bytes.

The compiled database is kept in the user's cache folder; without a cache it is compiled again, in about 0.03 s.
"""

from __future__ import annotations

import hashlib
import os
import platform
import tempfile
from collections.abc import Sequence

import hyperscan
from hyperscan._version import __version__ as version

from patterns._pattern import Anchor, Pattern
from scanner.cache import cache_folder
from scanner.detect.prefilter import CROWDED, Hits, Literals, Window, merged, widened

WIDE = -1
"""Stands for the index of a pattern where the expression is wide text."""

Use = tuple[int, int, int]
"""Index of the pattern; bytes before and behind the end of the expression in which a match can begin."""


class Bulk:
    """Searches with Hyperscan. One instance serves one thread.

    Raises whatever Hyperscan raises where an expression of a plug-in is none that it knows.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._literals = Literals(patterns)
        self._uses: dict[tuple[bytes, int], list[Use]] = {}
        for index, pattern in enumerate(patterns):
            for anchor in pattern.anchors:
                self._add(index, anchor)
        self._by_number = list(self._uses.values())
        self._database = _database(list(self._uses))
        self._scratch = hyperscan.Scratch(self._database)

    def hits(self, data: bytes) -> Hits | None:
        """See `Prefilter.hits`. Crowded content, as hostile files are, is left to the plain search, which is linear."""
        hit: list[tuple[int, int]] = []
        try:
            self._database.scan(data, match_event_handler=_collect, scratch=self._scratch, context=hit)
        except hyperscan.ScanTerminated:
            return self._literals.hits(data)
        return self._windows(hit, len(data)) if hit else None

    def _add(self, index: int, anchor: Anchor) -> None:
        flag = hyperscan.HS_FLAG_DOTALL | (hyperscan.HS_FLAG_CASELESS if anchor.ignore_case else 0)
        expression = anchor.expression or escaped(anchor.literal)
        use = (index, anchor.before + anchor.after, anchor.after)
        self._uses.setdefault((expression, flag), []).append(use)
        self._uses.setdefault((escaped(widened(anchor.literal)), flag), []).append((WIDE, 0, 0))

    def _windows(self, hit: list[tuple[int, int]], size: int) -> Hits:
        found: dict[int, list[Window]] = {}
        wide = False
        for number, end in hit:
            for index, before, behind in self._by_number[number]:
                if index == WIDE:
                    wide = True
                else:
                    found.setdefault(index, []).append((max(0, end - before), min(size, end + behind)))
        return Hits({index: merged(windows) for index, windows in found.items()}, wide)


def escaped(literal: bytes) -> bytes:
    """The literal as a Hyperscan expression."""
    return b"".join(b"\\x%02x" % byte for byte in literal)


def _collect(number: int, _start: int, end: int, _flags: int, hit: object) -> bool:
    assert isinstance(hit, list)  # noqa: S101 - Hyperscan's types do not carry what we hand it
    hit.append((number, end))
    return len(hit) > CROWDED


def _database(keys: Sequence[tuple[bytes, int]]) -> hyperscan.Database:
    """The database from the cache, or compiled and put there. A cache that cannot be used only costs time."""
    name = hashlib.sha256(repr((keys, version, platform.machine())).encode()).hexdigest()[:32]
    path = os.path.join(cache_folder(), f"prefilter-{name}.db")
    try:
        with open(path, "rb") as file:
            return hyperscan.loadb(file.read(), hyperscan.HS_MODE_BLOCK)
    except (OSError, hyperscan.HyperscanError):
        pass
    database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
    expressions, flags = [key[0] for key in keys], [key[1] for key in keys]
    database.compile(expressions=expressions, flags=flags, ids=range(len(keys)), elements=len(keys))
    _keep(path, hyperscan.dumpb(database))
    return database


def _keep(path: str, content: bytes) -> None:
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        handle, scratch = tempfile.mkstemp(dir=os.path.dirname(path))
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.replace(scratch, path)
    except OSError:
        pass
