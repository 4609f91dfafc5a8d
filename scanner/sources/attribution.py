"""Attribution: from an object that holds something to the commits, paths and refs by which it is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.git import commit as commits
from scanner.git import index
from scanner.git.history import Change, Graph, changes_to, graph
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.standing import places, tips
from scanner.model import Blob, Commit, Origin, Place
from scanner.sources.interface import display_path
from scanner.sources.pieces import pieces
from scanner.sources.sifting import Suspect


class Attribution:
    """The suspects of one repository, told by where they stand. prefix: what its paths begin with in the report."""

    def __init__(self, git: Git, suspects: Sequence[Suspect], prefix: bytes = b"") -> None:
        self._git, self._prefix = git, prefix
        self._suspects = list(dict.fromkeys(suspects))

    def blobs(self) -> Iterator[Blob]:
        """Each suspect once for every path at which it stood, with the commit that brought it there; oldest first."""
        if not self._suspects:
            return
        wanted = {suspect.name for suspect in self._suspects if suspect.type in ("blob", "name")}
        own = {suspect.name for suspect in self._suspects if suspect.type == "commit"}
        yield from self.told(*self._history(wanted, own))

    def told(self, known: Graph, found: Sequence[Change]) -> Iterator[Blob]:
        """The same, where the commits and what they brought in, oldest first, are known already."""
        own = {suspect.name for suspect in self._suspects if suspect.type == "commit"}
        first: dict[tuple[str, bytes], Change] = {}
        for change in found:
            first.setdefault((change.object, change.path), change)
        told = self._told({change.commit for change in first.values()} | own)
        tale = _Tale(known, told, known.refs_with(told.keys() & known.parents.keys()), places(self._git, known))
        yield from self._files(list(first.values()), tale)
        yield from self._names(list(first.values()), tale)
        yield from self._messages(tale)

    def _history(self, wanted: Collection[str], own: Collection[str]) -> tuple[Graph, list[Change]]:
        """All commits, and what those brought in; the unreachable ones only where the others do not explain it all."""
        known = graph(self._git)
        found = list(changes_to(self._git, list(known.parents), wanted)) if wanted else []
        unexplained = set(wanted) - {change.object for change in found}
        if unexplained or not known.parents.keys() >= set(own):
            whole = graph(self._git, self._all_commits())
            strays = [commit for commit in whole.parents if commit not in known.parents]
            if unexplained and strays:
                found += changes_to(self._git, strays, unexplained)
            known = whole
        return known, found

    def _all_commits(self) -> list[str]:
        listed = self._git.run(
            "cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype)"
        )
        return [row.split(b" ")[0].decode() for row in listed.split(b"\n") if row.endswith(b" commit")]

    def _told(self, names: Collection[str]) -> dict[str, Commit]:
        """What each commit says of itself."""
        result = {}
        for item in read(self._git, (name.encode() for name in sorted(names))):
            if item.found and item.type == "commit":
                result[item.id] = commits.parsed(item.id, item.read(item.size))
        return result

    def _files(self, found: Sequence[Change], tale: _Tale) -> Iterator[Blob]:
        at: dict[str, list[Origin]] = {suspect.name: [] for suspect in self._suspects if suspect.type == "blob"}
        standing = tips(self._git, tale.graph, [change for change in found if change.object in at])
        for change in found:
            if change.object in at:
                origin = tale.origin(change.commit, display_path(self._prefix + change.path), change.object)
                at[change.object].append(origin._replace(tips=standing.get((change.object, change.path), ())))
        staged = self._staged(at) if not all(at.values()) else {}
        for item in read(self._git, (name.encode() for name in at)):
            origins = (
                at[item.id] or staged.get(item.id) or [Origin(f"blob:{item.id}", "blob", item.id, reach="dangling")]
            )
            if item.found and len(origins) == 1:
                yield from pieces(item.read, origins[0])
            elif item.found:
                data = item.read(item.size)
                yield from (Blob(data, origin) for origin in origins)

    def _names(self, found: Sequence[Change], tale: _Tale) -> Iterator[Blob]:
        """Paths that hold something themselves."""
        called = {(suspect.name, suspect.called) for suspect in self._suspects if suspect.type == "name"}
        known: set[bytes] = set()
        for change in found:
            if change.path not in known and (change.object, change.path.rpartition(b"/")[2]) in called:
                known.add(change.path)
                path = self._prefix + change.path
                yield Blob(path, tale.origin(change.commit, display_path(path), None)._replace(place="file-name"))
        explained = {path.rpartition(b"/")[2] for path in known}
        for name, word in sorted(called):
            if word not in explained:
                yield Blob(word, Origin(f"tree-entry:{name}", "file-name", reach="dangling"))

    def _messages(self, tale: _Tale) -> Iterator[Blob]:
        """Messages and headers of commits and tags."""
        names = [suspect.name.encode() for suspect in self._suspects if suspect.type in ("commit", "tag")]
        for item in read(self._git, names):
            if item.found:
                header, message = commits.divided(item.read(item.size))
                kinds: tuple[tuple[Place, bytes], ...] = (("commit-header", header), ("commit-message", message))
                if item.type == "tag":
                    kinds = (("commit-header", header), ("tag-message", message))
                for place, data in kinds:
                    yield Blob(data, tale.origin(item.id, f"{place}:{item.id}", None)._replace(place=place))

    def _staged(self, wanted: Collection[str]) -> dict[str, list[Origin]]:
        """Where the indexes of the work trees name the objects."""
        result: dict[str, list[Origin]] = {}
        for _, path, name in index.everything(self._git):
            if name in wanted:
                result.setdefault(name, []).append(Origin(display_path(self._prefix + path), "index", name))
        return result


@dataclass(frozen=True, slots=True)
class _Tale:
    """What is known of the commits that matter. places: of those whose content is a stash's or a note's."""

    graph: Graph
    commits: Mapping[str, Commit]
    refs: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place]

    def origin(self, commit: str, path: str, blob: str | None) -> Origin:
        return Origin(
            path,
            self.places.get(commit, "blob"),
            blob,
            self.commits.get(commit),
            self.refs.get(commit, ()),
            reach=self.graph.reach.get(commit),
            order=self.graph.order.get(commit, 0),
        )
