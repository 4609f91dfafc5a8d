"""What a scan came to, kept so that of a history that has not changed only what said something is read again.

Kept are places: the name of an object, its path, its commit's name and the refs, as far as the report shows all of
them as they are; and what was found there, in words. What has no words is read and judged each time: a credential may
expire.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import msgspec

from scanner.git import commit as commits
from scanner.git.objects import Object, read
from scanner.git.process import Git
from scanner.model import Blob, Origin, Place, Reach, Skipped
from scanner.sources.interface import Item, Retold
from scanner.sources.pieces import pieces

HEADER: Place = "commit-header"
MESSAGES: tuple[Place, ...] = (HEADER, "commit-message", "tag-message")
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
        """As text. Of commits the names alone; refs, which many places have in common, once each."""
        sets = list(dict.fromkeys(refs for origin in self.origins for refs in (origin.refs, origin.tips)))
        names = list(dict.fromkeys(ref for refs in sets for ref in refs))
        number = {refs: at for at, refs in enumerate(sets)}
        of_name = {name: at for at, name in enumerate(names)}
        rows = [
            _Row(
                path=origin.path,
                place=origin.place,
                blob=origin.blob,
                commit=origin.commit and origin.commit.id,
                refs=number[origin.refs],
                tips=number[origin.tips],
                reach=origin.reach,
                order=origin.order,
                words=words,
            )
            for origin, words in zip(self.origins, self.words, strict=True)
        ]
        within = [[of_name[ref] for ref in refs] for refs in sets]
        kept = _Kept(self.blobs, self.bytes, list(map(_spelled, names)), within, rows, list(self.missing))
        return msgspec.json.encode(kept).decode()


class _Row(NamedTuple):
    """One place. refs, tips: the numbers of their sets."""

    path: str
    place: Place
    blob: str | None
    commit: str | None
    refs: int
    tips: int
    reach: Reach | None
    order: int
    words: str | None


class _Kept(NamedTuple):
    """A record as text holds it. names: of refs, of which each set holds numbers."""

    blobs: int
    bytes: int
    names: list[str]
    sets: list[list[int]]
    rows: list[_Row]
    missing: list[Skipped]


def parsed(text: str, git: Git, listens: bool) -> Record:
    """What was written. listens: whether words are taken for what stands there.

    Raises msgspec.MsgspecError, IndexError, RecursionError, UnicodeError where it is nothing of ours.
    """
    kept = msgspec.json.decode(text, type=_Kept)
    names = list(map(_read, kept.names))
    sets = [tuple(names[number] for number in numbers) for numbers in kept.sets]
    described = commits.described(git, {row.commit for row in kept.rows if row.commit})
    origins = [
        Origin(
            *(row.path, row.place, row.blob, described.get(row.commit or "")),
            *(sets[row.refs], sets[row.tips], row.reach, row.order),
        )
        for row in kept.rows
    ]
    words = [row.words if listens else None for row in kept.rows]
    return Record(kept.blobs, kept.bytes, origins, words, kept.missing)


def _spelled(name: str) -> str:
    """A name that need not be UTF-8, as JSON can hold it."""
    return name.encode("utf-8", "surrogateescape").decode("latin-1")


def _read(name: str) -> str:
    return name.encode("latin-1").decode("utf-8", "surrogateescape")


def retold(git: Git, record: Record) -> Iterator[Item]:
    """What could not be looked at, and what stands at the places, in their order."""
    yield from record.missing
    places = list(zip(record.origins, record.words, strict=True))
    items = read(git, (name_of(origin).encode() for origin, words in places if words is None))
    for origin, words in places:
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
    return said(item, [origin]) if origin.place in MESSAGES else pieces(item.read, origin)


def said(item: Object, origins: Iterable[Origin]) -> Iterator[Blob]:
    """What the commit or tag says at each of the places, which are its header and its message."""
    header, rest = commits.opened(item.read)
    for origin in origins:
        yield from [Blob(header, origin)] if origin.place == HEADER else pieces(rest, origin)
