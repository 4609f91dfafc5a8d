"""What was remembered of packs hides nothing when they change."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from looking import history, lost
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.model import Report
from scanner.sources.remembering.memory import Memory
from scanner.sources.sifting import Sifted


@pytest.mark.parametrize("gone", [0, 1])
def test_a_pack_that_leaned_on_another_is_read_again(repository: Repository, tmp_path: Path, gone: int) -> None:
    """Two packs hold the same object, and one of its own each; either goes away, of which one was read first."""
    names = [repository.ask("hash-object", "-w", "--stdin", given=data) for data in (fake(PAIR), b"a", b"b")]
    for own in names[1:]:
        repository.git("pack-objects", "-q", ".git/objects/pack/pack", given=names[0] + b"\n" + own + b"\n")
    repository.git("prune-packed", "-q")
    packs = sorted((repository.folder / ".git/objects/pack").glob("*.pack"))
    assert len(packs) == 2
    cache = str(tmp_path / "cache.sqlite")
    assert history(repository.folder, memory=Memory("rules", cache)).findings
    for path in packs[gone].parent.glob(f"{packs[gone].stem}.*"):
        path.unlink()
    assert history(repository.folder, memory=Memory("rules", cache)).findings


def test_a_pack_with_an_index_that_leaves_something_out_is_said_again(repository: Repository, tmp_path: Path) -> None:
    repository.write("k.ini", PAIR).write("l.ini", OTHER).commit().git("repack", "-qad")
    (path,) = (repository.folder / ".git/objects/pack").glob("*.pack")
    data = bytearray(path.read_bytes())
    data[11] += 1
    path.chmod(0o644)
    path.write_bytes(data)
    cache = str(tmp_path / "cache.sqlite")
    for _ in range(2):
        assert "pack" in lost(history(repository.folder, memory=Memory("rules", cache)))


def test_a_name_that_holds_a_key_is_found_again(repository: Repository, tmp_path: Path) -> None:
    repository.write(f"d/{fake('<id>').decode()}", b"x").commit().git("repack", "-qad")
    cache = str(tmp_path / "cache.sqlite")
    first, second = (history(repository.folder, memory=Memory("rules", cache)) for _ in range(2))
    assert first.findings
    assert first._replace(seconds=0) == second._replace(seconds=0)


def test_a_pack_that_has_gone_in_the_meantime_is_not_remembered(tmp_path: Path) -> None:
    memory = Memory("rules", str(tmp_path / "cache.sqlite"))
    gone = str(tmp_path / "gone.pack").encode()
    memory.keep({gone: Sifted()})
    assert memory.recall(gone) is None
    assert memory.trouble == []


def suspects(*rows: object) -> str:
    return json.dumps({"blobs": 1, "bytes": 1, "suspects": rows})


BROKEN: dict[str, str] = {
    "nothing": "",
    "folders without an end": "[" * 100_000,
    "a number of thousands of digits": suspects().replace("1", "1" * 5000),
    "what is no name": suspects(["HEAD\n:x", "blob"], ["--batch-all-objects", "blob"]),
    "a name in capitals": suspects(["AB" * 20, "blob"]),
    "a name that is a number": suspects([1, 2]),
    "a name alone": suspects(["ab" * 20]),
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in BROKEN.items()])
def test_a_pack_of_which_something_else_is_told_is_read_again(
    repository: Repository, tmp_path: Path, text: str
) -> None:
    """Also if it is told as we would."""
    cache = tmp_path / "cache.sqlite"
    first = in_a_pack(repository, cache)
    told(cache, lambda _: f"{sha256(text.encode()).hexdigest()}\n{text}")
    assert again(repository, cache) == first


def test_a_pack_of_which_less_is_told_is_read_again(repository: Repository, tmp_path: Path) -> None:
    cache = tmp_path / "cache.sqlite"
    first = in_a_pack(repository, cache)
    told(cache, lambda kept: f"{kept.partition(chr(10))[0]}\n{suspects()}")
    assert again(repository, cache) == first


@pytest.mark.parametrize("number", range(20))
def test_a_damaged_file_costs_time_alone(repository: Repository, tmp_path: Path, number: int) -> None:
    cache = tmp_path / "cache.sqlite"
    first = in_a_pack(repository, cache)
    data = bytearray(cache.read_bytes())
    for at in range(100 + number, len(data), 97):
        data[at] ^= 255
    cache.write_bytes(data)
    assert again(repository, cache) == first


def in_a_pack(repository: Repository, cache: Path) -> Report:
    """A find in a pack, of which the pack alone is remembered."""
    repository.write("k.ini", PAIR).commit().git("repack", "-qad")
    first = again(repository, cache)
    assert first.findings
    with closing(sqlite3.connect(cache)) as database, database:
        database.execute("DELETE FROM histories")
        assert database.execute("SELECT count(*) FROM packs").fetchone() == (1,)
    return first


def told(cache: Path, change: Callable[[str], str]) -> None:
    with closing(sqlite3.connect(cache)) as database, database:
        kept = str(database.execute("SELECT found FROM packs").fetchone()[0])
        database.execute("UPDATE packs SET found = ?", [change(kept)])


def again(repository: Repository, cache: Path) -> Report:
    """A scan with the memory, without how long it took and what is said of the memory itself."""
    report = history(repository.folder, memory=Memory("rules", str(cache)))
    return report._replace(seconds=0, skipped=tuple(item for item in report.skipped if item.reason != "cache"))
