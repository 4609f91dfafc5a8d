"""Folders that hold one another over and over: a few objects, and more paths than anybody can list."""

from __future__ import annotations

import pytest
from repositories import OTHER, PAIR, Repository
from running import akia

from patterns._fake import fake

THIRD = "aws_access_key_id = <id#3>\naws_secret_access_key = <secret#3>\n"
WIDE, DEEP = 10, 10


def bomb(repository: Repository, blob: str) -> str:
    """A tree with ten files that are the blob, ten folders that are that tree, and so on: ten thousand million paths."""
    tree = repository.ask("mktree", given=_listed("100644 blob", blob)).decode()
    for _ in range(DEEP - 1):
        tree = repository.ask("mktree", given=_listed("040000 tree", tree)).decode()
    return tree


def _listed(kind: str, name: str) -> bytes:
    return "".join(f"{kind} {name}\tn{number}\n" for number in range(WIDE)).encode()


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """A key; a branch `endless` with another one all over; and one more commit, `after`, that takes all that away."""
    made = Repository(tmp_path_factory.mktemp("endless") / "r").write("first.txt", PAIR).commit()
    tree = bomb(made, made.ask("hash-object", "-w", "--stdin", given=fake(OTHER)).decode())
    commit = made.ask("commit-tree", "-p", "HEAD", "-m", "endless", tree).decode()
    back = made.ask("commit-tree", "-p", commit, "-m", "after", "HEAD^{tree}").decode()
    return made.git("branch", "endless", commit).git("branch", "after", back).git("tag", "folder", tree)


def limits(report: dict[str, list[dict[str, str]]] | None) -> set[str]:
    """What was left out for being too much."""
    return {item["path"] for item in report["skipped"] if item["reason"] == "limit"} if report else set()


def test_a_history_with_endless_folders_comes_to_an_end_and_says_which(repository: Repository) -> None:
    done = akia(repository.folder, "history", "--no-cache")
    commits = repository.ask("rev-list", "main..after").decode().split()
    assert done.status == 1
    assert done.report
    assert len(done.report["findings"]) == 2
    assert not done.report["scan"]["complete"]
    assert "first.txt:1" in done.found
    assert limits(done.report) == {f"commit:{commit}" for commit in commits}


def test_what_an_endless_commit_brings_in_is_looked_at(repository: Repository) -> None:
    done = akia(repository.folder, "commits", "main..endless")
    assert done.status == 1
    assert len(done.found) == WIDE
    assert limits(done.report) == {"commit:" + repository.ask("rev-parse", "endless").decode()}


def test_what_stood_at_an_endless_end_is_not_new(repository: Repository) -> None:
    repository.git("checkout", "-q", "-B", "on", "after").write("again.txt", OTHER).write("new.txt", THIRD).commit()
    done = akia(repository.folder, "commits", "endless..on")
    assert (done.status, done.found) == (1, ["first.txt:1", "new.txt:1"])  # after brings first.txt back
    repository.git("checkout", "-q", "main")


def test_what_is_staged_where_head_has_no_end(repository: Repository) -> None:
    repository.git("symbolic-ref", "HEAD", "refs/heads/endless")
    done = akia(repository.folder, "staged")
    assert (done.status, done.found) == (1, ["first.txt:1"])
    repository.write("known.txt", OTHER).git("add", "known.txt").git("update-index", "--force-remove", "first.txt")
    done = akia(repository.folder, "staged")
    assert (done.status, done.found) == (0, [])
    repository.git("symbolic-ref", "HEAD", "refs/heads/main").git("reset", "-q", "--hard")
