"""GitLab's secret detection report, for its vulnerability reports and merge requests.

The format is that of https://gitlab.com/gitlab-org/security-products/security-report-schemas, version 15.2.1.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from scanner import __version__
from scanner.formats import words
from scanner.formats.documents import document
from scanner.formats.escape import escaped
from scanner.formats.gitlab_details import details
from scanner.formats.interface import Format, Style
from scanner.formats.markdown import is_web, prose
from scanner.formats.occurrences import shown
from scanner.model import Commit, Finding, Report, Skipped

VERSION = "15.2.1"
SCHEMA = (
    "https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/"
    f"v{VERSION}/dist/secret-detection-report-format.json"
)
NO_COMMIT = "0000000"
"""What GitLab's own analyzer writes where a secret stands in files and not in a commit."""
LONGEST_NAME = 255
LONGEST_SOLUTION = 7000
TOOL = {"id": "akia", "name": "Akia", "version": __version__, "vendor": {"name": "Akia"}}
CWE = {
    "type": "cwe",
    "name": "CWE-798",
    "value": "798",
    "url": "https://cwe.mitre.org/data/definitions/798.html",
}


class GitLab(Format):
    """One vulnerability for each finding. What is suppressed is left out: GitLab has no word for it."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report. The format demands the time of the scan, so that it takes `style.now`."""
        content = {"version": VERSION, "schema": SCHEMA, "scan": _scan(report, style)}
        return document({**content, "vulnerabilities": [_vulnerability(finding) for finding in report.findings]})


def _scan(report: Report, style: Style) -> dict[str, object]:
    end = datetime.fromisoformat(style.now)
    start = end - timedelta(seconds=report.seconds)
    return {
        "analyzer": TOOL,
        "scanner": TOOL,
        "type": "secret_detection",
        "start_time": start.isoformat(timespec="seconds"),
        "end_time": end.isoformat(timespec="seconds"),
        "status": "success" if report.complete else "failure",
        "messages": [_message(item) for item in report.skipped],
    }


def _message(item: Skipped) -> dict[str, str]:
    level = "warn" if item.incomplete else "info"
    return {"level": level, "value": f"Not looked at: {escaped(item.path)}: {escaped(item.detail or item.reason)}"}


def _vulnerability(finding: Finding) -> dict[str, object]:
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:akia:{finding.fingerprint}")),
        "name": escaped(finding.title)[:LONGEST_NAME],
        "description": prose(f"{finding.title}, {words.owner(finding)}. {finding.remediation.summary}"),
        "severity": finding.severity.capitalize(),
        "solution": _solution(finding),
        "identifiers": [_identifier(finding), CWE],
        "links": [{"url": url} for url in _links(finding)],
        "location": _location(finding),
        "tracking": _tracking(finding),
        "raw_source_code_extract": finding.parts[0].masked,
        "details": details(finding),
    }


def _identifier(finding: Finding) -> dict[str, str]:
    """The first is what GitLab tells vulnerabilities apart by, together with how they are tracked."""
    return {"type": "akia_kind", "name": f"Akia {finding.kind}", "value": finding.kind}


def _location(finding: Finding) -> dict[str, object]:
    place = finding.parts[0].location
    at = shown(finding)
    lines = {"start_line": place.start_line, "end_line": place.end_line}
    return {"file": place.path, "commit": _commit(at.commit if at else None), **lines}


def _tracking(finding: Finding) -> dict[str, object]:
    """By what GitLab knows it again. Else that is the kind and the place: two keys that stood on one line, one after
    the other, would be one vulnerability, and a key that is moved a new one.
    """
    place = finding.parts[0].location
    lines = {"start_line": place.start_line, "end_line": place.end_line}
    signature = {"algorithm": "hash", "value": finding.fingerprint}
    return {"type": "source", "items": [{"file": place.path, **lines, "signatures": [signature]}]}


def _commit(commit: Commit | None) -> dict[str, str]:
    if commit is None:
        return {"sha": NO_COMMIT}
    return {"sha": commit.id, "author": commit.author, "date": commit.date, "message": commit.subject}


def _solution(finding: Finding) -> str:
    return "\n".join(_steps(finding))[:LONGEST_SOLUTION]


def _steps(finding: Finding) -> Iterator[str]:
    for number, step in enumerate(finding.remediation.steps, 1):
        yield f"{number}. {prose(step.title)}"


def _links(finding: Finding) -> list[str]:
    """The pages that the steps refer to, each once."""
    return list(
        dict.fromkeys(step.reference for step in finding.remediation.steps if step.reference and is_web(step.reference))
    )
