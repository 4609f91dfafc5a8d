"""What holds for every format, whatever the report."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest
from samples import CLEAN, FULL, HISTORY, REPORTS

from scanner import __version__
from scanner.formats.choice import FORMATS, chosen
from scanner.formats.interface import Style
from scanner.formats.json_report import Json
from scanner.formats.reading import read
from scanner.model import Report

LINES = ("json", "sarif", "gitlab", "github", "junit", "csv", "jsonl")
"""Formats whose every line is shown as it is."""
GOLDEN = {
    "sarif": "sarif",
    "gitlab": "gitlab.json",
    "github": "github.txt",
    "junit": "xml",
    "csv": "csv",
    "jsonl": "jsonl",
}
ALL = [pytest.param(report, id=name) for name, report in REPORTS.items()]


def rendered(name: str, report: Report) -> str:
    return chosen(name).render(report, Style())


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", ALL)
def test_a_document_is_valid_unicode_and_ends_its_last_line(name: str, report: Report) -> None:
    assert rendered(name, report).encode().endswith(b"\n")


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("report", ALL)
def test_no_line_holds_what_cannot_be_shown(name: str, report: Report) -> None:
    lines = rendered(name, report).replace("\r\n", "\n").split("\n")
    assert [line for line in lines if not line.isprintable()] == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("report", ALL)
def test_a_report_that_was_read_back_is_written_as_it_was_the_first_time(name: str, report: Report) -> None:
    again = read(Json().render(report, Style()).encode())
    assert rendered(name, again) == rendered(name, report)


@pytest.mark.parametrize("name", FORMATS)
def test_what_could_not_be_looked_at_is_in_every_format(name: str) -> None:
    assert "secret.zip" in rendered(name, REPORTS["nothing found, but not all looked at"])
    assert "secret.zip" not in rendered(name, CLEAN)


@pytest.mark.parametrize("name", FORMATS)
def test_findings_are_in_every_format_with_their_owner_and_their_places(name: str) -> None:
    document = rendered(name, FULL)
    assert [word for word in ("alice", "rootkey.csv", "AKIA************ABCD") if word not in document] == []


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "text"])
def test_who_may_have_seen_it_and_why_it_is_so_grave_are_in_every_format(name: str) -> None:
    document = rendered(name, HISTORY)
    told = ("payments", "A remote is on a host of public repositories.", "The account is one of production.")
    assert [words for words in told if words not in document] == []


def leaves(value: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Each text and number of a document, and what it is called."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{name}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, name)
    elif value is not None and not isinstance(value, bool):
        yield name, json.dumps(value, ensure_ascii=False).strip('"')


SHORT = (".tool", ".scan", ".schema_version", ".summary", ".location.end")
"""What a table of findings has no place for."""


@pytest.mark.parametrize(("name", "without"), [("jsonl", ()), ("sarif", ()), ("csv", SHORT)])
@pytest.mark.parametrize("report", [pytest.param(FULL, id="files"), pytest.param(HISTORY, id="history")])
def test_nothing_is_lost_where_there_is_room_for_all(name: str, without: tuple[str, ...], report: Report) -> None:
    document = rendered(name, report).replace('""', '"' if name == "csv" else '""')
    told = leaves(json.loads(rendered("json", report)))
    lost = {known for known, value in told if value not in document and not any(part in known for part in without)}
    assert lost == set()


@pytest.mark.parametrize("name", GOLDEN)
@pytest.mark.parametrize(
    ("title", "report"), [pytest.param("full", FULL, id="files"), pytest.param("history", HISTORY, id="history")]
)
def test_documents_are_as_they_were(name: str, title: str, report: Report, golden: Callable[[str, str], None]) -> None:
    document = rendered(name, report)
    golden(
        f"{title}.{GOLDEN[name]}",
        re.sub(f'"((?:semanticV|v)ersion)":( ?)"{re.escape(__version__)}"', r'"\1":\2"VERSION"', document),
    )
