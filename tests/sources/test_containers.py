"""Containers: what is in archives and compressed files is found where it lies, and what cannot be opened is said."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import scanner
from patterns._fake import fake

KEY = fake("aws_access_key_id = <id>\naws_secret_access_key = <secret>\n")


def zipped(data: bytes, name: str = "inner/credentials") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "nothing\n")
        archive.writestr(name, data)
    return file.getvalue()


def tarred(data: bytes, name: str = "inner/credentials") -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        info = tarfile.TarInfo(name)
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return file.getvalue()


KINDS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "zip": (zipped, "box!inner/credentials"),
    "tar": (tarred, "box!inner/credentials"),
    "gzip": (gzip.compress, "box!box"),
    "bzip2": (bz2.compress, "box!box"),
    "xz": (lzma.compress, "box!box"),
    "tar in gzip": (lambda data: gzip.compress(tarred(data)), "box!inner/credentials"),
    "zip in zip in tar": (
        lambda data: tarred(zipped(zipped(data), "b.zip"), "a.zip"),
        "box!a.zip!b.zip!inner/credentials",
    ),
}


@pytest.mark.parametrize("kind", ["zip", "tar", "gzip", "xz"])
def test_noise_in_a_container_is_silent(tmp_path: Path, kind: str) -> None:
    (tmp_path / "box").write_bytes(KINDS[kind][0](os.urandom(200_000)))
    report = scanner.scan(tmp_path)
    assert report.findings == ()
    assert not any(item.incomplete for item in report.skipped)


@pytest.mark.parametrize(("pack", "place"), KINDS.values(), ids=KINDS)
def test_what_is_inside_is_found_where_it_lies(tmp_path: Path, pack: Callable[[bytes], bytes], place: str) -> None:
    (tmp_path / "box").write_bytes(pack(KEY))
    (finding,) = scanner.scan(tmp_path).findings
    assert finding.kind == "access-key-pair"
    assert finding.parts[0].location.path == place
    assert finding.parts[1].location.start_line == 2


def test_the_members_own_name_is_evidence(tmp_path: Path) -> None:
    rows = fake("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n")
    (tmp_path / "box").write_bytes(zipped(rows, "rootkey.csv"))
    (finding,) = scanner.scan(tmp_path).findings
    assert finding.principal.type == "root"


def remarked(where: int) -> bytes:
    """A tape with a remark in an extended header: of all that follows, or of one member."""
    file, remark = io.BytesIO(), {"comment": KEY.decode()}
    more = {"pax_headers": remark} if where == 0 else {}
    with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT, **more) as archive:  # type: ignore[call-overload]
        for number in range(2):
            info = tarfile.TarInfo(f"{number}.txt")
            info.pax_headers = remark if where == number + 1 else {}
            archive.addfile(info)
    return file.getvalue()


@pytest.mark.parametrize("where", [pytest.param(0, id="of all"), pytest.param(2, id="of one member")])
def test_what_extended_headers_of_a_tape_say_is_found_once(tmp_path: Path, where: int) -> None:
    (tmp_path / "box").write_bytes(remarked(where))
    (finding,) = scanner.scan(tmp_path).findings
    assert [item.path for item in finding.occurrences] == ["box"]


def test_where_the_links_of_a_tape_lead_is_found(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, kind in (("soft", tarfile.SYMTYPE), ("hard", tarfile.LNKTYPE)):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, fake("<id>").decode()
            archive.addfile(info)
    (tmp_path / "box").write_bytes(file.getvalue())
    (finding,) = scanner.scan(tmp_path).findings
    assert {item.path for item in finding.occurrences} == {"box!soft", "box!hard"}


DAMAGED = {
    "a bomb": gzip.compress(bytes(300_000_000)),
    "cut short": gzip.compress(KEY * 50 + os.urandom(9000))[:-900],
}


@pytest.mark.parametrize("name", ["a bomb", "cut short"])
def test_what_cannot_be_read_to_its_end_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "box").write_bytes(DAMAGED[name])
    report = scanner.scan(tmp_path)
    assert any(item.incomplete for item in report.skipped)
    assert report.skipped[0].path.startswith("box")
