"""Objects that lie elsewhere: with lenders that the environment names, far down a chain, or in a push that was killed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from looking import history, lost, told
from repositories import OTHER, PAIR, Repository, clean
from running import akia

Variables = Mapping[str, str]


def begun(folder: Path) -> Repository:
    return Repository(folder).write("a", b"a").commit()


def objects(r: Repository) -> Path:
    return r.folder / ".git/objects"


def lender(folder: Path, kind: str) -> Repository:
    """One with a key that is no longer at a tip, in loose objects or in a pack."""
    found = begun(folder).write("k.ini", PAIR).commit().remove("k.ini").commit()
    return found.git("repack", "-qad").git("prune-packed", "-q") if kind == "packed" else found


def one(r: Repository, kind: str) -> Variables:
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(lender(r.folder.parent / "far", kind)))}


def second_of_two(r: Repository, kind: str) -> Variables:
    near = begun(r.folder.parent / "near")
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": os.pathsep.join([str(objects(near)), *one(r, kind).values()])}


def one_that_borrows(r: Repository, kind: str) -> Variables:
    near = begun(r.folder.parent / "near")
    (objects(near) / "info/alternates").write_text("".join(one(r, kind).values()) + "\n")
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(near))}


def quoted(r: Repository, kind: str) -> Variables:
    folder = objects(lender(r.folder.parent / 'f:a"r', kind))
    name = str(folder).replace('"', '\\"')
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": f'"{name}"'}


def from_the_top(r: Repository, kind: str) -> Variables:
    lender(r.folder.parent / "far", kind)
    return {"GIT_ALTERNATE_OBJECT_DIRECTORIES": "../far/.git/objects"}


def another_store(r: Repository, kind: str) -> Variables:
    """The repository's own objects are the borrowed ones, as in a hook of a server."""
    lender(r.folder, kind)
    empty = r.folder.parent / "empty"
    empty.mkdir()
    return {"GIT_OBJECT_DIRECTORY": str(empty), "GIT_ALTERNATE_OBJECT_DIRECTORIES": str(objects(r))}


ENVIRONMENTS: dict[str, Callable[[Repository, str], Variables]] = {
    "a lender": one,
    "the second lender of two": second_of_two,
    "a lender's lender": one_that_borrows,
    "a lender whose path is quoted": quoted,
    "a lender by a path from the top": from_the_top,
    "another store, and its own": another_store,
}


@pytest.mark.parametrize("kind", ["loose", "packed"])
@pytest.mark.parametrize("below", [".", "d"])
@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in ENVIRONMENTS.items()])
def test_the_environment_names_it(
    repository: Repository, made: Callable[[Repository, str], Variables], kind: str, below: str
) -> None:
    variables = made(repository.write("d/a", b"a").commit(), kind)
    ended = akia(repository.folder / below, "history", "--no-cache", env=variables)
    assert ended.status == 1, ended.said
    assert ended.report is not None
    assert ended.report["scan"]["complete"], ended.report["skipped"]


@pytest.mark.parametrize("named", ["lender", "store"])
def test_the_environment_does_not_count_where_a_repository_is_named(repository: Repository, named: str) -> None:
    repository.write("d/a", b"a").commit()
    variables = (
        one(repository, "packed")
        if named == "lender"
        else another_store(Repository(repository.folder.parent / "other"), "loose")
    )
    assert akia(repository.folder, "history", "--no-cache", ".", env=variables).status == 0


def test_a_lender_of_the_environment_that_is_not_there_is_said(repository: Repository) -> None:
    repository.write("a", b"a").commit()
    ended = akia(repository.folder, "history", env={"GIT_ALTERNATE_OBJECT_DIRECTORIES": "/nowhere/at/all"})
    assert (ended.status, [item["reason"] for item in (ended.report or {})["skipped"]]) == (2, ["alternate"])


