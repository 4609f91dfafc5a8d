"""Archives, compressed files and binaries: what is in them is found through every source, and what is not is said."""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from plistlib import UID

import pytest
from histories import commits, history, occurrences
from packing import (
    COMPRESSED,
    KEY,
    database,
    document,
    encrypted,
    jar,
    pickled,
    properties,
    rows,
    tarred,
    unlisted,
    wheel,
    zipped,
)
from reports import found, left, scan, staged
from repositories import OTHER, Repository
from running import akia

from patterns._fake import fake
from scanner.sources.containers import limits
from scanner.sources.remembering.memory import Memory

NOISE = random.Random(1).randbytes(2**20)  # noqa: S311 - the same bytes each time


def nested() -> bytes:
    return zipped(("a.tar.xz", COMPRESSED["xz"](tarred(("b.zip", zipped(("c.ini", KEY)))))))


def deeper_than_is_opened() -> bytes:
    data = KEY
    for _ in range(limits.DEPTH + 2):
        data = zipped(("k", data))
    return data


SILENT = [
    pytest.param("noise.zip", zipped(("r.bin", NOISE)), id="random bytes in a ZIP file"),
    pytest.param("noise.tgz", gzip.compress(tarred(("r.bin", NOISE))), id="random bytes in a compressed tape archive"),
    pytest.param("noise", NOISE, id="random bytes"),
    pytest.param("a.plist", b"bplist00" + NOISE[:999], id="bytes that begin as a property list does"),
    pytest.param("b.plist", properties({"a": [1, {"b": []}]}), id="a property list without texts"),
    pytest.param("empty.zip", zipped(), id="an empty ZIP file"),
    pytest.param("empty.tar", tarred(), id="an empty tape archive"),
    pytest.param("empty.gz", gzip.compress(b""), id="nothing, compressed"),
    pytest.param("t.txt", b"x" * 257 + b"ustar" + b"x" * 600, id="a text with the word of tape archives in its place"),
    pytest.param("t2.txt", b"BZh9 is how it begins\n", id="a text that begins as bzip2 does"),
    pytest.param(
        "a.db", rows("CREATE TABLE t (a, b)", *((n, str(n) * 40) for n in range(99))), id="a database of numbers"
    ),
    pytest.param("e.db", b"SQLite format 3\0" + bytes(8), id="the beginning of a database alone"),
    pytest.param("a.txt", b"(dp0\nis how it begins\n", id="a text that begins as pickles do"),
    pytest.param("a.bin", b"\x80\x02}q\x00" + NOISE[:99], id="bytes that begin as pickles do"),
    pytest.param("two.gz", gzip.compress(b"a") + gzip.compress(b"b") + bytes(512), id="two streams and zeros"),
]


