"""`akia report`: a scan's report in another form, with the scan's own exit status."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

from patterns._fake import fake
from scanner.cli.main import main
from scanner.formats.choice import FORMATS

KEYS = fake("aws_access_key_id = <id>\naws_secret_access_key = <secret>\n")
SECRET = fake("<secret>").decode()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a file of credentials."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.ini").write_bytes(KEYS)
    return tmp_path


def scan(*arguments: str) -> int:
    """The status of a scan whose JSON report is akia.json."""
    return main(["scan", "app.ini", "--format", "json", "--output", "akia.json", *arguments])


def timeless(document: str) -> str:
    """The document without what tells how long the scan took."""
    return re.sub(r"[0-9]+\.[0-9]+|T[0-9:]{8}", "N", document)


def test_a_report_as_json_is_the_report(folder: Path) -> None:
    assert scan() == 1
    assert main(["report", "akia.json", "--format", "json", "--output", "again.json"]) == 1
    assert (folder / "again.json").read_bytes() == (folder / "akia.json").read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_in_any_form_is_what_the_scan_would_have_written(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    scan()
    main(["report", "akia.json", "--format", name, "--output", "converted"])
    main(["scan", "app.ini", "--format", name, "--output", "direct"])
    converted, direct = ((folder / file).read_text() for file in ("converted", "direct"))
    assert timeless(converted) == timeless(direct)
    assert SECRET not in converted + direct


@pytest.mark.parametrize(
    ("options", "status"),
    [
        pytest.param([], 1, id="as a scan by default"),
        pytest.param(["--fail-on", "critical"], 1, id="a severity that is reached"),
        pytest.param(["--fail-on", "never"], 0, id="never"),
    ],
)
def test_the_status_is_that_of_the_scan_with_the_same_fail_on(options: list[str], status: int, folder: Path) -> None:
    assert scan(*options) == main(["report", "akia.json", "--quiet", *options]) == status


def test_the_status_of_a_clean_scan_is_0(folder: Path) -> None:
    (folder / "app.ini").write_text("nothing\n")
    assert (scan(), main(["report", "akia.json"])) == (0, 0)


def test_an_incomplete_scan_stays_incomplete_unless_that_is_allowed(folder: Path) -> None:
    (folder / "app.ini").unlink()
    assert scan() == 2
    assert main(["report", "akia.json"]) == 2
    assert main(["report", "akia.json", "--allow-incomplete"]) == 0


def test_standard_input_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> None:
    scan()
    with (folder / "akia.json").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert main(["report", "-", "--format", "json"]) == 1
    assert capsysbinary.readouterr().out == (folder / "akia.json").read_bytes()


@pytest.mark.parametrize("name", ["sarif", "junit", "csv", "jsonl", "html"])
def test_what_is_suppressed_can_be_left_out(name: str, folder: Path) -> None:
    (folder / "app.ini").write_bytes(fake("key = <id>  # akia:allow\n"))
    assert main(["scan", "--format", "json", "--output", "akia.json"]) == 0
    main(["report", "akia.json", "--format", name, "--output", "all"])
    main(["report", "akia.json", "--format", name, "--output", "some", "--no-suppressed"])
    assert "app.ini" in (folder / "all").read_text()
    assert "app.ini" not in (folder / "some").read_text()


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param([], id="no report named"),
        pytest.param(["a", "b"], id="two reports"),
        pytest.param(["missing.json"], id="a report that is not there"),
        pytest.param(["."], id="a folder"),
        pytest.param(["app.ini"], id="another file"),
        pytest.param(["foreign.json"], id="JSON of another program"),
        pytest.param(["akia.json", "--format", "pdf"], id="a form that is not known"),
        pytest.param(["/dev/zero"], id="a device without an end"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(arguments: list[str], folder: Path, capsys: Any) -> None:
    scan()
    (folder / "foreign.json").write_text('{"version": "2.1.0", "runs": []}')
    capsys.readouterr()
    assert main(["report", *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("akia: ")
    assert err.count("\n") == 1
    assert SECRET not in err
