"""`akia scan` of whatever a file can be: large, empty, sparse, growing, special, unreadable, a link, named twice."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from reports import found, left, scan
from repositories import OTHER, PAIR, Repository
from running import held_to_modes

from patterns._fake import fake
from scanner.model import Blob
from scanner.sources.paths import PathsSource
from scanner.sources.pieces import OVERLAP, PIECE

Steps = Callable[[Repository], object]
KEY = fake("\t<id>\n")


@pytest.fixture(params=["folder", "work tree"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A folder, once in no repository and once a work tree."""
    if request.param == "work tree":
        return Repository(tmp_path / "folder")
    (tmp_path / "folder").mkdir()
    return Repository.at(tmp_path / "folder")


def test_an_empty_file_is_looked_at(folder: Repository) -> None:
    report = scan(folder.write("a", b"").folder)
    assert (found(report), left(report), report.blobs, report.bytes) == ([], [], 1, 0)


@pytest.mark.parametrize(
    "before",
    [
        pytest.param(PIECE - 10, id="across the border"),
        pytest.param(PIECE - 1, id="one byte before it"),
        pytest.param(PIECE, id="behind it"),
        pytest.param(PIECE - OVERLAP, id="at the beginning of the overlap"),
        pytest.param(PIECE - OVERLAP - 10, id="across the beginning of the overlap"),
        pytest.param(PIECE - OVERLAP + 1000, id="within the overlap"),
        pytest.param(2 * PIECE - OVERLAP - 10, id="across the second border"),
    ],
)
@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(b"x" * 63 + b"\n", id="lines"),
        pytest.param("äöü€😀 ".encode(), id="one line of many characters"),
        pytest.param(b"\xff\x80\xc3 ", id="one line that is no text"),
    ],
)
def test_a_key_in_a_large_file_is_found_once_and_where_it_is(tmp_path: Path, before: int, unit: bytes) -> None:
    filling = unit * (before // len(unit)) + b"x" * (before % len(unit))
    (tmp_path / "large").write_bytes(filling + KEY + b"y" * (PIECE // 2))
    report = scan(tmp_path, "large")
    (finding,) = report.findings
    (part,) = finding.parts
    line = filling.count(b"\n") + 1
    column = len(filling.rsplit(b"\n", 1)[-1].decode("utf-8", "surrogateescape")) + 2
    assert len(finding.occurrences) == 1
    assert (part.location.start_line, part.location.start_column) == (line, column)
    assert (part.location.end_line, part.location.end_column) == (line, column + 20)
    assert (left(report), report.blobs, report.bytes) == ([], 1, (tmp_path / "large").stat().st_size)


def test_the_parts_of_a_credential_belong_together_across_the_border(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"x\n" * (PIECE // 2 - 30) + fake(PAIR) + b"y\n" * PIECE)
    report = scan(tmp_path, "large")
    assert [finding.kind for finding in report.findings] == ["access-key-pair"]
    assert found(report) == [f"large:{PIECE // 2 - 29}"]


@pytest.mark.parametrize(
    ("at", "size"),
    [
        pytest.param(0, 40 << 30, id="at the beginning"),
        pytest.param((20 << 30) + 5, 40 << 30, id="between two holes"),
        pytest.param((40 << 30) - len(KEY), 40 << 30, id="at the end"),
    ],
)
def test_a_sparse_file_costs_what_it_holds(tmp_path: Path, at: int, size: int) -> None:
    with open(tmp_path / "sparse", "wb") as file:
        file.truncate(size)
        file.seek(at)
        file.write(KEY)
    report = scan(tmp_path, "sparse")
    (part,) = report.findings[0].parts
    assert (part.location.start_line, part.location.start_column) == (1, at + 2)
    assert left(report) == []


def test_a_file_that_grows_is_read_as_far_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(KEY + b"x" * PIECE)
    items = PathsSource([str(path)]).items(lambda _: False)
    size = 0
    for number, item in enumerate(items):
        assert isinstance(item, Blob)
        assert number < 10
        size += len(item.data) - OVERLAP * (number > 0)
        with open(path, "ab") as file:
            file.write(b"y" * PIECE)
    assert size >= PIECE + len(KEY)


def test_a_file_that_shrinks_is_read_as_far_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(KEY + b"x" * 3 * PIECE)
    items = PathsSource([str(path)]).items(lambda _: False)
    first = next(items)
    path.write_bytes(KEY)
    rest = [item for item in items if isinstance(item, Blob)]
    assert isinstance(first, Blob)
    assert len(rest) <= 1


@pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc")
def test_a_file_that_says_it_is_empty_is_read(tmp_path: Path) -> None:
    waiting = "print(flush=True); input()"
    pipe = subprocess.PIPE
    child = subprocess.Popen([sys.executable, "-c", waiting, fake("<id>")], stdin=pipe, stdout=pipe)
    try:
        assert child.stdout
        child.stdout.readline()
        report = scan(tmp_path, f"/proc/{child.pid}/cmdline")
        assert len(report.findings) == 1
        assert left(report) == []
    finally:
        child.communicate(b"\n")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


SPECIAL: dict[str, Callable[[Path], object]] = {
    "a FIFO": os.mkfifo,
    "a socket": _socket,
    "a device": lambda path: os.mknod(path, 0o666 | 0o020000, os.makedev(1, 5)),
}


@pytest.mark.parametrize("kind", SPECIAL)
def test_what_is_no_file_is_said_and_never_opened(
    folder: Repository, kind: str, request: pytest.FixtureRequest
) -> None:
    """`/dev/zero` has no end, and opening a FIFO would wait for one who writes."""
    if kind == "a device" and os.getuid():
        pytest.skip("only root can make a device")
    folder.write("s", "x").write("a", PAIR)
    if request.node.callspec.params["folder"] == "work tree":
        folder.add("s")  # git lists what it tracks, and of what it does not only files
    folder.remove("s")
    SPECIAL[kind](folder.folder / "s")
    for paths in ([], ["."], ["s", "a"]):
        report = scan(folder.folder, *paths)
        assert (found(report), left(report), report.complete) == (["a:1"], ["s: special"], True)
        assert report.skipped[0].detail == kind


UNREADABLE: dict[str, tuple[Steps, list[str], list[str]]] = {
    "a file": (lambda r: os.chmod(r.write("s", PAIR).folder / "s", 0), ["a:1"], ["s: unreadable!"]),
    "a folder": (lambda r: os.chmod(r.write("s/x", PAIR).folder / "s", 0), ["a:1"], ["s/: unreadable!"]),
    "a folder in a folder": (
        lambda r: os.chmod(r.write("d/s/x", PAIR).write("d/b", OTHER).folder / "d/s", 0),
        ["a:1", "d/b:1"],
        ["d/s/: unreadable!"],
    ),
    "a file among others": (
        lambda r: os.chmod(r.write("d/s", PAIR).write("d/b", OTHER).folder / "d/s", 0),
        ["a:1", "d/b:1"],
        ["d/s: unreadable!"],
    ),
    "an ignore file": (
        lambda r: os.chmod(r.write(".gitignore", "b\n").write("b", OTHER).folder / ".gitignore", 0),
        ["a:1", "b:1"],
        [".gitignore: unreadable!"],
    ),
}

WITHOUT_RIGHTS = """
import sys
sys.path[:0] = sys.argv[1].split(":")
from pathlib import Path
from reports import found, left, scan
report = scan(Path(sys.argv[2]), *sys.argv[3:])
print(*found(report), *left(report), sep="\\n")
"""


def _without_rights(folder: Path, *paths: str) -> list[str]:
    """What a scan finds and leaves out where the mode of a file counts, as it does not for root."""
    command = [*held_to_modes(), sys.executable, "-c", WITHOUT_RIGHTS, ":".join(sys.path), str(folder), *paths]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("kind", ["no repository", "untracked", "tracked"])
@pytest.mark.parametrize(
    ("steps", "expected", "omitted"), [pytest.param(*case, id=name) for name, case in UNREADABLE.items()]
)
def test_what_cannot_be_read_is_said_and_the_rest_is_read(
    tmp_path: Path, steps: Steps, expected: list[str], omitted: list[str], kind: str
) -> None:
    (tmp_path / "folder").mkdir()
    folder = Repository.at(tmp_path / "folder")
    if kind != "no repository":
        folder.git("init", "-q")
    steps(folder.write("a", PAIR))
    if kind == "tracked":
        folder.add()
    said = _without_rights(folder.folder)
    also = {item.replace("s/:", "s/x:") for item in omitted} if kind == "tracked" else set()  # git knows what is there
    assert set(expected + omitted) <= set(said) <= {*expected, *omitted, *also}


def test_tracked_files_behind_closed_folders_are_said(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r").write("s/t/u/x", PAIR).write("a", OTHER).add()
    os.chmod(repository.folder / "s", 0)
    assert {"a:1", "s/t/u/x: unreadable!"} <= set(_without_rights(repository.folder))


@pytest.mark.parametrize("name", ["s", "s/x", "s/t/x"])
def test_a_named_file_that_cannot_be_read_is_said(tmp_path: Path, name: str) -> None:
    folder = Repository.at(tmp_path / "folder").write(name, PAIR).write("a", OTHER).folder
    os.chmod(folder / "s", 0)
    assert _without_rights(folder, name, "a") == ["a:1", f"{name}: unreadable!"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        pytest.param("nowhere", "missing", id="missing"),
        pytest.param("", "missing", id="empty"),
        pytest.param("dangling", "missing", id="a link to nothing"),
        pytest.param("a/b", "unreadable", id="below a file"),
        pytest.param("a/", "unreadable", id="a file with a slash"),
        pytest.param("loop", "unreadable", id="a link to itself"),
        pytest.param("n" * 300, "unreadable", id="too long a name"),
        pytest.param("n/" * 3000, "unreadable", id="too long a path"),
    ],
)
def test_a_path_that_is_not_there_is_said_and_the_others_are_scanned(
    folder: Repository, path: str, reason: str
) -> None:
    folder.write("a", PAIR).link("dangling", "nowhere").link("loop", "loop")
    report = scan(folder.folder, path, "a")
    assert (found(report), report.complete) == (["a:1"], False)
    assert [item.reason for item in report.skipped] == [reason]
    assert not scan(folder.folder, path).complete


LINKS: dict[str, tuple[Steps, list[str], list[str]]] = {
    "to a file within": (lambda r: r.write("a", PAIR).link("l", "a"), ["a:1"], []),
    "to a folder within": (lambda r: r.write("d/a", PAIR).link("l", "d"), ["d/a:1"], []),
    "to the folder above": (lambda r: r.write("d/a", PAIR).link("d/l", ".."), ["d/a:1"], []),
    "to this folder": (lambda r: r.write("a", PAIR).link("l", "."), ["a:1"], []),
    "to itself": (lambda r: r.write("a", PAIR).link("l", "l"), ["a:1"], []),
    "to one another": (lambda r: r.write("a", PAIR).link("l", "m").link("m", "l"), ["a:1"], []),
    "to nothing": (lambda r: r.write("a", PAIR).link("l", "nothing"), ["a:1"], []),
    "with a key in it": (lambda r: r.link("l", fake("/x/<id>/y")), ["l:1"], ["l: link"]),
    "to a file outside": (lambda r: r.write("../o/a", PAIR).link("l", "../o/a"), [], ["l: link"]),
    "to a folder outside": (lambda r: r.write("../o/a", PAIR).link("d/l", "../../o"), [], ["d/l: link"]),
    "to a file outside, by its whole name": (
        lambda r: r.write("../o/a", PAIR).link("l", str(r.folder.parent / "o/a")),
        [],
        ["l: link"],
    ),
    "to nothing outside": (lambda r: r.link("l", "../nothing"), [], ["l: link"]),
    "out through another link": (
        lambda r: r.write("../o/a", PAIR).link("m", "../o").link("l", "m/a"),
        [],
        ["l: link", "m: link"],
    ),
    "out and back in": (lambda r: r.write("a", PAIR).link("l", f"../{r.folder.name}/a"), ["a:1"], []),
    "to a neighbour whose name begins alike": (
        lambda r: r.write(f"../{r.folder.name}2/a", PAIR).link("l", f"../{r.folder.name}2/a"),
        [],
        ["l: link"],
    ),
    "to a device": (lambda r: r.link("l", "/dev/zero"), [], ["l: link"]),
}


@pytest.mark.parametrize(
    ("steps", "expected", "omitted"), [pytest.param(*case, id=name) for name, case in LINKS.items()]
)
def test_links(folder: Repository, steps: Steps, expected: list[str], omitted: list[str]) -> None:
    steps(folder)
    report = scan(folder.folder)
    assert (found(report), left(report), report.complete) == (expected, omitted, True)


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["l"], ["l:1"], id="a link to a file"),
        pytest.param(["d/l"], ["a:1"], id="a link to a folder"),
        pytest.param(["d/l/"], ["a:1"], id="a link to a folder with a slash"),
        pytest.param(["d/l/a"], ["d/l/a:1"], id="a file behind a link"),
        pytest.param(["l", "d"], ["l:1"], id="one link, and a folder with another"),
    ],
)
def test_a_link_that_is_named_is_followed(folder: Repository, paths: list[str], expected: list[str]) -> None:
    folder.write("../o/a", PAIR).link("l", "../o/a").link("d/l", "../../o")
    assert found(scan(folder.folder, *paths)) == expected


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["."], ["a:1", "d/b:1"], id="once"),
        pytest.param([".", "."], ["a:1", "d/b:1"], id="twice"),
        pytest.param([".", "d", "d/b"], ["a:1", "d/b:1"], id="ever narrower"),
        pytest.param(["d/b", "d", "."], ["a:1", "d/b:1"], id="ever wider"),
        pytest.param(["d", "d/"], ["d/b:1"], id="with a slash"),
        pytest.param(["d/../d", "./d"], ["d/b:1"], id="a long way round"),
        pytest.param(["a", "./a", "d/../a"], ["a:1"], id="a file in many words"),
        pytest.param(["$", "."], ["a:1", "d/b:1"], id="by its whole name"),
        pytest.param(["../folder", "."], ["a:1", "d/b:1"], id="through the folder above"),
        pytest.param(["..", "."], ["../folder/a:1", "../folder/d/b:1"], id="the folder above, and this one"),
        pytest.param([".", ".."], ["a:1", "d/b:1"], id="this folder, and the one above"),
        pytest.param(["way/d", "d"], ["way/d/b:1"], id="through a link"),
        pytest.param(["l", "a"], ["l:1"], id="a link and its target"),
        pytest.param(["a", "l"], ["a:1"], id="a file and a link to it"),
    ],
)
def test_each_file_is_looked_at_once(folder: Repository, paths: list[str], expected: list[str]) -> None:
    folder.write("a", PAIR).write("d/b", OTHER).link("l", "a").link("../way", "folder")
    named = [path.replace("$", str(folder.folder)).replace("way", "../way") for path in paths]
    report = scan(folder.folder, *named)
    assert found(report) == [item.replace("way", "../way") for item in expected]


