"""Packs that are made to do harm, and forms that are rare: what cannot be read is left to git, nothing is lost."""

from __future__ import annotations

import hashlib
import os
import random
import struct
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import Repository

from scanner.git.pack import Pack
from scanner.git.pack_index import PackError, read_index
from scanner.git.unpacking import LARGEST

TREE, BLOB, OFFSET_DELTA, NAME_DELTA = 2, 3, 6, 7


def number(value: int) -> bytes:
    """As deltas write it: seven bits a byte, the least significant first."""
    result = bytearray()
    while value > 0x7F:
        result.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*result, value])


def entry(kind: int, content: bytes, size: int | None = None, base: bytes = b"") -> bytes:
    """One object of a pack. size: the one that it says it has."""
    left = len(content) if size is None else size
    head, left = bytearray([kind << 4 | left & 15]), left >> 4
    while left:
        head[-1] |= 0x80
        head.append(left & 0x7F)
        left >>= 7
    return bytes(head) + base + zlib.compress(content)


def distance(value: int) -> bytes:
    """How far back the base is, as an offset delta says it."""
    result = [value & 0x7F]
    while value := value >> 7:
        value -= 1
        result.insert(0, value & 0x7F | 0x80)
    return bytes(result)


def name(at: int) -> bytes:
    """The name that the object of that number is given."""
    return bytes([at]) * 20


def packed(folder: Path, entries: Sequence[bytes], gap: int = 0) -> Pack:
    """The pack of these entries, the first named 00…, the second 01…, and so on."""
    data, offsets = b"PACK" + struct.pack(">II", 2, len(entries)), []
    for one in entries:
        offsets.append(len(data))
        data += one + bytes(gap)
    path = folder / "made.pack"
    path.write_bytes(data + hashlib.sha1(data, usedforsecurity=False).digest())
    fan = [min(first + 1, len(entries)) for first in range(256)]
    index = b"\xfftOc\0\0\0\2" + struct.pack(">256I", *fan) + b"".join(map(name, range(len(entries))))
    index += bytes(4 * len(entries)) + struct.pack(f">{len(entries)}I", *offsets) + bytes(40)
    path.with_suffix(".idx").write_bytes(index)
    return Pack(os.fsencode(path), read_index(os.fsencode(path.with_suffix(".idx")), 20))


def read(pack: Pack) -> tuple[dict[int, bytes], set[int]]:
    """The content of each object by its number, and those that are left to git."""
    left_out: list[str] = []
    found = {bytes.fromhex(pack.name(at))[0]: data for at, _, data in pack.objects(0, 1, left_out)}
    left = [bytes.fromhex(name)[0] for name in left_out]
    assert len(set(left)) == len(left), "each once"
    return found, set(left)


COPY_ALL = number(5) + number(5) + b"\x90\x05"
"""A delta that takes five bytes of its base."""
TEXT = entry(BLOB, b"hello")


def offset_delta(back: int, delta: bytes = COPY_ALL, size: int | None = None) -> bytes:
    return entry(OFFSET_DELTA, delta, size, distance(back))


CASES: dict[str, tuple[list[bytes], dict[int, bytes], set[int]]] = {
    "no object": ([], {}, set()),
    "an empty one": ([entry(BLOB, b"")], {0: b""}, set()),
    "a delta": ([TEXT, offset_delta(len(TEXT))], {0: b"hello", 1: b"hello"}, set()),
    "a delta that names a later base": (
        [entry(NAME_DELTA, COPY_ALL, base=name(1)), TEXT],
        {0: b"hello", 1: b"hello"},
        set(),
    ),
    "a base that is not there": ([entry(NAME_DELTA, COPY_ALL, base=name(9)), TEXT], {1: b"hello"}, {0}),
    "a base before the pack": ([TEXT, offset_delta(9999)], {0: b"hello"}, {1}),
    "a base within an object": ([TEXT, offset_delta(len(TEXT) - 1)], {0: b"hello"}, {1}),
    "a delta against itself": ([TEXT, offset_delta(0)], {0: b"hello"}, {1}),
    "two deltas against one another": (
        [entry(NAME_DELTA, COPY_ALL, base=name(1)), entry(NAME_DELTA, COPY_ALL, base=name(0)), TEXT],
        {2: b"hello"},
        {0, 1},
    ),
    "a delta against a loop": (
        [
            entry(NAME_DELTA, COPY_ALL, base=name(0)),
            entry(NAME_DELTA, COPY_ALL, base=name(0)),
            TEXT,
        ],
        {2: b"hello"},
        {0, 1},
    ),
    "an unknown type": ([TEXT, entry(5, b"hello"), entry(0, b"hello")], {0: b"hello"}, {1, 2}),
    "a child of an unknown type": ([entry(5, b"hello"), offset_delta(len(entry(5, b"hello")))], {}, {0, 1}),
    "more than it says": ([TEXT, entry(BLOB, b"hello", 4)], {0: b"hello"}, {1}),
    "less than it says": ([TEXT, entry(BLOB, b"hello", 6)], {0: b"hello"}, {1}),
    "an impossible size": ([TEXT, entry(BLOB, b"hello", 2**60)], {0: b"hello"}, {1}),
    "a size without an end": ([TEXT, b"\xbf" + b"\xff" * 4000], {0: b"hello"}, {1}),
    "a distance without an end": ([TEXT, b"\x6f" + b"\xff" * 4000], {0: b"hello"}, {1}),
    "a bomb": ([TEXT, entry(BLOB, bytes(40 * 2**20), 10)], {0: b"hello"}, {1}),
    "a bomb of a size that is too large": ([TEXT, entry(BLOB, bytes(40 * 2**20))], {0: b"hello"}, {1}),
    "a delta for a base of another size": (
        [TEXT, offset_delta(len(TEXT), number(6) + COPY_ALL[1:])],
        {0: b"hello"},
        {1},
    ),
    "a delta that makes terabytes": (
        [TEXT, offset_delta(len(TEXT), number(5) + number(2**40) + b"\x90\x05" * 50)],
        {0: b"hello"},
        {1},
    ),
    "a delta of another size than it says": ([TEXT, offset_delta(len(TEXT), size=2**24)], {0: b"hello"}, {1}),
    "an empty delta": ([TEXT, offset_delta(len(TEXT), b"")], {0: b"hello"}, {1}),
    "numbers of a delta without an end": ([TEXT, offset_delta(len(TEXT), b"\xff" * 5000)], {0: b"hello"}, {1}),
}


