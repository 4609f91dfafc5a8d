"""The pack reader agrees with git byte for byte, and hands on to git what it does not understand."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import Repository

from scanner.git.census import Census, Whole
from scanner.git.pack import Pack
from scanner.git.pack_index import PackError, read_index
from scanner.git.process import Git
from scanner.git.store import store_of


def grown(repository: Repository) -> Repository:
    """Files with many versions, large and small, empty ones, and a tag."""
    text = [b"line %d\n" % number for number in range(3000)]
    chance = random.Random(7)  # noqa: S311 - the same each time
    for number in range(30):
        text[chance.randrange(3000)] = b"changed in %d\n" % number
        repository.write("text", b"".join(text)).write("empty", b"").write(f"f/{number}", bytes([number]) * 70_000)
        repository.commit()
    return repository.git("tag", "-a", "v1", "-m", "one")


PACKED: dict[str, Callable[[Repository], object]] = {
    "loose objects": lambda repository: repository,
    "one pack": lambda repository: repository.git("gc", "-q"),
    "long chains of deltas": lambda repository: repository.git("gc", "-q", "--aggressive"),
    "deltas that name their base": lambda repository: repository.git(
        "-c", "repack.useDeltaBaseOffset=false", "repack", "-qadf"
    ),
    "the same objects in two packs": lambda repository: repository.git("repack", "-qa").git("repack", "-qaf"),
    "a pack and loose objects": lambda repository: repository.git("gc", "-q").write("new", b"new").commit(),
    "several packs": lambda repository: (
        repository.git("repack", "-qd").write("new", b"n").commit().git("repack", "-qd")
    ),
}


def read_by_git(repository: Repository) -> dict[str, tuple[str, bytes]]:
    data = repository.ask("cat-file", "--batch-all-objects", "--batch") + b"\n"
    found, at = {}, 0
    while at < len(data):
        end = data.index(b"\n", at)
        name, kind, size = data[at:end].decode().split()
        found[name] = kind, data[end + 1 : end + 1 + int(size)]
        at = end + 2 + int(size)
    return found


def census(repository: Repository) -> Census:
    folder = os.fsencode(repository.folder)
    git = Git(folder, named=True)
    return Census(git, store_of(git, folder))


@pytest.mark.parametrize("options", [[], ["--object-format=sha256"]], ids=["SHA-1", "SHA-256"])
@pytest.mark.parametrize("pack", [pytest.param(pack, id=name) for name, pack in PACKED.items()])
@pytest.mark.parametrize("parts", [1, 3])
def test_every_object_is_read_once_as_git_reads_it(
    tmp_path: Path, pack: Callable[[Repository], object], options: list[str], parts: int
) -> None:
    repository = grown(Repository(tmp_path / "r", *options))
    pack(repository)
    objects = [item for part in range(parts) for _, items in census(repository).part(part, parts) for item in items]
    assert all(isinstance(item, Whole) for item in objects)
    read = {item.name: (item.type, item.data) for item in objects if isinstance(item, Whole)}
    assert len(read) == len(objects)
    assert read == read_by_git(repository)


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    repository = grown(Repository(tmp_path_factory.mktemp("packed") / "r")).git("gc", "-q")
    (path,) = (repository.folder / ".git" / "objects" / "pack").glob("*.pack")
    return path


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=5))
def test_a_damaged_pack_is_read_as_far_as_it_goes(packed: Path, tmp_path: Path, flips: list[tuple[float, int]]) -> None:
    data = bytearray(packed.read_bytes())
    for place, change in flips:
        data[int(place * len(data))] ^= change
    damaged = tmp_path / "damaged.pack"
    damaged.write_bytes(data)
    index = read_index(os.fsencode(packed.with_suffix(".idx")), 20)
    left_out: list[str] = []
    try:
        read = {at for at, _, _ in Pack(os.fsencode(damaged), index).objects(0, 1, left_out)}
    except PackError:
        return
    assert len(read) + len(left_out) == len(index.offsets)
