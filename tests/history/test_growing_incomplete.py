"""What is missing of a history that has grown: git follows what is new, and all of it where something has gone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest
from looking import history, lost
from repositories import PAIR, Repository

from scanner.git.process import Git
from scanner.model import Report
from scanner.sources.remembering.memory import Memory

Step = Callable[[Repository], object]
GONE = "6" * 40
"""The name of an object that nobody has."""


def scan(repository: Repository, cache: Path) -> Report:
    """A scan with a memory, without how long it took."""
    return history(repository.folder, memory=Memory("rules", str(cache)))._replace(seconds=0)


def afresh(repository: Repository) -> Report:
    """A scan without."""
    return history(repository.folder)._replace(seconds=0)


def _lose(it: Repository, name: str) -> Path:
    """Moves an object to where nobody finds it."""
    oid = it.ask("rev-parse", name).decode()
    path = it.folder / ".git/objects" / oid[:2] / oid[2:]
    return path.rename(it.folder / f".git/{oid}")


def _bring(it: Repository, name: str) -> None:
    oid = it.ask("rev-parse", name).decode()
    (it.folder / f".git/{oid}").rename(it.folder / ".git/objects" / oid[:2] / oid[2:])


def _name(it: Repository, entry: str = f"100644 blob {GONE}\tgone") -> None:
    """Commits a tree that names what is not there."""
    tree = it.ask("mktree", "--missing", given=entry.encode() + b"\n").decode()
    it.git("update-ref", "refs/heads/odd", it.ask("commit-tree", "-p", "HEAD", "-m", "odd", tree))


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the memory of a test lies."""
    return tmp_path / "cache.sqlite"


@pytest.fixture
def known(repository: Repository, cache: Path) -> Repository:
    """A repository without a find that has been scanned, and keeps no reflog."""
    repository.git("config", "core.logAllRefUpdates", "false")
    repository.write("a.txt", b"a\n").write("d/b.txt", b"b\n").commit().write("a.txt", b"c\n").commit()
    repository.git("checkout", "-q", "-b", "side").write("side.txt", b"side\n").commit().git("checkout", "-q", "main")
    assert scan(repository, cache).complete
    return repository


