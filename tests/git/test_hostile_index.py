"""An index that somebody wrote by hand: its paths lead nowhere that a scan was not sent."""

from __future__ import annotations

import hashlib
import struct
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import akia


def _index(names: list[bytes], oid: bytes) -> bytes:
    """An index of version 2 in which each name stands for the same blob."""
    content = struct.pack(">4sLL", b"DIRC", 2, len(names))
    for name in sorted(names):
        entry = struct.pack(">10L20sH", 0, 0, 0, 0, 0, 0, 0o100644, 0, 0, 0, oid, len(name)) + name
        content += entry + b"\0" * (8 - len(entry) % 8)
    return content + hashlib.sha1(content, usedforsecurity=False).digest()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("../outside", id="the folder above"),
        pytest.param("d/../../outside", id="a way round to it"),
        pytest.param("$/outside", id="a whole path"),
        pytest.param(".git/secret", id="git's own folder"),
        pytest.param("d/.git/secret", id="that of a repository within"),
        pytest.param("./../outside", id="a dot first"),
    ],
)
def test_paths_that_lead_elsewhere_are_not_followed(repository: Repository, tmp_path: Path, name: str) -> None:
    repository.write("../outside", PAIR).write(".git/secret", PAIR).write("d/.git/secret", PAIR).write("d/x", OTHER)
    oid = bytes.fromhex(repository.ask("hash-object", "-w", "--stdin", given=b"x").decode())
    (repository.folder / ".git/index").write_bytes(_index([name.replace("$", str(tmp_path)).encode(), b"d/x"], oid))
    for arguments in (["scan"], ["scan", "."], ["scan", "d/x", "."]):
        assert akia(repository.folder, *arguments).found == ["d/x:1"]
    assert akia(tmp_path, "scan", "repository").found == ["d/x:1"]
    assert akia(repository.folder, "staged").status == 0
