"""What the person reads whose commit is stopped: why, and how to go on."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from scanner.formats.interface import Style
from scanner.formats.terminal import painted, wrapped
from scanner.formats.words import counted
from scanner.model import Report

MOST_FILES = 5
SHARED = "If it was ever pushed or shared, others know it: do the steps below first."
UNREAL = "If it is no real credential, say so in a comment on its line: akia:allow (more: akia staged --help)."


def head(report: Report, style: Style) -> Iterator[str]:
    """Ends in what to do: take it out, replace it where it was shared, or say that it is none."""
    files = sorted({item.path for finding in report.findings for item in finding.occurrences if item.path})
    what = counted(len(report.findings), "AWS credential", "AWS credentials")
    line = f"This commit is blocked: {what} in {counted(len(files), 'file', 'files')}."
    yield painted(line, "critical", style.color)
    yield from _paragraph("Take it out of the file and stage the file again, or unstage it:", style)
    yield from (f"    $ git reset -q -- {argument}" for argument in _arguments(files))
    yield from _paragraph(SHARED, style)
    yield from _paragraph(UNREAL, style)


def _paragraph(text: str, style: Style) -> Iterator[str]:
    return wrapped(text, style.width, "  - ", "    ")


def _arguments(files: list[str]) -> list[str]:
    """Each file as an argument that means the same in every folder; FILE where that cannot be written, or is masked."""
    if len(files) > MOST_FILES or not all(path.isprintable() and "****" not in path for path in files):
        return ["FILE"]
    outer = dict.fromkeys(path.partition("!")[0] or path for path in files)  # what lies in an archive cannot be staged
    return [shlex.quote(f":(top,literal){path}") for path in outer]
