"""Reading a report back: what is no report is refused, and what is one comes back whole."""

from __future__ import annotations

import json
from typing import Any

import pytest
from samples import CLEAN, FULL, HISTORY, LONE, LOST, STAGED

from scanner.formats.interface import Style
from scanner.formats.json_report import Json
from scanner.formats.reading import NotAReportError, read
from scanner.model import Report

SECRET = "x" * 40


def document(report: Report = FULL) -> Any:
    return json.loads(Json().render(report, Style()))


def changed(path: str, value: object) -> bytes:
    """The report with the member at `a.0.b` replaced."""
    whole: Any = document()
    *way, last = path.split(".")
    at = whole
    for name in way:
        at = at[int(name) if name.isdecimal() else name]
    at[last] = value
    return json.dumps(whole).encode()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="broken"),
        pytest.param(b"\xff\xfe\xfa", id="no text"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"[]", id="another form"),
        pytest.param(b"{}", id="another object"),
        pytest.param(b'{"schema_version": 2}', id="another version"),
        pytest.param(b'{"schema_version": 1, "scan": {}}', id="without findings"),
        pytest.param(b'{"runs": [], "version": "2.1.0"}', id="SARIF"),
        pytest.param(changed("findings", {}), id="findings that are no list"),
        pytest.param(changed("findings.0.severity", SECRET), id="an unknown severity"),
        pytest.param(changed("findings.0.title", None), id="a title that is none"),
        pytest.param(changed("findings.0.parts", []), id="a finding without a part"),
        pytest.param(changed("findings.0.occurrences", []), id="a finding without a place"),
        pytest.param(changed("findings.0.kind", "a b"), id="a kind of two words"),
        pytest.param(changed("findings.0.occurrences.0.commit.id", "a\nb"), id="a commit with a line end"),
        pytest.param(changed("findings.0.parts.0.location.start_line", 0), id="a line before the first"),
        pytest.param(changed("findings.0.parts.0.location.start_line", True), id="a line that is no number"),
        pytest.param(changed("scan.seconds", float("nan")), id="a number that is none"),
        pytest.param(changed("scan.blobs", -1), id="a number below nothing"),
        pytest.param(changed("scan.complete", True), id="complete, though something was lost"),
    ],
)
def test_what_is_no_report_is_refused_without_repeating_it(data: bytes) -> None:
    with pytest.raises(NotAReportError) as error:
        read(data)
    assert "\n" not in str(error.value)
    assert SECRET not in str(error.value)


def test_the_message_says_where() -> None:
    with pytest.raises(NotAReportError, match=r"findings\[0\]\.severity"):
        read(changed("findings.0.severity", SECRET))


@pytest.mark.parametrize(
    "report",
    [
        pytest.param(CLEAN, id="nothing found"),
        pytest.param(FULL, id="findings"),
        pytest.param(STAGED, id="what is staged"),
        pytest.param(HISTORY, id="a history"),
    ],
)
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    assert read(Json().render(report, Style()).encode()) == report


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encodings_of_other_systems_shells_are_read(encoding: str) -> None:
    assert read(Json().render(FULL, Style()).encode(encoding)) == FULL


def test_members_of_later_versions_are_passed_over() -> None:
    assert read(changed("findings.0.novelty", {"a": 1})) == FULL


def test_members_that_earlier_versions_did_not_have_may_be_missing() -> None:
    whole = document(CLEAN._replace(findings=(LONE,), skipped=(LOST,)))
    for name in ("tips", "reach", "last"):
        del whole["findings"][0]["occurrences"][0][name]
    assert read(json.dumps(whole).encode()).findings == (LONE,)
