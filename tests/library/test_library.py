"""Akia as a library: the report of each function is that of the command, and importing the package costs nothing."""

from __future__ import annotations

import doctest
import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import akia

import scanner
from patterns._fake import fake
from scanner.model import Report

KEYS = fake(PAIR)
PAGE = Path(__file__).parents[2] / "docs/library.md"


@pytest.fixture
def here(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with a leak that is committed, as the current folder."""
    repository.write("README.md", "x\n").commit()
    repository.write("config/app.env", PAIR).commit()
    monkeypatch.chdir(repository.folder)
    return repository


def test_the_page_tells_the_truth(here: Repository) -> None:
    text = "\n".join(re.findall(r"^```pycon\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.M | re.S))
    page = doctest.DocTestParser().get_doctest(text, {}, "library.md", None, 0)
    assert len(page.examples) > 15
    told: list[str] = []
    failed = doctest.DocTestRunner(verbose=False).run(page, out=told.append).failed
    assert not failed, "".join(told)


@pytest.mark.parametrize(
    ("function", "command"),
    [
        pytest.param(scanner.scan, ["scan"], id="the folder here"),
        pytest.param(lambda: scanner.scan(Path("config"), "README.md"), ["scan", "config", "README.md"], id="paths"),
        pytest.param(lambda: scanner.scan(exclude=["config/"]), ["scan", "--exclude", "config/"], id="a glob"),
        pytest.param(lambda: scanner.scan(jobs=0), ["scan"], id="as many processes as pay"),
        pytest.param(scanner.staged, ["staged"], id="nothing staged"),
        pytest.param(lambda: scanner.staged("config/app.env"), ["staged", "config/app.env"], id="a file of the index"),
        pytest.param(lambda: scanner.commits("HEAD~1..HEAD"), ["commits", "HEAD~1..HEAD"], id="commits"),
        pytest.param(lambda: scanner.history(cache=False), ["history", "--no-cache"], id="the history here"),
        pytest.param(lambda: scanner.history(Path()), ["history", "."], id="a history by its path"),
    ],
)
def test_the_report_is_that_of_the_command(
    here: Repository, function: Callable[[], Report], command: Sequence[str]
) -> None:
    ours = json.loads(scanner.rendered(function()))
    theirs = akia(here.folder, *command).report
    assert theirs is not None
    ours["scan"]["seconds"] = theirs["scan"]["seconds"]
    assert ours == theirs


def test_bytes_are_standard_input(here: Repository) -> None:
    ours, theirs = scanner.scan_bytes(KEYS), akia(here.folder, "scan", "-", given=KEYS)
    assert json.loads(scanner.rendered(ours))["findings"] == (theirs.report or {})["findings"] != []


def test_a_comment_counts_unless_told_otherwise(here: Repository) -> None:
    data = KEYS.replace(b"\n", b" # akia:allow\n")
    assert scanner.scan_bytes(data).findings == ()
    assert len(scanner.scan_bytes(data, inline=False).findings) == 1


@pytest.mark.parametrize(("glob", "found"), [("*.none", 1), ("config/", 0)])
def test_one_glob_is_one_and_no_row_of_letters(here: Repository, glob: str, found: int) -> None:
    assert len(scanner.scan(exclude=glob).findings) == len(scanner.scan(exclude=[glob]).findings) == found


def test_a_baseline_counts_by_keyword(here: Repository) -> None:
    (finding,) = scanner.scan().findings
    Path("known").write_text(f"{finding.fingerprint}\t{finding.kind}\t-\t-\t-\told\n", encoding="utf-8")
    report = scanner.scan(baseline=Path("known"), exclude=["known"])
    assert (report.findings, [item.by for item in report.suppressed]) == ((), ["baseline"])


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda: scanner.commits("nothing..HEAD"), id="no such commit"),
        pytest.param(lambda: scanner.history("/"), id="no repository"),
        pytest.param(lambda: scanner.scan(config="not-there.toml"), id="no such settings"),
        pytest.param(lambda: scanner.scan(baseline="not-there"), id="no such baseline"),
        pytest.param(lambda: scanner.scan(exclude=["# nothing"]), id="no glob"),
        pytest.param(lambda: scanner.rendered(scanner.scan(), "pdf"), id="no such format"),
    ],
)
def test_what_goes_wrong_is_of_one_family(here: Repository, call: Callable[[], object]) -> None:
    with pytest.raises(scanner.AkiaError):
        call()


def test_an_unknown_keyword_is_a_mistake_of_the_caller(here: Repository) -> None:
    with pytest.raises(TypeError, match="no such keyword: excludes"):
        scanner.scan(excludes=["x"])  # type: ignore[call-arg]


def test_nothing_is_said_and_nothing_is_left(here: Repository, capfd: pytest.CaptureFixture[str]) -> None:
    scanner.scan()
    scanner.history(cache=False)
    assert capfd.readouterr() == ("", "")


def test_importing_costs_nothing() -> None:
    code = "import sys; known = set(sys.modules); import scanner; print(sorted(set(sys.modules) - known))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['scanner']"


def test_what_is_offered_is_there_and_typed() -> None:
    assert all(hasattr(scanner, name) for name in scanner.__all__)
    assert set(scanner.__all__) <= set(dir(scanner))
    assert not hasattr(scanner, "nothing")
    root = Path(scanner.__file__).parents[1]
    assert [(root / name / "py.typed").is_file() for name in ("scanner", "patterns")] == [True, True]


TYPED = """\
import scanner
report: scanner.Report = scanner.scan("a", exclude=["b"], jobs=2)
line: int = report.findings[0].parts[0].location.start_line
wrong: int = scanner.rendered(report)
scanner.scan(excludes=["b"])
"""


def test_a_type_checker_knows_it(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(TYPED, encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "program.py"], cwd=tmp_path, capture_output=True)
    errors = re.findall(r"^program.py:(\d): error: .*\[(.*)\]", done.stdout.decode(), re.M)
    assert errors == [("4", "assignment"), ("5", "call-arg")]
