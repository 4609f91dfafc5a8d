"""Every object of a repository, reachable or not; and those of its submodules."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Generator, Iterator

from scanner.counters import Counters
from scanner.detect.finder import Finder
from scanner.errors import RepositoryError
from scanner.git.census import LOOSE, Census
from scanner.git.environment import HOOK
from scanner.git.refs import elsewhere
from scanner.git.remotes import hosts
from scanner.git.state import state_of
from scanner.git.store import Store, store_of
from scanner.model import Blob, Occurrence, Origin, Skipped
from scanner.sources import gitfolder
from scanner.sources.attribution import Attribution, Spare
from scanner.sources.family import Member, members, usable
from scanner.sources.files import content, settings_file
from scanner.sources.inflating import falsely_called
from scanner.sources.interface import Excludes, Item, Source, display_path
from scanner.sources.largefiles import large_files
from scanner.sources.ledger import Chapter, Ledger
from scanner.sources.memory import UNLIKE, Memory
from scanner.sources.packfiles import packed
from scanner.sources.record import Record, parsed, retold
from scanner.sources.sifting import Sifted, Suspect, sifted
from scanner.sources.untold import endless

CHECK = (
    "-c", "core.commitGraph=false", "rev-list", "--objects", "--all", "--reflog", "--indexed-objects",
    "--missing=print", "--quiet",
)  # fmt: skip
"""What tells of objects that are missing. A commit-graph lists commits whether they are there or not."""
MOST_APART = 1000
"""Refs of linked work trees that are followed for it: command lines have an end."""
MOST_MISSING = 100
"""Missing objects that are listed one by one."""


class HistorySource(Source):
    """All that the repository of a folder holds. None: the current folder, or what the environment names.

    detector: finds the objects that are worth a closer look. memory: knows what earlier scans came to. jobs: processes
    to use. counters: where they say how far they are.
    """

    name = "history"
    is_dense = True

    def __init__(self, folder: str | None, detector: Finder, memory: Memory, jobs: int, counters: Counters) -> None:
        self._folder = os.fsencode(folder or ".")
        self._named = folder is not None
        self._detector, self._memory, self._jobs, self._counters = detector, memory, jobs, counters
        self._looked_at = [0, 0]
        self._ledger = Ledger()
        self._left_out = ""
        self.target = display_path(self._folder)

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. Raises RepositoryError where there is no repository, or git refuses."""
        self._left_out = repr(excludes) if excludes else ""
        found = usable(self._folder, named=self._named)
        if found is None:
            raise RepositoryError(f"{self.target}: not a git repository")
        for one in members(found[0], self._folder, found[1].top):
            for item in (one,) if isinstance(one, Skipped) else self._kept_apart(one):
                yield _excluded(item.origin.path) if isinstance(item, Blob) and excludes(item.origin.path) else item

    def extent(self) -> tuple[int, int] | None:
        """See `Source.extent`."""
        return self._looked_at[0], self._looked_at[1]

    def search_with(self, detector: Finder, rules: str) -> None:
        """See `Source.search_with`: what was looked for otherwise is not what is remembered."""
        self._detector = detector
        self._memory.look_for(rules)

    def remotes(self) -> tuple[str, ...]:
        """See `Source.remotes`: those of the outermost repository."""
        found = usable(self._folder, named=self._named)
        return hosts(found[0]) if found else ()

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: those of the current repository alone, from the top of its work tree."""
        found, current = usable(self._folder, named=self._named), usable(b".", named=False)
        if not found or not current or found[1].git_dir != current[1].git_dir or not found[1].top:
            return None
        return settings_file(found[1].top, name)

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`: from the top of the work tree."""
        found = usable(self._folder, named=self._named)
        top = os.path.relpath(found[1].top) if found and found[1].top else b"."
        return self.named_file(os.path.normpath(os.path.join(os.fsdecode(top), path)))

    def found(self, occurrence: Occurrence) -> None:
        """See `Source.found`."""
        self._ledger.found(occurrence)

    def noted(self, path: str) -> None:
        """See `Source.noted`."""
        self._ledger.noted(path)

    def unread(self, path: str) -> None:
        """See `Source.unread`."""
        self._ledger.unread(path)

    def told(self, origin: Origin, words: str) -> None:
        """See `Source.told`."""
        self._ledger.told(origin, words)

    def listen(self) -> None:
        """See `Source.listen`."""
        self.listens = self._memory.keeps

    def end(self) -> None:
        """See `Source.end`: what changed in the meantime is not remembered."""
        for chapter, record in self._ledger.records():
            if chapter.state and chapter.state == self._state(chapter.one):
                self._memory.keep_history(self._place(chapter.one), chapter.state, record.written())

    def _state(self, one: Member) -> str | None:
        """What the repository is known by; where no name decides, what the environment says counts too."""
        told = [] if self._named else sorted((name, os.environ[name]) for name in HOOK if name in os.environ)
        state = None if one.apart else state_of(one.common, store_of(one.git, one.folder))
        return state and f"{state} {told}"

    def _kept_apart(self, one: Member) -> Iterator[Item]:
        """What one repository holds. A submodule that git gives up on does not keep the others from being looked at."""
        try:
            yield from self._of_one(one)
        except RepositoryError as error:
            if not one.is_inner:
                raise
            yield Skipped(display_path(one.prefix), "submodule", str(error), incomplete=True)

    def _of_one(self, one: Member) -> Iterator[Item]:
        state = self._state(one)
        record = self._remembered(one, state) if state else None
        chapter = Chapter(one, None if record else state, origins=list(record.origins) if record else [])
        self._ledger.chapters.append(chapter)
        if record:
            yield from _obstacles(one, store_of(one.git, one.folder))
            yield from self._beside(one)
            yield from retold(one.git, record)
        else:
            suspects, spare = yield from self._sifted(one, chapter)
            yield from self._beside(one)
            attribution = Attribution(one.git, suspects, one.prefix, spare, self._jobs)
            for blob in attribution.blobs():
                chapter.add(blob.origin)
                yield blob
            if attribution.untold.endless:
                chapter.drop()
            yield from endless(attribution.untold)
        blobs, size = (record.blobs, record.bytes) if record else (chapter.blobs, chapter.bytes)
        self._looked_at[0] += blobs
        self._looked_at[1] += size

    def _place(self, one: Member) -> str:
        """What a repository is known by in the memory: where it lies, how the report calls it, what is left out."""
        return hashlib.sha256(repr((one.common, one.tops, one.prefix, self._left_out)).encode()).hexdigest()

    def _remembered(self, one: Member, state: str) -> Record | None:
        """What the repository came to when it was in this state."""
        told = self._memory.history(self._place(one), state)
        try:
            return parsed(told, one.git, self.listens) if told else None
        except UNLIKE:
            return None

    def _sifted(self, one: Member, chapter: Chapter) -> Generator[Item, None, tuple[list[Suspect], Spare]]:
        """What cannot be looked at; returns the objects that hold something, and what reads those that git cannot."""
        store = store_of(one.git, one.folder)
        missing = one.git.begin(*CHECK, *tuple(dict.fromkeys(elsewhere(one.git).values()))[:MOST_APART], "--")
        remembered = {path: found for path in store.packs if (found := self._memory.recall(path))}
        census = Census(one.git, store, remembered)
        yield from _obstacles(one, store)
        yield from (Skipped(_shown(one, path), "pack", why, incomplete=True) for path, why in census.unread)
        self._counters.total += len(census)
        fresh = sifted(census, self._detector, store.width, self._jobs, self._counters)
        gaps = [path for path, found in fresh.items() if found.gaps]
        partly = {LOOSE, *(path for path, _ in census.unread), *gaps}
        self._memory.keep({path: it for path, it in fresh.items() if path not in partly and not it.leaning})
        yield from (Skipped(_shown(one, path), "pack", "holds more than its index names", True) for path in gaps)
        for path in dict.fromkeys((*(path for path, _ in census.unread), *gaps)):
            yield from packed(path, Origin(_shown(one, path), "other"))
        for name, path in census.doubles:
            yield from falsely_called(name, path, Origin(_shown(one, path), "other"))
        yield from _strays(one, store, {item.path for found in fresh.values() for item in found.lost})
        yield from self._memory.trouble
        self._memory.trouble.clear()
        result = Sifted()
        for found in (*remembered.values(), *fresh.values()):
            result.add(found)
        chapter.blobs, chapter.bytes = result.blobs, result.bytes
        listed = missing()
        chapter.missing += _missing(listed, {item.path for item in result.lost})
        if listed is None or result.lost or census.unread or gaps:
            chapter.drop()
        yield from (*result.lost, *chapter.missing)
        return result.suspects, census.spare

    def _beside(self, one: Member) -> Iterator[Item]:
        """What stands beside the objects."""
        inside = one.prefix + (b".git/" if one.tops else b"")
        store = store_of(one.git, one.folder)
        for items in (
            *(gitfolder.files(folder, inside, store.width) for folder in (one.common, *one.apart)),
            gitfolder.ref_names(one.git, one.prefix),
            large_files(one.git, one.common, store.folders),
            *(packed(path, Origin(_shown(one, path), "other")) for path in store.without_index),
        ):
            for item in items:
                if isinstance(item, Blob):
                    self._ledger.pass_by(item.origin)
                yield item


