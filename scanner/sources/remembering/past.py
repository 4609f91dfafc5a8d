"""What an earlier scan came to in a history that has grown since: its commits need not be compared, nor heard again.

Kept are names of objects and commits, paths, and digests of places that said nothing; never what stood there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import msgspec

from scanner.conceal import concealed
from scanner.git.changes import Change, changes_to
from scanner.git.comparing import Untold
from scanner.git.history import behind
from scanner.git.process import Git
from scanner.model import Commit, Origin
from scanner.sources.interface import Retold, display_path
from scanner.sources.remembering.record import Record

MOST = 100_000
"""Changes, objects, and commits that none follows, of one repository that are kept."""

Parents = Mapping[str, tuple[str, ...]]
Late = Callable[[frozenset[str]], bool]


class Compared(NamedTuple):
    """Commits that were compared with their parents: all that the heads lead back to.

    wanted: the objects that were looked for. changes: where the commits brought one of those, or took it away.
    """

    heads: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    changes: tuple[Change, ...] = ()

    def changes_to(
        self, git: Git, parents: Parents, wanted: frozenset[str], untold: Untold, jobs: int, are_late: Late
    ) -> Compared:
        """The same of other commits, oldest first, and other objects; what was compared before is not again.

        are_late: whether objects came after the commits, none of which can hold them then.
        untold, jobs: see `changes.changes_to`.
        """
        others = wanted - self.wanted
        old = behind(self.heads, parents) if not others or are_late(others) else set()
        found = [
            change
            for change in self.changes
            if change.commit in old and (change.object in wanted or change.before in wanted)
        ]
        fresh = {commit: above for commit, above in parents.items() if commit not in old}
        found += changes_to(git, fresh, wanted, untold, jobs, {change.path for change in found}) if wanted else []
        order = {commit: number for number, commit in enumerate(parents)}
        heads = parents.keys() - {parent for above in parents.values() for parent in above}
        return Compared(frozenset(heads), wanted, tuple(sorted(found, key=lambda change: order[change.commit])))

    @property
    def may_be_kept(self) -> bool:
        """Whether it is not too much, and no path of it tells a secret."""
        paths = {display_path(change.path) for change in self.changes}
        is_small = max(map(len, self)) <= MOST
        return is_small and all(concealed(path) == path for path in paths)


NOTHING = Compared()


@dataclass(frozen=True, slots=True)
class Past:
    """state: what the repository was known by. led_to, strays: the commits that refs or reflogs led to, and the others.

    missing: objects that were not there; None where they are too many to be named. stored: what the files that held
    objects were known by. silent: digests of the places that said nothing. told: by digests of the others and of the
    commits that brought them, what they said, in words, and the refs that were shown with it.
    """

    state: str = ""
    led_to: Compared = NOTHING
    strays: Compared = NOTHING
    missing: frozenset[str] | None = frozenset()
    stored: frozenset[str] = frozenset()
    silent: frozenset[str] = frozenset()
    told: Mapping[str, tuple[str, frozenset[str]]] = field(default_factory=dict)

    def are_late(self, objects: frozenset[str]) -> bool:
        """Whether all of them came after that scan: none was there, nor was one missing."""
        return self.missing is not None and objects.isdisjoint(self.missing | self.led_to.wanted)

    def hearing(self, record: Record) -> Past:
        """The same with what the record of the same scan tells."""
        told = {
            _digest(origin, origin.commit): (words, frozenset((*origin.refs, *origin.tips)))
            for origin, words in zip(record.origins, record.words, strict=True)
            if words
        }
        return replace(self, told=told)

    def again(self, origin: Origin) -> Retold | None:
        """What the place says, if that is known; in no words where it is nothing.

        A ref that it was not shown with may hold what was found there.
        """
        if _digest(origin) in self.silent:
            return Retold(origin, "")
        words, refs = self.told.get(_digest(origin, origin.commit), ("", frozenset()))
        return Retold(origin, words) if words and refs.issuperset((*origin.refs, *origin.tips)) else None

    def written(self) -> str | None:
        """As text, without what the record tells; None where it is not to be kept."""
        if not (self.led_to.may_be_kept and self.strays.may_be_kept) or len(self.stored) > MOST:
            return None
        return msgspec.json.encode(replace(self, told={})).decode()


def silence(places: Collection[Origin]) -> frozenset[str]:
    """Places that said nothing, as the past knows them."""
    return frozenset(map(_digest, places))


def parsed(text: str) -> Past:
    """What was written. Raises msgspec.MsgspecError, RecursionError where it is nothing of ours."""
    return msgspec.json.decode(text, type=Past)


def _digest(origin: Origin, commit: Commit | None = None) -> str:
    """Without its commit, unless that is given: a content that says nothing says so wherever it comes from."""
    place = (origin.path, origin.place, origin.blob, commit and commit.id)
    return hashlib.sha256(repr(place).encode()).hexdigest()[:32]
