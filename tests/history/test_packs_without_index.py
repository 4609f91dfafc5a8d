"""Packs of a repository that no index tells of are read as they lie, beyond the limits of containers."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import history, lost, told
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.model import Origin, Skipped
from scanner.sources import packfiles
from scanner.sources.containers import limits, opening
from scanner.sources.packfiles import packed

KEY = fake(PAIR)
Damage = Callable[[bytes], bytes]


def pack_of(repository: Repository, damage: Damage = bytes) -> Path:
    """Packs everything, and leaves of it what a clone does that was cut short."""
    repository.git("repack", "-qad")
    (path,) = (repository.folder / ".git/objects/pack").glob("*.pack")
    data = path.read_bytes()
    for other in path.parent.glob("pack-*"):
        other.unlink()
    target = path.parent / "tmp_pack_aBcDeF"
    target.write_bytes(damage(data))
    return target


@pytest.fixture
def held(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository of several finds, larger in each way than a container may be."""
    monkeypatch.setattr(opening, "HELD", 100)
    monkeypatch.setattr(limits, "MEMBERS", 2)
    repository.write("k.ini", PAIR).write("z.ini.gz", gzip.compress(fake(OTHER))).commit()
    for number in range(5):
        repository.write("k.ini", b"%d\n" % number * 500 + KEY).commit()
    return repository.git("commit", "-q", "--allow-empty", "-m", fake("<id#3>"))


def test_what_it_holds_is_found(held: Repository) -> None:
    pack_of(held)
    report = history(held.folder)
    found = {path.partition("!")[2] for _, path in told(report)}
    assert found >= {"k.ini", "z.ini.gz!z.ini", "commit"}
    assert "limit" not in lost(report)


DAMAGES: dict[str, tuple[Damage, set[str]]] = {
    "cut short": (lambda data: data[:-100], {"corrupt"}),
    "something behind its objects": (lambda data: data[:-20] + b"\n" + KEY + data[-20:], set()),
    # what stands behind the last object is a digest, which begins as anything does
    "more objects promised": (lambda data: data[:8] + b"\0\1\0\0" + data[12:], {"corrupt", "limit"}),
    "no pack at all": (lambda data: KEY, set()),
    "nothing": (lambda data: b"", set()),
}


@pytest.mark.parametrize(("damage", "why"), [pytest.param(*case, id=name) for name, case in DAMAGES.items()])
def test_what_is_left_of_it_is_read(held: Repository, damage: Damage, why: set[str]) -> None:
    held.write("big", bytes(range(256)) * 4).commit()
    whole = pack_of(held, damage)
    report = history(held.folder)
    assert lost(report) <= {"corrupt"} | why
    assert any(whole.name in item.path and item.reason in why for item in report.skipped) == bool(why)
    assert any(place == "other" for place, _ in told(report)) == bool(whole.stat().st_size)


def test_more_objects_than_are_held_in_memory(held: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packfiles, "MOST", 3)
    pack_of(held)
    assert "limit" in lost(history(held.folder))


@pytest.mark.parametrize("place", ["objects/pack/old/pack-1.pack", "backup.pack"])
def test_a_pack_that_was_moved_away(held: Repository, place: str) -> None:
    target = held.folder / ".git" / place
    target.parent.mkdir(exist_ok=True)
    pack_of(held).rename(target)
    report = history(held.folder)
    assert ("other", f".git/{place}!k.ini") in told(report)
    assert "limit" not in lost(report)


def test_a_pack_that_is_a_link_or_a_pipe(held: Repository, tmp_path: Path) -> None:
    pack_of(held).rename(tmp_path / "elsewhere.pack")
    (held.folder / ".git/link.pack").symlink_to(tmp_path / "elsewhere.pack")
    os.mkfifo(held.folder / ".git/pipe.pack")
    report = history(held.folder)
    assert not any("pack!" in path for _, path in told(report))
    assert {item.reason for item in report.skipped} >= {"link", "special"}


def test_a_pack_whose_index_is_damaged(held: Repository) -> None:
    path = pack_of(held)
    path.rename(path.with_name("pack-1.pack")).with_suffix(".idx").write_bytes(b"nothing")
    report = history(held.folder)
    assert any(
        ".git/objects/pack/pack-1.pack!k.ini" in place or "pack-1.pack!k.ini" in place for _, place in told(report)
    )
    assert "limit" not in lost(report)


def test_of_one_that_is_gone_by_the_time_nothing_is_lost(held: Repository) -> None:
    """It was being written, and has its name by now."""
    path = pack_of(held, lambda data: data[:-100])
    items = packed(os.fsencode(path), Origin("p", "other"))
    first = next(items)
    path.unlink()
    assert not [item for item in (first, *items) if isinstance(item, Skipped)]