def _excluded(path: str) -> Skipped:
    return Skipped(path, "excluded", "matches a glob to exclude", incomplete=False)


def _obstacles(one: Member, store: Store) -> Iterator[Skipped]:
    """Why there may be more than can be looked at."""
    if one.git.run("rev-parse", "--is-shallow-repository").strip() == b"true":
        yield Skipped(
            display_path(one.prefix) or ".", "shallow", "the clone is shallow: older commits are not here", True
        )
    for path in store.without_pack:
        yield Skipped(_shown(one, path), "pack", "an index without its pack", incomplete=True)
    for path in store.missing:
        yield Skipped(_shown(one, path), "alternate", "a folder to borrow objects from is not there", incomplete=True)


def _strays(one: Member, store: Store, lost: Collection[str]) -> Iterator[Item]:
    """The files of loose objects that were lost, as they lie: one that git cannot read may hold something else."""
    for name, path in store.loose() if lost else ():
        if f"object:{name}" in lost:
            yield from content(path, Origin(_shown(one, path), "other"), follow=True)


def _shown(one: Member, path: bytes) -> str:
    inside = os.path.relpath(path, one.common)
    return display_path(path if inside.startswith(b"..") else one.prefix + inside)


def _missing(listed: bytes | None, said: set[str]) -> Iterator[Skipped]:
    """The objects that others name and that are not there; `said` are those that were noticed before."""
    if listed is None:
        yield Skipped(".", "corrupt", "git cannot follow the history to its end: objects are missing or broken", True)
        return
    names = [f"object:{line[1:].decode()}" for line in listed.split(b"\n") if line.startswith(b"?")]
    names = [name for name in names if name not in said]
    for name in names[:MOST_MISSING]:
        yield Skipped(name, "missing", "is named by the history and is not here", incomplete=True)
    if len(names) > MOST_MISSING:
        yield Skipped(".", "missing", f"{len(names) - MOST_MISSING:,} more objects are not here", incomplete=True)
