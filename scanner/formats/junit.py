"""JUnit's XML, which Jenkins, GitLab and most others show: a test case for each finding.

There is no specification; what is written is what https://github.com/testmoapp/junitxml describes as common.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from scanner.formats import words
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.formats.occurrences import elsewhere
from scanner.formats.stay import background
from scanner.model import Finding, Report, Skipped, Suppressed


class JUnit(Format):
    """One suite: findings fail, what is suppressed is skipped, what could not be looked at is an error.

    A clean report has one case that passes, since some readers take a suite without any for a fault.
    """

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        root = ET.Element("testsuites", _counts(report))
        suite = ET.SubElement(root, "testsuite", {**_counts(report), "time": f"{report.seconds:.3f}"})
        suite.extend(_cases(report))
        ET.SubElement(suite, "system-out").text = words.summary(report)
        ET.indent(root)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _counts(report: Report) -> dict[str, str]:
    lost = sum(item.incomplete for item in report.skipped)
    cases = len(report.findings) + len(report.suppressed) + len(report.skipped)
    return {
        "name": "akia",
        "tests": str(cases or 1),
        "failures": str(len(report.findings)),
        "errors": str(lost),
        "skipped": str(len(report.suppressed) + len(report.skipped) - lost),
    }


def _cases(report: Report) -> Iterator[ET.Element]:
    yield from (_failure(finding) for finding in report.findings)
    yield from (_suppressed(item) for item in report.suppressed)
    yield from (_lost(item) for item in report.skipped)
    if not (report.findings or report.suppressed or report.skipped):
        yield _case("akia", "no credentials found")


def _failure(finding: Finding) -> ET.Element:
    case = _of(finding)
    said = {"type": finding.severity, "message": f"{escaped(finding.title)}, {words.owner(finding)}"}
    ET.SubElement(case, "failure", said).text = "\n".join(_lines(finding))
    return case


def _suppressed(item: Suppressed) -> ET.Element:
    case = _of(item.finding)
    where = f" ({escaped(item.where)})" if item.where else ""
    ET.SubElement(case, "skipped", {"message": f"{item.by}: {escaped(item.reason)}{where}"})
    return case


def _lost(item: Skipped) -> ET.Element:
    case = _case(item.path, "not looked at")
    why = {"message": escaped(item.detail or item.reason)}
    ET.SubElement(case, "error" if item.incomplete else "skipped", {**why, "type": escaped(item.reason)})
    return case


def _of(finding: Finding) -> ET.Element:
    """A case whose name is the same from scan to scan, so that its history can be followed."""
    first = finding.parts[0]
    case = _case(first.location.path, f"{escaped(finding.title)} {escaped(first.masked)} {finding.fingerprint[:8]}")
    case.set("line", str(first.location.start_line))
    return case


def _case(path: str, name: str) -> ET.Element:
    """A case of a file. What XML cannot hold is escaped, as everything is that cannot be shown."""
    return ET.Element("testcase", {"classname": escaped(path), "name": name, "file": escaped(path)})


def _lines(finding: Finding) -> Iterator[str]:
    yield f"whose: {words.owner(finding)}, {finding.principal.confidence} confidence"
    for evidence in finding.principal.evidence:
        where = f" ({words.place(evidence.path, evidence.line)})" if evidence.path else ""
        yield f"because {escaped(evidence.detail)}{where}"
    for part in finding.parts:
        yield f"{part.role} {escaped(part.masked)} at {words.location(part.location)}"
    yield from background(finding)
    yield from (f"also at {words.occurrence(item)}" for item in elsewhere(finding))
    yield f"what to do: {escaped(finding.remediation.summary)}"
    for number, step in enumerate(finding.remediation.steps, 1):
        yield f"{number}. {escaped(step.title)}"
        yield f"   {escaped(step.detail)}"
        yield from (f"   $ {escaped(command)}" for command in step.commands)
        if step.reference:
            yield f"   see {escaped(step.reference)}"
    tags = f", tagged {escaped(', '.join(finding.tags))}" if finding.tags else ""
    yield f"known as {finding.fingerprint}: {escaped(finding.kind)}, {finding.confidence} confidence{tags}"
