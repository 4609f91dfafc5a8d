"""Detection of one blob after another: prefilter, decoding on evidence, exact matching."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from patterns._loader import credential_patterns
from patterns._pattern import Pattern
from scanner.detect.candidate import Candidate
from scanner.detect.clues import Clue
from scanner.detect.kind import ACCOUNTS
from scanner.detect.match import Matcher
from scanner.detect.prefilter import Hits, Literals, Prefilter
from scanner.detect.wide import is_wide
from scanner.detect.windows import Window

if TYPE_CHECKING:  # what reads is loaded where there is something to read: a hook pays for each import
    from scanner.detect.decode import View
    from scanner.detect.reading import Reading

BULK = 2**18
"""Bytes after which loading Hyperscan pays, where its compiled database is kept: both take some 10 ms."""
COMPILING = 2**22
"""Further bytes after which compiling it pays, too (0.4 s), for the next scan at the latest."""

BARE = range(40, 43)
"""Bytes of a content that is a secret and, if need be, the end of its line."""

NOTHING = Hits({}, [])


class Detector:
    """Finds candidates. Begins with the plain search and goes over to Hyperscan once there is much to look at."""

    def __init__(self, patterns: Sequence[Pattern], bulk: int = BULK) -> None:
        self._patterns = patterns
        self._literals = Literals(patterns)
        self._prefilter: Prefilter = self._literals
        self._matcher = Matcher(patterns)
        self._left, self._compiles = bulk, False

    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """The candidates in the content as it stands, and in each text that had to be decoded first.

        Of a content that may tell of a whole account there is a reading without a candidate, before all others.
        line, column: where the content begins, for the locations that the views give. path: tells what content is
        that is a secret and no more.
        """
        hits = self._chosen(len(data)).hits(data) or NOTHING
        found = self._matcher.candidates(data, hits.windows) or self._bare(data, path)
        if not (found or hits.clues or is_wide(data)):
            return
        from scanner.detect.decode import View

        view = View(data, line, column)
        if _of_account(hits):
            yield view, []
        yield from self._read(view, hits, found)

    def holds(self, data: bytes) -> bool:
        """See `Finder.holds`. It is searched once for both."""
        hits = self._chosen(len(data)).hits(data)
        return (hits is not None or _is_whole(data)) and self._leads_to_something(data, hits or NOTHING)

    def holding(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.holding`. They are searched once for both."""
        hits = self._hits(contents)
        whole = {number: NOTHING for number, content in enumerate(contents) if _is_whole(content)}
        return [
            number for number, own in sorted((whole | hits).items()) if self._leads_to_something(contents[number], own)
        ]

    def suspects(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.suspects`."""
        hits = self._hits(contents)
        whole = (number for number, content in enumerate(contents) if _is_whole(content))
        return sorted({*hits, *whole})

    def prepare(self) -> None:
        """Loads what serves much content best: to be called before processes share it."""
        self._compiles = True
        self._load()

    def _hits(self, contents: Sequence[bytes]) -> dict[int, Hits]:
        from scanner.detect.bundle import searched

        return searched(contents, self._chosen(sum(map(len, contents))).hits)

    def _bare(self, data: bytes, path: str | None) -> list[Candidate]:
        if path is None or not _is_bare(data):
            return []
        from scanner.detect.bare import bare

        return bare(data, path, self._patterns)

    def _leads_to_something(self, data: bytes, hits: Hits) -> bool:
        if _of_account(hits) or _is_bare(data):
            return True
        from scanner.detect.decode import View

        found = self._matcher.candidates(data, hits.windows)  # decoding may place them elsewhere, and loses none
        return bool(found) or any(some for _, some in self._read(View(data), hits, found))

    def _read(self, view: View, hits: Hits, found: list[Candidate]) -> Iterator[Reading]:
        from scanner.detect.reading import readings

        whole = view.in_utf8()
        if whole is None:
            yield from readings(view, found, hits.clues, self._look)
            return
        if found:
            yield view, found
        inner = self._prefilter.hits(whole.data)
        if inner is not None:
            yield from self._read(whole, inner, self._matcher.candidates(whole.data, inner.windows))

    def _look(self, data: bytes, windows: Sequence[Window]) -> tuple[list[Candidate], list[Clue]]:
        """See `reading.Look`."""
        found: dict[int, list[Window]] = {}
        clues: list[Clue] = []
        for low, high in windows:
            hits = self._prefilter.hits(data[low:high])
            if hits is not None:
                clues += (clue._replace(start=clue.start + low) for clue in hits.clues)
                for index, some in hits.windows.items():
                    found.setdefault(index, []).extend((start + low, end + low) for start, end in some)
        return self._matcher.candidates(data, found), clues

    def _chosen(self, size: int) -> Prefilter:
        self._left -= size
        if self._left < 0:
            self._load()
        return self._prefilter

    def _load(self) -> None:
        if self._prefilter is self._literals:
            self._prefilter = _bulk(self._patterns, self._literals, self._compiles) or self._literals
        self._left, self._compiles = COMPILING, True


def of_aws(bulk: int = BULK) -> Detector:
    """What finds the credentials of AWS that are known."""
    return Detector(credential_patterns(), bulk)


def _is_whole(data: bytes) -> bool:
    """Whether there may be something by what the content is as a whole, though no anchor stands in it."""
    return is_wide(data) or _is_bare(data)


def _is_bare(data: bytes) -> bool:
    """See `is_bare`, which is loaded for what is as long."""
    if len(data) not in BARE:
        return False
    from scanner.detect.bare import is_bare

    return is_bare(data)


def _of_account(hits: Hits) -> bool:
    """Whether the content may tell of a whole account."""
    return any(clue.kind.literal in ACCOUNTS for clue in hits.clues)


def _bulk(patterns: Sequence[Pattern], literals: Literals, compiles: bool) -> Prefilter | None:
    """Hyperscan, or None where it is not there, or not compiled: the plain search finds the same and takes longer."""
    try:
        from scanner.detect.bulk import Bulk  # loaded for bulk input only: a hook must not pay for it
    except ImportError:
        return None
    return Bulk.loaded(patterns, literals, compiles)
