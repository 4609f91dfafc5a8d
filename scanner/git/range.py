"""A range of commits: what git understands, and the pairs of object names that hooks receive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scanner.errors import RepositoryError, UsageError
from scanner.git.leading import led_to
from scanner.git.process import Git
from scanner.git.tags import led_over
from scanner.opening import opened


@dataclass(frozen=True, slots=True)
class Range:
    """The commits of a range, oldest first.

    ends: the commits that are excluded with everything before them. base: the commit that settings are read from, None
    where there is none. tags: annotated tags that were named, and what is named beside commits. cut: commits whose
    parents a shallow clone lacks. names: those of new refs, and of files that are named beside commits.
    """

    commits: tuple[str, ...]
    ends: tuple[str, ...]
    base: str | None
    tags: tuple[str, ...]
    cut: tuple[str, ...]
    names: tuple[bytes, ...] = ()


def range_of(git: Git, text: str) -> Range:
    """The range that a person or a hook names.

    `A..B`, `A...B`, `B^-` and one commit (or `B^!`) mean what they mean to git, one commit that one alone. An old end
    of zeros means what no other ref has, a new end of zeros nothing. Raises UsageError for an end that is not known,
    RepositoryError.
    """
    old, dots, new = _halves(text)
    if dots and _is_zero(new):
        return Range((), (), None, (), ())
    included, excluded = _ends(git, old, dots, new)
    commits, border = between(git, included, excluded)
    base = next(iter(border if _is_zero(old) else excluded), None)
    return Range(commits, tuple(excluded), base, _tags(git, new), cut(git, commits))


def between(git: Git, included: Sequence[str], excluded: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The commits that `included` lead to and `excluded` do not, oldest first, and the excluded ones next to them."""
    if not included:
        return (), ()
    limits = [*included, *(f"^{end}" for end in excluded)]
    listed = git.run("rev-list", "--topo-order", "--reverse", "--boundary", "--stdin", given="\n".join(limits).encode())
    rows = listed.decode().split()
    return (
        tuple(row for row in rows if not row.startswith("-")),
        tuple(row[1:] for row in rows if row.startswith("-")),
    )


def cut(git: Git, commits: Sequence[str]) -> tuple[str, ...]:
    """Those of the commits whose parents a shallow clone lacks."""
    return tuple(set(commits).intersection(borders(git)))


def borders(git: Git) -> list[str]:
    """The commits at which a shallow clone is cut off; none where it is whole."""
    path = git.parsed("--path-format=absolute", "--git-path", "shallow")
    try:
        with opened(path) as file:
            return file.read().decode("ascii", "replace").split()
    except OSError:
        return []


def _halves(text: str) -> tuple[str, str, str]:
    dots = "..." if "..." in text else ".." if ".." in text else ""
    if not dots:
        commit, caret, number = text.rpartition("^-")
        if caret and (number or "1").isdecimal():
            return f"{commit}^{number or 1}", "..", commit
        return "", "", text.removesuffix("^!")
    old, _, new = text.partition(dots)
    return old or "HEAD", dots, new or "HEAD"


def _ends(git: Git, old: str, dots: str, new: str) -> tuple[list[str], list[str]]:
    """The commits that the range ends in, and those that it begins behind."""
    last = _commit(git, new)
    if not dots:
        parents = git.run("rev-list", "--parents", "--max-count=1", last, "--").decode().split()[1:]
        return [last], parents
    if _is_zero(old):
        return [last], _others(git, last)
    first = _commit(git, old)
    if dots == "..":
        return [last], [first]
    bases = git.run("merge-base", "--all", first, last, expected=(0, 1)).decode().split()
    return [first, last], bases


def _others(git: Git, new: str) -> list[str]:
    """Where all references point but those that point at `new` itself, which are being made."""
    return [name for name in dict.fromkeys(row[0] for row in led_to(git)) if name != new]


def _commit(git: Git, name: str) -> str:
    """The commit of that name, which may begin with a dash. One that is called by its message is a commit already."""
    if name and ".." not in name:
        asked = name if ":/" in name or "^{/" in name else name + "^{commit}"
        found = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", asked, expected=(0, 1, 128))
        if found:
            return found.decode().split()[-1]
        git.run("rev-parse", "--git-dir")  # where there is no repository, that is what is wrong
    raise UsageError("an end of the range is no commit that is known here")


def _tags(git: Git, name: str) -> tuple[str, ...]:
    """The annotated tags that the name leads over, the outermost first."""
    try:
        at = git.run("rev-parse", "--verify", "--quiet", "--end-of-options", name).decode().split()[-1]
    except (RepositoryError, IndexError):
        return ()
    return tuple(led_over(git, [at]))


def _is_zero(name: str) -> bool:
    return len(name) >= 40 and not name.strip("0")