def test_paths_are_relative_to_the_one_folder_or_to_the_current_one(folder: Repository) -> None:
    folder.write("d/e/a", PAIR).write("b", OTHER)
    top = str(folder.folder)
    assert found(scan(folder.folder, "d")) == ["e/a:1"]
    assert found(scan(folder.folder.parent, top)) == ["b:1", "d/e/a:1"]
    assert found(scan(folder.folder, "d", "b")) == ["b:1", "d/e/a:1"]
    assert found(scan(folder.folder / "d", "..")) == ["b:1", "d/e/a:1"]
    assert found(scan(folder.folder / "d", "../b", "e")) == ["../b:1", "e/a:1"]
    assert found(scan(folder.folder / "d", top + "/b")) == ["../b:1"]


def test_a_current_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository.at(tmp_path / "x").write("a", PAIR)
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    source = PathsSource([str(tmp_path / "x"), str(tmp_path / "x/a")])
    assert [type(item) for item in source.items(lambda _: False)] == [Blob]


def test_excluded_paths_are_said_once(folder: Repository) -> None:
    folder.write("d/e/a", PAIR).write("d/e/b", OTHER).write("c", PAIR).write("x.log", PAIR)
    report = scan(folder.folder, exclude=["d", "*.log"])
    assert (found(report), left(report), report.complete) == (["c:1"], ["d/: excluded", "x.log: excluded"], True)


def test_a_folder_that_cannot_be_listed_while_another_process_fills_it(folder: Repository) -> None:
    """Files come and go during a scan: it ends, and says nothing of what has gone."""
    stop = threading.Event()

    def churn() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            path = folder.folder / f"d{number % 50}"
            if path.exists():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.mkdir()
                (path / "x").write_bytes(b"x")

    thread = threading.Thread(target=churn)
    thread.start()
    try:
        folder.write("a", PAIR)
        for _ in range(20):
            report = scan(folder.folder)
            assert (found(report), report.complete) == (["a:1"], True)
    finally:
        stop.set()
        thread.join()
