"""A history that has not changed is not worked out again, and whatever changes it makes that so."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from looking import EVERYTHING, history, lost, occurrences
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.config import Config, Rule
from scanner.git import changes
from scanner.git import history as commits
from scanner.model import Report
from scanner.pipeline import Options
from scanner.sources.remembering import record
from scanner.sources.remembering.memory import Memory

Step = Callable[[Repository], object]


TEMPORARY = "aws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\naws_session_token = <token>\n"


def scan(
    repository: Repository,
    cache: Path,
    rules: str = "rules",
    options: Options = EVERYTHING,
    config: Config | None = None,
) -> Report:
    """A scan with a memory, without how long it took."""
    memory = Memory(rules, str(cache))
    return history(repository.folder, memory=memory, options=options, config=config)._replace(seconds=0)


def kept(cache: Path) -> int:
    """How many histories are remembered as a whole."""
    with closing(sqlite3.connect(cache)) as database:
        return int(database.execute("SELECT count(*) FROM histories").fetchone()[0])


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the memory of a test lies."""
    return tmp_path / "cache.sqlite"


@pytest.fixture
def known(repository: Repository, cache: Path) -> Repository:
    """A repository of several finds that has been scanned."""
    repository.write("k.ini", PAIR).commit().write("k.ini", b"gone\n").commit().write("d/k.ini", PAIR).commit()
    repository.git("commit", "-q", "--allow-empty", "-m", fake(OTHER)).git("tag", "-a", "-m", "a tag", "v1")
    assert scan(repository, cache).findings
    assert kept(cache) == 1
    return repository


def test_nothing_is_worked_out_again(known: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scan(known, cache)
    monkeypatch.setattr(commits, "_listed", None)
    monkeypatch.setattr(changes, "listed", None)
    assert scan(known, cache) == first
    assert {item.place for item in occurrences(first)} >= {"blob", "commit-message"}


CHANGES: dict[str, Step] = {
    "a commit": lambda it: it.write("new", OTHER).commit(),
    "an empty commit": lambda it: it.commit(),
    "a branch": lambda it: it.git("branch", "other", "HEAD~2"),
    "a branch that goes": lambda it: it.git("tag", "-d", "v1"),
    "a note": lambda it: it.git("notes", "add", "-m", fake(OTHER)),
    "a stash": lambda it: it.write("k.ini", OTHER).git("stash", "-q"),
    "something staged": lambda it: it.write("staged", OTHER).add(),
    "a loose object": lambda it: it.git("hash-object", "-w", "--stdin", given=fake(OTHER)),
    "a repacking": lambda it: it.git("repack", "-qad"),
    "a reset": lambda it: it.git("reset", "-q", "--hard", "HEAD~2"),
    "no reflog any more": lambda it: it.git("reset", "-q", "--hard", "HEAD~2").git("reflog", "expire", "--expire=all", "--all"),
    "a detached HEAD": lambda it: it.git("checkout", "-q", "--detach", "HEAD~1"),
    "a shallow border": lambda it: (it.folder / ".git/shallow").write_bytes(it.ask("rev-parse", "HEAD~1") + b"\n"),
    "a key in a setting": lambda it: it.git("config", "a.b", fake(OTHER)),
    "a lost object": lambda it: _lost(it, "HEAD:d/k.ini"),
    "a lost commit": lambda it: _lost(it, "HEAD~2"),
    "a work tree": lambda it: it.git("worktree", "add", "-q", "../linked"),
}  # fmt: skip


@pytest.mark.parametrize("change", [pytest.param(step, id=name) for name, step in CHANGES.items()])
def test_what_changes_is_told_as_if_nothing_were_known(known: Repository, cache: Path, change: Step) -> None:
    change(known)
    again = [scan(known, cache) for _ in range(2)]
    afresh = history(known.folder)._replace(seconds=0)
    assert again == [afresh, afresh]


def test_what_is_missing_is_said_again_until_it_is_there(
    known: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = known.folder / ".git/objects" / _stored(known, "HEAD~1:k.ini")
    content = path.read_bytes()
    path.unlink()
    first = scan(known, cache)
    with monkeypatch.context() as patch:
        patch.setattr(commits, "_listed", None)
        assert scan(known, cache) == first
    assert lost(first) == {"missing"}
    path.write_bytes(content)
    assert not lost(scan(known, cache))


@pytest.mark.parametrize("pack", [False, True])
def test_an_object_that_changes_where_it_lies(known: Repository, cache: Path, pack: bool) -> None:
    if pack:
        known.git("repack", "-qad")
        scan(known, cache)
    name = known.ask("rev-parse", "HEAD:d/k.ini").decode()
    path = next(
        (known.folder / ".git/objects/pack").glob("*.pack"), known.folder / ".git/objects" / name[:2] / name[2:]
    )
    data = path.read_bytes()
    os.chmod(path, 0o644)
    path.write_bytes(data[:20] + bytes([data[20] ^ 255]) + data[21:])
    assert lost(scan(known, cache))


def test_other_rules(known: Repository, cache: Path) -> None:
    first = scan(known, cache)
    with closing(sqlite3.connect(cache)) as database, database:
        sealed = str(database.execute("SELECT told FROM histories").fetchone()[0])
        told = sealed.partition("\n")[2].replace("k.ini", "x.ini")
        database.execute("UPDATE histories SET told = ?", [f"{sha256(told.encode()).hexdigest()}\n{told}"])
    assert scan(known, cache) != first  # it is from there that it is told
    assert scan(known, cache, "other rules") == first


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("", id="nothing"),
        pytest.param("{", id="no JSON"),
        pytest.param("[" * 100_000, id="folders without an end"),
        pytest.param("[]", id="other JSON"),
        pytest.param('{"blobs": 1, "bytes": 1, "sets": [], "origins": [[1]]}', id="too little"),
        pytest.param(
            '{"blobs": 1, "bytes": 1, "sets": [], "origins": [["a","blob",null,null,7,7,null,0]]}', id="no set"
        ),
    ],
)
def test_a_record_that_is_none(known: Repository, cache: Path, told: str) -> None:
    """Whether it is sealed as ours are or not."""
    first = scan(known, cache)
    for text in (told, f"{sha256(told.encode()).hexdigest()}\n{told}"):
        with closing(sqlite3.connect(cache)) as database, database:
            database.execute("UPDATE histories SET told = ?", [text])
        assert scan(known, cache) == first


