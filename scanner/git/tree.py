"""What trees list."""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Iterable, Iterator

from scanner.git.objects import read
from scanner.git.process import Git


def entries(data: bytes, width: int) -> Iterator[tuple[bytes, str]]:
    """(name, object) of each entry; an object's name has `width` bytes. Ends where the tree is broken."""
    return ((name, oid.hex()) for _, name, oid in _entry(width).findall(data))


def listed(data: bytes, width: int) -> Iterator[tuple[bytes, bytes, str]]:
    """(mode, name, object) of each entry."""
    return ((mode, name, oid.hex()) for mode, name, oid in _entry(width).findall(data))


def chosen(data: bytes, width: int, names: Collection[bytes]) -> dict[bytes, str]:
    """The objects of those entries that have one of the names."""
    return {name: oid.hex() for _, name, oid in _entry(width).findall(data) if name in names}


@functools.cache
def _entry(width: int) -> re.Pattern[bytes]:
    """An entry, which begins where the one before ends."""
    return re.compile(rb"([^ \0]*)(?: ([^\0]*))?\0(.{%d})" % width, re.DOTALL)


def is_file(mode: bytes) -> bool:
    """Whether such an entry is a file's content, or the path that a link holds."""
    return mode[:2] in (b"10", b"12")


def is_whole(data: bytes, width: int) -> bool:
    """Whether it is a tree from the first byte to the last: anything can be stored as one."""
    at = 0
    while at < len(data):
        end = data.find(b"\0", at)
        mode, _, name = data[at:end].partition(b" ")
        if end < 0 or not name or not mode.isdigit():
            return False
        at = end + 1 + width
    return at == len(data)


def head(git: Git) -> str | None:
    """The commit that HEAD leads to; None before the first. Raises RepositoryError."""
    return git.run("rev-parse", "--verify", "--quiet", "HEAD", expected=(0, 1)).decode().strip() or None


def everything(git: Git, commit: str, *options: str) -> Iterator[tuple[bytes, bytes, bytes]]:
    """(type, object, path) of all that is in the commit or tree. options: `-t` tells folders, too.

    Raises RepositoryError where a tree is not there, or there is more than can be listed.
    """
    for record in git.listed("ls-tree", "-r", "-z", "--full-tree", *options, commit).split(b"\0"):
        about, _, path = record.partition(b"\t")
        if path:
            _, kind, name = about.split(b" ")
            yield kind, name, path


def roots(git: Git, commits: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(commit, its tree) of those commits that are here."""
    for item in read(git, (commit.encode() for commit in sorted(commits))):
        words = item.read(100).split(b"\n")[0].split(b" ") if item.type == "commit" else ()
        if len(words) == 2:
            yield item.id, words[1].decode("ascii", "replace")