@pytest.mark.parametrize(("entries", "found", "left"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_made_by_hand(tmp_path: Path, entries: list[bytes], found: dict[int, bytes], left: set[int]) -> None:
    started = time.monotonic()
    assert read(packed(tmp_path, entries)) == (found, left)
    assert time.monotonic() - started < 5


def test_a_child_of_what_is_better_streamed_is_left_too(tmp_path: Path) -> None:
    large = entry(BLOB, bytes(LARGEST + 1))
    assert read(packed(tmp_path, [TEXT, large, offset_delta(len(large))])) == ({0: b"hello"}, {1, 2})


def test_a_long_chain_of_large_objects_is_read(tmp_path: Path) -> None:
    """Only the last base is held, so that the limit of what may be held is not met."""
    size = 20 * 2**20
    copy = b"".join(b"\xf4" + bytes([at >> 16 & 255]) + b"\0\0\1" for at in range(0, size, 2**16))
    delta = number(size) + number(size) + copy
    chain = [entry(BLOB, bytes(size))]
    for _ in range(12):
        chain.append(offset_delta(len(chain[-1]), delta))
    found, left = read(packed(tmp_path, chain))
    assert (len(found), left) == (13, set())


def test_a_gap_between_objects_is_passed_over(tmp_path: Path) -> None:
    assert read(packed(tmp_path, [TEXT, TEXT, TEXT], gap=5000)) == ({0: b"hello", 1: b"hello", 2: b"hello"}, set())


@pytest.mark.parametrize("version", ["1", "2", "2,0x40"], ids=["the first form", "the usual form", "wide offsets"])
def test_forms_of_an_index(repository: Repository, version: str) -> None:
    for at in range(20):
        repository.write(f"f{at}", b"%d" % at * at * 50)
    repository.commit().git("repack", "-qad")
    (path,) = (repository.folder / ".git/objects/pack").glob("*.pack")
    repository.git("index-pack", f"--index-version={version}", "-o", "../made.idx", str(path))
    index = read_index(os.fsencode(repository.folder.parent / "made.idx"), 20)
    names = repository.ask("cat-file", "--batch-all-objects", "--batch-check=%(objectname)").decode().split()
    assert [index.name(at) for at in range(len(index))] == names
    assert all(bytes.fromhex(name) in index for name in names)
    assert not any(bytes.fromhex(name)[:19] + b"\0" in index for name in names if not name.endswith("00"))
    left_out: list[str] = []
    pack = Pack(os.fsencode(path), index)
    assert {pack.name(at) for at, _, _ in pack.objects(0, 1, left_out)} == set(names)
    assert left_out == []


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """A pack with deltas that name their bases, and its index."""
    repository = Repository(tmp_path_factory.mktemp("pair") / "r")
    chance = random.Random(5)  # noqa: S311 - the same each time
    text = [b"line %d\n" % at for at in range(300)]
    for at in range(12):
        text[chance.randrange(300)] = b"changed %d\n" % at
        repository.write("text", b"".join(text)).commit()
    repository.git("-c", "repack.useDeltaBaseOffset=false", "repack", "-qadf")
    (path,) = (repository.folder / ".git/objects/pack").glob("*.pack")
    return path.read_bytes(), path.with_suffix(".idx").read_bytes()


CHANGES = st.lists(st.tuples(st.booleans(), st.floats(0, 1, exclude_max=True), st.binary(max_size=6)), max_size=6)


@settings(max_examples=200, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=CHANGES, cut=st.floats(0, 1))
def test_nothing_goes_unsaid_whatever_the_bytes(
    pair: tuple[bytes, bytes], tmp_path: Path, changes: list[tuple[bool, float, bytes]], cut: float
) -> None:
    data = [bytearray(one) for one in pair]
    for which, place, new in changes:
        at = int(place * len(data[which]))
        data[which][at : at + len(new)] = new
    if cut < 0.3:
        del data[0][int(cut * 3 * len(data[0])) :]
    path = tmp_path / "damaged.pack"
    path.write_bytes(data[0])
    path.with_suffix(".idx").write_bytes(data[1])
    try:
        index = read_index(os.fsencode(path.with_suffix(".idx")), 20)
        pack = Pack(os.fsencode(path), index)
    except PackError:
        return
    left_out: list[str] = []
    found = [pack.name(at) for at, _, _ in pack.objects(0, 1, left_out)]
    assert sorted(found + left_out) == sorted(index.name(at) for at in range(len(index)))
