"""Keeps the books while a history is looked at: which of its places said something, and what is worth keeping."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from scanner.conceal import NONE, concealed_origin
from scanner.model import Occurrence, Origin, Skipped
from scanner.sources.archives import outer_paths
from scanner.sources.family import Member
from scanner.sources.remembering.past import Past
from scanner.sources.remembering.record import Record, is_kept

MOST = 100_000
"""Places of one repository of which is kept what they came to."""

Key = tuple[str, str | None, str | None]
"""A path, the object that stands there, and the commit that brought it."""


@dataclass(slots=True)
class Chapter:
    """One repository. state: what it is known by at the beginning; None if it is not to be kept.

    missing: what is said of objects that are not here. past: what its commits brought in, for the next time.
    """

    one: Member
    state: str | None
    blobs: int = 0
    bytes: int = 0
    origins: list[Origin] = field(default_factory=list)
    missing: list[Skipped] = field(default_factory=list)
    past: Past | None = None

    def add(self, origin: Origin) -> None:
        """Takes down one more place, also of what is not to be kept: others are. Beyond the limit nothing is kept."""
        if len(self.origins) <= MOST and (not self.origins or self.origins[-1] is not origin):
            self.origins.append(origin)
        if len(self.origins) > MOST:
            self.drop()

    def drop(self) -> None:
        """Keeps nothing of it."""
        self.state = None


class Ledger:
    """What was said of the places of a scan, and where."""

    def __init__(self) -> None:
        self.chapters: list[Chapter] = []
        self._beside: set[Key] = set()
        self._found: dict[Key, Occurrence] = {}
        self._every: set[Key] = set()
        self._noted: set[str] = set()
        self._unread: set[str] = set()
        self._words: dict[Origin, str] = {}

    def pass_by(self, origin: Origin) -> None:
        """Takes down a place that is looked at each time."""
        self._beside.add(_key(origin.path, origin))

    def found(self, occurrence: Occurrence) -> None:
        """A credential was found there."""
        self._unread.update(islice(outer_paths(occurrence.path or ""), 1, None))
        for path in outer_paths(occurrence.path or ""):
            self._found.setdefault(_key(path, occurrence), occurrence)
        self._every.add(_key(occurrence.path or "", occurrence))

    def noted(self, path: str) -> None:
        """Something else is said there."""
        self._unread.update(islice(outer_paths(path), 1, None))
        self._noted.update(outer_paths(path))

    def unread(self, path: str) -> None:
        """Something there could not be looked at."""
        self._unread.update(outer_paths(path))
        self._noted.update(outer_paths(path))

    def told(self, origin: Origin, words: str) -> None:
        """All that the content itself says, in words; what lies within it is not in them."""
        self._words[origin] = words

    def records(self) -> Iterator[tuple[Chapter, Record]]:
        """What is to be kept: nothing where something was found at a place that is not known as it is shown."""
        looked_at = self._beside | {_key(item.path, item) for part in self.chapters for item in part.origins}
        if not all(any((outer, *rest) in looked_at for outer in outer_paths(path)) for path, *rest in self._every):
            return
        for part in self.chapters:
            places = [item for item in part.origins if self._says_something(item)]
            if part.state and all(map(self._is_plain, places)):
                yield part, Record(part.blobs, part.bytes, places, list(map(self._words_of, places)), part.missing)

    def silent(self, part: Chapter) -> list[Origin]:
        """The places that said nothing."""
        return [item for item in part.origins if not self._says_something(item)]

    def _says_something(self, origin: Origin) -> bool:
        return _key(origin.path, origin) in self._found or origin.path in self._noted

    def _words_of(self, origin: Origin) -> str | None:
        return None if origin.path in self._unread else self._words.get(origin)

    def _is_plain(self, origin: Origin) -> bool:
        """Whether nothing that is kept of the place had to be hidden: of its commit that is the name alone."""
        shown = self._found.get(_key(origin.path, origin))
        plain = origin._replace(commit=None)
        as_told = shown is None or (shown.refs, shown.tips) == (origin.refs, origin.tips)
        return is_kept(origin) and as_told and concealed_origin(plain, NONE) == plain


def _key(path: str, place: Origin | Occurrence) -> Key:
    return path, place.blob, place.commit.id if place.commit else None
