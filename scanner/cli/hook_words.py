"""What the person reads whose push is stopped: why, and how to go on. Paths and values in a report are masked."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats.escape import escaped
from scanner.formats.words import counted, place
from scanner.git.process import Git
from scanner.git.range import Range
from scanner.model import Occurrence, Report

FEW = 5
"""Findings, commits and places of each that are told."""
DIGITS = 12
"""Digits of an object's name that are shown."""
HEAD = "This push is blocked; nothing of it has left this machine."
LATER = "Deleting it in a further commit is not enough: these commits would be pushed all the same."
SHARED = "If others may have had it in another way, it is known: do first what the report says."
UNREAL = "If it is no real credential, say so on its line, in the commit that brings it in: akia:allow"
SETTINGS = "(or in akia.toml or .akiaignore, which count as they stand at the remote)."
INCOMPLETE = "not everything that is pushed could be looked at, so that nobody knows whether it is clean"


def blocked(git: Git, found: Range, report: Report) -> Iterator[str]:
    """For the person who pushes: what is in which commits, and how to take it out of them."""
    places = _places(report)
    yield HEAD
    yield f"{_counted(report)} in {counted(len(places), 'place', 'places')}:"
    yield from (f"    {words}" for words in places[:FEW])
    if len(places) > FEW:
        yield f"    and {len(places) - FEW:,} more"
    yield LATER
    yield from _ways_out(git, found, report)
    yield SHARED
    yield UNREAL
    yield SETTINGS


def stopped() -> Iterator[str]:
    """For the person whose push cannot be told to be clean."""
    yield f"This push is stopped: {INCOMPLETE}."


def refused(report: Report) -> Iterator[str]:
    """For the person whose push a server refuses. Short, as it stands among the words of the server."""
    yield f"push refused: {_counted(report)} in what it brings; nothing of it was taken."
    for finding in report.gravest_first[:FEW]:
        ids = "".join(f", {escaped(part.masked)}" for part in finding.parts if part.role == "id")
        yield f"  {finding.severity.upper()} {escaped(finding.title)}{ids}"
        yield from (f"    {_told(item)}" for item in finding.occurrences[:FEW])
        if len(finding.occurrences) > FEW:
            yield f"    and in {len(finding.occurrences) - FEW:,} more places"
    if len(report.findings) > FEW:
        yield f"  and {len(report.findings) - FEW:,} more"
    yield "Deleting it in a further commit is not enough. Take it out of these commits, with git commit --amend"
    yield "for the last one, with git rebase -i for others, and push again. It has come as far as this server:"
    yield "deactivate it if in doubt. If it is no real credential, say so on its line: akia:allow"


def not_taken() -> Iterator[str]:
    """For the person whose push a server cannot tell to be clean."""
    yield f"push refused: {INCOMPLETE}."


def _counted(report: Report) -> str:
    return counted(len(report.findings), "AWS credential", "AWS credentials")


def _places(report: Report) -> list[str]:
    return list(dict.fromkeys(_told(item) for finding in report.gravest_first for item in finding.occurrences))


def _told(item: Occurrence) -> str:
    """`commit 1f1f1f1f1f1f, config/aws.ini:3`. A message, a tag or a stray file is named by its object alone."""
    kind, _, name = (item.path or "").partition(":")
    if kind in ("commit-message", "commit-header", "tag-message", "blob"):
        return f"{kind.replace('-', ' ')} {name[:DIGITS]}"
    where = place(item.path, item.start_line)
    return f"commit {item.commit.id[:DIGITS]}, {where}" if item.commit else where


def _ways_out(git: Git, found: Range, report: Report) -> Iterator[str]:
    items = [item for finding in report.findings for item in finding.occurrences]
    holders = {item.commit.id for item in items if item.commit}
    if holders:
        yield from _in_commits(git, found, [commit for commit in found.commits if commit in holders])
    if any(item.place == "tag-message" for item in items):
        yield "Write a tag that holds it anew: git tag -d NAME, git tag -a NAME COMMIT"


def _in_commits(git: Git, found: Range, holders: list[str]) -> Iterator[str]:
    """How to take it out of these commits, the oldest first."""
    head = git.run("rev-parse", "--verify", "--quiet", "HEAD", expected=(0, 1)).decode().strip()
    if holders == [head]:
        yield "It is in your last commit alone: take it out, stage that, and write the commit anew:"
        yield "    $ git commit --amend"
        return
    listed = git.run("rev-list", "--no-walk=unsorted", "--parents", "--stdin", given=_lines(found.commits))
    parents = {row[0]: row[1:] for row in map(str.split, listed.decode().splitlines())}
    start = next(iter(parents.get(next(iter(holders), ""), ())), "--root")[:DIGITS]
    merges = " -r" if any(len(item) > 1 for item in parents.values()) else ""
    yield "Stop at each of these commits (edit), take it out, stage that, git commit --amend, and go on:"
    yield f"    $ git rebase -i{merges} {start}"
    yield "Where there are many: akia remediate writes what git filter-repo is to replace."


def _lines(names: tuple[str, ...]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode()
