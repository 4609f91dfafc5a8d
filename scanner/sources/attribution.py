"""Attribution: from an object that holds something to the commits, paths and refs by which it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial

from scanner.git import commit as commits
from scanner.git import index
from scanner.git.changes import Change, changes_to
from scanner.git.comparing import Untold
from scanner.git.history import Graph
from scanner.git.lineage import carried
from scanner.git.objects import Object, read
from scanner.git.pinned import pinned, tags
from scanner.git.process import Git
from scanner.git.remains import every_commit, known_graph
from scanner.git.standing import Held, places, tips
from scanner.model import Blob, Commit, Origin, Place
from scanner.sources.interface import display_path, name_blobs
from scanner.sources.pieces import PIECE, pieces
from scanner.sources.sifting import Suspect
from scanner.sources.tale import Brought, Tale, introductions

Standing = Callable[[Collection[Held]], Mapping[Held, tuple[str, ...]]]
"""Tells at the tips of which refs an object still stands at its path."""
Spare = Callable[[Collection[str]], Iterator[Object]]
"""Reads objects, each before the next, as far as they are there."""


class Attribution:
    """The suspects of one repository, told by where they stand.

    prefix: what its paths begin with in the report. spare: reads what git cannot, as far as that goes.
    jobs: processes to use. untold: the commits of which it could not be told what they bring in; of missing trees the
    source says that they are.
    """

    def __init__(
        self,
        git: Git,
        suspects: Sequence[Suspect],
        prefix: bytes = b"",
        spare: Spare = lambda _: iter(()),
        jobs: int = 1,
    ) -> None:
        self._git, self._prefix, self._spare, self._jobs = git, prefix, spare, jobs
        self._suspects = list(dict.fromkeys(suspects))
        self._called: set[bytes] = set()
        self.untold = Untold()

    def blobs(self) -> Iterator[Blob]:
        """Each suspect once for every path at which it stood, with the commit that brought it there; oldest first."""
        wanted = {suspect.name for suspect in self._suspects if suspect.type in ("blob", "name")}
        own = {suspect.name for suspect in self._suspects if suspect.type == "commit"}
        if self._suspects:
            yield from self.told(*self._history(wanted, own))
        for _, path, _ in index.everything(self._git):
            if path not in self._called:  # a name that was never committed
                yield from name_blobs(self._prefix + path)

    def told(self, known: Graph, found: Sequence[Change], standing: Standing | None = None) -> Iterator[Blob]:
        """The same, where the commits and what they brought in, oldest first, are known already.

        standing: tells what still stands at the tips of refs, if that is known, too.
        """
        own = {suspect.name for suspect in self._suspects if suspect.type == "commit"}
        brought = introductions(found, known.parents)
        ends = {change.commit for group in brought.values() for change in (group[0], group[-1])}
        every = {change.commit for group in brought.values() for change in group} | own
        tale = Tale(known, self._told(ends | own), known.leading_to(every), places(self._git, known))
        yield from self._files(brought, tale, standing or partial(tips, self._git, known))
        yield from self._names(brought, tale)
        yield from self._messages(tale)
        yield from self._others()

    def _history(self, wanted: Collection[str], own: Collection[str]) -> tuple[Graph, list[Change], Standing | None]:
        """All commits, and what those brought in; the unreachable ones only where the others do not explain it all."""
        known = known_graph(self._git)
        found = self._changes(known.parents, wanted)
        unexplained = set(wanted) - {change.object for change in found}
        if known.is_whole and (unexplained or not known.parents.keys() >= set(own)):
            whole = known_graph(self._git, every_commit(self._git))
            strays = {commit: above for commit, above in whole.parents.items() if commit not in known.parents}
            if unexplained and strays:
                found += self._changes(strays, unexplained)
            known = whole
        standing = partial(carried, known, found) if known.is_whole and not self.untold.lost else None
        return known, [change for change in found if change.object in wanted], standing

    def _changes(self, parents: Mapping[str, Sequence[str]], wanted: Collection[str]) -> list[Change]:
        return changes_to(self._git, parents, wanted, self.untold, self._jobs) if wanted else []

    def _told(self, names: Collection[str]) -> dict[str, Commit]:
        """What each commit says of itself."""
        result = {}
        for item in read(self._git, (name.encode() for name in sorted(names))):
            if item.found and item.type == "commit":
                result[item.id] = commits.parsed(item.id, item.read(2**20))
        return result

    def _files(self, brought: Brought, tale: Tale, told: Standing) -> Iterator[Blob]:
        at: dict[str, list[Origin]] = {suspect.name: [] for suspect in self._suspects if suspect.type == "blob"}
        standing = told([held for held in brought if held[0] in at])
        for held, group in brought.items():
            if held[0] in at:
                at[held[0]] += tale.origins(group, display_path(self._prefix + held[1]), standing.get(held, ()))
        for name, path, refs in pinned(self._git, tale.graph, at) if not all(at.values()) else ():
            shown = display_path(self._prefix + path) if path else f"blob:{name}"
            at[name].append(Origin(shown, "blob", name, None, refs, refs, "ref"))
        staged = self._staged(at) if not all(at.values()) else {}
        for item in self._read(at):
            yield from self._content(item, at[item.id] or staged.get(item.id) or [_nowhere(item.id, "blob")])

    def _content(self, item: Object, origins: Sequence[Origin]) -> Iterator[Blob]:
        """The content at each place. What comes in pieces is read again for each, so that they stay together."""
        if item.size < PIECE:
            data = item.read(item.size)
            yield from (Blob(data, origin) for origin in origins)
            return
        for number, origin in enumerate(origins):
            for again in self._read([item.id]) if number else [item]:
                yield from pieces(again.read, origin)

    def _read(self, names: Iterable[str]) -> Iterator[Object]:
        """The objects that can be read, with git or without it."""
        refused = set()
        for item in read(self._git, (name.encode() for name in names)):
            if item.found:
                yield item
            else:
                refused.add(item.name.decode())
        yield from self._spare(refused)

    def _names(self, brought: Brought, tale: Tale) -> Iterator[Blob]:
        """Paths that hold something themselves."""
        called = {(suspect.name, suspect.called) for suspect in self._suspects if suspect.type == "name"}
        for (name, inner), group in brought.items():
            if inner not in self._called and (name, inner.rpartition(b"/")[2]) in called:
                self._called.add(inner)
                path = self._prefix + inner
                for origin in tale.origins(group, display_path(path), ()):
                    yield Blob(path, origin._replace(place="file-name", blob=None))
        yield from self._pinned_names(called, tale)
        explained = {path.rpartition(b"/")[2] for path in self._called}
        for name, word in sorted(called):
            if word not in explained:
                yield Blob(word, Origin(f"tree-entry:{name}", "file-name", reach="dangling"))

    def _pinned_names(self, called: Collection[tuple[str, bytes]], tale: Tale) -> Iterator[Blob]:
        """The same of paths in folders that refs lead to without a commit."""
        known = {path.rpartition(b"/")[2] for path in self._called}
        left = {name for name, word in called if word not in known}
        for name, inner, refs in pinned(self._git, tale.graph, left) if left else ():
            if inner not in self._called and (name, inner.rpartition(b"/")[2]) in called:
                self._called.add(inner)
                path = self._prefix + inner
                yield Blob(path, Origin(display_path(path), "file-name", None, None, refs, refs, "ref"))

    def _messages(self, tale: Tale) -> Iterator[Blob]:
        """Messages and headers of commits and tags."""
        leading = tags(self._git) if any(suspect.type == "tag" for suspect in self._suspects) else {}
        for item in self._read(suspect.name for suspect in self._suspects if suspect.type in ("commit", "tag")):
            header, rest = commits.opened(item.read)
            is_tag = item.type == "tag"
            about, said = (
                _of_tag(item.id, place, leading) if is_tag else tale.message(item.id, place)
                for place in ("commit-header", "tag-message" if is_tag else "commit-message")
            )
            yield Blob(header, about)
            yield from pieces(rest, said)

    def _others(self) -> Iterator[Blob]:
        """What is stored as a tree and is none."""
        for item in self._read(suspect.name for suspect in self._suspects if suspect.type == "tree"):
            yield from pieces(item.read, Origin(f"{item.type}:{item.id}", "other", item.id))

    def _staged(self, wanted: Collection[str]) -> dict[str, list[Origin]]:
        """Where the indexes of the work trees name the objects."""
        result: dict[str, list[Origin]] = {}
        for _, path, name in index.everything(self._git):
            if name in wanted:
                result.setdefault(name, []).append(Origin(display_path(self._prefix + path), "index", name))
        return result


def _of_tag(name: str, place: Place, leading: Mapping[str, tuple[str, ...]]) -> Origin:
    refs = leading.get(name, ())
    return Origin(f"{place}:{name}", place, refs=refs, tips=refs, reach="ref" if refs else "dangling")


def _nowhere(name: str, kind: str) -> Origin:
    return Origin(f"{kind}:{name}", "blob", name, reach="dangling")
