"""The exit status says how a scan ended: findings, what could not be looked at, the severity that counts, no format."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA, akia

from scanner.formats.choice import FORMATS

MEDIUM, LOW = "<id>\n", "<id:ASIA>\n"


def status(folder: Path, *options: str) -> int:
    """The exit status of `akia scan` of the folder."""
    return call(folder, *options).returncode


def call(folder: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """`akia scan` of the folder, and of a file that is not there if there is to be a `lost` one."""
    names = [".", "not-there"] if (folder / "lost").exists() else ["."]
    return subprocess.run([AKIA, "scan", *options, *names], cwd=folder, capture_output=True, timeout=60)


@pytest.mark.parametrize("fail_on", ["info", "low", "medium", "high", "critical", "never"])
@pytest.mark.parametrize("lost", [False, True], ids=["complete", "not complete"])
@pytest.mark.parametrize(
    ("content", "severity"),
    [
        pytest.param("nothing\n", None, id="nothing found"),
        pytest.param(LOW, "low", id="low"),
        pytest.param(MEDIUM, "medium", id="medium"),
        pytest.param(PAIR, "critical", id="critical"),
    ],
)
def test_a_leak_outranks_what_was_not_looked_at(
    tmp_path: Path, content: str, severity: str | None, lost: bool, fail_on: str
) -> None:
    folder = Repository.at(tmp_path).write("a", content)
    if lost:
        folder.write("lost", b"")
    order = ("info", "low", "medium", "high", "critical", "never")
    fails = severity is not None and order.index(severity) >= order.index(fail_on)
    assert status(tmp_path, "--fail-on", fail_on) == (1 if fails else 2 if lost else 0)


def test_the_default_is_medium(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("a", LOW)
    assert status(tmp_path) == 0
    Repository.at(tmp_path).write("a", MEDIUM)
    assert status(tmp_path) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("lost", [False, True], ids=["complete", "not complete"])
@pytest.mark.parametrize("content", [pytest.param("x\n", id="clean"), pytest.param(PAIR, id="a leak")])
def test_the_format_changes_nothing(tmp_path: Path, content: str, lost: bool, name: str) -> None:
    folder = Repository.at(tmp_path).write("a", content)
    if lost:
        folder.write("lost", b"")
    ended = call(tmp_path, "--format", name)
    assert ended.returncode == (1 if content == PAIR else 2 if lost else 0)
    assert ended.stdout.endswith(b"\n")
    assert ended.stderr.decode() == (
        "akia: not looked at: not-there: there is no such file or folder\n" if lost else ""
    )


def test_a_document_is_whole_whatever_the_status(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("lost", b"")
    report = json.loads(call(tmp_path, "--format", "json").stdout)
    assert report["scan"]["complete"] is False
    assert report["summary"] == {"findings": 0, "suppressed": 0, "skipped": 1, "by_severity": {}}


def test_what_is_suppressed_does_not_fail(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("a", "<id> # akia:allow\n")
    assert status(tmp_path, "--fail-on", "info") == 0
    assert status(tmp_path, "--fail-on", "info", "--no-inline") == 1


def test_an_allowed_fingerprint_covers_its_parts_elsewhere(tmp_path: Path) -> None:
    folder = Repository.at(tmp_path).write("a", PAIR).write("b", "<id>\n")
    (finding,) = json.loads(call(tmp_path, "--format", "json").stdout)["findings"]
    folder.write("akia.toml", f"allow = ['{finding['fingerprint']}']".encode())
    report = json.loads(call(tmp_path, "--format", "json").stdout)
    assert [(item["by"], item["where"]) for item in report["suppressed"]] == [("config", "akia.toml: allow")]
    assert report["findings"] == []


def test_the_text_report_shows_the_fingerprint_to_allow(tmp_path: Path) -> None:
    folder = Repository.at(tmp_path).write("a", PAIR)
    text = call(tmp_path).stdout.decode()
    shown = text.split("known as ")[1].split()[0]
    folder.write("akia.toml", f'[[allow]]\nfingerprint = "{shown}"\nreason = "a test"\n'.encode())
    assert status(tmp_path) == 0


@pytest.mark.parametrize("quiet", [[], ["--quiet"]], ids=["", "quiet"])
def test_quiet_says_what_was_found_and_what_was_lost_alone(tmp_path: Path, quiet: list[str]) -> None:
    folder = Repository.at(tmp_path).write("a", "x\n")
    assert bool(call(tmp_path, *quiet).stdout) is not bool(quiet)
    folder.write("a", PAIR).write("lost", b"")
    ended = call(tmp_path, *quiet)
    assert ended.stdout.startswith(b"CRITICAL")
    assert (b"Looked at" in ended.stdout) is not bool(quiet)
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "words", [["commits", "HEAD"], ["commits", "a..b"], ["staged"], ["history"], ["ci", "--base", "x"]]
)
def test_where_there_is_no_repository_that_is_what_is_said(tmp_path: Path, words: list[str]) -> None:
    ended = akia(tmp_path, *words, env={"GIT_CEILING_DIRECTORIES": str(tmp_path)})
    assert ended.status == 2
    assert "not a git repository" in ended.said
