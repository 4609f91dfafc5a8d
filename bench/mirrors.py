"""Repositories that histories are measured on: scratch copies of given ones, and how they grow."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from patterns._fake import fake

KEY = "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
PLANTED = "leaked.env"
BRANCH = b"refs/heads/akia-bench"
COMMITS = 5
"""By so many a history grows."""


@dataclass(frozen=True, slots=True)
class Size:
    """What a repository holds: objects of all kinds, and their bytes, unpacked."""

    objects: int
    unpacked: int

    def __str__(self) -> str:
        return f"{self.objects:,} objects, {self.unpacked / 1e6:,.1f} MB unpacked"


def planted(folder: Path) -> Path:
    """Makes a bare repository whose history holds a made-up key in a file that was deleted again."""
    _git(folder.parent, "init", "--quiet", "--bare", folder.name)
    _import(folder, [_file(PLANTED, 0), b"D %s\n" % PLANTED.encode()])
    return folder


def mirror(repository: Path, folder: Path) -> Path:
    """A bare copy with all refs and objects, linked to the given ones where both are on one file system."""
    _git(folder.parent, "clone", "--quiet", "--mirror", str(repository.resolve()), folder.name)
    return folder


def grow(folder: Path, salt: int) -> None:
    """Adds a branch of a few commits, one of which brings in a made-up key; of each salt another one."""
    tip = _git(folder, "rev-parse", "--verify", "--quiet", "HEAD", check=False).strip()
    begun = b"reset %s\nfrom %s\n\n" % (BRANCH, tip) if tip else b""
    lines = [b"M 644 inline notes.txt\n" + _data(b"line %d" % number) for number in range(1, COMMITS)]
    _import(folder, [_file("grown.env", salt), *lines], begun)


def size(folder: Path) -> Size:
    """Asks git for all objects."""
    asked = ("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectsize)")
    sizes = _git(folder, *asked).split()
    return Size(len(sizes), sum(map(int, sizes)))


def warm(folder: Path) -> None:
    """Reads all packs, so that they are in memory when the next command asks for them."""
    for pack in folder.glob("objects/pack/*"):
        with pack.open("rb") as file:
            while file.read(1 << 20):
                pass


def _import(folder: Path, changes: Sequence[bytes], begun: bytes = b"") -> None:
    """Adds a commit for each of the changes, as git-fast-import(1) takes them."""
    commits = [_commit(number, change) for number, change in enumerate(changes)]
    _git(folder, "fast-import", "--quiet", given=begun + b"".join(commits))


def _commit(number: int, change: bytes) -> bytes:
    person = b"bench <bench@localhost> %d +0000" % (1_795_500_000 + number)
    return b"commit %s\ncommitter %s\n%s%s\n" % (BRANCH, person, _data(b"Commit %d" % number), change)


def _file(name: str, salt: int) -> bytes:
    return b"M 644 inline %s\n%s" % (name.encode(), _data(fake(KEY, salt=f"{name} {salt}")))


def _data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def _git(folder: Path, *arguments: str, given: bytes = b"", check: bool = True) -> bytes:
    return subprocess.run(["git", *arguments], cwd=folder, input=given, check=check, stdout=subprocess.PIPE).stdout
