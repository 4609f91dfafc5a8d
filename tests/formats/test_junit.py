"""JUnit: XML that any reader takes, with counts that add up."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from samples import ATTACKS, CLEAN, FULL, LOST, REPORTS, ROOT, hostile

from scanner.formats.escape import escaped
from scanner.formats.interface import Style
from scanner.formats.junit import JUnit
from scanner.model import Report


def suite(report: Report) -> ET.Element:
    root = ET.fromstring(JUnit().render(report, Style()).encode())
    assert [child.tag for child in root] == ["testsuite"]
    return root[0]


def test_a_clean_scan_has_one_case_that_passes() -> None:
    cases = suite(CLEAN).findall("testcase")
    assert [[*case] for case in cases] == [[]]


@pytest.mark.parametrize("report", [pytest.param(report, id=name) for name, report in REPORTS.items()])
def test_the_counts_are_those_of_the_cases(report: Report) -> None:
    found = suite(report)
    counted = {
        name: len(found.findall(f"testcase/{tag}"))
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    assert {name: found.get(name) for name in counted} == {name: str(number) for name, number in counted.items()}
    assert found.get("tests") == str(len(found.findall("testcase")))


def test_findings_fail_and_what_is_suppressed_is_skipped_and_what_is_lost_is_an_error() -> None:
    assert [child.tag for case in suite(FULL).findall("testcase") for child in case] == [
        *["failure"] * 3,
        *["skipped"] * 3,
        "error",
        "skipped",
    ]


def test_a_case_has_the_same_name_in_the_next_scan_wherever_the_lines_went() -> None:
    moved = ROOT._replace(
        parts=tuple(part._replace(location=part.location._replace(start_line=99)) for part in ROOT.parts)
    )
    names = [suite(CLEAN._replace(findings=(finding,))).find("testcase").get("name") for finding in (ROOT, moved)]  # type: ignore[union-attr]
    assert names[0] == names[1]


def test_an_incomplete_scan_does_not_pass() -> None:
    assert suite(CLEAN._replace(skipped=(LOST,))).get("errors") == "1"


@pytest.mark.parametrize("attack", [pytest.param(attack, id=name) for name, attack in ATTACKS.items()])
def test_content_comes_out_as_text_and_without_what_xml_cannot_hold(attack: str) -> None:
    document = JUnit().render(hostile(attack), Style())
    assert re.search("[^\\t\\n\\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", document) is None
    found = suite(hostile(attack))
    assert {element.tag for element in found.iter()} == {
        "testsuite",
        "testcase",
        "failure",
        "skipped",
        "error",
        "system-out",
    }
    assert escaped(attack) in str(found.find("testcase/failure").get("message"))  # type: ignore[union-attr]