SECRETIVE: dict[str, Step] = {
    "a file's name": lambda it: it.write(f"d/{fake('<id#7>').decode()}", b"x"),
    "a path": lambda it: it.write(fake("d/<secret#7>/k.ini"), PAIR),
    "a branch": lambda it: it.git("branch", fake("<secret#7>")),
    "a subject": lambda it: it.write("e.ini", OTHER).add().git("commit", "-qm", fake("<secret#7>")),
}


@pytest.mark.parametrize("step", [pytest.param(step, id=name) for name, step in SECRETIVE.items()])
def test_no_secret_is_kept(repository: Repository, cache: Path, step: Step) -> None:
    repository.write("k.ini", PAIR).commit()
    step(repository)
    repository.commit()
    first, second = scan(repository, cache), scan(repository, cache)
    assert first == second
    data = cache.read_bytes()
    for value in ("<secret#7>", "<secret>", "<secret#2>"):
        assert fake(value) not in data
    for value in ("<id#7>", "<id>", "<id#2>"):  # no secrets: they may be kept as far as a report shows them
        assert fake(value) not in data or fake(value).decode() in repr(first)


def test_what_was_found_is_not_read_again(known: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = scan(known, cache)
    monkeypatch.setattr(record, "_content", None)
    assert scan(known, cache) == first


@pytest.mark.parametrize(
    "end", [pytest.param("", id="without a date"), pytest.param("2020-01-01T00:00:00Z", id="over")]
)
def test_what_never_changes_is_not_read_again(
    repository: Repository, cache: Path, end: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("k.ini", TEMPORARY + (end and f"expiration = {end}\n")).commit()
    first = scan(repository, cache)
    assert [item.severity == "low" for item in first.findings] == [bool(end)]
    monkeypatch.setattr(record, "_content", None)
    assert scan(repository, cache) == first


def test_what_can_expire_is_read_again(repository: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("k.ini", f"{TEMPORARY}expiration = 9998-01-01T00:00:00Z\n").commit()
    first = scan(repository, cache)
    assert first.findings
    assert scan(repository, cache) == first
    monkeypatch.setattr(record, "_content", None)
    with pytest.raises(TypeError):
        scan(repository, cache)


def test_settings_have_their_say_of_what_is_remembered(known: Repository, cache: Path) -> None:
    assert scan(known, cache).findings
    ignoring = Config(ignore=(Rule("*.ini", ".akiaignore:1"),))
    assert "blob" not in {item.place for item in occurrences(scan(known, cache, config=ignoring))}


@pytest.mark.parametrize(
    "options",
    [pytest.param(Options(everything=True, inline=False), id="comments not heard"), pytest.param(Options(), id="new")],
)
def test_a_scan_that_asks_for_more_reads_again(
    known: Repository, cache: Path, options: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(known, cache)
    monkeypatch.setattr(record, "_content", None)
    with pytest.raises(TypeError):
        scan(known, cache, options=options)


def test_what_was_excluded_is_not_taken_for_the_whole(known: Repository, cache: Path) -> None:
    """A place that was not looked at may hold something."""
    part = history(known.folder, memory=Memory("rules", str(cache)), config=Config(exclude=(Rule("d", "x"),)))
    assert any(item.reason == "excluded" for item in part.skipped)
    assert scan(known, cache) == history(known.folder)._replace(seconds=0)


EXCLUDING = Config(exclude=(Rule("d", "akia.toml"),))
THIRD = "aws_access_key_id = <id#3>\naws_secret_access_key = <secret#3>\n"


def test_a_scan_that_excludes_is_remembered_apart(
    known: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, part = scan(known, cache), scan(known, cache, config=EXCLUDING)
    assert part == history(known.folder, config=EXCLUDING)._replace(seconds=0) != whole
    monkeypatch.setattr(commits, "_listed", None)
    assert (scan(known, cache), scan(known, cache, config=EXCLUDING)) == (whole, part)
    with pytest.raises(TypeError):
        scan(known, cache, config=Config(exclude=(Rule("*.ini", "akia.toml"),)))


def test_a_submodule_that_changes_beside_a_repository_that_does_not(
    known: Repository, cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = Repository(tmp_path / "inner").write("i.ini", OTHER).commit()
    known.git("submodule", "add", "-q", str(inner.folder), "sub").commit()
    scan(known, cache)
    Repository.at(known.folder / "sub").write("new.ini", THIRD).commit()
    first = scan(known, cache)
    assert "sub/new.ini" in {item.path for item in occurrences(first)}
    assert first == history(known.folder)._replace(seconds=0)
    monkeypatch.setattr(commits, "_listed", None)
    assert scan(known, cache) == first


def test_a_submodule_beside_a_repository_that_cannot_be_followed(
    known: Repository, cache: Path, tmp_path: Path
) -> None:
    inner = Repository(tmp_path / "inner").write("i.ini", OTHER).commit()
    known.git("submodule", "add", "-q", str(inner.folder), "sub").commit()
    _lost(known, "HEAD~1")
    cache.unlink()
    first = scan(known, cache)
    assert lost(first) == {"corrupt"}
    assert {item.path for item in occurrences(first)} >= {"d/k.ini", "sub/i.ini"}
    assert kept(cache) == 1
    assert scan(known, cache) == first


def test_a_cache_that_cannot_be_written(known: Repository, cache: Path) -> None:
    first = scan(known, cache)
    cache.unlink()
    cache.mkdir()
    again = scan(known, cache)
    assert "cache" in {item.reason for item in again.skipped}
    assert (again.findings, again.complete) == (first.findings, first.complete)


def test_several_scans_at_once(known: Repository, cache: Path) -> None:
    first = scan(known, cache)
    cache.unlink()
    found: list[Report] = []
    threads = [threading.Thread(target=lambda: found.append(_scan_in(known, cache))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [first] * 4


def _scan_in(repository: Repository, cache: Path) -> Report:
    return scan(repository, cache)


def _lost(repository: Repository, name: str) -> None:
    (repository.folder / ".git/objects" / _stored(repository, name)).unlink()


def _stored(repository: Repository, name: str) -> str:
    """Where a loose object lies."""
    found = repository.ask("rev-parse", name).decode()
    return f"{found[:2]}/{found[2:]}"
