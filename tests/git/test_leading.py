"""What refs lead to where some of them lead to nothing: git gives up over those where it is asked for more than names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from repositories import PAIR, Repository

from scanner.git.leading import led_to, peeled
from scanner.git.process import Git
from scanner.git.push import Update, pushed, received
from scanner.git.range import range_of
from scanner.git.remotes import hosts_that_have

GONE, ZERO = "12" * 20, "0" * 40


def dead(r: Repository) -> None:
    r.write(".git/refs/heads/dead", f"{GONE}\n")


def of_garbage(r: Repository) -> None:
    r.write(".git/refs/heads/dead", "hello\n")


def in_a_circle(r: Repository) -> None:
    r.write(".git/refs/heads/one", "ref: refs/heads/two\n").write(".git/refs/heads/two", "ref: refs/heads/one\n")


def tag_of_nothing(r: Repository) -> None:
    tag = f"object {GONE}\ntype commit\ntag t\ntagger A <a@example.org> 1 +0000\n\nx\n".encode()
    name = r.ask("hash-object", "-t", "tag", "-w", "--literally", "--stdin", given=tag).decode()
    r.write(".git/refs/tags/t", f"{name}\n")


BROKEN: dict[str, Callable[[Repository], None]] = {
    "an object that is not here": dead,
    "garbage": of_garbage,
    "one another": in_a_circle,
    "a tag of what is not here": tag_of_nothing,
}


@pytest.fixture(params=[pytest.param(make, id=name) for name, make in BROKEN.items()])
def broken(repository: Repository, request: pytest.FixtureRequest) -> Repository:
    """A branch, `new` with one commit more, and a ref that leads to nothing."""
    repository.write("a", b"a").commit().git("checkout", "-q", "-b", "new").write("k.ini", PAIR).commit()
    request.param(repository)
    return repository


def test_the_others_are_what_a_range_begins_behind(broken: Repository) -> None:
    new = broken.ask("rev-parse", "new").decode()
    found = range_of(Git(str(broken.folder).encode()), f"{ZERO}..{new}")
    assert found.commits == (new,)


def test_they_are_what_a_push_and_a_server_know(broken: Repository) -> None:
    git, new = Git(str(broken.folder).encode()), broken.ask("rev-parse", "new").decode()
    broken.git("update-ref", "refs/remotes/origin/main", "main").git("checkout", "-q", "main")
    broken.write(".git/refs/remotes/origin/dead", f"{GONE}\n")
    updates = [Update("refs/heads/new", ZERO, new)]
    assert pushed(git, updates, "origin").commits == (new,)
    assert hosts_that_have(git, [new]) == ()
    broken.git("branch", "-q", "-D", "new")
    assert received(git, updates).commits == (new,)


def test_tags_are_followed_to_their_end(repository: Repository) -> None:
    repository.write("a", b"a").commit()
    for number in range(20):
        repository.git("tag", "-a", f"t{number}", "-m", "x", f"t{number - 1}" if number else "HEAD")
    git, head = Git(str(repository.folder).encode()), repository.ask("rev-parse", "HEAD").decode()
    assert {commit for commit, _, _ in led_to(git)} == {head}
    assert peeled(git, ["t19", "HEAD:a", GONE]).keys() == {"t19", "HEAD:a"}
