"""Repositories made by hand, whose objects are called as others are, or which hold more than they name."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from looking import history, lost, told
from repositories import PAIR, Repository

from patterns._fake import fake

CLEAN, KEY = b"nothing\n", fake(PAIR)
SHA1, SHA256 = [], ["--object-format=sha256"]


class Maker:
    """Writes objects of a repository by hand."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self.digest = (
            hashlib.sha256 if repository.ask("rev-parse", "--show-object-format") == b"sha256" else hashlib.sha1
        )
        self.objects = repository.folder / ".git/objects"

    def name(self, data: bytes) -> str:
        return self.digest(b"blob %d\0" % len(data) + data).hexdigest()

    def loose(self, name: str, data: bytes, objects: Path | None = None) -> None:
        path = (objects or self.objects) / name[:2] / name[2:]
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(zlib.compress(b"blob %d\0" % len(data) + data))

    def pack(
        self, number: int, named: Sequence[tuple[str, bytes]], more: Sequence[bytes] = (), behind: bytes = b""
    ) -> None:
        """A pack of files by these names. more: files that its index does not name; behind: bytes at its end."""
        data, offsets = b"", []
        for content in (*(content for _, content in named), *more):
            offsets.append(12 + len(data))
            size = len(content)
            head = [3 << 4 | size & 15 | (0x80 if size > 15 else 0)]
            size >>= 4
            while size:
                head.append(size & 127 | (0x80 if size > 127 else 0))
                size >>= 7
            data += bytes(head) + zlib.compress(content)
        pack = b"PACK" + (2).to_bytes(4, "big") + len(named).to_bytes(4, "big") + data + behind
        pack += self.digest(pack).digest()
        rows = sorted(zip((bytes.fromhex(name) for name, _ in named), offsets, strict=False))
        fan = b"".join(sum(row[0][0] <= first for row in rows).to_bytes(4, "big") for first in range(256))
        index = b"\xfftOc\0\0\0\2" + fan + b"".join(row[0] for row in rows) + bytes(4 * len(rows))
        index += b"".join(row[1].to_bytes(4, "big") for row in rows) + pack[-self.digest().digest_size :]
        path = self.objects / f"pack/pack-{number:040}.pack"
        path.write_bytes(pack)
        path.with_suffix(".idx").write_bytes(index + self.digest(index).digest())


@pytest.fixture(params=[SHA1, SHA256], ids=["SHA-1", "SHA-256"])
def maker(request: pytest.FixtureRequest, tmp_path: Path) -> Maker:
    return Maker(Repository(tmp_path / "made", *request.param).write("a", b"a").commit())


@pytest.mark.parametrize("false", [1, 2])
def test_an_object_of_another_pack_by_the_same_name(maker: Maker, false: int) -> None:
    """git shows either, by which pack it looked into last."""
    name = maker.name(CLEAN)
    for number in (1, 2):
        maker.pack(number, [(name, KEY if number == false else CLEAN)])
    report = history(maker.repository.folder)
    assert lost(report) == {"corrupt"}


def test_a_loose_object_by_the_name_of_a_packed_one(maker: Maker) -> None:
    name = maker.name(CLEAN)
    maker.pack(1, [(name, CLEAN)])
    maker.loose(name, KEY)
    report = history(maker.repository.folder)
    assert told(report) == {("other", f"objects/{name[:2]}/{name[2:]}")}
    assert report.complete, report.skipped


def test_a_loose_object_of_a_lender_by_the_name_of_ones_own(maker: Maker) -> None:
    name = maker.name(CLEAN)
    lender = maker.repository.folder.parent / "lender"
    lender.mkdir()
    (maker.objects / "info/alternates").write_text(f"{lender}\n")
    maker.loose(name, CLEAN)
    maker.loose(name, KEY, lender)
    assert {place for place, _ in told(history(maker.repository.folder))} == {"other"}


def test_a_file_that_the_index_does_not_name(maker: Maker) -> None:
    """The pack says that it holds as many as the index names."""
    maker.pack(1, [(maker.name(CLEAN), CLEAN)], more=[KEY])
    assert lost(history(maker.repository.folder)) == {"pack"}


def test_a_file_between_others_that_the_index_does_not_name(maker: Maker) -> None:
    files = [CLEAN, KEY, b"more\n"]
    maker.pack(1, [(maker.name(data), data) for data in files])
    path = maker.objects / f"pack/pack-{1:040}.idx"
    index, width = path.read_bytes(), maker.digest().digest_size
    at = sorted(files, key=maker.name).index(KEY)
    offsets = 8 + 1024 + 3 * (width + 4)
    first = offsets + 4 * sorted(files, key=maker.name).index(CLEAN)
    path.write_bytes(index[: offsets + 4 * at] + index[first : first + 4] + index[offsets + 4 * at + 4 :])
    assert "pack" in lost(history(maker.repository.folder))


@pytest.mark.parametrize("size", [1, 5000])
def test_bytes_behind_the_last_file(maker: Maker, size: int) -> None:
    maker.pack(1, [(maker.name(CLEAN), CLEAN)], behind=b"x" * size)
    assert lost(history(maker.repository.folder)) == {"pack"}


def test_what_several_hold_is_looked_at_once_and_no_more_is_said(maker: Maker) -> None:
    name, other = maker.name(KEY), maker.name(CLEAN)
    for number in (1, 2):
        maker.pack(number, [(name, KEY), (other, CLEAN)])
    maker.loose(name, KEY)
    report = history(maker.repository.folder)
    assert told(report) == {("blob", "blob")}
    assert (report.blobs, report.skipped) == (3, ())


@pytest.mark.parametrize("content", [CLEAN, KEY], ids=["clean", "key"])
def test_an_object_whose_file_another_one_has_taken(maker: Maker, content: bytes) -> None:
    """The content that the name stands for is not here, whatever is found in its place."""
    name = maker.repository.ask("rev-parse", "HEAD:a").decode()
    (maker.objects / name[:2] / name[2:]).unlink()
    maker.loose(name, content)
    report = history(maker.repository.folder)
    assert lost(report) == {"corrupt"}
    assert bool(report.findings) == (content == KEY)


STRAYS = {
    "text": KEY,
    "text after what zlib makes": zlib.compress(b"blob 1\0a") + KEY,
    "an object of no known type": zlib.compress(b"weird %d\0" % len(KEY) + KEY),
    "an object without a header": zlib.compress(KEY),
    "an object that says it has no bytes": zlib.compress(b"blob 0\0" + KEY),
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in STRAYS.items()])
def test_a_file_among_the_loose_objects_that_is_none(maker: Maker, data: bytes) -> None:
    name = maker.name(b"something else")
    (maker.objects / name[:2]).mkdir(exist_ok=True)
    (maker.objects / name[:2] / name[2:]).write_bytes(data)
    report = history(maker.repository.folder)
    assert report.findings
    assert not report.complete
