"""What trees list."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.git.process import Git


def entries(data: bytes, width: int) -> Iterator[tuple[bytes, str]]:
    """(name, object) of each entry; an object's name has `width` bytes. Ends where the tree is broken."""
    at = 0
    while (end := data.find(b"\0", at)) >= 0:
        _, _, name = data[at:end].partition(b" ")
        at = end + 1 + width
        if at > len(data):
            return
        yield name, data[end + 1 : at].hex()


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


def files(git: Git, commit: str) -> Iterator[tuple[bytes, bytes]]:
    """(object, path) of every file of the commit. Raises RepositoryError where a tree is not there."""
    for record in git.run("ls-tree", "-r", "-z", "--full-tree", commit).split(b"\0"):
        about, _, path = record.partition(b"\t")
        if path and about.split(b" ")[1] == b"blob":
            yield about.split(b" ")[2], path
