"""What git lists in a work tree, and the folders that it could not look into."""

from __future__ import annotations

import functools
import os
import re
from dataclasses import dataclass
from errno import ENOENT

from scanner.git.process import Git


@dataclass(frozen=True, slots=True)
class Listing:
    """paths: tracked files, and those that git does not ignore, relative to where git ran, sorted. A repository within
    is one of them, and ends in `/`. closed: folders that git could not open, and why.
    """

    paths: list[bytes]
    closed: list[tuple[bytes, str]]


def listing(git: Git) -> Listing:
    """What stands in the folder that git runs in. Raises RepositoryError where git fails."""
    listed, messages = git.told("ls-files", "-z", "--cached", "--others", "--exclude-standard")
    closed = [(item[1], (item[2] or b"cannot be opened").decode()) for item in _unopened().finditer(messages)]
    closed = [(path, reason) for path, reason in closed if reason != os.strerror(ENOENT)]  # has gone in the meantime
    paths = {path for path in listed.split(b"\0") if path}
    if _foreign().search(b"\0" + listed):  # all at once: it takes a tenth of the time
        paths = {path for path in paths if not _foreign().search(b"\0" + path + b"\0")}
    return Listing(sorted(paths), closed)


@functools.cache
def _foreign() -> re.Pattern[bytes]:
    """What git itself would never put into an index, but reads there: ways out, and ways into its own folder."""
    return re.compile(rb"[/\0](?:\.\.?|\.git)[/\0]")


@functools.cache
def _unopened() -> re.Pattern[bytes]:
    """git's warning, which is no failure to it, cut off where the name is very long."""
    return re.compile(rb"^warning: could not open directory '(.*?/?)(?:': ([ -~]*))?$", re.MULTILINE)
