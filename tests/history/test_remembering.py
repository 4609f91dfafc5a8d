"""What was remembered of packs hides nothing when they change."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import history, lost
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.sources.memory import Memory
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
