"""CSV: what RFC 4180 says, no formula, and columns that stay."""

from __future__ import annotations

import csv
import io

import pytest
from samples import ATTACKS, CLEAN, FULL, HISTORY, REPORTS, hostile

from scanner.formats.csv_report import COLUMNS, Csv
from scanner.formats.interface import Style
from scanner.model import Report

FIRST = (
    "record,fingerprint,kind,severity,confidence,title,tags,principal,principal_confidence,account_id,name,"
    "partition,conflict,evidence,parts,path,line,place,blob,commit,author,email,date,subject,refs,tips,"
    "last_commit,last_date,playbook,what_to_do,suppressed_by,reason,where"
)
"""The columns of the first version: others may only come behind them."""


def text(report: Report) -> str:
    return Csv().render(report, Style())


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text(report), newline=""), strict=True))


def test_nothing_found_is_a_header_alone() -> None:
    assert text(CLEAN) == ",".join(COLUMNS) + "\r\n"


def test_no_column_has_gone_or_moved() -> None:
    assert text(CLEAN).strip().startswith(FIRST)


@pytest.mark.parametrize("report", [pytest.param(report, id=name) for name, report in REPORTS.items()])
def test_every_row_is_a_line_with_all_columns(report: Report) -> None:
    found = rows(report)
    assert all(None not in row and None not in row.values() for row in found)
    assert text(report).count("\r\n") == len(found) + 1


def test_there_is_a_row_for_each_place_of_each_finding_and_for_what_was_not_looked_at() -> None:
    assert [row["record"] for row in rows(FULL)] == [
        *["finding"] * 8,
        *["suppressed"] * 3,
        "not looked at",
        "left out",
    ]


def test_a_row_tells_of_the_account_and_of_who_may_have_seen_it() -> None:
    row = rows(HISTORY)[0]
    assert (row["account_name"], row["account_kind"], row["exposure"]) == ("payments", "production", "public")
    assert rows(HISTORY)[3]["account_name"] == rows(HISTORY)[3]["exposure"] == ""


def test_a_row_of_a_history_has_its_commits() -> None:
    row = rows(HISTORY)[0]
    assert (row["commit"], row["date"], row["last_commit"]) == ("2e" * 20, "2021-03-04T09:12:00+00:00", "3d" * 20)
    assert row["refs"] == "refs/heads/main refs/tags/v1"


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ATTACKS.items()])
def test_no_cell_is_a_formula(attack: str) -> None:
    cells = [cell for row in rows(hostile(attack)) for cell in row.values()]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@pytest.mark.parametrize(
    ("path", "cell"),
    [
        pytest.param("a=b", "a=b", id="a sign inside"),
        pytest.param("=1+1", "'=1+1", id="an equals sign"),
        pytest.param("+1", "'+1", id="a plus"),
        pytest.param("-1", "'-1", id="a minus"),
        pytest.param("@x", "'@x", id="an at sign"),
        pytest.param("\uff1dx", "'\uff1dx", id="a wide equals sign"),
        pytest.param("a; =b;@c", "a; '=b;'@c", id="what would be a cell where they end at semicolons"),
        pytest.param('a,"b"', 'a,"b"', id="a comma and quotes"),
    ],
)
def test_a_cell_that_would_be_calculated_gets_an_apostrophe(path: str, cell: str) -> None:
    assert rows(hostile(path))[0]["path"] == cell
