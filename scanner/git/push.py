"""What a push brings: the updates that git tells its hooks of, as one range of commits.

A range of a hook has more ends than can be named: everything that the other side has already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from scanner.errors import RepositoryError
from scanner.git.leading import led_to, peeled
from scanner.git.process import Git
from scanner.git.range import Range, between, cut
from scanner.git.tags import led_over
from scanner.git.tree import everything

BRANCHES = "refs/heads/"
MOST_ENDS = 64
"""Tips, beside those next to what is pushed, whose files are no news. Looking into each takes time."""


class Update(NamedTuple):
    """A reference that a push changes at the other side. old, new: objects; zeros where there is none."""

    ref: str
    old: str
    new: str

    @property
    def is_deletion(self) -> bool:
        """Whether it brings nothing."""
        return not self.new.strip("0")

    @property
    def is_new(self) -> bool:
        """Whether the reference itself is brought, and so its name."""
        return not self.old.strip("0") and not self.is_deletion


def pushed(git: Git, updates: Sequence[Update], remote: str | None) -> Range:
    """What the updates bring that the remote has not, as far as is known here. Raises RepositoryError.

    The remote has the old objects, which git has just been told, and what its tracking references say; of a branch
    whose old object is known here, what the tracking reference says is out of date. What other local branches hold was
    not pushed by that. remote: its name; None where it has none, so that nothing is known of it.
    """
    old = peeled(git, (update.old for update in updates))
    told = {update.ref.removeprefix(BRANCHES) for update in updates if update.old in old}
    tracked, default = _tracked(git, remote) if remote is not None else ({}, None)
    known = [commit for branch, commit in tracked.items() if branch not in told]
    found = _range(git, updates, [*_commits(old), *known], _base(updates, old, default))
    return found if found.base else replace(found, base=next(iter(found.ends), None))


def received(git: Git, updates: Sequence[Update]) -> Range:
    """What the updates bring that no reference has. Raises RepositoryError.

    Settings are those of the one branch that is updated; where there are several, one could excuse another, so that
    those of the repository's own branch (HEAD) count.
    """
    old = peeled(git, (update.old for update in updates))
    held = [row[0] for row in led_to(git)]
    default = next((commit for commit, _ in peeled(git, ["HEAD"]).values()), None)
    return _range(git, updates, [*_commits(old), *held], _base(updates, old, default))


def _range(git: Git, updates: Sequence[Update], excluded: Sequence[str], base: str | None) -> Range:
    wanted = list(dict.fromkeys(update.new for update in updates if not update.is_deletion))
    new = peeled(git, wanted)
    if len(new) < len(wanted):
        raise RepositoryError("an object that is pushed is not here, or leads to one that is not")
    commits, border = between(git, _commits(new), list(dict.fromkeys(excluded)))
    held = list(_beside(git, new.values()))
    tags = led_over(git, [name for name in wanted if new[name][0] != name])
    beside = tuple(dict.fromkeys([*tags, *(name for name, _ in held if name)]))
    names = [update.ref.encode("utf-8", "surrogateescape") for update in updates if update.is_new]
    names += [path for _, path in held if path]
    ends = dict.fromkeys([*border, *islice(dict.fromkeys(excluded), MOST_ENDS)])
    return Range(
        commits, tuple(ends) if commits or beside or names else (), base, beside, cut(git, commits), tuple(names)
    )


def _base(updates: Sequence[Update], old: dict[str, tuple[str, str]], default: str | None) -> str | None:
    """The commit that settings are read from: where the one branch stood that is updated, else the default branch."""
    branches = [update for update in updates if update.ref.startswith(BRANCHES)]
    if len(branches) == 1 and branches[0].old in old:
        return old[branches[0].old][0]
    return default


def _tracked(git: Git, remote: str) -> tuple[dict[str, str], str | None]:
    """The commit of each branch of the remote, as it was last seen, and that of its default branch."""
    beginning = f"refs/remotes/{remote}/" if remote else "refs/remotes/"
    found, default = {}, None
    for commit, ref, target in led_to(git, "refs/remotes"):
        if not ref.startswith(beginning):
            continue
        if not target:
            found[ref.removeprefix(beginning)] = commit
        elif ref == beginning + "HEAD":
            default = commit
    return found, default


def _commits(found: dict[str, tuple[str, str]]) -> list[str]:
    return list(dict.fromkeys(name for name, kind in found.values() if kind == "commit"))


def _beside(git: Git, targets: Iterable[tuple[str, str]]) -> Iterator[tuple[str, bytes]]:
    """(object, path) of files that are pushed without a commit: a tag may name one, or a tree of them.

    Of folders and submodules in such a tree the path alone.
    """
    for name, kind in targets:
        if kind == "blob":
            yield name, b""
        elif kind == "tree":
            inside = everything(git, name, "-t")
            yield from ((oid.decode() if what == b"blob" else "", path) for what, oid, path in inside)
