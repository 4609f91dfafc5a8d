"""The place that a finding points at, and the other places where the credential stands."""

from __future__ import annotations

from scanner.model import Finding, Occurrence


def shown(finding: Finding) -> Occurrence | None:
    """The occurrence that the first part stands in; in a history, where it may have moved, the one of its file."""
    first = finding.parts[0].location
    alike = [item for item in finding.occurrences if item.path == first.path]
    at = (item for item in alike if item.start_line == first.start_line)
    return next(at, next((item for item in alike if item.commit), None))


def elsewhere(finding: Finding) -> list[Occurrence]:
    """All others."""
    at = shown(finding)
    return [item for item in finding.occurrences if item is not at]
