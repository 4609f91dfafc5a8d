"""The baseline as a file: read, written, and merged by git without a conflict."""

from __future__ import annotations

import os
import re
import shlex
from argparse import Namespace
from collections.abc import Iterable

from scanner.cli.console import say
from scanner.cli.output import write
from scanner.errors import AkiaError, RepositoryError
from scanner.formats.escape import escaped
from scanner.git.process import Git
from scanner.git.repository import repository_of
from scanner.model import Finding
from scanner.opening import beginning
from scanner.sources.paths import PathsSource
from scanner.suppress.baseline import Baseline, Entry, parsed, rendered

FILE = ".akia-baseline"
ROLES = ("id", "user", "email")


def known(path: str) -> Baseline:
    """What the file holds. Raises ConfigError where it cannot be read or understood."""
    return parsed(path, PathsSource(()).named_file(path))


def known_so_far(path: str) -> Baseline:
    """The same where there may be no file yet."""
    return known(path) if os.path.lexists(path) else Baseline(path, {}, {})


def keep(path: str, kept: Iterable[Entry], of_history: bool) -> None:
    """Writes the entries. The first time git is told to merge the file line by line. Raises OutputError."""
    is_new = not os.path.lexists(path)
    write(path, rendered(kept, of_history).encode())
    if is_new:
        _merge_by_line(path)


def entries(arguments: Namespace, findings: Iterable[Finding]) -> list[Entry]:
    """An entry for each finding, with what the arguments say of them all."""
    return [
        Entry(item.fingerprint, item.kind, _hint(item), arguments.until, arguments.who, arguments.reason)
        for item in findings
    ]


def pruning(path: str, usual: str | None, history: bool) -> str:
    """The call that takes out of the file what it holds for nothing, and no more. usual: the file of the settings."""
    call = "akia baseline prune --history" if history else "akia baseline prune"
    return call if path == (usual or FILE) else f"{call} --file {shlex.quote(path)}"


def _hint(finding: Finding) -> str:
    """What a person knows the credential by: the masked ID, else the name of the user, else the masked secret."""
    shown = sorted(finding.parts, key=lambda part: ROLES.index(part.role) if part.role in ROLES else 9)
    return escaped(shown[0].masked)


def _merge_by_line(path: str) -> None:
    """Branches that add entries side by side would conflict: git's own `union` keeps the lines of both."""
    folder, name = os.path.split(os.path.realpath(path))
    target = os.path.join(folder, ".gitattributes")
    line = f"/{name} merge=union"
    if not re.fullmatch(r"[\w.-]+", name) or not _is_undecided(folder, name):
        return
    try:
        write(target, _with(target, line))
        say(f"{os.path.relpath(target)}: {line}, so that branches merge; commit it with the baseline")
    except (AkiaError, OSError, ValueError):
        say(f"to merge branches without a conflict, put this into .gitattributes: {line}")


def _is_undecided(folder: str, name: str) -> bool:
    """Whether the folder is in a work tree, and nobody has said how the file is merged."""
    try:
        where = repository_of(os.fsencode(folder), named=True)
        if where is None or where.top is None:
            return False
        told = Git(os.fsencode(folder), named=True).run("check-attr", "-z", "merge", "--", name)
    except RepositoryError:
        return False
    return told.split(b"\0")[2:3] == [b"unspecified"]


def _with(target: str, line: str) -> bytes:
    """The file of attributes with the line behind all others. Raises OSError for a link, which git does not follow."""
    before = beginning(target, 2**20, follow=False) if os.path.lexists(target) else b""
    if len(before) == 2**20:
        raise OSError
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    return before + gap + line.encode() + b"\n"
