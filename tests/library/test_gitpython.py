"""GitPython beside Akia: a program gives its `Repo` to a scan, and its reader of objects is a witness for ours."""

from __future__ import annotations

import os
from pathlib import Path

import git
import gitdb
import pytest
from repositories import PAIR, Repository

import scanner
from scanner.git.pack import Pack
from scanner.git.pack_index import read_index


@pytest.fixture
def leaky(repository: Repository) -> Repository:
    """Forty versions of a file, so that packing makes deltas, and a key that was taken out again."""
    for number in range(40):
        repository.write("text", "".join(f"line {line * number}\n" for line in range(300))).commit()
    repository.write("k.ini", PAIR).commit()
    return repository.git("rm", "-q", "k.ini").commit().git("repack", "-adq")


@pytest.mark.parametrize("bare", [False, True], ids=["with a work tree", "bare"])
def test_an_open_repository_is_looked_at_whole(leaky: Repository, tmp_path: Path, bare: bool) -> None:
    folder = tmp_path / "bare.git"
    if bare:
        leaky.git("clone", "-q", "--bare", ".", str(folder))
    with git.Repo(folder if bare else leaky.folder) as repo:
        report = scanner.history(repo, cache=False)
    (finding,) = report.findings
    assert finding.kind == "access-key-pair"
    assert report.complete


def test_both_readers_of_packs_agree(leaky: Repository) -> None:
    (path,) = (leaky.folder / ".git/objects/pack").glob("*.pack")
    pack = Pack(os.fsencode(path), read_index(os.fsencode(path.with_suffix(".idx")), 20))
    left_out: list[str] = []
    ours = {pack.name(at): (kind, bytes(data)) for at, kind, data in pack.objects(0, 1, left_out)}
    database = gitdb.PackedDB(str(path.parent))
    streams = ((name.hex(), database.stream(name)) for name in database.sha_iter())
    theirs = {name: (stream.type.decode(), stream.read()) for name, stream in streams}
    assert left_out == []
    assert len(theirs) > 100
    assert ours == theirs
