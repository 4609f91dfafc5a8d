"""Having `git diff-tree` compare commits with their parents, however many, as far as that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from secrets import token_hex

from scanner.git.patience import MUTE, READ, WithoutEndError
from scanner.git.process import Git

MOST_COMMITS = 25_000
"""Commits that one process compares: it keeps every commit that it ever read."""
MOST_LOST = 50
"""Commits without a tree after which no further one is asked for."""
MOST_ENDLESS = 2
"""The same of commits without an end: each takes seconds."""
MOST_TOLD = 2**28
"""Bytes that are told of one commit: a million paths."""


@dataclass(slots=True)
class Untold:
    """Commits of which it cannot be told what they bring in.

    lost: those that lack a tree. endless: those of which that would be too much, as where folders hold one another over
    and over.
    """

    lost: list[str] = field(default_factory=list)
    endless: list[str] = field(default_factory=list)

    def add(self, other: Untold) -> None:
        """Takes in what another process could not tell."""
        self.lost += other.lost
        self.endless += other.endless

    @property
    def is_full(self) -> bool:
        """Whether there are so many that no further commit is asked for."""
        return len(self.lost) >= MOST_LOST or len(self.endless) >= MOST_ENDLESS


def listed(git: Git, commits: Sequence[str], options: Sequence[str | bytes], untold: Untold) -> Iterator[bytes]:
    """What `diff-tree` lists of each commit, in runs: one process keeps every commit that it ever read.

    It ends at the first commit that lacks a tree, and is ended at one without an end; the next goes on behind that.
    """
    at = 0
    while at < len(commits) and not untold.is_full:
        run = commits[at : at + MOST_COMMITS]
        done, is_endless = 0, False
        for told in _marked(git, run, options):
            is_endless = told is None
            if told is not None:
                done += 1
                yield told
        if done < len(run):
            (untold.endless if is_endless else untold.lost).append(run[done])
        at += done + (done < len(run))
    (untold.lost if len(untold.lost) >= MOST_LOST else untold.endless).extend(commits[at:])


def _marked(git: Git, commits: Sequence[str], options: Sequence[str | bytes]) -> Iterator[bytes | None]:
    """What `diff-tree` lists of one commit after the other; None, and no more, where that has no end.

    A line that names no commit it says again, once it is through with what came before. No path holds that one.
    """
    mark = f"={token_hex(16)}\n".encode()
    given = b"".join(commit.encode() + b"\n" + mark for commit in commits)
    held = bytearray()
    with git.without_index().stream("diff-tree", "--stdin", *options, given=given, literal=False, mute=MUTE) as answers:
        try:
            while len(held) < MOST_TOLD and (some := answers.read1(READ)):  # type: ignore[attr-defined]
                known = max(0, len(held) - len(mark))
                held += some
                if mark in held[known:]:
                    *whole, left = bytes(held).split(mark)
                    yield from whole
                    held = bytearray(left)
        except WithoutEndError:
            yield None
            return
        if len(held) >= MOST_TOLD:
            yield None
