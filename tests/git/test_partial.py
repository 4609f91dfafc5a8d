"""Partial and shallow clones, which `scan` and `staged` must neither mind nor complete."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository, clean
from running import akia

MANY = 60
"""More than git may die over."""


@pytest.fixture
def partial(tmp_path: Path) -> Repository:
    """A clone that holds no blob but those of the folder `in`; what it was cloned from is still there."""
    origin = Repository(tmp_path / "origin").git("config", "uploadpack.allowFilter", "true")
    for number in range(MANY):
        origin.write(f"a/{number}", f"content {number}\n")
    origin.write("in/b", PAIR).write("in/x", "x\n").commit()
    cloning = [
        "git",
        "-c",
        "protocol.file.allow=always",
        "clone",
        "-q",
        "--filter=blob:none",
        "--no-checkout",
        "--sparse",
    ]
    subprocess.run([*cloning, f"file://{origin.folder}", tmp_path / "partial"], env=clean(), check=True)
    clone = Repository.at(tmp_path / "partial").git("config", "protocol.file.allow", "always")
    return clone.git("sparse-checkout", "set", "in").git("checkout", "-q", "main")


def _missing(repository: Repository) -> int:
    return repository.ask("rev-list", "--objects", "--missing=print", "HEAD").count(b"?")


def test_what_is_staged_is_read_and_nothing_is_fetched(partial: Repository) -> None:
    assert _missing(partial) == MANY
    partial.write("in/copy", "\n" + PAIR).write("in/new", OTHER).git("add", "--sparse", "in")
    ended = akia(partial.folder, "staged")
    assert (ended.found, ended.status) == (["in/new:1"], 1)
    assert _missing(partial) == MANY


def test_named_files_that_are_not_here_are_said(partial: Repository) -> None:
    partial.write("in/new", OTHER).git("add", "--sparse", "in")
    ended = akia(partial.folder, "staged", ".")
    assert (ended.found, ended.status) == (["in/b:1", "in/new:1"], 1)
    assert ended.report
    assert len(ended.report["skipped"]) == MANY
    assert {item["reason"] for item in ended.report["skipped"]} == {"missing"}
    assert all(item["path"].startswith("a/") and item["incomplete"] for item in ended.report["skipped"])
    assert _missing(partial) == MANY


def test_the_work_tree_is_scanned(partial: Repository) -> None:
    ended = akia(partial.folder, "scan")
    assert (ended.found, ended.status) == (["in/b:1"], 1)
    assert ended.report
    assert (ended.report["scan"]["complete"], ended.report["skipped"]) == (True, [])
    assert _missing(partial) == MANY


def test_a_shallow_clone_is_like_any_other(tmp_path: Path) -> None:
    origin = Repository(tmp_path / "origin").write("a", PAIR).commit().write("b", "x").commit()
    command = ["git", "-c", "protocol.file.allow=always", "clone", "-q", "--depth", "1"]
    subprocess.run([*command, f"file://{origin.folder}", tmp_path / "shallow"], env=clean(), check=True)
    shallow = Repository.at(tmp_path / "shallow").write("c", PAIR).write("d", OTHER).add()
    assert akia(shallow.folder, "staged").found == ["d:1"]
    ended = akia(shallow.folder, "scan")
    assert ended.report
    assert (ended.found, ended.report["scan"]["complete"]) == (["a:1", "c:1", "d:1"], True)
