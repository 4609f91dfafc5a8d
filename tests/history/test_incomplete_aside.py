"""What is missing or broken aside of the branches is said too; what only makes git fast may be broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from looking import commits, history, lost, told
from repositories import PAIR, Repository

Steps = Callable[[Repository], object]


def filled(r: Repository) -> Repository:
    for number in range(3):
        r.write("a", b"%d" % number).write("d/c", b"c%d" % number).commit()
    return r


def stored(r: Repository, name: str) -> Path:
    """Where a loose object is kept."""
    oid = r.ask("rev-parse", name).decode()
    folder = r.ask("rev-parse", "--path-format=absolute", "--git-path", "objects").decode()
    return Path(folder) / oid[:2] / oid[2:]


def linked(r: Repository) -> Repository:
    filled(r).git("worktree", "add", "-q", "--detach", "../linked")
    return Repository.at(r.folder.parent / "linked")


def in_a_linked_index(r: Repository) -> None:
    stored(linked(r).write("n", b"new").add(), ":n").unlink()


def in_a_bisection(r: Repository) -> None:
    it = linked(r).write("n", b"new").commit().git("update-ref", "refs/bisect/bad", "HEAD")
    path = stored(it, "HEAD:n")
    it.git("reset", "-q", "--hard", "HEAD~1").git("reflog", "expire", "--expire=now", "--all")
    path.unlink()


def in_an_older_stash(r: Repository) -> None:
    filled(r)
    for number in range(2):
        r.write("a", b"stash %d" % number).git("stash", "-q")
    stored(r, "stash@{1}:a").unlink()


def untracked_in_a_stash(r: Repository) -> None:
    stored(filled(r).write("u", b"u").git("stash", "-q", "-u"), "stash^3:u").unlink()


def in_a_note(r: Repository) -> None:
    filled(r).git("notes", "add", "-m", "x")
    stored(r, r.ask("notes", "list", "HEAD").decode()).unlink()


def reset_away(r: Repository) -> None:
    path = stored(filled(r).write("x", b"x").commit(), "HEAD:x")
    r.git("reset", "-q", "--hard", "HEAD~1")
    path.unlink()


def in_a_pull_request(r: Repository) -> None:
    path = stored(filled(r).write("x", b"x").commit().git("update-ref", "refs/pull/1/head", "HEAD"), "HEAD:x")
    r.git("reset", "-q", "--hard", "HEAD~1").git("reflog", "expire", "--expire=now", "--all")
    path.unlink()


def at_a_lender(r: Repository) -> None:
    lender = filled(Repository(r.folder.parent / "far")).write("z", b"zz").commit()
    (filled(r).folder / ".git/objects/info/alternates").write_text(f"{lender.folder}/.git/objects\n")
    path = stored(lender, "HEAD:z")
    path.chmod(0o644)
    path.write_bytes(b"no zlib at all")


def overwritten(r: Repository, name: str, content: bytes = b"DIRC and nothing more") -> None:
    (r.folder / ".git" / name).write_bytes(content)


def shared_part_of_an_index(r: Repository) -> None:
    filled(r).write("k", b"k").add().git("update-index", "--split-index")
    for path in (r.folder / ".git").glob("sharedindex.*"):
        path.unlink()


def shallow_submodule(r: Repository) -> None:
    inner = filled(Repository(r.folder.parent / "inner"))
    filled(r).git("submodule", "--quiet", "add", "--depth", "1", f"file://{inner.folder}", "sub").commit()


def partial_submodule(r: Repository) -> None:
    inner = filled(Repository(r.folder.parent / "inner")).git("config", "uploadpack.allowFilter", "true")
    filled(r).git("clone", "-q", "--filter=blob:none", f"file://{inner.folder}", "sub")
    r.git("-c", "advice.addEmbeddedRepo=false", "add", "sub").git("commit", "-qm", "x")


BROKEN: dict[str, tuple[Steps, str]] = {
    "a file in a linked work tree's index": (in_a_linked_index, "missing"),
    "a file of a linked work tree's bisection": (in_a_bisection, "missing"),
    "a file of a stash that is not the last": (in_an_older_stash, "missing"),
    "an untracked file of a stash": (untracked_in_a_stash, "missing"),
    "a note": (in_a_note, "missing"),
    "what a reflog alone leads to": (reset_away, "missing"),
    "what a pull request alone leads to": (in_a_pull_request, "missing"),
    "an object at a lender": (at_a_lender, "unreadable"),
    "the index": (lambda r: overwritten(filled(r), "index"), "corrupt"),
    "the index of a linked work tree": (lambda r: (linked(r), overwritten(r, "worktrees/linked/index")), "corrupt"),
    "the shared part of an index": (shared_part_of_an_index, "corrupt"),
    "the past of a submodule": (shallow_submodule, "shallow"),
    "the files of a submodule": (partial_submodule, "missing"),
}


@pytest.mark.parametrize(("steps", "reason"), [pytest.param(*case, id=name) for name, case in BROKEN.items()])
def test_it_is_said(repository: Repository, steps: Steps, reason: str) -> None:
    steps(repository)
    report = history(repository.folder)
    assert (report.findings, lost(report)) == ((), {reason})


def test_a_broken_index_hides_no_commit(repository: Repository) -> None:
    overwritten(repository.write("k.ini", PAIR).commit(), "index")
    report = history(repository.folder)
    assert (told(report), lost(report)) == ({("blob", "k.ini")}, {"corrupt"})
    assert told(commits(repository.folder, "HEAD")) == {("blob", "k.ini")}


def hidden(r: Repository) -> Repository:
    return filled(r).write("k.ini", PAIR).commit().remove("k.ini").commit()


def spoilt(r: Repository, name: str) -> None:
    for path in (r.folder / ".git/objects").glob(name):
        path.chmod(0o644)
        data = path.read_bytes()
        path.write_bytes(data[: len(data) // 2] + b"x" * 40)


def of_another_version(path: Path) -> None:
    data = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(data[:4] + b"\x09" + data[5:])


TABLES: dict[str, Steps] = {
    "a table of commits": lambda r: (
        hidden(r).git("commit-graph", "write", "--reachable", "--changed-paths"),
        spoilt(r, "info/commit-graph"),
    ),
    "an index of all packs": lambda r: (
        hidden(r).git("repack", "-qad").git("multi-pack-index", "write"),
        spoilt(r, "pack/multi-pack-index"),
    ),
    "an index of all packs that only a later git knows": lambda r: (
        hidden(r).git("repack", "-qad").git("multi-pack-index", "write"),
        of_another_version(r.folder / ".git/objects/pack/multi-pack-index"),
    ),
    "a bitmap": lambda r: (hidden(r).git("repack", "-qadb"), spoilt(r, "pack/*.bitmap")),
    "the HEAD of a linked work tree": lambda r: (
        hidden(r).git("worktree", "add", "-q", "../linked"),
        overwritten(r, "worktrees/linked/HEAD", b"junk\n"),
    ),
}


@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in TABLES.items()])
def test_what_makes_git_fast_may_be_broken(repository: Repository, steps: Steps) -> None:
    steps(repository)
    report = history(repository.folder)
    assert told(report) == {("blob", "k.ini")}
    assert report.complete, report.skipped
