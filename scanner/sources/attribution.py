"""Attribution: from an object that holds something to the commits, paths and refs by which it is known."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping, Sequence
from functools import partial

from scanner.git import index
from scanner.git.changes import Change
from scanner.git.commit import described
from scanner.git.comparing import Untold
from scanner.git.history import Graph, pointed_at
from scanner.git.lineage import carried
from scanner.git.objects import Object, read
from scanner.git.pinned import pinned, tags
from scanner.git.process import Git
from scanner.git.remains import every_commit, known_graph
from scanner.git.standing import Held, places, tips
from scanner.model import Blob, Origin, Place
from scanner.sources.interface import Retold, display_path, name_blobs
from scanner.sources.origins import Brought, Origins, introductions
from scanner.sources.pieces import PIECE, pieces
from scanner.sources.remembering.past import NOTHING, Compared, Past
from scanner.sources.remembering.record import HEADER, said
from scanner.sources.sifting import Suspect

Standing = Callable[[Collection[Held]], Mapping[Held, tuple[str, ...]]]
"""Tells at the tips of which refs an object still stands at its path."""
OF_COMMIT: tuple[Place, Place] = (HEADER, "commit-message")
OF_TAG: tuple[Place, Place] = (HEADER, "tag-message")
Spare = Callable[[Collection[str]], Iterator[Object]]
"""Reads objects, each before the next, as far as they are there."""


class Attribution:
    """The suspects of one repository, told by where they stand.

    prefix: what its paths begin with in the report. spare: reads what git cannot, as far as that goes.
    jobs: processes to use. past: what an earlier scan came to, and, once all is told, what this one has to add.
    untold: the commits of which it could not be told what they bring in; of missing trees the source tells itself.
    """

    def __init__(
        self,
        git: Git,
        suspects: Sequence[Suspect],
        prefix: bytes = b"",
        spare: Spare = lambda _: iter(()),
        jobs: int = 1,
        past: Past | None = None,
    ) -> None:
        self._git, self._prefix, self._spare, self._jobs = git, prefix, spare, jobs
        self._suspects = list(dict.fromkeys(suspects))
        self._commits = {suspect.name for suspect in suspects if suspect.type == "commit"}
        self._called: set[bytes] = set()
        self._keeps, self._past = past is not None, past or Past()
        self.past: Past | None = None
        self.untold = Untold()

    def items(self) -> Iterator[Blob | Retold]:
        """Each suspect once for every path at which it stood, with the commit that brought it there; oldest first.

        What the past knows of is not read again; in no words where it says nothing.
        """
        wanted = frozenset(suspect.name for suspect in self._suspects if suspect.type in ("blob", "name"))
        if self._suspects:
            yield from self.told(*self._history(wanted))
        elif self._keeps:
            self.past = Past(led_to=Compared(heads=pointed_at(self._git)))
        for _, path, _ in index.everything(self._git):
            if path not in self._called:  # a name that was never committed
                yield from name_blobs(self._prefix + path)

    def told(self, known: Graph, found: Sequence[Change], standing: Standing | None = None) -> Iterator[Blob | Retold]:
        """The same, where the commits and what they brought in, oldest first, are known already.

        standing: tells what still stands at the tips of refs, if that is known, too.
        """
        brought = introductions(found, known.parents)
        ends = {change.commit for group in brought.values() for change in (group[0], group[-1])}
        every = {change.commit for group in brought.values() for change in group} | self._commits
        commits = described(self._git, ends | self._commits)
        origins = Origins(known, commits, known.leading_to(every), places(self._git, known))
        yield from self._files(brought, origins, standing or partial(tips, self._git, known))
        yield from self._names(brought, origins)
        yield from self._messages(origins)
        yield from self._others()

    def _history(self, wanted: frozenset[str]) -> tuple[Graph, list[Change], Standing | None]:
        """All commits, and what those brought in; the unreachable ones only where the others do not explain it all."""
        known = known_graph(self._git)
        past = self._past if known.is_whole else Past()
        compared = partial(
            Compared.changes_to, git=self._git, untold=self.untold, jobs=self._jobs, are_late=past.are_late
        )
        led_to, strays = compared(past.led_to, parents=known.parents, wanted=wanted), NOTHING
        found = list(led_to.changes)
        unexplained = wanted - {change.object for change in found}
        if known.is_whole and (unexplained or not known.parents.keys() >= self._commits):
            whole = known_graph(self._git, every_commit(self._git))
            apart = {commit: above for commit, above in whole.parents.items() if commit not in known.parents}
            strays = compared(past.strays, parents=apart, wanted=unexplained)
            found, known = found + list(strays.changes), whole
        if known.is_whole and not (self.untold.lost or self.untold.endless):
            ends = known.parents.keys() & known.refs.values()
            self.past = Past(led_to=led_to._replace(heads=led_to.heads | ends), strays=strays)
        standing = partial(carried, known, found) if known.is_whole and not self.untold.lost else None
        return known, [change for change in found if change.object in wanted], standing

    def _files(self, brought: Brought, origins: Origins, told: Standing) -> Iterator[Blob | Retold]:
        at: dict[str, list[Origin]] = {suspect.name: [] for suspect in self._suspects if suspect.type == "blob"}
        standing = told([held for held in brought if held[0] in at])
        for held, group in brought.items():
            if held[0] in at:
                at[held[0]] += origins.brought(group, display_path(self._prefix + held[1]), standing.get(held, ()))
        for name, path, refs in pinned(self._git, origins.graph, at) if not all(at.values()) else ():
            shown = display_path(self._prefix + path) if path else f"blob:{name}"
            at[name].append(Origin(shown, "blob", name, None, refs, refs, "ref"))
        staged = self._staged(at) if not all(at.values()) else {}
        nowhere = {name: [Origin(f"blob:{name}", "blob", name, reach="dangling")] for name in at}
        left = yield from self._again({name: at[name] or staged.get(name) or nowhere[name] for name in at})
        for item in self._read(left):
            yield from self._content(item, left[item.id])

    def _again(self, at: Mapping[str, Sequence[Origin]]) -> Generator[Retold, None, dict[str, list[Origin]]]:
        """What the past knows of the places of each object; returns the others."""
        left: dict[str, list[Origin]] = {}
        for name, origins in at.items():
            for origin in origins:
                known = self._past.again(origin)
                if known:
                    yield known
                else:
                    left.setdefault(name, []).append(origin)
        return left

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

    def _names(self, brought: Brought, origins: Origins) -> Iterator[Blob]:
        """Paths that hold something themselves."""
        called = {(suspect.name, suspect.called) for suspect in self._suspects if suspect.type == "name"}
        for (name, inner), group in brought.items():
            if inner not in self._called and (name, inner.rpartition(b"/")[2]) in called:
                self._called.add(inner)
                path = self._prefix + inner
                for origin in origins.brought(group, display_path(path), ()):
                    yield Blob(path, origin._replace(place="file-name", blob=None))
        yield from self._pinned_names(called, origins)
        explained = {path.rpartition(b"/")[2] for path in self._called}
        for name, word in sorted(called):
            if word not in explained:
                yield Blob(word, Origin(f"tree-entry:{name}", "file-name", reach="dangling"))

    def _pinned_names(self, called: Collection[tuple[str, bytes]], origins: Origins) -> Iterator[Blob]:
        """The same of paths in folders that refs lead to without a commit."""
        known = {path.rpartition(b"/")[2] for path in self._called}
        left = {name for name, word in called if word not in known}
        for name, inner, refs in pinned(self._git, origins.graph, left) if left else ():
            if inner not in self._called and (name, inner.rpartition(b"/")[2]) in called:
                self._called.add(inner)
                path = self._prefix + inner
                yield Blob(path, Origin(display_path(path), "file-name", None, None, refs, refs, "ref"))

    def _messages(self, origins: Origins) -> Iterator[Blob | Retold]:
        """Messages and headers of commits and tags."""
        leading = tags(self._git) if any(suspect.type == "tag" for suspect in self._suspects) else {}
        at = {
            suspect.name: [_of_tag(suspect.name, place, leading) for place in OF_TAG]
            if suspect.type == "tag"
            else [origins.message(suspect.name, place) for place in OF_COMMIT]
            for suspect in self._suspects
            if suspect.type in ("commit", "tag")
        }
        left = yield from self._again(at)
        for item in self._read(left):
            yield from said(item, left[item.id])

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
