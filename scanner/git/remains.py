"""The commits of a damaged repository, where git will not list them because one is missing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush

from scanner.errors import RepositoryError
from scanner.git.commit import moment
from scanner.git.history import Graph, behind, graph
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.refs import refs
from scanner.model import Reach


def known_graph(git: Git, strays: Iterable[str] = ()) -> Graph:
    """All commits, as git lists them (`graph`) or else as far as they can be read. Raises RepositoryError."""
    try:
        return graph(git, strays)
    except RepositoryError:
        return remains(git, every_commit(git))


def every_commit(git: Git) -> list[str]:
    """The names of all commits that are stored, whether anything leads to them or not."""
    options = ("--batch-all-objects", "--unordered", "--batch-check=%(objectname) %(objecttype)")
    listed = git.run("cat-file", *options, expected=(0, 1, 128))
    return [row.split(b" ")[0].decode() for row in listed.split(b"\n") if row.endswith(b" commit")]


def remains(git: Git, names: Sequence[str]) -> Graph:
    """The commits of these names, as far as they can be read, each by what it says of itself.

    What only a reflog leads to cannot be told from what nothing does.
    """
    parents: dict[str, tuple[str, ...]] = {}
    dates: dict[str, int] = {}
    for item in read(git, (name.encode() for name in names)):
        if item.type == "commit":
            header = item.read(2**20).partition(b"\n\n")[0]
            lines = header.split(b"\n")
            parents[item.id] = tuple(line[7:].decode() for line in lines if line.startswith(b"parent "))
            dates[item.id] = moment(header)
    known = _refs(git)
    led_to = behind(known.values(), parents)
    order = {commit: number for number, commit in enumerate(_oldest_first(parents, dates))}
    reach: dict[str, Reach] = {commit: "ref" if commit in led_to else "dangling" for commit in order}
    return Graph({commit: parents[commit] for commit in order}, reach, order, known, is_whole=False)


def _refs(git: Git) -> dict[str, str]:
    """None where git cannot list them."""
    try:
        return refs(git)
    except RepositoryError:
        return {}


def _oldest_first(parents: Mapping[str, Sequence[str]], dates: Mapping[str, int]) -> Iterator[str]:
    """Each commit behind those of its parents that are there."""
    children: dict[str, list[str]] = defaultdict(list)
    left = {}
    for commit, above in parents.items():
        present = {parent for parent in above if parent in parents}
        left[commit] = len(present)
        for parent in present:
            children[parent].append(commit)
    ready = sorted((dates[commit], commit) for commit, number in left.items() if not number)
    while ready:
        _, commit = heappop(ready)
        yield commit
        for child in children[commit]:
            left[child] -= 1
            if not left[child]:
                heappush(ready, (dates[child], child))
