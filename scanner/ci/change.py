"""From what a system tells to a range of commits, as far as this clone has them."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from typing import NamedTuple

from scanner.ci.job import End, Job, tracking
from scanner.errors import UsageError
from scanner.git.leading import peeled, typed
from scanner.git.process import Git
from scanner.git.range import Range, between, borders, cut, range_of

USUAL = ("main", "master")
"""What a default branch is called where nothing tells it."""


class Change(NamedTuple):
    """A range of commits. name: as git knows it; source: what told its ends."""

    range: Range
    name: str
    source: str


def change_of(git: Git, job: Job) -> Change:
    """The commits that the run is for.

    Where the system tells no beginning that is known here, the default branch is one for all others. Raises UsageError
    where there is none; it names the line for the CI file.
    """
    new = _first(git, job.new)
    if new is None:
        raise UsageError(_no_end(git, job))
    old = _first(git, job.old) or (None if job.is_given else _first(git, _default(git, job)))
    if old is not None:
        name = f"{old.name}..{new.name}"
        return Change(range_of(git, name), name, f"{old.source}, {new.source}")
    if job.is_new and job.branch == job.default:
        commits, _ = between(git, [new.name], [])
        return Change(Range(commits, (), None, (), cut(git, commits)), new.name, f"{new.source}; the branch is new")
    raise UsageError(_no_beginning(git, job))


def is_partial(git: Git) -> bool:
    """Whether the clone lacks commits or files on purpose."""
    return bool(borders(git)) or bool(git.run("config", "--get-regexp", r"^remote\..*\.promisor$", expected=(0, 1)))


def _first(git: Git, ends: Iterable[End]) -> End | None:
    """The first end that is a commit here, or a tag of one, by its object."""
    for end in ends:
        if any(kind == "commit" for _, kind in peeled(git, [end.name]).values()):
            ((name, _),) = typed(git, [end.name]).values()
            return End(name, end.source)
    return None


def _default(git: Git, job: Job) -> Iterable[End]:
    """The default branch, as the clone has it: what it is called, or would be. It is no beginning for itself."""
    told = git.run("symbolic-ref", "--quiet", "refs/remotes/origin/HEAD", expected=(0, 1)).decode("utf-8", "replace")
    name = job.default or told.strip().removeprefix("refs/remotes/origin/")
    for branch in (name,) if name else () if job.branch in USUAL else USUAL:
        if branch != job.branch:
            yield from tracking(branch, f"the default branch {branch}")


def _no_end(git: Git, job: Job) -> str:
    told = ", ".join(f"{end.source} {end.name}" for end in job.new) or "nothing is told"
    return _too_shallow(git, job) or f"{job.system}: the commit that this run is for is not in this clone ({told})"


def _no_beginning(git: Git, job: Job) -> str:
    """Why there is no range, and what to do about it."""
    if job.is_given:
        return _too_shallow(git, job) or "--base is no commit that is known here"
    told = "".join(f" {end.source} {end.name}" for end in job.old)
    if job.default and job.default != job.branch:
        told = told or f" the default branch {job.default}"
        line = shlex.quote(f"+refs/heads/{job.default}:refs/remotes/origin/{job.default}")
        return _too_shallow(git, job) or f"{job.system}: not in this clone:{told}; put: git fetch origin {line}"
    why = f"begins behind{told}, which is not in this clone" if told else "does not tell where it begins"
    return _too_shallow(git, job) or f"{job.system}: the {job.event} {why}; put: akia ci --base {job.base}"


def _too_shallow(git: Git, job: Job) -> str:
    if not borders(git):
        return ""
    return f"{job.system}: this clone is too shallow to tell what the {job.event} brings; put: {job.deepen}"
