"""A report of Akia's own that lies where it scans: its words about the root user are no evidence."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA, akia

from scanner.formats.choice import FORMATS
from scanner.judge.own_reports import is_report


def told(folder: Path) -> list[tuple[str, str]]:
    """The kind and whose it is, of each finding."""
    report = akia(folder, "scan").report
    assert report is not None
    return [(item["kind"], item["principal"]["type"]) for item in report["findings"]]


@pytest.mark.parametrize("form", FORMATS)
def test_a_report_beside_the_files_changes_nothing(tmp_path: Path, form: str) -> None:
    made = Repository.at(tmp_path / "r").write("a.ini", PAIR)
    before = told(made.folder)
    subprocess.run([AKIA, "scan", "--format", form, "--output", "akia.out"], cwd=made.folder, timeout=60)
    assert told(made.folder) == before == [("access-key-pair", "unknown")]


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_nor_does_what_is_to_be_done(tmp_path: Path, form: str) -> None:
    made = Repository.at(tmp_path / "r").write("a.ini", PAIR)
    subprocess.run([AKIA, "scan", "--format", "json", "--output", "../r.json"], cwd=made.folder, timeout=60)
    subprocess.run([AKIA, "remediate", "../r.json", "--format", form, "--output", "todo"], cwd=made.folder, timeout=60)
    assert told(made.folder) == [("access-key-pair", "unknown")]


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        pytest.param(b"", False, id="nothing"),
        pytest.param(b'{"schema_version": 1, "tool": {"name": "other"}}', False, id="of another tool"),
        pytest.param(b'{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}}]}', False, id="another SARIF"),
        pytest.param(b'{"type":"finding"}\n', False, id="lines of another"),
        pytest.param(b'x {"schema_version": 1, "tool": {"name": "akia"', False, id="in the middle"),
        pytest.param(b'{"schema_version": 1, "tool": {"name": "akia", "version": "2"}}', True, id="compact"),
    ],
)
def test_what_is_a_report(data: bytes, is_one: bool) -> None:
    assert is_report(data) is is_one
