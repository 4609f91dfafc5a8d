"""GitLab's report: what its format demands, and IDs that stay."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import ALLOWED, ATTACKS, CLEAN, EARLY, FULL, HISTORY, LINK, LOST, REPORTS, ROOT, hostile

from scanner.formats.gitlab import GitLab
from scanner.formats.interface import Style
from scanner.model import Report, Step

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "gitlab-secret-detection.subset.json").read_bytes())


def read(report: Report, now: str = "2024-05-06T07:08:09") -> Any:
    return json.loads(GitLab().render(report, Style(now=now)))


def first(report: Report) -> Any:
    return read(report)["vulnerabilities"][0]


@pytest.mark.parametrize("report", [pytest.param(report, id=name) for name, report in REPORTS.items()])
def test_the_report_has_the_form_that_gitlab_takes(report: Report) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    validator = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(read(report))] == []


def test_nothing_is_no_vulnerability() -> None:
    assert read(CLEAN)["vulnerabilities"] == []


def test_what_is_suppressed_is_no_vulnerability() -> None:
    assert read(CLEAN._replace(suppressed=(ALLOWED,)))["vulnerabilities"] == []


def test_the_scan_ended_when_the_report_was_written_and_took_as_long_as_it_did() -> None:
    scan = read(CLEAN._replace(seconds=69.0))["scan"]
    assert (scan["start_time"], scan["end_time"]) == ("2024-05-06T07:07:00", "2024-05-06T07:08:09")


def test_a_scan_that_could_not_look_at_all_has_failed_and_says_at_what() -> None:
    scan = read(CLEAN._replace(skipped=(LOST, LINK)))["scan"]
    assert scan["status"] == "failure"
    assert [message["level"] for message in scan["messages"]] == ["warn", "info"]
    assert read(CLEAN)["scan"]["status"] == "success"


def test_an_id_is_of_the_credential_and_not_of_its_place_or_moment() -> None:
    moved = ROOT._replace(occurrences=ROOT.occurrences[1:], severity="high")
    other = ROOT._replace(fingerprint="0" * 32)
    ids = [first(CLEAN._replace(findings=(finding,)))["id"] for finding in (ROOT, moved, other)]
    assert ids[0] == ids[1] != ids[2]
    assert read(FULL, now="2030-01-01T00:00:00")["vulnerabilities"][2]["id"] == ids[0]


def test_what_it_is_tracked_by_is_of_the_credential_too() -> None:
    """Else GitLab takes two that stood in one place, one after the other, for one."""
    moved = ROOT._replace(parts=tuple(part._replace(location=part.location._replace(path="b")) for part in ROOT.parts))
    other = ROOT._replace(fingerprint="0" * 32)
    tracked = [first(CLEAN._replace(findings=(item,)))["tracking"]["items"][0] for item in (ROOT, moved, other)]
    assert [item["signatures"] for item in tracked] == [
        [{"algorithm": "hash", "value": item.fingerprint}] for item in (ROOT, moved, other)
    ]
    assert [(item["file"], item["start_line"], item["end_line"]) for item in tracked[:2]] == [
        ("rootkey.csv", 2, 2),
        ("b", 2, 2),
    ]


def test_the_extract_of_the_source_is_masked() -> None:
    assert first(CLEAN._replace(findings=(ROOT,)))["raw_source_code_extract"] == f"AKIA{'*' * 12}WXYZ"


def test_the_commit_is_the_one_of_the_place() -> None:
    assert first(HISTORY)["location"] == {
        "file": "rootkey.csv",
        "commit": {"sha": EARLY.id, "author": "Ada", "date": EARLY.date, "message": "Keep the key"},
        "start_line": 2,
        "end_line": 2,
    }


def test_files_have_the_commit_that_gitlabs_own_analyzer_gives_them() -> None:
    assert first(FULL)["location"]["commit"]["sha"] != "0000000"
    assert first(CLEAN._replace(findings=(ROOT,)))["location"]["commit"] == {"sha": "0000000"}


def test_places_stand_in_a_table_with_links_to_file_and_commit() -> None:
    rows = read(HISTORY)["vulnerabilities"][0]["details"]["places"]["rows"]
    assert rows[0][:2] == [
        {"type": "file-location", "file_name": "rootkey.csv", "line_start": 2},
        {"type": "commit", "value": EARLY.id},
    ]


def test_long_texts_are_cut_to_what_gitlab_takes() -> None:
    steps = tuple(Step("x" * 100, "", (), None) for _ in range(100))
    long = ROOT._replace(title="t" * 300, remediation=ROOT.remediation._replace(steps=steps))
    found = first(CLEAN._replace(findings=(long,)))
    assert (len(found["name"]), len(found["solution"])) == (255, 7000)


@pytest.mark.parametrize("name", ["links and images of Markdown", "markup"])
def test_what_is_read_as_markdown_makes_no_link_image_or_markup(name: str) -> None:
    found = first(hostile(ATTACKS[name]))
    for text in (found["description"], found["solution"]):
        bare = text.replace("\\\\", "")
        assert [at for at, char in enumerate(bare) if char in "[]<>!`" and bare[at - 1] != "\\"] == []


def test_only_addresses_of_the_web_are_links() -> None:
    assert first(hostile("javascript:alert(1)"))["links"] == []
    assert first(FULL)["links"] == [{"url": "https://example.com/"}]
