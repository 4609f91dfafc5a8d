"""Annotations: what the runner of GitHub Actions makes of each line."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from samples import ATTACKS, CLEAN, FULL, HISTORY, LOST, ROOT, hostile

from scanner.formats.github import GitHub
from scanner.formats.interface import Style
from scanner.model import Report


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str


def text(report: Report, quiet: bool = False) -> str:
    return GitHub().render(report, Style(quiet=quiet))


def understood(line: str) -> Command:
    """The line as the runner reads it: https://github.com/actions/runner, src/Runner.Common/ActionCommand.cs."""
    assert line.startswith("::")
    info, _, data = line[2:].partition("::")
    name, _, properties = info.partition(" ")
    pairs = [pair.split("=", 1) for pair in properties.split(",")]
    return Command(name, {key: unescaped(value) for key, value in pairs}, unescaped(data))


def unescaped(value: str) -> str:
    for token, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(token, char)
    return value


def test_quiet_says_nothing_of_nothing() -> None:
    assert text(CLEAN, quiet=True) == ""


def test_a_clean_scan_is_one_notice() -> None:
    assert text(CLEAN) == "::notice title=Akia::Looked at 3 files, 999 bytes in 0.0 s: no findings.\n"


def test_a_finding_stands_at_the_place_of_its_first_part() -> None:
    command = understood(text(CLEAN._replace(findings=(ROOT,))).split("\n")[0])
    assert command.name == "error"
    assert command.properties == {
        "file": "rootkey.csv",
        "line": "2",
        "endLine": "2",
        "col": "1",
        "endColumn": "21",
        "title": f"{ROOT.title} (critical)",
    }
    assert "Deactivate the key" in command.data


def test_a_part_of_several_lines_has_no_columns() -> None:
    part = ROOT.parts[0]
    long = ROOT._replace(parts=(part._replace(location=part.location._replace(end_line=9)),))
    properties = understood(text(CLEAN._replace(findings=(long,))).split("\n")[0]).properties
    assert "col" not in properties
    assert "endColumn" not in properties


def test_grave_findings_are_errors_and_others_warnings_and_notices() -> None:
    findings = tuple(ROOT._replace(severity=severity) for severity in ("critical", "high", "medium", "low", "info"))
    names = [understood(line).name for line in text(CLEAN._replace(findings=findings)).splitlines()]
    assert names == ["error", "error", "warning", "notice", "notice", "notice"]


def test_what_could_not_be_looked_at_is_a_warning_of_its_file() -> None:
    command = understood(text(CLEAN._replace(skipped=(LOST,)), quiet=True).rstrip("\n"))
    assert (command.name, command.properties["file"]) == ("warning", "secret.zip")


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ATTACKS.items()])
def test_every_line_is_a_command_of_ours_whatever_the_content(attack: str) -> None:
    lines = text(hostile(attack)).split("\n")
    assert lines.pop() == ""
    commands = [understood(line) for line in lines]
    assert [command.name for command in commands] == ["warning", "warning", "notice"]
    assert [*commands[0].properties] == ["file", "line", "endLine", "col", "endColumn", "title"]


@pytest.mark.parametrize(
    "path",
    [
        pytest.param("a,b:c=d.env", id="what parts properties"),
        pytest.param("100%.env", id="a percent sign"),
        pytest.param("a%0Ab%25.env", id="what looks escaped already"),
        pytest.param("a::b::c", id="what parts a command"),
    ],
)
def test_odd_paths_come_out_as_they_are(path: str) -> None:
    assert understood(text(hostile(path)).split("\n")[0]).properties["file"] == path


def test_the_commit_is_told() -> None:
    assert "First in commit 2e2e2e2e2e2e of 2021-03-04 by Ada." in understood(text(HISTORY).split("\n")[0]).data


def test_findings_stand_in_the_order_of_the_report() -> None:
    titles = [understood(line).properties["title"] for line in text(FULL).splitlines()[:3]]
    assert titles == [f"{finding.title} ({finding.severity})" for finding in FULL.findings]
