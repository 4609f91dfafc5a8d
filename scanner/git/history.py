"""Which commits there are, what each brought in, and from where it can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, islice

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.refs import refs
from scanner.model import MOST_REFS, Reach

RAW = ("-r", "-m", "--root", "--raw", "--no-abbrev", "--no-renames", "-z")
MOST_NAMES = 10_000
"""Objects that one call asks for: command lines have an end."""
MOST_COMMITS = 25_000
"""Commits that one call compares."""
AT_ONCE = 8_192
"""Refs that are followed together; as many bits are held for each commit on the way."""
MOST_LOST = 50
"""Commits without a tree that are looked for one by one."""


@dataclass(frozen=True, slots=True)
class Change:
    """One path of a commit that holds another object than in the parent that it was held against.

    before: what that parent holds there; zeros for nothing.
    """

    commit: str
    path: bytes
    object: str
    mode: bytes
    before: str = ""

    @property
    def is_file(self) -> bool:
        """Whether the object is a file's content, or the path that a link holds."""
        return self.mode[:2] in (b"10", b"12")

    @property
    def is_removal(self) -> bool:
        """Whether nothing is there any more."""
        return not self.mode.strip(b"0")


@dataclass(frozen=True, slots=True)
class Graph:
    """Commits, each behind its parents, and the refs that point at them.

    parents: by commit. order: each commit's number. reach: how each can be reached: by a ref, by a reflog alone, or not
    at all. refs: what each ref leads to, branches first. is_whole: whether git could list all of it.
    """

    parents: Mapping[str, tuple[str, ...]]
    reach: Mapping[str, Reach]
    order: Mapping[str, int]
    refs: Mapping[str, str]
    is_whole: bool = True

    def leading_to(self, commits: Collection[str]) -> dict[str, int]:
        """Which refs each of the commits can be reached from, as a number whose bits stand for them (`named`)."""
        tips = list(self.refs.values())
        found = dict.fromkeys(commits, 0)
        youngest = sorted(self.order, key=self.order.__getitem__, reverse=True)
        for first in range(0, len(tips), AT_ONCE):
            for commit, mask in self._reached(tips[first : first + AT_ONCE], youngest, found):
                found[commit] |= mask << first
        return found

    def _reached(
        self, tips: Sequence[str], youngest: Iterable[str], wanted: Container[str]
    ) -> Iterator[tuple[str, int]]:
        """By which of the tips each of the wanted can be reached. All commits are given, the youngest first."""
        masks: dict[str, int] = defaultdict(int)
        for number, commit in enumerate(tips):
            masks[commit] |= 1 << number
        for commit in youngest:
            mask = masks.pop(commit, 0)  # all that lead here have been seen, and few are held at any moment
            if mask and commit in wanted:
                yield commit, mask
            for parent in self.parents[commit] if mask else ():
                masks[parent] |= mask

    def named(self, mask: int) -> tuple[str, ...]:
        """The refs that such a number stands for, branches first, at most `MOST_REFS`."""
        bits = bin(mask)[:1:-1]
        return tuple(islice(compress(self.refs, map("1".__eq__, bits)), MOST_REFS))


def graph(git: Git, strays: Iterable[str] = ()) -> Graph:
    """All commits. strays: names of commits that no ref or reflog leads to. Raises RepositoryError."""
    known = refs(git)
    by_ref = _listed(git, "--all", "--stdin", lines=[known[ref] for ref in known if not ref.startswith("refs/")])
    by_log = _listed(git, "--all", "--reflog")
    alone = [commit for commit in strays if commit not in by_log]
    every = _listed(git, "--all", "--reflog", "--stdin", lines=alone) if alone else by_log
    reach: dict[str, Reach] = {
        commit: "ref" if commit in by_ref else "reflog" if commit in by_log else "dangling" for commit in every
    }
    return Graph(every, reach, {commit: number for number, commit in enumerate(every)}, known)


def changes(git: Git, commits: Sequence[str], lost: list[str]) -> Iterator[Change]:
    """What the commits, in their order, bring in, merges held against each of their parents.

    lost: takes the commits of which that cannot be told.
    """
    for listed in _runs(git, commits, RAW, lost):
        yield from _changes(listed)


def changes_to(git: Git, commits: Sequence[str], objects: Collection[str], lost: list[str]) -> Iterator[Change]:
    """Where the commits bring in one of the objects, which may be trees too, or put something else in its place."""
    wanted = sorted(objects)
    for first in range(0, len(wanted), MOST_NAMES):
        some = set(wanted[first : first + MOST_NAMES])
        find = [f"--find-object={name}" for name in some]
        for listed in _runs(git, commits, (*RAW, "-t", *find), lost):
            for change in _changes(listed):
                if change.object in some or (change.before in some and change.object not in objects):
                    yield change


def _runs(git: Git, commits: Sequence[str], options: Sequence[str], lost: list[str]) -> Iterator[bytes]:
    """What `diff-tree` lists, in runs: one process keeps every commit that it ever read."""
    for first in range(0, len(commits), MOST_COMMITS):
        yield from _compared(git, commits[first : first + MOST_COMMITS], options, lost)


def _compared(git: Git, commits: Sequence[str], options: Sequence[str], lost: list[str]) -> Iterator[bytes]:
    """What `diff-tree` lists. It ends at the first commit that lacks a tree, so that such a one is closed in on."""
    try:
        yield git.run("diff-tree", "--stdin", *options, given="".join(f"{commit}\n" for commit in commits).encode())
    except RepositoryError:
        if len(commits) == 1 or len(lost) >= MOST_LOST:
            lost += commits
            return
        half = len(commits) // 2
        yield from _compared(git, commits[:half], options, lost)
        yield from _compared(git, commits[half:], options, lost)


def _changes(listed: bytes) -> Iterator[Change]:
    """Reads `diff-tree --stdin -z`: the commit's name, then pairs of what changed and the path."""
    commit = ""
    fields = iter(listed.split(b"\0"))
    for item in fields:
        if item.startswith(b":"):
            _, mode, before, name, _ = item.split(b" ")
            yield Change(commit, next(fields), name.decode(), mode, before.decode())
        elif item:
            commit = item.split(b" ")[0].strip().decode()


def _listed(git: Git, *which: str, lines: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The commits, oldest first, each with its parents."""
    given = "".join(f"{line}\n" for line in lines).encode()
    options = ("--date-order", "--reverse", "--parents", "--ignore-missing", *which)
    rows = git.run("rev-list", *options, given=given).decode().split("\n")
    return {words[0]: tuple(words[1:]) for words in (row.split(" ") for row in rows) if words[0]}
