"""Which commits there are, what each brought in, and from where it can be reached."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.git.process import Git
from scanner.model import Reach

RAW = ("-r", "-m", "--root", "--raw", "--no-abbrev", "--no-renames", "-z")
MOST_NAMES = 10_000
"""Objects that one call asks for: command lines have an end."""


@dataclass(frozen=True, slots=True)
class Change:
    """One path of a commit that holds another object than in the parent that it was held against."""

    commit: str
    path: bytes
    object: str
    mode: bytes

    @property
    def is_file(self) -> bool:
        """Whether the object is a file's content, or the path that a link holds."""
        return self.mode[:2] in (b"10", b"12")


@dataclass(frozen=True, slots=True)
class Graph:
    """Commits, each behind its parents, and the refs that point at them.

    parents: by commit. order: each commit's number. reach: how each can be reached: by a ref, by a reflog alone, or not
    at all.
    """

    parents: Mapping[str, tuple[str, ...]]
    reach: Mapping[str, Reach]
    order: Mapping[str, int]
    refs: Mapping[str, str]

    def refs_with(self, commits: Collection[str]) -> dict[str, tuple[str, ...]]:
        """The refs that each of the commits can be reached from, branches first."""
        bit = {commit: 1 << number for number, commit in enumerate(sorted(commits))}
        masks: dict[str, int] = {}
        for commit, parents in self.parents.items():
            mask = bit.get(commit, 0)
            for parent in parents:
                mask |= masks.get(parent, 0)
            masks[commit] = mask
        ordered = sorted(self.refs, key=_standing)
        return {commit: tuple(ref for ref in ordered if masks.get(self.refs[ref], 0) & bit[commit]) for commit in bit}


def graph(git: Git, strays: Iterable[str] = ()) -> Graph:
    """All commits. strays: names of commits that no ref or reflog leads to. Raises RepositoryError."""
    by_ref = _listed(git, "--all")
    by_log = _listed(git, "--all", "--reflog")
    alone = [commit for commit in strays if commit not in by_log]
    every = _listed(git, "--all", "--reflog", "--stdin", lines=alone) if alone else by_log
    reach: dict[str, Reach] = {
        commit: "ref" if commit in by_ref else "reflog" if commit in by_log else "dangling" for commit in every
    }
    return Graph(every, reach, {commit: number for number, commit in enumerate(every)}, _refs(git))


def changes(git: Git, commits: Sequence[str]) -> Iterator[Change]:
    """What the commits, in their order, bring in, merges held against each of their parents. Raises RepositoryError."""
    given = "".join(f"{commit}\n" for commit in commits).encode()
    yield from _changes(git.run("diff-tree", "--stdin", *RAW, given=given))


def changes_to(git: Git, commits: Sequence[str], objects: Collection[str]) -> Iterator[Change]:
    """Where the commits bring in one of the objects, which may be trees too."""
    wanted = sorted(objects)
    given = "".join(f"{commit}\n" for commit in commits).encode()
    for first in range(0, len(wanted), MOST_NAMES):
        some = set(wanted[first : first + MOST_NAMES])
        find = [f"--find-object={name}" for name in some]
        listed = git.run("diff-tree", "--stdin", *RAW, "-t", *find, given=given)
        yield from (change for change in _changes(listed) if change.object in some)


def _changes(listed: bytes) -> Iterator[Change]:
    """Reads `diff-tree --stdin -z`: the commit's name, then pairs of what changed and the path."""
    commit = ""
    fields = iter(listed.split(b"\0"))
    for item in fields:
        if item.startswith(b":"):
            _, mode, _, name, _ = item.split(b" ")
            yield Change(commit, next(fields), name.decode(), mode)
        elif item:
            commit = item.split(b" ")[0].strip().decode()


def _listed(git: Git, *which: str, lines: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The commits, oldest first, each with its parents."""
    given = "".join(f"{line}\n" for line in lines).encode()
    options = ("--topo-order", "--reverse", "--parents", "--ignore-missing", *which)
    rows = git.run("rev-list", *options, given=given).decode().split("\n")
    return {words[0]: tuple(words[1:]) for words in (row.split(" ") for row in rows) if words[0]}


def _refs(git: Git) -> dict[str, str]:
    """The commit that each ref leads to."""
    rows = git.run("for-each-ref", "--format=%(objectname) %(*objectname) %(refname)").decode(
        "utf-8", "surrogateescape"
    )
    found = {}
    for row in rows.split("\n"):
        if row:
            name, peeled, ref = row.split(" ", 2)
            found[ref] = peeled or name
    return found


def _standing(ref: str) -> tuple[int, str]:
    kinds = ("refs/heads/", "refs/remotes/", "refs/tags/")
    return next((number for number, kind in enumerate(kinds) if ref.startswith(kind)), len(kinds)), ref
