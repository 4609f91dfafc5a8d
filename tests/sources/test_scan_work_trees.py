"""`akia scan` in a git work tree: tracked files, and untracked ones that git does not ignore."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from reports import found, left, scan
from repositories import OTHER, PAIR, Repository

Steps = Callable[[Repository], object]


def _swap(r: Repository, name: str, content: str) -> Repository:
    (r.folder / name).rmdir()
    return r.write(name, content)


def _relink(r: Repository) -> Repository:
    """`d`, where a tracked file is, becomes a link to `e`."""
    r.git("mv", "d", "e").git("reset", "-q", "--", "d")
    return r.link("d", "e")


def _conflict(r: Repository) -> Repository:
    r.write("a", "x\n").commit().git("checkout", "-q", "-b", "o").write("a", PAIR).commit()
    r.git("checkout", "-q", "main").write("a", OTHER).commit()
    with pytest.raises(AssertionError):
        r.git("merge", "-q", "o")
    return r


TREES: dict[str, tuple[Steps, list[str], list[str]]] = {
    "nothing": (lambda r: r, [], []),
    "only what git keeps for itself": (lambda r: r.write(".git/x", PAIR).write(".git/config.d/x", PAIR), [], []),
    "what the index holds and the work tree does not": (lambda r: r.write("a", PAIR).add().write("a", "x"), [], []),
    "what HEAD holds and the work tree does not": (lambda r: r.write("a", PAIR).commit().write("a", "x"), [], []),
    "a tracked file that was deleted": (lambda r: r.write("a", PAIR).commit().remove("a"), [], []),
    "an ignored file": (lambda r: r.write(".gitignore", "a\n").write("a", PAIR), [], []),
    "an ignored folder": (lambda r: r.write(".gitignore", "/d/\n").write("d/e/a", PAIR), [], []),
    "ignored further down": (lambda r: r.write("d/.gitignore", "a\n").write("d/e/a", PAIR), [], []),
    "ignored by the repository's own list": (lambda r: r.write(".git/info/exclude", "a\n").write("a", PAIR), [], []),
    "tracked": (lambda r: r.write("a", PAIR).commit(), ["a:1"], []),
    "staged": (lambda r: r.write("a", PAIR).add(), ["a:1"], []),
    "changed since": (lambda r: r.write("a", "x").commit().write("a", "\n" + PAIR), ["a:2"], []),
    "untracked": (lambda r: r.write("d/a", PAIR), ["d/a:1"], []),
    "meant to be added": (lambda r: r.write("a", PAIR).git("add", "-N", "a"), ["a:1"], []),
    "tracked and ignored": (lambda r: r.write(".gitignore", "a\n").write("a", PAIR).add("a"), ["a:1"], []),
    "taken back in": (
        lambda r: r.write(".gitignore", "*.x\n!a.x\n").write("a.x", PAIR).write("b.x", OTHER),
        ["a.x:1"],
        [],
    ),
    "the ignore file itself": (
        lambda r: r.write(".gitignore", ".gitignore\n# " + PAIR).add(".gitignore"),
        [".gitignore:2"],
        [],
    ),
    "a tracked file that a link took the place of": (
        lambda r: r.write("a", PAIR).write("b", "x").commit().remove("a").link("a", "b"),
        [],
        [],
    ),
    "a file in place of a tracked folder": (
        lambda r: r.write("d/a", "x").commit().remove("d/a").git("rev-parse").write("e", "x") and _swap(r, "d", PAIR),
        ["d:1"],
        [],
    ),
    "a folder in place of a tracked file": (
        lambda r: r.write("d", "x").commit().remove("d").write("d/a", PAIR),
        ["d/a:1"],
        [],
    ),
    "a link to a folder in place of a tracked folder": (
        lambda r: (
            r.write("d/a", PAIR).commit().git("mv", "d", "e").commit().git("checkout", "-q", "HEAD~1") and _relink(r)
        ),
        ["e/a:1"],
        [],
    ),
    "a file of git-annex": (
        lambda r: r.write(".git/annex/objects/Wx/1v/KEY/KEY", PAIR).link("d/a", "../.git/annex/objects/Wx/1v/KEY/KEY"),
        ["d/a:1"],
        [],
    ),
    "a link to anything else of git's": (lambda r: r.write(".git/a", PAIR).link("a", ".git/a"), [], []),
    "a sparse checkout": (
        lambda r: r.write("in/a", PAIR).write("out/a", OTHER).commit().git("sparse-checkout", "set", "in"),
        ["in/a:1"],
        [],
    ),
    "a sparse checkout of files": (
        lambda r: r.write("d/a", PAIR).write("d/b", OTHER).commit().git("sparse-checkout", "set", "--no-cone", "/d/a"),
        ["d/a:1"],
        [],
    ),
    "a sparse index": (
        lambda r: (
            r.write("in/a", PAIR)
            .write("out/x/a", OTHER)
            .commit()
            .git("sparse-checkout", "set", "--cone", "--sparse-index", "in")
        ),
        ["in/a:1"],
        [],
    ),
    "an index in two parts": (
        lambda r: r.write("a", PAIR).add().git("update-index", "--split-index").write("b", OTHER).add("b"),
        ["a:1", "b:1"],
        [],
    ),
    "a conflict": (_conflict, ["a:2", "a:5"], []),
    "a name that could be an option": (lambda r: r.write("--others", PAIR), ["--others:1"], []),
}


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize(
    ("steps", "expected", "omitted"), [pytest.param(*case, id=name) for name, case in TREES.items()]
)
def test_work_trees(repository: Repository, steps: Steps, expected: list[str], omitted: list[str], named: bool) -> None:
    steps(repository)
    report = scan(repository.folder, ".") if named else scan(repository.folder)
    assert (found(report), left(report)) == (expected, omitted)