@pytest.fixture
def passed_over(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """What git was told that it need not follow."""
    told: list[bytes] = []
    begin = Git.begin

    def heard(self: Git, *args: str | bytes, given: IO[bytes] | None = None, most: float | None = None) -> object:
        if given:
            told.extend(given.read().split())
            given.seek(0)
        return begin(self, *args, given=given, most=most)

    monkeypatch.setattr(Git, "begin", heard)
    return told


GROWTH: dict[str, Step] = {
    "a commit": lambda it: it.write("new.txt", b"new\n").commit(),
    "a find": lambda it: it.write("k.ini", PAIR).commit(),
    "a merge": lambda it: it.git("merge", "-q", "-m", "m", "side"),
    "a branch at an old commit": lambda it: it.git("branch", "old", "main~1"),
    "a new commit that names what is not here": _name,
    "a folder that is not here": lambda it: _name(it, f"040000 tree {GONE}\tgone"),
    "an index that names what is not here": lambda it: it.git("update-index", "--add", "--cacheinfo", f"100644,{GONE},x"),
    "a tag of what is not here": lambda it: it.git("tag", "-a", "-m", "t", "v1", "main:a.txt").commit() and _lose(it, "main:a.txt"),
    "objects packed beside what is loose": lambda it: it.git("repack", "-q").commit(),
}  # fmt: skip


@pytest.mark.parametrize("step", [pytest.param(step, id=name) for name, step in GROWTH.items()])
def test_what_is_missing_of_what_is_new(known: Repository, cache: Path, step: Step) -> None:
    step(known)
    assert scan(known, cache) == afresh(known)
    assert scan(known.git("branch", "more"), cache) == afresh(known)


def test_what_was_followed_is_passed_over(known: Repository, cache: Path, passed_over: list[bytes]) -> None:
    heads = {b"^" + known.ask("rev-parse", name) for name in ("main", "side")}
    scan(known.write("new.txt", b"new\n").commit(), cache)
    assert heads <= set(passed_over)
    passed_over.clear()
    assert scan(known.write("k.ini", PAIR).commit(), cache).findings
    assert b"^" + known.ask("rev-parse", "main~1") in passed_over
    passed_over.clear()
    assert scan(known.commit(), cache) == afresh(known)
    assert b"^" + known.ask("rev-parse", "main~1") in passed_over


@pytest.mark.parametrize("name", ["main~1:a.txt", "main~1^{tree}", "side:side.txt"])
def test_what_goes_later_is_said(known: Repository, cache: Path, name: str) -> None:
    _lose(known, name)
    report = scan(known.write("new.txt", b"new\n").commit(), cache)
    assert lost(report) == {"missing"}
    assert report == afresh(known)


def test_what_goes_from_a_pack_is_said(known: Repository, cache: Path) -> None:
    known.git("repack", "-qad")
    assert scan(known, cache).complete
    (pack,) = known.folder.glob(".git/objects/pack/*.pack")
    content = pack.read_bytes()
    for path in (*known.folder.glob(".git/objects/pack/*"), pack):
        path.unlink(missing_ok=True)
    known.git("unpack-objects", "-q", given=content)
    _lose(known, "main~1:a.txt")
    report = scan(known.commit(), cache)
    assert lost(report) == {"missing"}
    assert report == afresh(known)


@pytest.fixture
def lacking(known: Repository, cache: Path) -> Repository:
    """The same without two of its objects, scanned again."""
    _lose(known, "main~1:a.txt")
    _lose(known, "side:side.txt")
    assert lost(scan(known, cache)) == {"missing"}
    return known


CHANGES: dict[str, Step] = {
    "nothing but a commit": lambda it: it.commit(),
    "one that has come": lambda it: (_bring(it, "main~1:a.txt"), it.commit()),
    "a branch that has gone": lambda it: it.git("branch", "-D", "side").commit(),
    "a branch that has gone and is named by its commit": lambda it: it.git("checkout", "-q", "--detach", "side~1").git("branch", "-D", "side"),
    "another of the kind": _name,
    "one that is named again": lambda it: _name(it, f"100644 blob {it.ask('rev-parse', 'side:side.txt').decode()}\tagain"),
}  # fmt: skip


@pytest.mark.parametrize("step", [pytest.param(step, id=name) for name, step in CHANGES.items()])
def test_what_was_missing_is_said_as_long_as_it_is(lacking: Repository, cache: Path, step: Step) -> None:
    step(lacking)
    assert scan(lacking, cache) == afresh(lacking)


def test_what_a_folder_leads_to_that_has_come_is_followed(known: Repository, cache: Path) -> None:
    blob, tree = (known.ask("rev-parse", name).decode() for name in ("side:side.txt", "side^{tree}"))
    aside = _lose(known, tree)
    _lose(known, blob)
    assert {item.path for item in scan(known, cache).skipped} == {f"object:{tree}"}
    aside.rename(known.folder / ".git/objects" / tree[:2] / tree[2:])
    report = scan(known.commit(), cache)
    assert {item.path for item in report.skipped} == {f"object:{blob}"}
    assert report == afresh(known)


@pytest.mark.parametrize("name", ["main~1^{tree}", "main~1:a.txt", "side~1"])
def test_what_is_damaged_later_is_told_as_if_nothing_were_known(known: Repository, cache: Path, name: str) -> None:
    oid = known.ask("rev-parse", name).decode()
    path = known.folder / ".git/objects" / oid[:2] / oid[2:]
    size = path.stat().st_size
    known.commit()
    path.chmod(0o600)
    path.write_bytes(b"x" * size)
    assert scan(known, cache) == afresh(known)


def test_what_was_missing_is_passed_over_too(lacking: Repository, cache: Path, passed_over: list[bytes]) -> None:
    assert scan(lacking.write("new.txt", b"new\n").commit(), cache) == afresh(lacking)
    assert b"^" + lacking.ask("rev-parse", "main~1") in passed_over
