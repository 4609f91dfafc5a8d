"""What a system of continuous integration tells of a run.

Whatever stands in the environment is untrusted: it comes from names of branches and from whoever opens a pull request.
Names are only ever asked of git as names, on its standard input.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

HEX = frozenset("0123456789abcdef")
Environment = Mapping[str, str]


class End(NamedTuple):
    """Where a change begins or ends: a name for git, and what it was told by."""

    name: str
    source: str


class Job(NamedTuple):
    """One run.

    system, event: in words. old, new: where the change begins and ends, likeliest first; what git does not know is
    passed over. branch: that is built, empty if it is none. default: the branch that others are held against, empty if
    it is not told. is_new: whether the branch was just made. is_whole: whether there is no change, so that everything
    is meant. is_given: whether a person said where the change begins, so that nothing else will do. deepen: the line
    that makes the clone complete. base: what `--base` can be given, where nothing is told.
    """

    system: str
    event: str
    old: tuple[End, ...] = ()
    new: tuple[End, ...] = ()
    branch: str = ""
    default: str = ""
    is_new: bool = False
    is_whole: bool = False
    is_given: bool = False
    deepen: str = ""
    base: str = "HEAD^"


def commit(value: object, source: str) -> tuple[End, ...]:
    """The end that an object's name is; none for zeros, and for anything else."""
    text = value if isinstance(value, str) else ""
    is_name = 7 <= len(text) <= 64 and HEX.issuperset(text) and bool(text.strip("0"))
    return (End(text, source),) if is_name else ()


def told(environment: Environment, *names: str) -> tuple[End, ...]:
    """The ends that variables hold as objects' names."""
    return tuple(end for name in names for end in commit(environment.get(name), name))


def tracking(branch: object, source: str) -> tuple[End, ...]:
    """The end that a branch of `origin` is, as the clone has it; its name with or without `refs/heads/`."""
    name = short(branch)
    return (End(f"refs/remotes/origin/{name}", source),) if name else ()


def short(branch: object) -> str:
    """The name of a branch without `refs/heads/`; empty if it is none that git may have."""
    text = branch.removeprefix("refs/heads/") if isinstance(branch, str) else ""
    return text if text.isprintable() and not text.startswith(("-", "refs/")) and " " not in text else ""


def tag(name: str | None, source: str) -> tuple[End, ...]:
    """The end that a tag is, so that its message counts."""
    text = short(name)
    return (End(f"refs/tags/{text}", source),) if text else ()
