"""The JSON report keeps its contract, which other programs rely on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import CLEAN, FULL, HOSTILE, HOSTILE_TEXT, STAGED

from scanner import __version__
from scanner.formats.interface import Style
from scanner.formats.json_report import Json
from scanner.model import Report

SCHEMA = Path(__file__).parents[1] / "report-v1.schema.json"
PUBLISHED = Path(__file__).parents[2] / "docs" / "report-v1.schema.json"
REPORTS = [
    pytest.param(CLEAN, id="nothing found"),
    pytest.param(FULL, id="findings, suppressed and skipped ones"),
    pytest.param(STAGED, id="what is staged"),
]


def rendered(report: Report) -> str:
    return Json().render(report, Style(color=True, quiet=True))


def read(report: Report) -> Any:
    return json.loads(rendered(report))


@pytest.mark.parametrize("report", REPORTS)
def test_the_report_follows_the_schema(report: Report) -> None:
    schema = json.loads(SCHEMA.read_bytes())
    Draft202012Validator.check_schema(schema)
    assert list(Draft202012Validator(schema).iter_errors(read(report))) == []


def test_the_published_schema_is_the_one_that_is_tested() -> None:
    assert PUBLISHED.read_bytes() == SCHEMA.read_bytes()


def test_the_report_is_as_it_was(golden: Callable[[str, str], None]) -> None:
    golden("full.json", rendered(FULL).replace(f'"version": "{__version__}"', '"version": "VERSION"'))


def test_keys_stand_in_the_order_of_the_contract() -> None:
    document = read(FULL)
    assert list(document) == [
        "schema_version",
        "tool",
        "scan",
        "summary",
        "findings",
        "suppressed",
        "skipped",
    ]
    assert list(document["scan"]) == ["source", "target", "blobs", "bytes", "seconds", "complete"]
    assert document["summary"]["by_severity"] == {"critical": 2, "medium": 1}
    assert not document["scan"]["complete"]


def test_what_is_hostile_stays_data() -> None:
    text = rendered(HOSTILE)
    text.encode()
    assert text.endswith("}\n")
    assert all(line.isprintable() for line in text.split("\n"))
    assert read(HOSTILE)["scan"]["target"] == HOSTILE_TEXT.replace("\udcff", "\\xff")


def test_characters_beyond_the_first_plane_survive() -> None:
    document = Json().render(Report("stdin", "\U000e0041 😀 é", 0, 0, 0.0, (), (), ()), Style())
    assert "😀 é" in document
    assert json.loads(document)["scan"]["target"] == "\U000e0041 😀 é"
