"""JSON lines: each line a document, the last one the summary."""

from __future__ import annotations

import json
from typing import Any

import pytest
from samples import CLEAN, FULL, REPORTS

from scanner.formats.interface import Style
from scanner.formats.json_report import Json
from scanner.formats.jsonl import JsonLines
from scanner.model import Report


def lines(report: Report) -> list[Any]:
    return [json.loads(line) for line in JsonLines().render(report, Style()).splitlines()]


def test_nothing_found_is_a_summary_alone() -> None:
    assert [line["type"] for line in lines(CLEAN)] == ["summary"]


def test_findings_come_first_and_the_summary_last() -> None:
    kinds = [line["type"] for line in lines(FULL)]
    assert kinds == [*["finding"] * 3, *["suppressed"] * 3, *["skipped"] * 2, "summary"]


@pytest.mark.parametrize("report", [pytest.param(report, id=name) for name, report in REPORTS.items()])
def test_the_lines_hold_what_the_json_report_holds(report: Report) -> None:
    whole = json.loads(Json().render(report, Style()))
    found: dict[str, list[Any]] = {"finding": [], "suppressed": [], "skipped": [], "summary": []}
    for line in lines(report):
        found[line.pop("type")].append(line)
    assert [found["finding"], found["suppressed"], found["skipped"]] == [
        whole[name] for name in ("findings", "suppressed", "skipped")
    ]
    assert found["summary"] == [{name: whole[name] for name in ("schema_version", "tool", "scan", "summary")}]
