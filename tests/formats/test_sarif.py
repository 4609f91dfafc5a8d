"""SARIF: what the schema and GitHub ask of it, and that content stays content."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from samples import ALLOWED, ATTACKS, CLEAN, EXAMPLE, FULL, GONE, HISTORY, LOST, REPORTS, ROOT, appeared, hostile

from scanner.formats.interface import Style
from scanner.formats.sarif.log import Sarif
from scanner.formats.sarif.places import file, words
from scanner.model import SEVERITIES, Report, Severity

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_bytes())
URI = re.compile(r"[A-Za-z0-9._~/!-]*(?:%[0-9A-F]{2}[A-Za-z0-9._~/!-]*)*")
"""A relative reference as RFC 3986 has it, of the characters that are written."""


def run(report: Report) -> Any:
    return json.loads(Sarif().render(report, Style()))["runs"][0]


def result(report: Report) -> Any:
    return run(report)["results"][0]


@pytest.mark.parametrize("report", [pytest.param(report, id=name) for name, report in REPORTS.items()])
def test_the_log_follows_the_schema(report: Report) -> None:
    document = json.loads(Sarif().render(report, Style()))
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(document)] == []


def test_a_clean_scan_is_a_run_without_results() -> None:
    assert run(CLEAN)["results"] == []
    assert run(CLEAN)["invocations"] == [{"executionSuccessful": True, "toolExecutionNotifications": []}]


def test_what_could_not_be_looked_at_makes_the_run_unsuccessful() -> None:
    invocation = run(CLEAN._replace(skipped=(LOST,)))["invocations"][0]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["level"] == "error"


@pytest.mark.parametrize(
    ("severity", "level", "score"),
    [
        pytest.param("critical", "error", "9.5", id="critical: above 9.0"),
        pytest.param("high", "error", "8.0", id="high: from 7.0 to 8.9"),
        pytest.param("medium", "warning", "5.5", id="medium: from 4.0 to 6.9"),
        pytest.param("low", "note", "3.0", id="low: from 0.1 to 3.9"),
        pytest.param("info", "note", "0.0", id="info: none"),
    ],
)
def test_severities_are_those_that_github_shows(severity: Severity, level: str, score: str) -> None:
    found = run(CLEAN._replace(findings=(ROOT._replace(severity=severity),)))
    rule = found["tool"]["driver"]["rules"][0]
    assert (found["results"][0]["level"], rule["properties"]["security-severity"]) == (level, score)
    assert "security" in rule["properties"]["tags"]


def test_findings_of_one_situation_and_several_severities_have_several_rules() -> None:
    found = run(CLEAN._replace(findings=tuple(ROOT._replace(severity=severity) for severity in SEVERITIES)))
    rules = [rule["id"] for rule in found["tool"]["driver"]["rules"]]
    assert len(set(rules)) == len(SEVERITIES)
    assert [rules[item["ruleIndex"]] for item in found["results"]] == [item["ruleId"] for item in found["results"]]


def test_the_help_of_a_rule_names_nobody_if_its_findings_are_several_peoples() -> None:
    rules = {rule["id"]: rule["help"] for rule in run(HISTORY)["tool"]["driver"]["rules"]}
    shared = rules["access-key-pair/iam-user-access-key/critical"]
    assert "Deactivate the key" in shared["text"]
    assert re.search("alice|bob", str(shared)) is None
    assert "alice" in str(rules["access-key-pair/root-access-key/critical"])


def test_each_result_has_the_commands_of_its_own() -> None:
    texts = [item["message"]["text"] for item in run(HISTORY)["results"]]
    assert [re.findall("--user-name ([a-z]+)", text) for text in texts[1:3]] == [["alice"] * 2, ["bob"] * 2]


def test_links_of_a_message_lead_to_locations_of_the_result() -> None:
    for item in run(HISTORY)["results"]:
        known = [location["id"] for location in item["relatedLocations"]]
        linked = [int(number) for number in re.findall(r"\]\((\d+)\)", item["message"]["text"])]
        assert known == list(range(1, len(known) + 1))
        assert set(linked) <= set(known)
    assert linked == []  # of a lone key ID
    assert "[secret wJal" in run(HISTORY)["results"][0]["message"]["text"]


def test_the_commits_are_told() -> None:
    text = run(HISTORY)["results"][1]["message"]["text"]
    assert "First in commit 3d3d3d3d3d3d of 2022-07-08 by Grace." in text
    assert "It still stands at the tip of main." in text


def test_the_fingerprint_is_of_the_credential_and_not_of_its_place() -> None:
    moved = ROOT._replace(
        parts=tuple(
            part._replace(location=part.location._replace(path="x", start_line=99, end_line=99)) for part in ROOT.parts
        )
    )
    before, after = (result(CLEAN._replace(findings=(item,))) for item in (ROOT, moved))
    assert before["partialFingerprints"] == after["partialFingerprints"] == {"akiaFingerprint/v1": "a" * 32}
    assert before["ruleId"] == after["ruleId"]


def test_columns_are_code_points() -> None:
    assert run(FULL)["columnKind"] == "unicodeCodePoints"


@pytest.mark.parametrize(
    ("held", "kind"),
    [pytest.param(ALLOWED, "inSource", id="a comment"), pytest.param(EXAMPLE, "external", id="anything else")],
)
def test_what_is_suppressed_says_why(held: Any, kind: str) -> None:
    suppression = result(CLEAN._replace(suppressed=(held,)))["suppressions"][0]
    assert (suppression["kind"], suppression["status"]) == (kind, "accepted")
    assert held.reason in suppression["justification"]


def test_findings_are_not_suppressed() -> None:
    assert all("suppressions" not in item for item in run(FULL._replace(suppressed=()))["results"])


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("src/app.py", "src/app.py", id="a plain path"),
        pytest.param("a b/ä.env", "a%20b/%C3%A4.env", id="a blank and a letter beyond ASCII"),
        pytest.param("a#b?c%d", "a%23b%3Fc%25d", id="what ends a path, and a percent sign"),
        pytest.param("c:d", "c%3Ad", id="what looks like a scheme"),
        pytest.param("a\\b\n", "a%5Cb%0A", id="a backslash and a line end"),
        pytest.param("x\udcff", "x%5Cxff", id="a byte that is not UTF-8, as the JSON report has it"),
        pytest.param("a.zip!b/c", "a.zip!b/c", id="a member of an archive"),
    ],
)
def test_paths_are_relative_uris(path: str, uri: str) -> None:
    assert file(path) == {"uri": uri, "uriBaseId": "%SRCROOT%"}


def test_an_absolute_path_is_a_uri_without_a_base() -> None:
    assert file("/etc/x y") == {"uri": "file:///etc/x%20y"}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ATTACKS.items()])
def test_content_makes_no_link_no_argument_and_no_broken_uri(text: str) -> None:
    item = result(hostile(text))
    message = item["message"]["text"]
    assert re.search(r"(?<!\\)\]\((?!\d+\))", message) is None
    assert "{" not in message.replace("{{", "")
    places = [*item["locations"], *item["relatedLocations"]]
    uris = [place["physicalLocation"]["artifactLocation"]["uri"] for place in places]
    assert [uri for uri in uris if not URI.fullmatch(uri)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("plain", "plain", id="no bracket"),
        pytest.param("[a](b)", "\\[a\\](b)", id="brackets"),
        pytest.param("\\[a", "\\\\\\[a", id="a bracket behind a backslash"),
        pytest.param("C:\\a", "C:\\a", id="a backslash alone"),
    ],
)
def test_brackets_are_escaped_as_the_standard_says(text: str, shown: str) -> None:
    assert words(text) == shown


def test_no_result_has_more_locations_than_github_takes() -> None:
    first = GONE.occurrences[0]
    many = tuple(appeared(f"{number}.env", 1, first.commit, first.commit) for number in range(1200))
    item = result(CLEAN._replace(findings=(GONE._replace(occurrences=many),)))
    assert len(item["relatedLocations"]) < 1000
    assert len(item["properties"]["occurrences"]) == 1200
    assert "other places" in item["message"]["text"]
