"""What the index holds: the entries that differ from HEAD, and those of files that were named."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from scanner.errors import RepositoryError
from scanner.git.process import Git
from scanner.git.special import linked
from scanner.git.tree import head, roots
from scanner.git.walk import walk

GITLINK = b"160000"
UNMERGED = b"U"
PREFIX = ("rev-parse", "--is-inside-work-tree", "--show-prefix")
MOST = 3
"""Seconds of processor time that it may take: until it is through git keeps every path, 250 MB of them in a second."""
COMPARED = ("diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "--ignore-submodules=none")


class Entry(NamedTuple):
    """One path of the index. `path` is relative to the work tree's top.

    mode, oid: in the index; the mode is `000000` where the path was deleted. old: the object in HEAD; zeros if there
    is none, empty where it was not asked for.
    """

    path: bytes
    mode: bytes
    oid: bytes
    old: bytes

    @property
    def is_deleted(self) -> bool:
        """Whether there is nothing in the index to look at."""
        return not self.mode.strip(b"0")


def ask(git: Git) -> None:
    """Has git begin with what `prefix` and `changes` will ask for."""
    git.ask(*PREFIX)
    git.ask(*COMPARED, "HEAD", "--", most=MOST)


def prefix(git: Git) -> bytes:
    """Where git runs, relative to the work tree's top: empty, or ending in `/`. Raises RepositoryError outside."""
    inside, _, rest = git.run(*PREFIX).partition(b"\n")
    if inside != b"true":
        raise RepositoryError("what is staged can only be told inside a work tree")
    return rest.removesuffix(b"\n")


def changes(git: Git, prefix: bytes) -> list[Entry]:
    """The entries that differ from HEAD, or from nothing before the first commit. Each side of a conflict is one."""
    try:
        listed = _compared(git, "HEAD")
    except RepositoryError:
        if (commit := head(git)) and not [*roots(git, [commit])]:
            raise
        if commit:
            return _beside(git, prefix, commit)
        listed = _compared(git, git.run("hash-object", "-t", "tree", "--stdin").decode().strip())
    found = list(_parsed(listed))
    clean = [entry for entry in found if entry]
    return clean if len(clean) == len(found) else clean + _sides(git, prefix)


def entries(git: Git, prefix: bytes) -> list[Entry]:
    """All entries of the index that are in no conflict, as if they did not differ from HEAD."""
    return [Entry(path, mode, oid, oid) for path, mode, oid, stage in _stages(git, prefix) if stage == b"0"]


def _beside(git: Git, prefix: bytes, commit: str) -> list[Entry]:
    """The entries that HEAD has not, where git cannot tell: folders hold one another over and over, or are missing."""
    known = {(path, name) for _, _, path, name in walk(git, [commit])}
    listed = _stages(git, prefix)
    return [
        Entry(path, mode, oid, b"")
        for path, mode, oid, stage in listed
        if stage != b"1" and (path, oid.decode()) not in known
    ]


def _compared(git: Git, tree: str) -> bytes:
    return git.run(*COMPARED, tree, "--")


def _parsed(listed: bytes) -> Iterator[Entry | None]:
    """The entries of git's raw format; None for a path that is in conflict."""
    fields = listed.split(b"\0")
    for about, path in zip(fields[::2], fields[1::2], strict=False):
        _, mode, old, oid, status = about.split(b" ")
        yield None if status == UNMERGED else Entry(path, mode, oid, old)


def _sides(git: Git, prefix: bytes) -> list[Entry]:
    """What both sides of each conflict hold; what both had in common is not new."""
    listed = _stages(git, prefix, "--unmerged")
    return [Entry(path, mode, oid, b"") for path, mode, oid, stage in listed if stage != b"1"]


def _stages(git: Git, prefix: bytes, *options: str) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    """(path, mode, object, stage) of the index's entries, in all folders: git would list those below its own."""
    above = b"../" * prefix.count(b"/")
    return _read(git.run("ls-files", "--stage", "-z", "--full-name", *options, "--", *([above] if above else [])))


def _read(listed: bytes) -> Iterator[tuple[bytes, bytes, bytes, bytes]]:
    for record in listed.split(b"\0"):
        about, _, path = record.partition(b"\t")
        if path:
            mode, oid, stage = about.split(b" ")
            yield path, mode, oid, stage


def everything(git: Git) -> Iterator[tuple[bytes, bytes, str]]:
    """(mode, path, object) of every entry of the indexes of all work trees, the own one first."""
    for folder in folders(git):
        listed = git.run(b"--git-dir=" + folder, "ls-files", "--stage", "-z", "--full-name", expected=(0, 128))
        yield from ((mode, path, oid.decode()) for path, mode, oid, _ in _read(listed))


def folders(git: Git) -> list[bytes]:
    """The own folder of each work tree, that in which git runs first."""
    own, common = own_and_common(git)
    return list(dict.fromkeys((own, common, *linked(common))))


def own_and_common(git: Git) -> tuple[bytes, bytes]:
    """The own folder of the work tree that git runs in, and the one that all work trees share."""
    return git.parsed("--path-format=absolute", "--git-dir"), git.parsed("--path-format=absolute", "--git-common-dir")
