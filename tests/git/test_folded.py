"""An index in which folders stand for all that is in them is read without a trace."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import akia

CALLS = (["scan"], ["staged"], ["history", "--no-cache"], ["commits", "HEAD"])


def objects(folder: Path) -> set[Path]:
    """Every file of the object store."""
    return {path for path in (folder / ".git/objects").rglob("*") if path.is_file()}


@pytest.fixture
def folded(repository: Repository) -> Repository:
    """A repository of which one folder is checked out, with a finding staged in it and one in another folder."""
    repository.write("in/a", b"a").write("out/k.ini", PAIR).commit()
    repository.git("sparse-checkout", "set", "--cone", "--sparse-index", "in").write("in/new.ini", OTHER).add("in")
    assert b"040000" in repository.ask("ls-files", "--sparse", "--stage")
    return repository


STATES: dict[str, Callable[[Repository], object]] = {
    "folded": lambda it: None,
    "unfolded, and to be folded again": lambda it: (
        it.git("-c", "index.sparse=false", "rm", "-q", "--cached", "in/a") and it.git("config", "index.sparse", "true")
    ),
    "of a linked work tree": lambda it: it.git("worktree", "add", "-q", "--detach", "../linked"),
}


@pytest.mark.skipif(not os.path.isdir("/proc/sys"), reason="the system has no folder that is closed to everybody")
@pytest.mark.parametrize("state", [pytest.param(steps, id=name) for name, steps in STATES.items()])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_nothing_is_stored(folded: Repository, state: Callable[[Repository], object], call: list[str]) -> None:
    state(folded)
    before = objects(folded.folder)
    found = akia(folded.folder, *call).found
    assert objects(folded.folder) == before
    assert (
        found
        == {
            "scan": ["in/new.ini:1"],
            "staged": ["in/new.ini:1"],
            "history": ["in/new.ini:1", "out/k.ini:1"],
            "commits": ["out/k.ini:1"],
        }[call[0]]
    )


def test_an_index_that_a_hook_is_told_of(folded: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """As for `git commit FILE`, which makes an index of its own for the time being."""
    index = folded.folder / ".git/next-index-1.lock"
    (folded.folder / ".git/index").rename(index)
    monkeypatch.setenv("GIT_INDEX_FILE", str(index))
    before = objects(folded.folder)
    assert akia(folded.folder, "staged").found == ["in/new.ini:1"]
    assert objects(folded.folder) == before
