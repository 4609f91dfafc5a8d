"""A history that has grown: what is old is neither compared nor read again, and the report is as if it had been."""

from __future__ import annotations

import sqlite3
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from looking import EVERYTHING, history, lost, occurrences
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.git import changes, objects
from scanner.model import Report
from scanner.pipeline import Options
from scanner.sources import attribution
from scanner.sources.remembering.memory import Memory

THIRD = "aws_access_key_id = <id#3>\naws_secret_access_key = <secret#3>\n"
QUIET = b"<root_account>,of no report\n"
"""What is looked at more closely, since a whole account may be told of, and says nothing."""
TEMPORARY = "aws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\naws_session_token = <token>\n"


def scan(repository: Repository, cache: Path, options: Options = EVERYTHING) -> Report:
    """A scan with a memory, without how long it took."""
    return history(repository.folder, memory=Memory("rules", str(cache)), options=options)._replace(seconds=0)


def afresh(repository: Repository) -> Report:
    """A scan without."""
    return history(repository.folder)._replace(seconds=0)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where the memory of a test lies."""
    return tmp_path / "cache.sqlite"


@pytest.fixture
def known(repository: Repository, cache: Path) -> Repository:
    """A repository of several finds, and of files that look like some, that has been scanned."""
    repository.write("k.ini", PAIR).commit().write("k.ini", b"gone\n").commit().write("d/k.ini", PAIR).commit()
    repository.write("quiet.py", QUIET).commit()
    repository.git("commit", "-q", "--allow-empty", "-m", fake(OTHER)).git("tag", "-a", "-m", "a tag", "v1")
    assert scan(repository, cache).findings
    return repository


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commits that git was asked to compare."""
    asked: list[str] = []
    listed = changes.listed

    def heard(git: changes.Git, commits: Sequence[str], *rest: object) -> Iterator[bytes]:
        asked.extend(commits)
        return listed(git, commits, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(changes, "listed", heard)
    return asked


@pytest.fixture
def reread(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The objects that were read to be told of."""
    asked: list[bytes] = []

    def heard(git: changes.Git, names: Iterator[bytes]) -> Iterator[objects.Object]:
        asked.extend(some := list(names))
        return objects.read(git, iter(some))

    monkeypatch.setattr(attribution, "read", heard)
    return asked


def test_what_is_new_alone_is_compared(known: Repository, cache: Path, compared: list[str]) -> None:
    known.write("new.ini", THIRD).commit().write("d/k.ini", b"gone too\n").commit()
    report = scan(known, cache)
    assert set(compared) == {known.ask("rev-parse", name).decode() for name in ("HEAD", "HEAD~1")}
    assert report == afresh(known)
    assert {"k.ini", "d/k.ini", "new.ini"} <= {item.path for item in occurrences(report)}


def test_what_was_told_or_said_nothing_is_not_read_again(known: Repository, cache: Path, reread: list[bytes]) -> None:
    known.write("new.ini", THIRD).commit()
    report = scan(known, cache)
    old = {known.ask("rev-parse", name) for name in ("HEAD:d/k.ini", "HEAD:quiet.py")}
    assert not old & set(reread)
    assert known.ask("rev-parse", "HEAD:new.ini") in reread
    assert report == afresh(known)


def test_what_can_expire_is_read_again(repository: Repository, cache: Path, reread: list[bytes]) -> None:
    repository.write("k.ini", TEMPORARY).commit()
    scan(repository, cache)
    reread.clear()
    assert scan(repository.commit(), cache) == afresh(repository)
    assert repository.ask("rev-parse", "HEAD:k.ini") in reread


def test_a_name_of_a_ref_may_be_what_was_found(repository: Repository, cache: Path) -> None:
    """A password is known by what stands in the file alone; a branch that is called so is not shown by its name."""
    password = fake("<secret#7>").decode()[:12].replace("/", "x")
    page = "https://123456789013.signin.aws.amazon.com/console"
    repository.write("notes.txt", f"{page}\nuser: alice\npassword: {password}\n".encode()).commit()
    assert {item.kind for item in scan(repository, cache).findings} == {"console-password"}
    report = scan(repository.git("branch", password), cache)
    assert report == afresh(repository)
    assert password not in repr(report)


def test_a_scan_that_asks_for_more_reads_again(known: Repository, cache: Path, reread: list[bytes]) -> None:
    scan(known.commit(), cache, Options(everything=True, inline=False))
    assert known.ask("rev-parse", "HEAD:d/k.ini") in reread


def test_a_border_that_moves_makes_other_changes_of_the_same_commits(known: Repository, cache: Path) -> None:
    border = known.folder / ".git/shallow"
    border.write_bytes(known.ask("rev-parse", "HEAD~1") + b"\n")
    assert scan(known.commit(), cache) == afresh(known)
    border.unlink()
    assert scan(known.commit(), cache) == afresh(known)


def test_what_was_missing_and_has_come_is_found_where_it_stood(repository: Repository, cache: Path) -> None:
    repository.write("k.ini", PAIR).commit().write("own.ini", OTHER).commit().remove("own.ini").commit()
    name = repository.ask("rev-parse", "HEAD~1:own.ini").decode()
    path = repository.folder / ".git/objects" / name[:2] / name[2:]
    content = path.read_bytes()
    path.unlink()
    assert lost(scan(repository, cache)) == {"missing"}
    path.write_bytes(content)
    report = scan(repository.commit(), cache)
    assert report == afresh(repository)
    assert name in {item.blob for item in occurrences(report) if item.commit}


def test_what_was_on_a_branch_is_found_in_older_commits_that_are_on_none(repository: Repository, cache: Path) -> None:
    """Of those it had not been asked as long as the branch told of it."""
    repository.commit().write("a.ini", OTHER).write("lost.ini", PAIR).commit().git("reset", "-q", "--hard", "HEAD~1")
    repository.git("reflog", "expire", "--expire=all", "--all")
    repository.git("checkout", "-q", "-b", "side").write("kept.ini", PAIR).commit().git("checkout", "-q", "main")
    assert scan(repository, cache) == afresh(repository)
    repository.git("branch", "-q", "-D", "side").git("reflog", "expire", "--expire=all", "--all")
    report = scan(repository, cache)
    assert report == afresh(repository)
    assert {"a.ini", "lost.ini", "kept.ini"} <= {item.path for item in occurrences(report)}


BROKEN = {
    "nothing": "",
    "no JSON": "{",
    "folders without an end": "[" * 100_000,
    "other JSON": "[]",
    "numbers": "[1, 2, 3, 4, 5, 6]",
    "changes that are none": '["", [], [], [[1]], true, []]',
    "a path that is none": '["", [], [], [["a", "\u2028", "b", "c", "d"]], true, []]',
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in BROKEN.items()])
def test_a_past_that_is_none(known: Repository, cache: Path, text: str) -> None:
    """Whether it is sealed as ours are or not."""
    for sealed in (text, f"{sha256(text.encode()).hexdigest()}\n{text}"):
        with closing(sqlite3.connect(cache)) as database, database:
            assert database.execute("UPDATE pasts SET past = ?", [sealed]).rowcount == 1
        assert scan(known.commit(), cache) == afresh(known)


@pytest.mark.parametrize("length", [40, 52, 60])
def test_no_path_that_tells_a_secret_is_kept(repository: Repository, cache: Path, length: int) -> None:
    """Bytes are kept in base64."""
    secret = fake("<secret#7><secret#8>").replace(b"/", b"x")[:length]
    path = b"d/" + secret + b"/quiet.py"
    repository.write(path, QUIET).write("k.ini", PAIR).commit()
    for _ in range(2):
        assert scan(repository.commit(), cache) == afresh(repository)
        assert not any(form in cache.read_bytes() for form in (secret, b64encode(path)))


Step = Callable[[Repository, Random], object]


def _branch(repository: Repository, random: Random) -> None:
    names = repository.ask("for-each-ref", "--format=%(refname:short)", "refs/heads").decode().split()
    if random.random() < 0.5:
        repository.git("checkout", "-q", random.choice(names))
    else:
        repository.git("checkout", "-q", "-b", f"b{len(names)}-{random.randrange(10**6)}")


def _merge(repository: Repository, random: Random) -> None:
    names = repository.ask("for-each-ref", "--format=%(refname)", "refs/heads").decode().split()
    repository.git(
        "merge", "-q", "-s", random.choice(["ours", "recursive"]), "-X", "ours", "-m", "m", random.choice(names)
    )
    if random.random() < 0.5:
        repository.write("merged.ini", random.choice([PAIR, OTHER, b"", b"x"])).commit("--amend")


def _leave(repository: Repository, random: Random) -> None:
    repository.git("reset", "-q", "--hard", random.choice(repository.ask("rev-list", "--all").split()))
    if random.random() < 0.5:
        repository.git("reflog", "expire", "--expire=all", "--all")


STEPS: Sequence[Step] = (
    lambda it, random: it.write(random.choice(["a", "d/a", "d/b"]), random.choice([PAIR, OTHER, THIRD, b"", b"x"])).commit(),
    lambda it, random: it.write(f"k{random.randrange(3)}", f"{PAIR}# {random.randrange(4)}\n").commit(),
    lambda it, random: it.git("mv", "-k", "d", f"e{random.randrange(99)}").commit(),
    lambda it, random: it.git("commit", "-q", "--allow-empty", "-m", random.choice([fake(OTHER), b"quiet"])),
    lambda it, random: it.git("repack", "-qad" if random.random() < 0.5 else "-qd"),
    lambda it, random: it.write("staged", random.choice([THIRD, TEMPORARY])).add().git("reset", "-q"),
    _branch,
    _branch,
    _merge,
    _merge,
    _leave,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(16))
def test_whatever_it_grows_by_the_report_is_as_if_nothing_were_known(
    repository: Repository, cache: Path, seed: int
) -> None:
    random = Random(seed)  # noqa: S311
    repository.write("d/a", PAIR).commit().write("d/b", OTHER).commit()
    for _ in range(8):
        for _ in range(random.randrange(1, 4)):
            random.choice(STEPS)(repository, random)
        assert scan(repository, cache) == afresh(repository)