@pytest.mark.parametrize("kind", ["loose", "packed"])
@pytest.mark.parametrize("links", [2, 5, 6, 7, 12])
def test_a_chain_of_lenders(repository: Repository, links: int, kind: str) -> None:
    """git follows five or six."""
    last = lender(repository.folder.parent / "0", kind)
    for number in range(1, links):
        following = begun(repository.folder.parent / str(number))
        (objects(following) / "info/alternates").write_text(f"{objects(last)}\n")
        last = following
    (objects(repository.write("a", b"a").commit()) / "info/alternates").write_text(f"{objects(last)}\n")
    report = history(repository.folder)
    assert ("blob", "k.ini") in told(report)
    assert report.complete, report.skipped


def test_lenders_that_borrow_from_one_another(repository: Repository) -> None:
    far = lender(repository.folder.parent / "far", "loose")
    for borrower, owner in ((repository, far), (far, repository)):
        (objects(borrower) / "info/alternates").write_text(f"{objects(owner)}\n")
    report = history(repository.write("a", b"a").commit().folder)
    assert ("blob", "k.ini") in told(report)
    assert report.complete, report.skipped


def test_any_folder_can_be_named_as_a_lender(repository: Repository) -> None:
    """What is no store of objects is not looked through."""
    (objects(repository.write("a", b"a").commit()) / "info/alternates").write_text("/\n/proc\n/dev\n")
    assert history(repository.folder).complete


def test_a_lender_behind_a_long_remark(repository: Repository, tmp_path: Path) -> None:
    far = lender(tmp_path / "far", "loose")
    remark = "# nothing to see here\n\n" * 100_000
    (objects(repository.write("a", b"a").commit()) / "info/alternates").write_text(f"{remark}{objects(far)}")
    assert told(history(repository.folder)) == {("blob", "k.ini")}


@pytest.mark.parametrize("name", ["pack/pack-0.pack", "aa/" + "b" * 38, "info/alternates"])
def test_a_fifo_at_a_lender_is_not_waited_for(repository: Repository, name: str) -> None:
    far = begun(repository.folder.parent / "far")
    (objects(repository.write("a", b"a").commit()) / "info/alternates").write_text(f"{objects(far)}\n")
    path = objects(far) / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path)
    ended = akia(repository.folder, "history", "--no-cache")
    assert ended.status == 2
    assert "a FIFO where git expects a file" in ended.said


@pytest.mark.parametrize("folder", ["incoming-aBcDeF", "tmp_objdir-incoming-aBcDeF"])
@pytest.mark.parametrize("limit", [1, 1000], ids=["packed", "loose"])
def test_what_a_push_left_that_was_killed(tmp_path: Path, folder: str, limit: int) -> None:
    """A server's hook keeps the objects aside until they are taken in; it is made to keep them for good."""
    server = Repository(tmp_path / "server.git", "--bare").git("config", "receive.unpackLimit", str(limit))
    script = server.folder / "hooks/pre-receive"
    script.write_text(f'#!/bin/sh\ncp -r "$GIT_QUARANTINE_PATH" "$GIT_DIR/objects/{folder}"\nexit 1\n')
    script.chmod(0o755)
    local = begun(tmp_path / "local").write("k.ini", PAIR).commit()
    command = ["git", "push", "-q", str(server.folder), "main"]
    assert subprocess.run(command, cwd=local.folder, env=clean(), capture_output=True).returncode == 1
    report = history(server.folder)
    assert ("blob", "k.ini") in told(report)
    assert report.complete, report.skipped


def test_a_lenders_lender_that_is_gone_is_said(repository: Repository) -> None:
    far = lender(repository.folder.parent / "far", "loose")
    (objects(far) / "info/alternates").write_text("/nowhere/at/all\n")
    (objects(repository.write("l.ini", OTHER).commit()) / "info/alternates").write_text(f"{objects(far)}\n")
    report = history(repository.folder)
    assert len(report.findings) == 2
    assert lost(report) == {"alternate"}


def test_a_lender_that_is_a_submodule_of_its_borrower(repository: Repository) -> None:
    inner = lender(repository.folder.parent / "inner", "packed")
    repository.write("a", b"a").commit().git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()
    (objects(repository) / "info/alternates").write_text(f"{repository.folder}/.git/modules/sub/objects\n")
    shutil.rmtree(repository.folder / "sub")
    report = history(repository.folder)
    assert ("blob", "sub/k.ini") in told(report)
    assert report.complete, report.skipped
