"""`akia history REPO`: a repository that is named decides, whatever else there is around the call."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import akia


@pytest.fixture
def named(tmp_path: Path) -> Repository:
    """A repository with one leak, and settings that would pass it over."""
    return Repository(tmp_path / "named").write("a.ini", PAIR).write(".akiaignore", "a.ini\n").commit()


@pytest.mark.parametrize("variable", ["GIT_DIR", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_INDEX_FILE"])
def test_a_variable_that_leads_to_nothing_does_not_count(named: Repository, tmp_path: Path, variable: str) -> None:
    ended = akia(tmp_path, "history", "named", env={variable: str(tmp_path / "nothing")})
    assert (ended.status, ended.found) == (1, ["a.ini:1"]), ended.said


def test_a_repository_around_the_call_that_git_refuses_does_not_count(named: Repository, tmp_path: Path) -> None:
    here = Repository(tmp_path / "here").write(".git/config", b"[core\n")
    ended = akia(here.folder, "history", "../named")
    assert (ended.status, ended.found) == (1, ["a.ini:1"]), ended.said


def test_settings_are_those_of_the_repository_here_and_not_of_one_in_a_variable(
    named: Repository, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    assert akia(named.folder, "history", ".", env={"GIT_DIR": str(other.folder / ".git")}).status == 0
    assert akia(other.folder, "history", "../named", env={"GIT_DIR": str(named.folder / ".git")}).status == 1
