"""What commits change, and which of them have to do with certain objects: what `git diff-tree` tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.workers import spread

RAW = ("-r", "-m", "--root", "--raw", "--no-abbrev", "--no-renames", "-z")
MOST_NAMES = 10_000
"""Objects that one call asks for: command lines have an end."""
MOST_COMMITS = 25_000
"""Commits that one call compares."""
BLOCK = 1_000
"""Commits in a row that one process compares, where several share them: later ones take longer."""
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


def changes(git: Git, commits: Sequence[str], lost: list[str]) -> Iterator[Change]:
    """What the commits, in their order, bring in, merges held against each of their parents.

    lost: takes the commits of which that cannot be told.
    """
    for listed in _runs(git, commits, RAW, lost):
        yield from _changes(listed)


def changes_to(git: Git, commits: Sequence[str], objects: Collection[str], lost: list[str], jobs: int) -> list[Change]:
    """Where the commits bring in one of the objects, which may be trees too, or put something else in its place.

    jobs: processes that share the commits.
    """
    blocks = [commits[first : first + BLOCK] for first in range(0, len(commits), BLOCK)]
    shares = [list(chain(*blocks[number::jobs])) for number in range(min(jobs, len(blocks)))]
    found: list[Change] = []
    for some, gone in spread([partial(_changes_to, git, share, objects) for share in shares]):
        found += some
        lost += gone
    order = {commit: number for number, commit in enumerate(commits)}
    return sorted(found, key=lambda change: order[change.commit])


def _changes_to(git: Git, commits: Sequence[str], objects: Collection[str]) -> tuple[list[Change], list[str]]:
    """One share of them, and the commits of which it cannot be told."""
    lost: list[str] = []
    return list(_found(git, commits, objects, lost)), lost


def _found(git: Git, commits: Sequence[str], objects: Collection[str], lost: list[str]) -> Iterator[Change]:
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
