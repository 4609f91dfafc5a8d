"""`akia staged` as git's own pre-commit hook, in every way that git runs one."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, PERSON, Repository, clean
from running import AKIA


@pytest.fixture
def hooked(repository: Repository) -> Repository:
    """A repository with a commit, and the hook."""
    repository.write("a", "x\n").write("d/b", "x\n").commit()
    return _hook(repository)


def _hook(repository: Repository) -> Repository:
    hook = repository.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\nexec {AKIA} staged --color never\n")
    hook.chmod(0o755)
    (hook.parent / "pre-merge-commit").write_text(hook.read_text())
    (hook.parent / "pre-merge-commit").chmod(0o755)
    return repository


def _commits(repository: Repository, *arguments: str, below: str = ".") -> tuple[bool, str]:
    """Whether git made the commit, and what was said."""
    command = ["git", *(word for setting in PERSON for word in ("-c", setting)), *arguments]
    done = subprocess.run(command, cwd=repository.folder / below, env=clean(), capture_output=True, text=True)
    return done.returncode == 0, done.stdout + done.stderr


def test_a_clean_commit_is_made(hooked: Repository) -> None:
    made, said = _commits(hooked.write("a", "y\n").add(), "commit", "-m", "m")
    assert made, said


def test_the_first_commit(repository: Repository) -> None:
    made, said = _commits(_hook(repository).write("a", PAIR).add(), "commit", "-m", "m")
    assert not made
    assert "a:1" in said


@pytest.mark.parametrize("below", [".", "d"])
def test_what_is_staged(hooked: Repository, below: str) -> None:
    hooked.write("d/b", "x\n" + PAIR).add().write("d/b", "x\n")
    made, said = _commits(hooked, "commit", "-m", "m", below=below)
    assert not made
    assert "d/b:2" in said


def test_what_is_not_staged(hooked: Repository) -> None:
    made, said = _commits(hooked.write("a", "y\n").add().write("d/b", PAIR), "commit", "-m", "m")
    assert made, said


@pytest.mark.parametrize("options", [["-a"], ["-am", "m"], ["--all"]])
def test_all_that_is_tracked(hooked: Repository, options: list[str]) -> None:
    """`git commit -a` stages into an index of its own, which the hook is told of."""
    made, said = _commits(hooked.write("d/b", PAIR), "commit", "-m", "m", *options)
    assert not made
    assert "d/b:1" in said
    assert hooked.ask("diff", "--cached", "--name-only") == b""


@pytest.mark.parametrize("below", [".", "d"])
@pytest.mark.parametrize("options", [[], ["--only"], ["--include"]])
def test_named_files_alone(hooked: Repository, below: str, options: list[str]) -> None:
    """`git commit FILE` makes an index for the commit: what else is staged is no part of it."""
    name = "d/b" if below == "." else "b"
    hooked.write("a", PAIR).add("a").write("d/b", "y\n")
    made, said = _commits(hooked, "commit", "-m", "m", *options, "--", name, below=below)
    assert made == (options != ["--include"]), said
    hooked.write("d/b", "y\n" + OTHER)
    made, said = _commits(hooked, "commit", "-m", "m", *options, "--", name, below=below)
    assert not made
    assert "d/b:2" in said
    assert ("a:1" in said) == (options == ["--include"])


def test_an_amended_commit(hooked: Repository) -> None:
    made, said = _commits(hooked.write("a", PAIR).add(), "commit", "--amend", "-m", "m")
    assert not made
    assert "a:1" in said


def test_a_merge(hooked: Repository) -> None:
    """What the other side brings was not in HEAD."""
    hooked.git("checkout", "-q", "-b", "other").write("c", PAIR).add().git("commit", "-q", "--no-verify", "-m", "m")
    hooked.git("checkout", "-q", "main").write("a", "y\n").commit()
    made, said = _commits(hooked, "merge", "--no-edit", "other")
    assert not made
    assert "c:1" in said


def test_a_linked_worktree(hooked: Repository, tmp_path: Path) -> None:
    hooked.git("worktree", "add", "-q", "-b", "w", str(tmp_path / "w"))
    linked = Repository.at(tmp_path / "w").write("d/b", PAIR).add()
    for below in (".", "d"):
        made, said = _commits(linked, "commit", "-m", "m", below=below)
        assert not made
        assert "d/b:1" in said
    assert _commits(linked.write("d/b", "y\n"), "commit", "-am", "m")[0]


def test_a_submodule(hooked: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other").write("x", "y").commit()
    hooked.git("submodule", "--quiet", "add", str(other.folder), "sub")
    made, said = _commits(hooked, "commit", "-m", "m")
    assert made, said
    hook = (hooked.folder / ".git/hooks/pre-commit").read_text()
    inner = Repository.at(hooked.folder / "sub").write("x", PAIR).add()
    (hooked.folder / ".git/modules/sub/hooks").mkdir(exist_ok=True)
    path = hooked.folder / ".git/modules/sub/hooks/pre-commit"
    path.write_text(hook)
    path.chmod(0o755)
    made, said = _commits(inner, "commit", "-m", "m")
    assert not made
    assert "x:1" in said


def test_a_commit_from_elsewhere(hooked: Repository, tmp_path: Path) -> None:
    hooked.write("a", PAIR).add()
    for words in (["-C", str(hooked.folder)], [f"--git-dir={hooked.folder}/.git", f"--work-tree={hooked.folder}"]):
        command = ["git", *(word for setting in PERSON for word in ("-c", setting)), *words, "commit", "-m", "m"]
        done = subprocess.run(command, cwd=tmp_path, env=clean(), capture_output=True, text=True)
        assert done.returncode == 1
        assert "a:1" in done.stdout + done.stderr


def test_a_rebase_and_a_cherry_pick_go_on(hooked: Repository) -> None:
    """git runs no hook for what was a commit already; where it does, after a conflict, HEAD is what counts."""
    hooked.git("checkout", "-q", "-b", "other").write("a", PAIR).add().git("commit", "-q", "--no-verify", "-m", "m")
    hooked.git("checkout", "-q", "main").write("a", "y\n").commit()
    assert not _commits(hooked, "cherry-pick", "other")[0]
    made, said = _commits(hooked.write("a", "y\n" + PAIR).add(), "commit", "--no-edit")
    assert not made
    assert "a:2" in said
    made, said = _commits(hooked.write("a", "z\n").add(), "commit", "--no-edit")
    assert made, said
