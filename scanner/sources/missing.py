"""The objects that a history names and that are not there.

git follows all that refs, reflogs and indexes lead to, in a process of its own beside the scan. Of a history that has
grown it follows what is new alone, where no file has gone since that held objects when all of it was followed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from tempfile import TemporaryFile

from scanner.git.history import leads_to
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.git.refs import elsewhere
from scanner.git.state import stored
from scanner.git.store import store_of
from scanner.model import Skipped
from scanner.sources.family import Member
from scanner.sources.remembering.past import Past

CHECK = (
    "-c", "core.commitGraph=false", "rev-list", "--objects", "--all", "--reflog", "--indexed-objects",
    "--missing=print", "--quiet",
)  # fmt: skip
"""What tells of objects that are missing. A commit-graph lists commits whether they are there or not."""
MOST_APART = 1000
"""Refs of linked work trees that are followed for it: command lines have an end."""
MOST_NAMED = 100
"""Missing objects that are listed one by one."""

Names = Sequence[str]


def search(one: Member, past: Past | None) -> Callable[[bool], Names | None]:
    """Has git look for them. What it gives waits for its end: their names, None where it came to none.

    past: what is known of the repository, which counts unless it is told that objects have been damaged.
    """
    known = past if past and _still_holds(one, past) else Past()
    listed = _begun(one.git, known.led_to.heads)

    def names(are_damaged: bool) -> Names | None:
        found = (_begun(one.git, ()) if are_damaged and known.stored else listed)()
        lines = (found or b"").decode().split("\n")
        fresh = {line[1:] for line in lines if line.startswith("?")}
        return None if found is None else sorted(fresh | (known.missing or frozenset()))

    return names


def told(names: Names | None, said: Collection[str]) -> Iterator[Skipped]:
    """What is said of them. said: the paths of which something was said before."""
    if names is None:
        yield Skipped(".", "corrupt", "git cannot follow the history to its end: objects are missing or broken", True)
        return
    others = [path for name in names if (path := f"object:{name}") not in said]
    for path in others[:MOST_NAMED]:
        yield Skipped(path, "missing", "is named by the history and is not here", incomplete=True)
    if len(others) > MOST_NAMED:
        yield Skipped(".", "missing", f"{len(others) - MOST_NAMED:,} more objects are not here", incomplete=True)


def absent(said: Sequence[Skipped]) -> frozenset[str] | None:
    """The names of the objects of which that was said; None where not all of them are named."""
    names = [item.path.removeprefix("object:") for item in said if item.path.startswith("object:")]
    return frozenset(names) if len(names) == len(said) else None


def _begun(git: Git, known: Collection[str]) -> Callable[[], bytes | None]:
    """known: commits that are not followed, nor what they lead to. All is where no file can be written."""
    which = *tuple(dict.fromkeys(elsewhere(git).values()))[:MOST_APART], "--"
    with suppress(OSError), TemporaryFile() as file:  # processes that the scan forks would hold a pipe open
        file.writelines(b"^%b\n" % name.encode() for name in known)
        file.seek(0)
        return git.begin(*CHECK, "--stdin", *which, given=file)
    return git.begin(*CHECK, *which)


def _still_holds(one: Member, past: Past) -> bool:
    """Whether all that was there is there yet, and what was missing then is missing now and named by something."""
    if past.missing is None or not past.stored or not past.stored <= stored(store_of(one.git, one.folder)):
        return False
    if not past.missing:
        return True
    is_there = any(item.found for item in read(one.git, (name.encode() for name in past.missing)))
    return not is_there and leads_to(one.git, past.led_to.heads)
