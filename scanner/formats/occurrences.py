"""The place that a finding points at, and the other places where the credential stands."""

from __future__ import annotations

from scanner.model import Finding, Occurrence


def shown(finding: Finding) -> Occurrence | None:
    """The occurrence that the first part stands in, as far as it is among them."""
    first = finding.parts[0].location
    at = (item for item in finding.occurrences if (item.path, item.start_line) == (first.path, first.start_line))
    return next(at, None)


def elsewhere(finding: Finding) -> list[Occurrence]:
    """All others."""
    at = shown(finding)
    return [item for item in finding.occurrences if item is not at]
