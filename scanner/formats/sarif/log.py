"""The log: one run of Akia, its rules, its results, and what it could not look at."""

from __future__ import annotations

from collections.abc import Sequence

from scanner import __version__
from scanner.formats.documents import document
from scanner.formats.interface import Format, Style
from scanner.formats.sarif.places import ROOT, file, message, words
from scanner.formats.sarif.results import result
from scanner.formats.sarif.rules import rule, rule_id
from scanner.model import Finding, Report, Skipped

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
ABOUT_ROOT = "The folder or work tree that was scanned."


class Sarif(Format):
    """One log with one run. What is suppressed is a result with its suppression."""

    def render(self, report: Report, style: Style) -> str:
        """The whole report, whatever the style."""
        return document({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, object]:
    found = [*report.findings, *(item.finding for item in report.suppressed)]
    rules = sorted({rule_id(finding) for finding in found})
    results = [result(finding, rules.index(rule_id(finding))) for finding in report.findings]
    results += [result(item.finding, rules.index(rule_id(item.finding)), item) for item in report.suppressed]
    return {
        "tool": {"driver": _driver(rules, found, report.skipped)},
        "automationDetails": {"id": f"akia/{report.source}/"},
        "invocations": [_invocation(report)],
        "originalUriBaseIds": {ROOT: {"description": {"text": ABOUT_ROOT}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {
            "target": report.target,
            "blobs": report.blobs,
            "bytes": report.bytes,
            "seconds": report.seconds,
        },
    }


def _driver(rules: Sequence[str], found: Sequence[Finding], skipped: Sequence[Skipped]) -> dict[str, object]:
    return {
        "name": "Akia",
        "semanticVersion": __version__,
        "rules": [rule(name, [finding for finding in found if rule_id(finding) == name]) for name in rules],
        "notifications": [{"id": reason} for reason in sorted({item.reason for item in skipped})],
    }


def _invocation(report: Report) -> dict[str, object]:
    """Successful only where all was looked at."""
    notes = [_notification(item) for item in report.skipped]
    return {"executionSuccessful": report.complete, "toolExecutionNotifications": notes}


def _notification(item: Skipped) -> dict[str, object]:
    level = "error" if item.incomplete else "note"
    text = f"Not looked at: {item.detail or item.reason}."
    return {
        "descriptor": {"id": item.reason},
        "level": level,
        "message": message(words(text)),
        "locations": [{"physicalLocation": {"artifactLocation": file(item.path)}}],
    }
