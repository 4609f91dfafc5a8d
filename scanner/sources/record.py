"""What a scan came to, kept so that of a history that has not changed only what said something is read again.

Kept are places: the name of an object, its path, its commit's name and the refs, as far as the report shows all of
them as they are; and what was found there, in words. What has no words is read and judged each time: a credential may
expire.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scanner.git import commit as commits
from scanner.git.objects import Object, read
from scanner.git.process import Git
from scanner.model import Blob, Commit, Origin, Skipped
from scanner.sources.interface import Item, Retold
from scanner.sources.pieces import pieces

MESSAGES = ("commit-header", "commit-message", "tag-message")
"""Places that are a part of their object alone; what they are called by holds its name."""


@dataclass(frozen=True, slots=True)
class Record:
    """blobs, bytes: how much was looked at. origins: where something was found, or could not be opened, in order.

    words: what there is to tell of each of them; None where it is to be read again.
    missing: what was said of objects that were not here.
    """

    blobs: int
    bytes: int
    origins: Sequence[Origin]
    words: Sequence[str | None]
    missing: Sequence[Skipped] = ()

    def written(self) -> str:
        """As text. Of commits the names alone; sets of refs, which are long, once each."""
        sets = list(dict.fromkeys(refs for origin in self.origins for refs in (origin.refs, origin.tips)))
        number = {refs: at for at, refs in enumerate(sets)}
        rows = [
            [
                *(origin.path, origin.place, origin.blob, origin.commit and origin.commit.id),
                *(number[origin.refs], number[origin.tips], origin.reach, origin.order, words),
            ]
            for origin, words in zip(self.origins, self.words, strict=True)
        ]
        told = {"blobs": self.blobs, "bytes": self.bytes, "sets": sets, "origins": rows, "missing": self.missing}
        return json.dumps(told)


def parsed(text: str, git: Git, listens: bool) -> Record:
    """What was written. listens: whether words are taken for what stands there.

    Raises ValueError, TypeError, KeyError, IndexError where it is nothing of ours.
    """
    kept = json.loads(text)
    sets = [tuple(map(str, refs)) for refs in kept["sets"]]
    rows = [(*row[:-1], row[-1] if listens else None) for row in kept["origins"]]
    told = _commits(git, {str(row[3]) for row in rows if row[3]})
    origins = [
        Origin(path, place, blob, told.get(commit), sets[refs], sets[tips], reach, int(order))
        for path, place, blob, commit, refs, tips, reach, order, _ in rows
    ]
    missing = [Skipped(str(path), str(why), str(detail), bool(ends)) for path, why, detail, ends in kept["missing"]]
    return Record(int(kept["blobs"]), int(kept["bytes"]), origins, [row[-1] for row in rows], missing)


def retold(git: Git, record: Record) -> Iterator[Item]:
    """What could not be looked at, and what stands at the places, in their order."""
    yield from record.missing
    told = list(zip(record.origins, record.words, strict=True))
    items = read(git, (name_of(origin).encode() for origin, words in told if words is None))
    for origin, words in told:
        if words is not None:
            yield Retold(origin, words)
        elif (item := next(items)).found:
            yield from _content(item, origin)
        else:
            yield Skipped(f"object:{name_of(origin)}", "unreadable", "is stored here and cannot be read", True)


def name_of(origin: Origin) -> str:
    """The name of the object that stands there."""
    return origin.blob or origin.path.rpartition(":")[2]


def is_kept(origin: Origin) -> bool:
    """Whether the place can be kept: one whose path is what was found would keep the find itself."""
    return origin.place in MESSAGES or origin.blob is not None


def _content(item: Object, origin: Origin) -> Iterator[Blob]:
    if origin.place not in MESSAGES:
        yield from pieces(item.read, origin)
        return
    header, rest = commits.opened(item.read)
    yield from [Blob(header, origin)] if origin.place == "commit-header" else pieces(rest, origin)


def _commits(git: Git, names: Collection[str]) -> Mapping[str, Commit]:
    found = read(git, (name.encode() for name in sorted(names)))
    return {item.id: commits.parsed(item.id, item.read(2**20)) for item in found if item.type == "commit"}
