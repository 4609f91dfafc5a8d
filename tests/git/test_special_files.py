"""A FIFO where git expects a file is said; nothing waits for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from repositories import PAIR, Repository, clean

from scanner.errors import RepositoryError
from scanner.git import patience
from scanner.git.objects import read
from scanner.git.process import Git

AT_ONCE = (".git", ".git/HEAD", ".git/config", ".git/index", ".git/info/exclude", ".git/packed-refs")
IN_HISTORY = (
    ".git/refs/heads/pipe",
    ".git/refs/tags/v1",
    ".git/objects/aa/" + "b" * 38,
    ".git/objects/info/alternates",
)


@pytest.fixture
def held(repository: Repository) -> Repository:
    """A repository with a finding in it."""
    return repository.write("k.ini", PAIR).commit()


def akia(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in the folder; it ends in time, or the test fails."""
    code = "import sys; from scanner.cli.main import run; sys.exit(run())"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, cwd=folder, env=clean(), capture_output=True, text=True, timeout=60)


def pipe(repository: Repository, name: str) -> None:
    """Puts a FIFO there."""
    path = repository.folder / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


@pytest.mark.parametrize("call", [["scan"], ["staged"], ["history", "--no-cache"], ["commits", "HEAD"]], ids=" ".join)
@pytest.mark.parametrize("name", AT_ONCE)
def test_what_git_always_opens(held: Repository, name: str, call: list[str]) -> None:
    pipe(held, name)
    done = akia(held.folder, *call)
    assert done.returncode == (1 if call == ["scan"] else 2)  # without git the files are there all the same
    assert "a FIFO where git expects a file" in done.stderr + done.stdout


def test_an_ignore_file(held: Repository) -> None:
    pipe(held, ".gitignore")
    assert akia(held.folder, "scan").returncode == 1
    assert akia(held.folder, "staged", "--all").returncode == 0
    assert akia(held.folder, "history", "--no-cache").returncode == 1


def test_an_ignore_file_that_leads_to_a_device(repository: Repository) -> None:
    """A link can be committed, so that whoever clones the repository has it."""
    os.symlink("/dev/zero", repository.write("k.ini", PAIR).folder / ".gitignore")
    repository.git("add", "k.ini", ".gitignore").git("commit", "-qm", "x")
    for call in (["scan"], ["history", "--no-cache"], ["commits", "HEAD"]):
        assert akia(repository.folder, *call).returncode == 1


@pytest.mark.parametrize("name", IN_HISTORY)
def test_what_git_opens_to_list_a_history(held: Repository, name: str) -> None:
    pipe(held, name)
    done = akia(held.folder, "history", "--no-cache")
    assert done.returncode == 2
    assert "a FIFO where git expects a file" in done.stderr


@pytest.mark.parametrize("name", [".git/pipe", ".git/hooks/pre-commit", "pipe", "d/pipe"])
def test_what_git_does_not_open_hinders_nothing(held: Repository, name: str) -> None:
    pipe(held, name)
    assert akia(held.folder, "history", "--no-cache").returncode == 1
    assert akia(held.folder, "scan").returncode == 1


def test_a_git_file_that_leads_to_a_folder_with_a_fifo(held: Repository, tmp_path: Path) -> None:
    held.git("worktree", "add", "-q", str(tmp_path / "linked"))
    pipe(held, ".git/worktrees/linked/HEAD")
    assert "a FIFO where git expects a file" in akia(tmp_path / "linked", "staged").stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell whether a process works")
def test_git_that_waits_for_what_nobody_looked_for(held: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that includes a FIFO, and an ignore file deep down."""
    monkeypatch.setattr(patience, "GLANCE", 0.1)
    pipe(held, "d/.gitignore")
    with pytest.raises(RepositoryError, match="does not come"):
        Git(os.fsencode(held.folder)).run("ls-files", "--others", "--exclude-standard")
    held.git("config", "include.path", "pipe")
    pipe(held, ".git/pipe")
    with pytest.raises(RepositoryError, match="does not come"):
        Git(os.fsencode(held.folder)).run("rev-parse", "HEAD")
    with pytest.raises(RepositoryError, match="does not come"):
        list(read(Git(os.fsencode(held.folder)), [b"HEAD"]))
    begun = Git(os.fsencode(held.folder)).begin("rev-list", "--all")
    with pytest.raises(RepositoryError, match="does not come"):
        begun()


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
@pytest.mark.parametrize("call", [["scan"], ["staged"], ["history", "--no-cache"], ["commits", "HEAD"]], ids=" ".join)
def test_a_setting_that_includes_a_fifo_is_told_soon(held: Repository, call: list[str]) -> None:
    """Each time that git waits, it is looked at after a second."""
    held.git("config", "include.path", "pipe")
    pipe(held, ".git/pipe")
    begun = time.monotonic()
    done = akia(held.folder, *call)
    assert time.monotonic() - begun < 9
    assert "does not come" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_git_that_works_is_waited_for(held: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "GLANCE", 0.1)
    given = (held.ask("rev-parse", "HEAD:k.ini") + b"\n") * 300_000
    with Git(os.fsencode(held.folder)).stream("cat-file", "--batch-check", given=given) as answers:
        time.sleep(1)  # nobody reads, and git waits until somebody does
        assert answers.read().count(b" blob ") == 300_000
    assert Git(os.fsencode(held.folder)).run("cat-file", "--batch-check", given=given).count(b" blob ") == 300_000
