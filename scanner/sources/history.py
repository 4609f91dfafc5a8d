"""Every object of a repository, reachable or not; and those of its submodules."""

from __future__ import annotations

import os
from collections.abc import Iterator

from scanner.counters import Counters
from scanner.detect.finder import Finder
from scanner.errors import RepositoryError
from scanner.git.census import LOOSE, Census
from scanner.git.process import Git
from scanner.git.remotes import hosts
from scanner.git.repository import repository_of
from scanner.git.store import Store, store_of
from scanner.model import Blob, Skipped
from scanner.sources import gitfolder
from scanner.sources.attribution import Attribution
from scanner.sources.family import Member, members
from scanner.sources.files import settings_file
from scanner.sources.interface import Excludes, Item, Source, display_path
from scanner.sources.memory import Memory
from scanner.sources.sifting import Sifted, sifted

CHECK = (
    "-c", "core.commitGraph=false", "rev-list", "--objects", "--all", "--reflog", "--indexed-objects",
    "--missing=print", "--quiet",
)  # fmt: skip
"""What tells of objects that are missing. A commit-graph lists commits whether they are there or not."""
MOST_MISSING = 100
"""Missing objects that are listed one by one."""


class HistorySource(Source):
    """All that the repository of a folder holds. None: the current folder, or what the environment names.

    detector: finds the objects that are worth a closer look. memory: knows what earlier scans came to. jobs: processes
    to use. counters: where they say how far they are.
    """

    name = "history"

    def __init__(self, folder: str | None, detector: Finder, memory: Memory, jobs: int, counters: Counters) -> None:
        self._folder = os.fsencode(folder or ".")
        self._named = folder is not None
        self._detector, self._memory, self._jobs, self._counters = detector, memory, jobs, counters
        self._looked_at = [0, 0]
        self.target = display_path(self._folder)

    def items(self, excludes: Excludes) -> Iterator[Item]:
        """See `Source.items`. Raises RepositoryError where there is no repository, or git refuses."""
        git = Git(self._folder, named=self._named)
        repository = repository_of(self._folder, named=self._named)
        if repository is None:
            raise RepositoryError(f"{self.target}: not a git repository")
        for one in members(git, self._folder, repository.top):
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
        return hosts(Git(self._folder, named=self._named))

    def settings(self, name: str) -> bytes | None:
        """See `Source.settings`: those of the current repository alone, from the top of its work tree."""
        repository = repository_of(self._folder, named=self._named)
        current = repository_of(b".", named=False)
        if repository is None or current is None or repository.git_dir != current.git_dir or not repository.top:
            return None
        return settings_file(repository.top, name)

    def root_file(self, path: str) -> bytes:
        """See `Source.root_file`: from the top of the work tree."""
        repository = repository_of(self._folder, named=self._named)
        top = os.path.relpath(repository.top) if repository and repository.top else b"."
        return self.named_file(os.path.normpath(os.path.join(os.fsdecode(top), path)))

    def _kept_apart(self, one: Member) -> Iterator[Item]:
        """What one repository holds. A submodule that git gives up on does not keep the others from being looked at."""
        try:
            yield from self._of_one(one)
        except RepositoryError as error:
            if not one.is_inner:
                raise
            yield Skipped(display_path(one.prefix), "submodule", str(error), incomplete=True)

    def _of_one(self, one: Member) -> Iterator[Item]:
        store = store_of(one.git, one.folder)
        missing = one.git.begin(*CHECK)
        remembered = {path: found for path in store.packs if (found := self._memory.recall(path))}
        census = Census(one.git, store, remembered)
        yield from _obstacles(one, store, census)
        self._counters.total += len(census)
        fresh = sifted(census, self._detector, store.width, self._jobs, self._counters)
        partly = {LOOSE, *(path for path, _ in census.unread)}
        self._memory.keep({path: it for path, it in fresh.items() if path not in partly and not it.leaning})
        yield from self._memory.trouble
        self._memory.trouble.clear()
        result = Sifted()
        for found in (*remembered.values(), *fresh.values()):
            result.add(found)
        self._looked_at[0] += result.blobs
        self._looked_at[1] += result.bytes
        yield from result.lost
        yield from _missing(missing(), {item.path for item in result.lost})
        yield from gitfolder.files(one.common, one.prefix + (b".git/" if one.tops else b""))
        yield from gitfolder.ref_names(one.git, one.prefix)
        yield from Attribution(one.git, result.suspects, one.prefix, census.spare).blobs()


def _excluded(path: str) -> Skipped:
    return Skipped(path, "excluded", "matches a glob to exclude", incomplete=False)


def _obstacles(one: Member, store: Store, census: Census) -> Iterator[Skipped]:
    """Why there may be more than can be looked at."""
    if one.git.run("rev-parse", "--is-shallow-repository").strip() == b"true":
        yield Skipped(
            display_path(one.prefix) or ".", "shallow", "the clone is shallow: older commits are not here", True
        )
    for path in store.without_index:
        yield Skipped(_shown(one, path), "pack", "a pack without its index", incomplete=True)
    for path in store.without_pack:
        yield Skipped(_shown(one, path), "pack", "an index without its pack", incomplete=True)
    for path, why in census.unread:
        yield Skipped(_shown(one, path), "pack", why, incomplete=True)
    for path in store.missing:
        yield Skipped(_shown(one, path), "alternate", "a folder to borrow objects from is not there", incomplete=True)


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
