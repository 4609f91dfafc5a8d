"""How `akia scan` and `akia staged` end: the status, one line that says why, and a document that is valid or none."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import AKIA, akia

from patterns._fake import fake

Steps = Callable[[Repository], object]


def _lose(r: Repository, name: str) -> None:
    oid = r.ask("rev-parse", name).decode()
    (r.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()


def _give_away(r: Repository) -> None:
    if os.getuid():
        pytest.skip("only root can give a folder away")
    for folder, _, files in os.walk(r.folder):
        for name in [".", *files]:
            os.chown(os.path.join(folder, name), 12345, 12345)


ENDS: dict[str, tuple[Steps, list[str], int, str]] = {
    "scan, clean": (lambda r: r.write("a", "x"), ["scan"], 0, ""),
    "scan, something found": (lambda r: r.write("a", PAIR), ["scan"], 1, ""),
    "scan, a path is missing": (lambda r: r.write("a", "x"), ["scan", "b"], 2, "b: there is no such file or folder"),
    "scan, two paths are missing": (
        lambda r: r,
        ["scan", "b", "c"],
        2,
        "b: there is no such file or folder (and 1 more)",
    ),
    "scan, a path is missing and something found": (lambda r: r.write("a", PAIR), ["scan", "a", "b"], 1, "b: there is"),
    "scan, a FIFO": (lambda r: os.mkfifo(r.folder / "f"), ["scan", "f"], 0, ""),
    "scan, a link out": (lambda r: r.link("l", "/etc"), ["scan"], 0, ""),
    "scan, a bare repository": (lambda r: Repository(r.folder / "b", "--bare"), ["scan", "b"], 0, ""),
    "scan, a broken repository": (lambda r: r.write(".git/config", "[core\n"), ["scan"], 2, "bad config line 1"),
    "scan, a broken repository and something found": (
        lambda r: r.write("a", PAIR).write(".git/config", "[core\n"),
        ["scan"],
        1,
        "bad config line 1",
    ),
    "scan, somebody else's repository": (lambda r: _give_away(r.write("a", "x")), ["scan"], 2, "safe.directory"),
    "scan, - beside a path": (lambda r: r.write("a", "x"), ["scan", "-", "a"], 2, "standard input"),
    "staged, nothing": (lambda r: r, ["staged"], 0, ""),
    "staged, clean": (lambda r: r.write("a", "x").add(), ["staged"], 0, ""),
    "staged, something found": (lambda r: r.write("a", PAIR).add(), ["staged"], 1, ""),
    "staged, a file it does not know": (lambda r: r.write("a", PAIR), ["staged", "a"], 2, "a: is not in the index"),
    "staged, a file it does not know and something found": (
        lambda r: r.write("a", PAIR).add().write("b", "x"),
        ["staged", "a", "b"],
        1,
        "b: is not in the index",
    ),
    "staged, an object is missing": (lambda r: _lose(r.write("a", "x").add(), ":a"), ["staged"], 2, "a: the object"),
    "staged, an object is missing and something found": (
        lambda r: _lose(r.write("a", "x").write("b", PAIR).add(), ":a"),
        ["staged"],
        1,
        "a: the object",
    ),
    "staged, somebody else's repository": (
        lambda r: _give_away(r.write("a", "x").add()),
        ["staged"],
        2,
        "safe.directory",
    ),
    "staged, a broken repository": (lambda r: r.write(".git/config", "[core\n"), ["staged"], 2, "bad config line 1"),
    "staged, a broken index": (lambda r: r.write(".git/index", "x"), ["staged"], 2, "index"),
    "staged, HEAD's commit is gone": (lambda r: _lose(r.write("a", "x").commit(), "HEAD"), ["staged"], 2, "HEAD"),
}


@pytest.mark.parametrize(
    ("steps", "call", "status", "said"), [pytest.param(*case, id=name) for name, case in ENDS.items()]
)
def test_how_it_ends(repository: Repository, steps: Steps, call: list[str], status: int, said: str) -> None:
    steps(repository)
    ended = akia(repository.folder, *call)
    assert ended.status == status, ended
    assert said in ended.said
    assert ended.said.count("\n") == bool(said)
    assert fake("<secret>").decode() not in ended.said


@pytest.mark.parametrize("below", [".", "objects"])
def test_staged_in_a_bare_repository(tmp_path: Path, below: str) -> None:
    ended = akia(Repository(tmp_path / "bare", "--bare").folder / below, "staged")
    assert (ended.status, ended.report) == (2, None)
    assert "inside a work tree" in ended.said


def test_staged_in_no_repository(tmp_path: Path) -> None:
    ended = akia(tmp_path, "staged")
    assert (ended.status, ended.report, ended.said.count("\n")) == (2, None, 1)
    assert "not a git repository" in ended.said


def test_without_git(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "plain").mkdir()
    Repository.at(tmp_path / "plain").write("a", PAIR)
    for env in ({"PATH": ""}, {"PATH": str(tmp_path / "nothing")}):
        assert akia(tmp_path / "plain", "scan", env=env).status == 1
        for call in ("scan", "staged"):
            ended = akia(repository.folder, call, env=env)
            assert (ended.status, ended.said.count("\n")) == (2, 1)
            assert "git is not installed" in ended.said


@pytest.mark.parametrize(
    ("given", "expected", "status"),
    [
        pytest.param(b"", [], 0, id="nothing"),
        pytest.param(b"x\n", [], 0, id="clean"),
        pytest.param(fake("x\n" + PAIR), ["-:2"], 1, id="a key"),
        pytest.param(b"y" * (33 << 20) + fake("\n" + OTHER), ["-:2"], 1, id="a key behind much else"),
        pytest.param(b"\xff\xfe" + fake(PAIR).decode().encode("utf-16-le"), ["-:1"], 1, id="UTF-16"),
    ],
)
def test_standard_input(tmp_path: Path, given: bytes, expected: list[str], status: int) -> None:
    ended = akia(tmp_path, "scan", "-", given=given)
    assert (ended.found, ended.status, ended.said) == (expected, status, "")
    assert ended.report
    assert (ended.report["scan"]["source"], ended.report["scan"]["blobs"]) == ("stdin", 1)
    assert ended.report["scan"]["bytes"] == len(given)


def test_a_file_whose_name_is_a_dash(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("-", PAIR)
    assert akia(tmp_path, "scan", "./-").found == ["-:1"]
    assert akia(tmp_path, "scan").found == ["-:1"]


def test_standard_input_that_is_closed(tmp_path: Path) -> None:
    done = subprocess.run(f"exec {AKIA} scan - <&-", shell=True, cwd=tmp_path, capture_output=True, text=True)  # noqa: S602
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
