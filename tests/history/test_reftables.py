"""Refs and reflogs in tables, where git has them: their messages are packed, and lie in no file of their own."""

from __future__ import annotations

import functools
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import history, occurrences, told
from repositories import PAIR, Repository, clean

from patterns._fake import fake

KEY = fake("<id>").decode()
Steps = Callable[[Repository], object]


@functools.cache
def git_has_tables() -> bool:
    command = ["git", "init", "--ref-format=reftable", "-h"]
    return b"ref-format" in subprocess.run(command, env=clean(), capture_output=True).stdout


def begun(r: Repository) -> Repository:
    return r.write("a", b"a").commit()


def linked(r: Repository) -> Repository:
    begun(r).git("worktree", "add", "-q", "--detach", "../linked")
    return Repository.at(r.folder.parent / "linked")


def message(r: Repository) -> Repository:
    return r.git("update-ref", "--create-reflog", "-m", f"see {KEY}", "refs/heads/b", "HEAD")


def stashes(r: Repository) -> None:
    begun(r)
    for number in range(2):
        r.write("a", PAIR if number == 0 else b"b").git("stash", "-q")


def own_ref(r: Repository) -> None:
    linked(r).git("update-ref", "--create-reflog", "-m", f"see {KEY}", "refs/worktree/x", "HEAD")


def many(r: Repository) -> None:
    """More entries than one block holds, the message among the first."""
    message(begun(r))
    lines = b"".join(b"update refs/heads/b%d HEAD\n" % number for number in range(2000))
    r.git("update-ref", "--create-reflog", "-m", "x", "--stdin", given=lines)


PLACES: dict[str, tuple[Steps, str]] = {
    "a file that was removed": (lambda r: r.write("k.ini", PAIR).commit().remove("k.ini").commit(), "blob"),
    "a commit that was amended": (lambda r: r.write("k", PAIR).commit().write("k", b"x").commit("--amend"), "blob"),
    "a stash that is not the last": (stashes, "stash"),
    "a linked work tree on no branch": (lambda r: linked(r).write("k.ini", PAIR).commit(), "blob"),
    "the name of a branch": (lambda r: begun(r).git("branch", f"fix-{KEY}"), "other"),
    "a message of a reflog": (lambda r: message(begun(r)), "reflog"),
    "a message of a reflog in one table": (lambda r: message(begun(r)).git("pack-refs"), "reflog"),
    "a message of a reflog of a linked work tree": (own_ref, "reflog"),
    "a message among very many": (many, "reflog"),
}


@pytest.mark.parametrize("options", [[], ["--object-format=sha256"]], ids=["SHA-1", "SHA-256"])
@pytest.mark.parametrize(("steps", "place"), [pytest.param(*case, id=name) for name, case in PLACES.items()])
def test_it_is_found(tmp_path: Path, steps: Steps, place: str, options: list[str]) -> None:
    if not git_has_tables():
        pytest.skip("this git has no reftables")
    repository = Repository(tmp_path / "r", "--ref-format=reftable", *options)
    steps(repository)
    report = history(repository.folder)
    assert place in {kind for kind, _ in told(report)}, told(report)
    assert report.complete, report.skipped


def test_a_detached_head_is_told_by_tables_too(tmp_path: Path) -> None:
    if not git_has_tables():
        pytest.skip("this git has no reftables")
    repository = begun(Repository(tmp_path / "r", "--ref-format=reftable")).git("checkout", "-q", "--detach")
    (item,) = occurrences(history(repository.write("k.ini", PAIR).commit().folder))
    assert (item.reach, item.refs, item.tips) == ("ref", ("HEAD",), ("HEAD",))


@pytest.mark.parametrize("folder", ["reftable", "worktrees/x/reftable"])
@pytest.mark.parametrize("level", [1, 6, 9])
def test_a_table_made_by_hand(repository: Repository, folder: str, level: int) -> None:
    """Two blocks, of which one begins in the middle of the file; any git."""
    blocks = [
        b"g\0\0\xff" + zlib.compress(data, level) for data in (b"refs/heads/b\0nothing", fake("refs/heads/b see <id>"))
    ]
    path = begun(repository).folder / ".git" / folder / "0x1-0x2-abc.ref"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"REFT\1" + bytes(19) + b"g..x\x9c no block" + b"".join(blocks) + bytes(68))
    assert told(history(repository.folder)) == {("reflog", f".git/{folder}/0x1-0x2-abc.ref")}
