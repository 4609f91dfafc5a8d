"""What a stopped push brings has been exposed nowhere yet, and its report says so; what a remote has already is another matter."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import PAIR, Repository
from servers import hook, pair, push

PUBLIC = "https://github.com/example/app"
SEEN, UNSEEN = "where anybody may be able to read it", "No remote has it"


@pytest.fixture
def local(tmp_path: Path) -> Repository:
    """A repository with the hook and a public remote beside the one that it pushes to."""
    repository, _ = pair(tmp_path)
    hook(repository.folder / ".git", "pre-push")
    return repository.git("remote", "add", "public", PUBLIC)


def test_what_has_not_gone_out_has_been_seen_by_nobody_else(local: Repository) -> None:
    said = " ".join(push(local.write("k.ini", PAIR).commit(), "origin", "main").said.split())
    assert "This push is blocked" in said
    assert UNSEEN in said
    assert SEEN not in said


def test_what_another_remote_has_has_been_seen(local: Repository) -> None:
    local.write("k.ini", PAIR).commit().git("update-ref", "refs/remotes/public/main", "HEAD")
    said = " ".join(push(local, "origin", "main").said.split())
    assert "This push is blocked" in said
    assert SEEN in said
    assert UNSEEN not in said
