"""What names and refs lead to, behind all tags. Nothing is asked that git gives up over where a ref is broken."""

from __future__ import annotations

from collections.abc import Iterable

from scanner.git.process import Git

Target = tuple[str, str]
"""An object, and its type."""


def typed(git: Git, names: Iterable[str], how: str = "") -> dict[str, Target]:
    """The object of each name. Names of nothing that is here are left out.

    how: what git writes behind a name to follow it.
    """
    asked = [name for name in dict.fromkeys(names) if name.strip("0") and name.isprintable()]
    if not asked:
        return {}
    given = "".join(f"{name}{how}\n" for name in asked).encode("utf-8", "surrogateescape")
    rows = git.run("cat-file", "--batch-check", given=given).decode("utf-8", "replace").split("\n")
    told = {name: row.split(" ") for name, row in zip(asked, rows, strict=False)}
    return {name: (row[0], row[1]) for name, row in told.items() if len(row) == 3 and row[2].isdigit()}


def peeled(git: Git, names: Iterable[str]) -> dict[str, Target]:
    """The same behind all tags: few names are a tag's, and to follow one takes git ten times as long."""
    found = typed(git, names)
    behind = typed(git, (name for name, kind in found.values() if kind == "tag"), "^{}")
    ends = {name: behind.get(at) if kind == "tag" else (at, kind) for name, (at, kind) in found.items()}
    return {name: end for name, end in ends.items() if end}


def named(git: Git, *where: str) -> list[tuple[str, str, str]]:
    """(object, reference, what it is a name for) of each reference. where: what they begin with."""
    listed = git.run("for-each-ref", "--format=%(objectname) %(refname) %(symref)", *where)
    rows = [row.split(" ", 2) for row in listed.decode("utf-8", "surrogateescape").split("\n") if row]
    return [(name, ref, target) for name, ref, target in rows]


def led_to(git: Git, *where: str) -> list[tuple[str, str, str]]:
    """The same of those that lead to a commit, which is told in place of the object."""
    refs = named(git, *where)
    ends = peeled(git, (name for name, _, _ in refs))
    told = [(ends.get(name, ("", "")), ref, target) for name, ref, target in refs]
    return [(commit, ref, target) for (commit, kind), ref, target in told if kind == "commit"]
