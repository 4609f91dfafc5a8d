"""Workflow commands of GitHub Actions: each finding becomes an annotation on its line.

The form is https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; what is to be escaped
is said by the runner that reads it (github.com/actions/runner, ActionCommand.cs).
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats import words
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.formats.occurrences import elsewhere
from scanner.formats.stay import background
from scanner.model import Finding, Report, Severity, Skipped

COMMANDS: dict[Severity, str] = {
    "critical": "error",
    "high": "error",
    "medium": "warning",
    "low": "notice",
    "info": "notice",
}
FEW = 3
"""How many other places and steps are told."""


class GitHub(Format):
    """Annotations. Every line is a command, so that no content can be one."""

    def render(self, report: Report, style: Style) -> str:
        """Findings, what could not be looked at, and what was looked at unless `style.quiet` is set."""
        lines = [_annotation(finding) for finding in report.findings]
        lines += [_lost(item) for item in report.skipped if item.incomplete]
        if not style.quiet:
            lines.append(_command("notice", {"title": "Akia"}, words.summary(report)))
        return "".join(f"{line}\n" for line in lines)


def _annotation(finding: Finding) -> str:
    place = finding.parts[0].location
    where: dict[str, str | int] = {"file": place.path, "line": place.start_line, "endLine": place.end_line}
    if place.start_line == place.end_line:  # GitHub takes columns of one line alone
        where |= {"col": place.start_column, "endColumn": place.end_column}
    where["title"] = f"{finding.title} ({finding.severity})"
    return _command(COMMANDS[finding.severity], where, "\n".join(_lines(finding)))


def _lines(finding: Finding) -> Iterator[str]:
    yield f"Whose: {words.owner(finding)}"
    yield from (f"Because: {escaped(evidence.detail)}" for evidence in finding.principal.evidence)
    for part in finding.parts:
        yield f"{part.role.capitalize()}: {escaped(part.masked)} at {words.location(part.location)}"
    yield from background(finding)
    others = elsewhere(finding)
    yield from (f"Also at {words.occurrence(item)}" for item in others[:FEW])
    if len(others) > FEW:
        yield f"Also at {words.counted(len(others) - FEW, 'other place', 'other places')}"
    yield f"What to do: {escaped(finding.remediation.summary)}"
    for number, step in enumerate(finding.remediation.steps[:FEW], 1):
        yield f"{number}. {escaped(step.title)}"
        yield from (f"   $ {escaped(command)}" for command in step.commands[:1])


def _lost(item: Skipped) -> str:
    text = escaped(item.detail or item.reason)
    return _command("warning", {"file": item.path, "title": "Not looked at"}, text)


def _command(name: str, properties: dict[str, str | int], text: str) -> str:
    inner = ",".join(f"{key}={_property(escaped(str(value)))}" for key, value in properties.items())
    return f"::{name} {inner}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
