"""What commits change, and which of them have to do with certain objects."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from scanner.git.comparing import Untold, listed
from scanner.git.process import Git
from scanner.git.tree import is_file
from scanner.git.walk import walk
from scanner.workers import spread

RAW = ("-r", "--root", "--raw", "--no-abbrev", "--no-renames", "-z")
APART, AS_ONE = "-m", "-c"
"""How merges are told: held against each of their parents, or only what they hold that none of the parents does."""
MOST_PATHS = 500
"""Paths that git is asked for by name: it holds every entry of a folder against each of them."""
LONGEST_PATH = 1_000
ODD = frozenset({b"", b".", b".."})
"""Names in a path that git would not take as they are."""
MOST_NAMES = 10_000
"""Objects that one call asks for: command lines have an end."""
BLOCK = 1_000
"""Commits in a row that one process compares, where several share them: later ones take longer."""


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
        return is_file(self.mode)

    @property
    def is_removal(self) -> bool:
        """Whether nothing is there any more."""
        return not self.mode.strip(b"0")


def changes(git: Git, commits: Sequence[str], untold: Untold) -> Iterator[Change]:
    """What the commits, in their order, bring in, merges held against each of their parents.

    untold: takes the commits of which that cannot be told.
    """
    for told in listed(git, commits, (*RAW, APART), untold):
        yield from _changes(told)


def held_by(git: Git, commits: Collection[str], ends: Sequence[str]) -> Iterator[Change]:
    """What the commits hold in folders that the ends do not, as if they brought it in; each folder of the first alone.

    For those of which it cannot be told what they bring in. What is not here is not told.
    """
    known: set[str] = set()
    deque(walk(git, ends, known), 0)
    for commit, mode, path, name in walk(git, commits, known):
        yield Change(commit, path, name, mode)


def changes_to(
    git: Git,
    parents: Mapping[str, Sequence[str]],
    objects: Collection[str],
    untold: Untold,
    jobs: int,
    known: Collection[bytes] = (),
) -> list[Change]:
    """Where the commits bring in one of the objects, which may be trees too, or put something else in its place.

    parents: of each commit. Merges are held against each of them, but only at the paths to which some commit
    brought one of the objects: a merge of what has long been apart differs from its parents in thousands of others.
    untold: takes the commits of which it cannot be told. jobs: processes that share the commits. known: paths to which
    other commits brought one of the objects.
    """
    told, gone = _shared(git, [*parents], objects, (AS_ONE,), jobs)
    merges = [commit for commit, above in parents.items() if len(above) > 1]
    paths = {*known, *(change.path for change in told if change.object in objects)}
    untold.add(gone)
    if merges and (paths or gone.lost):
        merges = [commit for commit in merges if commit not in gone.endless]
        told = [change for change in told if len(parents[change.commit]) < 2]
        told += _shared(git, merges, objects, (APART, *(() if gone.lost else _only(paths))), jobs)[0]
    order = {commit: number for number, commit in enumerate(parents)}
    return sorted(told, key=lambda change: order[change.commit])


def _only(paths: Collection[bytes]) -> Sequence[bytes]:
    """What tells git to look at these paths alone; nothing where there are too many, or git would not take them."""
    if len(paths) > MOST_PATHS or any(len(path) > LONGEST_PATH or ODD & {*path.split(b"/")} for path in paths):
        return ()
    return b"--", *(b":(top,literal)" + path for path in sorted(paths))


def _shared(
    git: Git, commits: Sequence[str], objects: Collection[str], options: Sequence[str | bytes], jobs: int
) -> tuple[list[Change], Untold]:
    """What several processes find, and the commits of which it cannot be told."""
    blocks = [commits[first : first + BLOCK] for first in range(0, len(commits), BLOCK)]
    shares = [list(chain(*blocks[number::jobs])) for number in range(min(jobs, len(blocks)))]
    parts = spread([partial(_found, git, share, objects, options) for share in shares])
    untold = Untold()
    for _, gone in parts:
        untold.add(gone)
    return [change for found, _ in parts for change in found], untold


def _found(
    git: Git, commits: Sequence[str], objects: Collection[str], options: Sequence[str | bytes]
) -> tuple[list[Change], Untold]:
    """What one of them finds."""
    wanted, untold = sorted(objects), Untold()
    found: list[Change] = []
    for first in range(0, len(wanted), MOST_NAMES):
        some = set(wanted[first : first + MOST_NAMES])
        find = [f"--find-object={name}" for name in some]
        for told in listed(git, commits, (*RAW, "-t", *find, *options), untold):
            found += (
                change
                for change in _changes(told)
                if change.object in some or (change.before in some and change.object not in objects)
            )
    return found, untold


def _changes(told: bytes) -> Iterator[Change]:
    """Reads `diff-tree --stdin -z`: the commit's name, then pairs of what changed and the path.

    There are as many colons before a change as there are parents that it was held against.
    """
    commit = ""
    fields = iter(told.split(b"\0"))
    for item in fields:
        if item.startswith(b":"):
            number = item.count(b":")
            words, path = item[number:].split(b" "), next(fields)
            mode, name = words[number], words[2 * number + 1].decode()
            yield from (Change(commit, path, name, mode, old.decode()) for old in words[number + 1 : 2 * number + 1])
        elif item:
            commit = item.split(b" ")[0].strip().decode()
