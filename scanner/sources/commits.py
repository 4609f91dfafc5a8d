"""What a range of commits brings in: files, names and messages, merges and what is removed again included."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property

from scanner.config import SETTINGS
from scanner.counters import Counters
from scanner.detect.finder import Finder
from scanner.git.changes import Change, changes, held_by
from scanner.git.comparing import Untold
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.range import Range, range_of
from scanner.git.remains import known_graph
from scanner.git.remotes import hosts, hosts_that_have
from scanner.git.tree import is_file
from scanner.git.walk import files, walk
from scanner.model import Blob, Origin, Skipped
from scanner.sources.archives import opened
from scanner.sources.attribution import Attribution
from scanner.sources.interface import Excludes, Item, Source, display_path, excluded, name_blobs
from scanner.sources.pieces import pieces
from scanner.sources.settings import file_in, settings_in
from scanner.sources.sifting import Suspect
from scanner.sources.untold import endless

FEW = 8


class CommitsSource(Source):
    """The commits of a range of the current repository.

    detector: finds what is worth a closer look. everything: whether to look also at what the excluded ends hold.
    known: the range itself, where it is more than a name can say. counters: are told how far it is.
    """

    name = "commits"
    is_dense = True

    def __init__(
        self,
        named: str,
        detector: Finder,
        everything: bool,
        known: Range | None = None,
        counters: Counters | None = None,
    ) -> None:
        self._git, self._known, self._counters = Git(), known, counters
        self._detector, self._everything = detector, everything
        self._looked_at = [0, 0]
        self.target = named

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. Raises UsageError for an unknown end, RepositoryError where git refuses."""
        if self._range.cut:
            detail = "the clone is shallow: what the oldest commits here changed cannot be told"
            yield Skipped(".", "shallow", detail, incomplete=True)
        untold = Untold()
        found = self._found(untold)
        for commit in untold.lost:
            yield Skipped(f"commit:{commit}", "missing", "what it changes cannot be told: trees are not here", True)
        yield from endless(untold)
        for blob in (blob for name in self._range.names for blob in name_blobs(name)):
            yield excluded(blob.origin.path) if excludes(blob.origin.path) else blob
        suspects = []
        for item in self._sifted(found):
            if isinstance(item, Skipped):
                yield item
            else:
                suspects.append(item)
        if suspects:
            for told in Attribution(self._git, suspects).told(known_graph(self._git, self._range.commits), found):
                yield excluded(told.origin.path) if excludes(told.origin.path) else told

    def extent(self) -> tuple[int, int] | None:
        """See `Source.extent`."""
        return self._looked_at[0], self._looked_at[1]

    def before(self) -> Iterator[Blob]:
        """See `Source.before`: the trees of the excluded ends, and the names of their files."""
        held: dict[bytes, bytes] = {}
        names: set[bytes] = set()
        for _, mode, path, name in walk(self._git, self._range.ends):
            names.add(path)
            if is_file(mode):
                held.setdefault(name.encode(), path)
        for path in sorted(names):
            yield from name_blobs(path)
        for item in read(self._git, held):
            if item.found:
                yield from pieces(item.read, Origin(display_path(held[item.name]), "blob", item.id))

    def search_with(self, detector: Finder, rules: str) -> None:
        """See `Source.search_with`."""
        self._detector = detector

    def remotes(self) -> tuple[str, ...]:
        """See `Source.remotes`."""
        return hosts(self._git)

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: from the base of the range, so that a change cannot excuse itself."""
        base = self._range.base
        if name in SETTINGS or not base:
            return self._settings.get(name)
        return settings_in(self._git, f"{base}:", [name]).get(name)

    def named_file(self, path: str) -> bytes:
        """See `Source.named_file`: as it stood at the base of the range; one that is new there counts for nothing."""
        base = self._range.base
        found = file_in(self._git, f"{base}:", path) if base else None
        return super().named_file(path) if os.path.isabs(path) else found or b""

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`: the same from the top."""
        base = self._range.base
        found = file_in(self._git, f"{base}:", path, at_top=True) if base else None
        return super().root_file(path) if os.path.isabs(path) else found or b""

    @cached_property
    def _range(self) -> Range:
        return self._known or range_of(self._git, self.target)

    def _found(self, untold: Untold) -> list[Change]:
        """What the commits bring in, the oldest first."""
        found = [change for change in changes(self._git, self._range.commits, untold) if not change.is_removal]
        if gone := [*untold.lost, *untold.endless]:
            order = {commit: number for number, commit in enumerate(self._range.commits)}
            found += held_by(self._git, sorted(gone, key=order.__getitem__), self._range.ends)
            found.sort(key=lambda change: order[change.commit])
        return found

    @cached_property
    def _held(self) -> dict[str, bytes]:
        """Every file in the trees of the excluded ends: its object, and a path at which it stands.

        Where there are many ends, as every other branch is one, nothing: each takes longer than what it would save.
        """
        ends = self._range.ends if len(self._range.ends) <= FEW else ()
        return {name.decode(): path for name, path in files(self._git, ends)}

    @cached_property
    def _settings(self) -> dict[str, bytes]:
        base = self._range.base
        return settings_in(self._git, f"{base}:") if base else {}

    def _sifted(self, found: list[Change]) -> Iterator[Suspect | Skipped]:
        """The objects and names that hold something, and the objects that cannot be read."""
        for change in found:
            if any(self._detector.holds(blob.data) for blob in name_blobs(change.path)):
                yield Suspect(change.object, "name", change.path.rpartition(b"/")[2])
        held = {} if self._everything or not found else self._held
        odd = set(self._odd(found))
        new = [
            change.object for change in found if (change.is_file or change.object in odd) and change.object not in held
        ]
        names = [*dict.fromkeys(new), *self._range.commits, *self._range.tags]
        if self._counters:
            self._counters.total = len(names)
        for item in read(self._git, (name.encode() for name in names)):
            if not item.found:
                detail = "is missing" if item.type == "missing" else "cannot be read"
                yield Skipped(f"object:{item.name.decode()}", item.type, detail, incomplete=True)
                continue
            self._looked_at[0] += item.type == "blob"
            self._looked_at[1] += item.size
            blobs = opened(pieces(item.read, Origin("", "blob")))
            is_suspect = any([not isinstance(blob, Blob) or self._detector.holds(blob.data) for blob in blobs])  # noqa: C419 - to its end
            if self._counters:
                self._counters.add(0, 1, item.size, is_suspect)
            if is_suspect:
                yield Suspect(item.id, item.type)
            if item.broken:
                yield Skipped(f"object:{item.id}", "truncated", "ends too early", incomplete=True)

    def _odd(self, found: list[Change]) -> Iterator[str]:
        """Files that are here, and stand in a tree as if they were submodules or nothing that git knows."""
        links = dict.fromkeys(change.object for change in found if not change.is_file)
        for item in read(self._git, (name.encode() for name in links)) if links else ():
            if item.type == "blob":
                yield item.id


class PushSource(CommitsSource):
    """The commits of a push that has not gone out."""

    def remotes(self) -> tuple[str, ...]:
        """See `Source.remotes`: none, where no remote has any of the commits yet."""
        return hosts_that_have(self._git, self._range.commits)