@pytest.mark.parametrize(("name", "data"), SILENT)
def test_stays_silent(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    report = scan(tmp_path)
    assert (report.findings, report.suppressed, report.skipped) == ((), (), ())


ID, SECRET = fake("<id>").decode(), fake("<secret>").decode()
KEYS = "CREATE TABLE keys (number INTEGER PRIMARY KEY, user TEXT, pass TEXT)"

FOUND = [
    pytest.param("a.zip", zipped(("in/k.ini", KEY)), "a.zip!in/k.ini:1", id="ZIP"),
    pytest.param("a.zip", zipped(("k.ini", b"\n\n" + KEY), method=0), "a.zip!k.ini:3", id="ZIP, stored"),
    pytest.param("a.zip", zipped(("k.ini", KEY), method=12), "a.zip!k.ini:1", id="ZIP, by bzip2"),
    pytest.param("a.zip", zipped(("k.ini", KEY), method=14), "a.zip!k.ini:1", id="ZIP, by LZMA"),
    pytest.param("a.zip", zipped(comment=KEY), "a.zip:1", id="a ZIP file's comment"),
    pytest.param("run.exe", b"#!/bin/sh\n" + zipped(("k.ini", KEY)), "run.exe!k.ini:1", id="a ZIP behind a program"),
    pytest.param("image", zipped(("k.ini", KEY)), "image!k.ini:1", id="a ZIP by another name"),
    pytest.param("a.zip", zipped(("", KEY)), "a.zip!:1", id="a member without a name"),
    pytest.param("a.jar", jar(), "a.jar!application.properties:1", id="JAR"),
    pytest.param("a.whl", wheel(), "a.whl!app/settings.py:1", id="wheel"),
    pytest.param("a.docx", document(), "a.docx!word/document.xml:1", id="a document"),
    pytest.param("a.tar", tarred(("in/k.ini", KEY)), "a.tar!in/k.ini:1", id="tape archive"),
    pytest.param("a.tgz", gzip.compress(tarred(("k.ini", KEY))), "a.tgz!k.ini:1", id="compressed tape archive"),
    *(
        pytest.param(f"k.ini.{suffix}", pack(KEY), f"k.ini.{suffix}!k.ini:1", id=f"compressed as {suffix}")
        for suffix, pack in COMPRESSED.items()
    ),
    pytest.param("n.zip", nested(), "n.zip!a.tar.xz!b.zip!c.ini:1", id="three deep and compressed"),
    pytest.param("a.zip", zipped(("../../x", KEY)), "a.zip!../../x:1", id="a name that leads out"),
    pytest.param("a.tar", tarred(("a\nb\u202e", KEY)), "a.tar!a\nb\u202e:1", id="a name that breaks lines and order"),
    pytest.param("a.tar", tarred(("/etc/k", KEY)), "a.tar!/etc/k:1", id="a name from the root"),
    pytest.param("a.zip", zipped(("x", b"x")) + b"\n" + KEY, None, id="behind a ZIP file"),
    pytest.param(
        "a.exe", b"MZ" + NOISE + b"\n" + KEY + zipped(("x", b"x")), None, id="deep in the program before a ZIP"
    ),
    pytest.param("a.zip", unlisted(("k.ini", KEY)), "a.zip!k.ini:1", id="a member that is not listed"),
    pytest.param("a.zip", unlisted(("k.ini", KEY), method=0), "a.zip!k.ini:1", id="such a one, stored"),
    pytest.param(
        "a.zip", unlisted(("a.tgz", gzip.compress(tarred(("k", KEY))))), "a.zip!a.tgz!k:1", id="such a container"
    ),
    pytest.param("a.zip", unlisted(("x", b"x" * 99), ("k.ini", KEY)), "a.zip!k.ini:1", id="the second of two such"),
    pytest.param("a.sqlite", database(), "a.sqlite!settings:1", id="a database"),
    pytest.param("a.sqlite", database("UTF-16le"), "a.sqlite!settings:1", id="a database in UTF-16"),
    pytest.param("a.db", rows(KEYS, (1, ID, SECRET)), "a.db!keys:1", id="a row of a database"),
    pytest.param(
        "a.db",
        rows(KEYS, (1, ID, SECRET)).replace(b"\1\1\0\x40", b"\2\2\0\x40"),
        "a.db!keys:1",
        id="a database that writes ahead",
    ),
    pytest.param(
        "a.db", rows(KEYS, *((n, "x", "y") for n in range(999)), (999, ID, SECRET)), "a.db!keys:1000", id="the last row"
    ),
    pytest.param(
        "a.db",
        rows("CREATE TABLE kv (name, value)", ("aws_access_key_id", ID), ("aws_secret_key", SECRET)),
        "a.db!kv:1",
        id="two rows of names and values",
    ),
    pytest.param(
        "a.db",
        rows("CREATE TABLE b (at, secret BLOB, id BLOB)", (None, SECRET.encode(), ID.encode())),
        "a.db!b:1",
        id="columns of bytes",
    ),
    pytest.param("a.db", rows(KEYS + " WITHOUT ROWID", (1, ID, SECRET)), "a.db!keys:1", id="a table without row IDs"),
    pytest.param(
        "a.db",
        rows(KEYS, (1, "", ID + "\n" + SECRET), after="PRAGMA secure_delete = 0; DELETE FROM keys"),
        None,
        id="a row that was deleted",
    ),
    pytest.param(
        "a.zip", zipped(("app.db", rows(KEYS, (1, ID, SECRET)))), "a.zip!app.db!keys:1", id="a database in a ZIP file"
    ),
    *(pytest.param("a.pkl", pickled(version), None, id=f"a pickle of version {version}") for version in range(6)),
    pytest.param("a.plist", properties({"aws": {"id": ID, "secretKey": SECRET}, "z": 1}), None, id="a property list"),
    pytest.param("a.plist", properties([KEY, True, 1.5]), None, id="a property list with bytes"),
    pytest.param(
        "a.plist",
        properties(
            {
                "$objects": [
                    {"NS.keys": [UID(1), UID(2)], "NS.objects": [UID(3), UID(4)]},
                    *("secretAccessKey", "accessKeyId", SECRET, ID),
                ]
            }
        ),
        None,
        id="an archive of objects",
    ),
    pytest.param("a.bin", NOISE[:99] + b"\0" + KEY + NOISE[:99], None, id="text in a binary"),
    pytest.param("a.exe", NOISE[:98] + KEY.decode().encode("utf-16-le") + NOISE[:98], None, id="UTF-16 in a binary"),
]


@pytest.mark.parametrize(("name", "data", "place"), FOUND)
def test_is_found(tmp_path: Path, name: str, data: bytes, place: str | None) -> None:
    """A pair, once, at the member that holds it; of a binary that is not opened in the file itself."""
    (tmp_path / name).write_bytes(data)
    report = scan(tmp_path)
    assert {part.role for finding in report.findings for part in finding.parts} == {"id", "secret"}
    assert (len(report.findings), report.complete) == (1, True)
    places = found(report)
    assert places == [place] if place else [path.rpartition(":")[0] for path in places] == [name]


UNREAD = [
    pytest.param(encrypted(), "a.zip!k.ini: encrypted!", id="encrypted"),
    pytest.param(zipped(("k.bin", NOISE))[:-30], "a: truncated!", id="a ZIP file without its end"),
    pytest.param(rows(KEYS, (1, "x" * 999, "y"))[:-4096], "a: corrupt!", id="a database without its end"),
    pytest.param(gzip.compress(NOISE)[:-9], "a: truncated!", id="a compressed file without its end"),
    pytest.param(COMPRESSED["xz"](NOISE)[:-99], "a: truncated!", id="xz without its end"),
    pytest.param(COMPRESSED["zst"](NOISE)[:-99], "a: truncated!", id="zstd without its end"),
    pytest.param(tarred(("k.bin", NOISE))[:5000], "a!k.bin: truncated!", id="a tape archive without its end"),
    pytest.param(gzip.compress(KEY)[:12] + NOISE, "a: corrupt!", id="damaged"),
    pytest.param(gzip.compress(bytes(200 * 2**20), 9), "a: limit!", id="a bomb"),
    pytest.param(zipped(("z", bytes(200 * 2**20))), "a: limit!", id="a bomb in a ZIP file"),
    pytest.param(zipped(("z", bytes(200 * 2**20)), method=12), "a: limit!", id="a bomb in a ZIP file, by bzip2"),
    pytest.param(deeper_than_is_opened(), "a!k!k!k!k!k: limit!", id="too deep"),
]


@pytest.mark.parametrize(("data", "said"), UNREAD)
def test_is_said(tmp_path: Path, data: bytes, said: str) -> None:
    name = "a.zip" if said.startswith("a.zip") else "a"
    (tmp_path / name).write_bytes(data)
    (tmp_path / "b.ini").write_bytes(KEY)
    report = scan(tmp_path)
    assert left(report) == [said]
    assert (found(report), report.complete) == (["b.ini:1"], False)


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands before the limit is found all the same."""
    monkeypatch.setattr(limits, "MEMBERS", 100)
    (tmp_path / "a.zip").write_bytes(zipped(("k.ini", KEY), *((f"f{number}", b"") for number in range(100))))
    report = scan(tmp_path)
    assert (left(report), found(report)) == (["a.zip: limit!"], ["a.zip!k.ini:1"])


def test_what_comes_before_the_damage_is_found(tmp_path: Path) -> None:
    data = gzip.compress(KEY + NOISE.hex().encode())
    (tmp_path / "k.ini.gz").write_bytes(data[: len(data) // 2])
    report = scan(tmp_path)
    assert (left(report), found(report)) == (["k.ini.gz: truncated!"], ["k.ini.gz!k.ini:1"])


LISTS = [
    pytest.param(12, 4, 2**16, id="a list longer than the file"),
    pytest.param(16, 4, 2**31, id="a list far behind the end, so that the members would stand before the file"),
    pytest.param(12, 4, 80, id="a list shorter than it is"),
]
"""Where a ZIP file tells of its list of members, in how many bytes, and what it should say there."""


@pytest.mark.parametrize(("at", "size", "told"), LISTS)
def test_members_of_a_zip_file_that_tells_its_list_wrongly_are_found(
    tmp_path: Path, at: int, size: int, told: int
) -> None:
    data = zipped(("k.ini", KEY), ("noise", NOISE))
    end = data.rindex(b"PK\5\6") + at
    (tmp_path / "a.zip").write_bytes(data[:end] + told.to_bytes(size, "little") + data[end + size :])
    report = scan(tmp_path)
    assert (left(report), found(report)) == (["a.zip: corrupt!"], ["a.zip!k.ini:1"])


@pytest.mark.parametrize("cut", [30, 99])
def test_members_of_a_zip_file_without_its_end_are_found(tmp_path: Path, cut: int) -> None:
    """By their own headers: the list of them stood at the end."""
    (tmp_path / "a.zip").write_bytes(zipped(("k.ini", KEY), ("noise", NOISE))[:-cut])
    report = scan(tmp_path)
    assert (left(report), found(report)) == (["a.zip: truncated!"], ["a.zip!k.ini:1"])


def test_nothing_of_a_database_is_carried_out(tmp_path: Path) -> None:
    """A view that would run for ever, a trigger, a column that is computed: the stored rows are found all the same."""
    hostile = (
        "CREATE VIEW endless AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n;"
        "CREATE TABLE computed (a, b AS (length(hex(zeroblob(30000000)))))"
    )
    (tmp_path / "a.db").write_bytes(
        rows(KEYS, (1, ID, SECRET), before=hostile, after="INSERT INTO computed VALUES (1)" + ", (1)" * 999)
    )
    started = time.process_time()
    report = scan(tmp_path)
    assert (left(report), found(report)) == ([], ["a.db!keys:1"])
    assert time.process_time() - started < 5


def test_a_value_that_is_said_to_be_larger_than_the_database_is(tmp_path: Path) -> None:
    """Overflow pages in a ring."""
    data = bytearray(rows("CREATE TABLE t (a)", (ID + " " + SECRET + "x" * 20000,)))
    pages = len(data) // 4096
    for page in range(2, pages):
        data[page * 4096 : page * 4096 + 4] = (3).to_bytes(4, "big")
    (tmp_path / "a.db").write_bytes(bytes(data))
    assert scan(tmp_path).findings != ()


def test_the_members_own_name_speaks_for_root(tmp_path: Path) -> None:
    data = fake("AWSAccessKeyId=<id>\r\nAWSSecretKey=<secret>\r\n")
    (tmp_path / "backup.zip").write_bytes(zipped(("rootkey.csv", data)))
    assert [finding.principal.type for finding in scan(tmp_path).findings] == ["root"]


def test_a_comment_in_a_member_counts(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped(("k.ini", fake("key = <id> # akia:allow\n"))))
    report = scan(tmp_path)
    assert (report.findings, [item.by for item in report.suppressed]) == ((), ["inline"])


@pytest.mark.parametrize("glob", ["a.zip", "*.ini", "lib/", "lib/a.zip!conf/**"])
def test_ignoring_and_excluding(tmp_path: Path, glob: str) -> None:
    """By the container's path, and by the member's."""
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a.zip").write_bytes(zipped(("conf/k.ini", KEY)))
    assert scan(tmp_path, exclude=[glob]).findings == ()
    assert scan(tmp_path).findings != ()
    (tmp_path / ".akiaignore").write_text(glob + "\n")
    assert [item.by for item in scan(tmp_path).suppressed] == ["ignore-file"]
    assert scan(tmp_path, "lib/a.zip").findings != (), "a file that is named is read"


def test_standard_input(tmp_path: Path) -> None:
    assert akia(tmp_path, "scan", "-", given=gzip.compress(tarred(("k.ini", KEY)))).found == ["-!k.ini:1"]


def test_a_container_in_pieces(tmp_path: Path) -> None:
    """Larger than what is looked at together."""
    noise = random.Random(2).randbytes(40 * 2**20)  # noqa: S311 - as above
    (tmp_path / "a.zip").write_bytes(zipped(("noise", noise), ("k.ini", KEY), method=0))
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(tarred(("noise", noise), ("k.ini", KEY)), 1))
    report = scan(tmp_path)
    assert (found(report), report.complete) == (["a.zip!k.ini:1", "b.tar.gz!k.ini:1"], True)


def test_staged(repository: Repository) -> None:
    """What is new in an archive, and not what it held before."""
    repository.write("a.zip", zipped(("k.ini", KEY))).commit()
    repository.write("a.zip", zipped(("moved.ini", KEY), ("o.ini", fake(OTHER)))).add()
    assert found(staged(repository.folder)) == ["a.zip!o.ini:1"]


def test_commits(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("tag", "base").write("a.jar", jar()).commit()
    tip = repository.ask("rev-parse", "HEAD").decode()
    places = occurrences(commits(repository.folder, "base..HEAD"))
    assert [(item.path, item.commit and item.commit.id) for item in places] == [("a.jar!application.properties", tip)]


@pytest.mark.parametrize("is_packed", [False, True], ids=["loose", "packed"])
def test_history(repository: Repository, tmp_path: Path, is_packed: bool) -> None:
    """By the commit that brought the archive in; what could not be read by its path; the same from memory."""
    repository.write("old.zip", nested()).write("locked.zip", encrypted()).commit()
    tip = repository.ask("rev-parse", "HEAD").decode()
    repository.remove("old.zip").commit()
    if is_packed:
        repository.git("gc", "-q", "--prune=now")
    for _ in range(2):
        report = history(repository.folder, Memory("rules", str(tmp_path / "memory")))
        [place] = occurrences(report)
        assert (place.path, place.commit and place.commit.id) == ("old.zip!a.tar.xz!b.zip!c.ini", tip)
        assert left(report) == ["locked.zip!k.ini: encrypted!"]


def test_a_large_container_in_two_commits(repository: Repository) -> None:
    """Its pieces stay together at each of its places."""
    data = zipped(("noise", os.urandom(33 * 2**20)), ("k.ini", KEY), method=0)
    repository.write("a.zip", data).commit().remove("a.zip").commit().write("a.zip", data).commit()
    repository.write("b.zip", data).commit()
    report = history(repository.folder)
    assert ({item.path for item in occurrences(report)}, report.complete) == ({"a.zip!k.ini", "b.zip!k.ini"}, True)


def test_a_hook_loads_nothing_for_containers_that_are_not_there(repository: Repository) -> None:
    repository.write("a", b"a").add()
    code = (
        "import sys\nfrom scanner.cli.main import main\nstatus = main(['staged', '--quiet'])\n"
        "print(status, sorted({'zipfile', 'tarfile', 'backports.zstd'} & set(sys.modules)),"
        " 'scanner.sources.containers.opening' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository.folder, capture_output=True, timeout=60)
    assert done.stdout.decode().strip() == "0 [] False", done.stderr
