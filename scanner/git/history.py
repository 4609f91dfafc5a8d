"""Which commits there are, and from where each can be reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress, islice

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.refs import elsewhere, refs
from scanner.model import MOST_REFS, Reach

AT_ONCE = 8_192
"""Refs that are followed together; as many bits are held for each commit on the way."""


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
    apart = [known[ref] for ref in known if not ref.startswith("refs/")]
    by_log = _listed(git, "--all", "--reflog", "--stdin", lines=apart)
    by_ref = behind(known.values(), by_log)
    alone = [commit for commit in strays if commit not in by_log]
    every = _listed(git, "--all", "--reflog", "--stdin", lines=[*apart, *alone]) if alone else by_log
    reach: dict[str, Reach] = {
        commit: "ref" if commit in by_ref else "reflog" if commit in by_log else "dangling" for commit in every
    }
    return Graph(every, reach, {commit: number for number, commit in enumerate(every)}, known)


def pointed_at(git: Git) -> frozenset[str]:
    """The commits that refs and reflogs name; none where git cannot tell."""
    given = "".join(f"{name}\n" for name in elsewhere(git).values()).encode()
    options = ("--no-walk=unsorted", "--ignore-missing", "--all", "--reflog", "--stdin")
    try:
        return frozenset(git.run("rev-list", *options, given=given).decode().split())
    except RepositoryError:
        return frozenset()


def leads_to(git: Git, commits: Iterable[str]) -> bool:
    """Whether the refs and reflogs of the repository lead to all of the commits."""
    asked = (*commits, *(f"^{name}" for name in elsewhere(git).values()))
    given = "".join(f"{line}\n" for line in asked).encode()
    try:
        return not git.run("rev-list", "--max-count=1", "--stdin", "--not", "--all", "--reflog", given=given)
    except RepositoryError:
        return False


def behind(tips: Iterable[str], parents: Mapping[str, Sequence[str]]) -> set[str]:
    """The commits that the tips lead to, of those whose parents are known."""
    waiting, seen = list(tips), set[str]()
    while waiting:
        commit = waiting.pop()
        if commit in parents and commit not in seen:
            seen.add(commit)
            waiting += parents[commit]
    return seen


def _listed(git: Git, *which: str, lines: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
    """The commits, oldest first, each with its parents."""
    given = "".join(f"{line}\n" for line in lines).encode()
    options = ("--date-order", "--reverse", "--parents", "--ignore-missing", *which)
    rows = git.run("rev-list", *options, given=given).decode().split("\n")
    return {words[0]: tuple(words[1:]) for words in (row.split(" ") for row in rows) if words[0]}
