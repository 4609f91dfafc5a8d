"""Every object of a repository, reachable or not; and those of its submodules."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from functools import cached_property

from scanner.counters import Counters
from scanner.detect.finder import Finder
from scanner.errors import RepositoryError
from scanner.git.census import LOOSE, Census
from scanner.git.process import Git
from scanner.git.remotes import hosts
from scanner.git.repository import Repository
from scanner.git.store import store_of
from scanner.model import Blob, Occurrence, Origin, Skipped
from scanner.sources import gitfolder
from scanner.sources.attribution import Attribution, Spare
from scanner.sources.family import Member, members, usable
from scanner.sources.files import settings_file
from scanner.sources.inflating import falsely_called
from scanner.sources.interface import Excludes, Item, Source, display_path, excluded
from scanner.sources.largefiles import large_files
from scanner.sources.missing import search, told
from scanner.sources.obstacles import obstacles, shown, strays
from scanner.sources.packfiles import packed
from scanner.sources.remembering.ledger import Chapter, Ledger
from scanner.sources.remembering.memory import Memory
from scanner.sources.remembering.past import Past
from scanner.sources.remembering.record import retold
from scanner.sources.remembering.remembered import Remembered
from scanner.sources.sifting import Sifted, sifted
from scanner.sources.untold import endless


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
        self._remembered = Remembered(memory, self._named, "", listens=False)
        self.target = display_path(self._folder)

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. Raises RepositoryError where there is no repository, or git refuses."""
        left_out = repr(excludes) if excludes else ""
        self._remembered = Remembered(self._memory, self._named, left_out, self.listens)
        found = self._repository
        if found is None:
            raise RepositoryError(f"{self.target}: not a git repository")
        for one in members(found[0], self._folder, found[1].top):
            for item in (one,) if isinstance(one, Skipped) else self._kept_apart(one):
                yield excluded(item.origin.path) if isinstance(item, Blob) and excludes(item.origin.path) else item

    def extent(self) -> tuple[int, int] | None:
        """See `Source.extent`."""
        return self._looked_at[0], self._looked_at[1]

    def search_with(self, detector: Finder, rules: str) -> None:
        """See `Source.search_with`: what was looked for otherwise is not what is remembered."""
        self._detector = detector
        self._memory.look_for(rules)

    def remotes(self) -> tuple[str, ...]:
        """See `Source.remotes`: those of the outermost repository."""
        return hosts(self._repository[0]) if self._repository else ()

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: those of the current repository alone, from the top of its work tree."""
        found = self._repository
        if found and found[1].top and found[1].git_dir == self._here:
            return settings_file(found[1].top, name)
        return None

    @cached_property
    def _repository(self) -> tuple[Git, Repository] | None:
        """The outermost repository, and git in it."""
        return usable(self._folder, named=self._named)

    @cached_property
    def _here(self) -> bytes | None:
        """The current repository. Where another one is named, this one may be none that git would use."""
        try:
            current = usable(b".", named=True) if self._named else self._repository
        except RepositoryError:
            return None
        return current[1].git_dir if current else None

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`: from the top of the work tree."""
        found = self._repository
        top = os.path.relpath(found[1].top) if found and found[1].top else b"."
        return super().root_file(os.path.normpath(os.path.join(os.fsdecode(top), path)))

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
        self._remembered.keep(self._ledger)

    def _kept_apart(self, one: Member) -> Iterator[Item]:
        """What one repository holds. A submodule that git gives up on does not keep the others from being looked at."""
        try:
            yield from self._of_one(one)
        except RepositoryError as error:
            if not one.is_inner:
                raise
            yield Skipped(display_path(one.prefix), "submodule", str(error), incomplete=True)

    def _of_one(self, one: Member) -> Iterator[Item]:
        state = self._remembered.state(one)
        record = self._remembered.record(one, state) if state else None
        chapter = Chapter(one, None if record else state, origins=list(record.origins) if record else [])
        self._ledger.chapters.append(chapter)
        if record:
            yield from obstacles(one, store_of(one.git, one.folder))
            yield from self._beside(one)
            yield from retold(one.git, record)
        else:
            yield from self._anew(one, chapter, self._remembered.past(one) if state else None)
        blobs, size = (record.blobs, record.bytes) if record else (chapter.blobs, chapter.bytes)
        self._looked_at[0] += blobs
        self._looked_at[1] += size

    def _anew(self, one: Member, chapter: Chapter, past: Past | None) -> Iterator[Item]:
        """All that it holds. Beside that git looks for what is missing, which takes longest where little is new."""
        missing = search(one, past)
        found, spare = yield from self._sifted(one, chapter)
        yield from self._beside(one)
        yield from self._told(chapter, Attribution(one.git, found.suspects, one.prefix, spare, self._jobs, past))
        names = missing(bool(found.lost))
        chapter.missing += told(names, {item.path for item in found.lost})
        if names is None:
            chapter.drop()
        yield from chapter.missing

    def _told(self, chapter: Chapter, attribution: Attribution) -> Iterator[Item]:
        """The objects that hold something, wherever they stood. Of what is known to say nothing no word is lost."""
        for item in attribution.items():
            chapter.add(item.origin)
            if isinstance(item, Blob):
                yield item
            elif item.words:
                self._ledger.told(item.origin, item.words)
                yield item
        chapter.past = attribution.past
        if attribution.untold.endless:
            chapter.drop()
        yield from endless(attribution.untold)

    def _sifted(self, one: Member, chapter: Chapter) -> Generator[Item, None, tuple[Sifted, Spare]]:
        """What cannot be looked at; returns what the objects came to, and what reads those that git cannot."""
        store = store_of(one.git, one.folder)
        remembered = {path: found for path in store.packs if (found := self._memory.recall(path))}
        census = Census(one.git, store, remembered)
        yield from obstacles(one, store)
        yield from (Skipped(shown(one, path), "pack", why, incomplete=True) for path, why in census.unread)
        self._counters.total += len(census)
        fresh = sifted(census, self._detector, store.width, self._jobs, self._counters)
        gaps = [path for path, found in fresh.items() if found.gaps]
        partly = {LOOSE, *(path for path, _ in census.unread), *gaps}
        self._memory.keep({path: it for path, it in fresh.items() if path not in partly and not it.leaning})
        yield from (Skipped(shown(one, path), "pack", "holds more than its index names", True) for path in gaps)
        for path in dict.fromkeys((*(path for path, _ in census.unread), *gaps)):
            yield from packed(path, Origin(shown(one, path), "other"))
        for name, path in census.doubles:
            yield from falsely_called(name, path, Origin(shown(one, path), "other"))
        yield from strays(one, store, {item.path for found in fresh.values() for item in found.lost})
        yield from self._memory.trouble
        self._memory.trouble.clear()
        result = Sifted()
        for found in (*remembered.values(), *fresh.values()):
            result.add(found)
        chapter.blobs, chapter.bytes = result.blobs, result.bytes
        if result.lost or census.unread or gaps:
            chapter.drop()
        yield from result.lost
        return result, census.spare

    def _beside(self, one: Member) -> Iterator[Item]:
        """What stands beside the objects."""
        inside = one.prefix + (b".git/" if one.tops else b"")
        store = store_of(one.git, one.folder)
        for items in (
            *(gitfolder.files(folder, inside, store.width) for folder in (one.common, *one.apart)),
            gitfolder.ref_names(one.git, one.prefix),
            large_files(one.git, one.common, store.folders),
            *(packed(path, Origin(shown(one, path), "other")) for path in store.without_index),
        ):
            for item in items:
                if isinstance(item, Blob):
                    self._ledger.pass_by(item.origin)
                yield item
