"""Results: a credential each, with its message, its places and all else that is known of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scanner.formats.occurrences import elsewhere
from scanner.formats.sarif.places import file, message, region, words
from scanner.formats.sarif.related import Related, related
from scanner.formats.sarif.rules import LEVELS, rule_id
from scanner.formats.stay import background
from scanner.formats.words import AT_ODDS, counted, owner
from scanner.model import Evidence, Finding, Occurrence, Part, Suppressed

FEW = 3
"""How many other places and steps the message tells. The rest stands in related locations and properties."""


def result(finding: Finding, rule_index: int, held: Suppressed | None = None) -> dict[str, object]:
    """The finding as a SARIF result; `held` says why it is suppressed."""
    first = finding.parts[0].location
    others = related(finding)
    return {
        "ruleId": rule_id(finding),
        "ruleIndex": rule_index,
        "level": LEVELS[finding.severity],
        "message": message(*_lines(finding, others)),
        "locations": [{"physicalLocation": {"artifactLocation": file(first.path), "region": region(first)}}],
        "relatedLocations": [item.location for item in others],
        "partialFingerprints": {"akiaFingerprint/v1": finding.fingerprint},
        **({"suppressions": [_suppression(held)]} if held else {}),
        "properties": _properties(finding),
    }


def _lines(finding: Finding, others: Sequence[Related]) -> Iterator[str]:
    """The first line tells most: it is all that is shown where there is little room."""
    parts = [item.link for item in others if isinstance(item.of, Part)]
    first = words(f"{finding.parts[0].role} {finding.parts[0].masked}")
    yield f"{words(finding.title)}, {words(owner(finding))}: {', '.join([first, *parts])}."
    yield from _because(finding, others)
    yield from map(words, background(finding))
    yield from _also(finding, [item.link for item in others if isinstance(item.of, Occurrence)])
    yield f"What to do: {words(finding.remediation.summary)}"
    for number, step in enumerate(finding.remediation.steps[:FEW], 1):
        yield f"{number}. {words(step.title)}" + (f": {words(step.commands[0])}" if step.commands else "")


def _because(finding: Finding, others: Sequence[Related]) -> Iterator[str]:
    links = {id(item.of): f" ({item.link})" for item in others if isinstance(item.of, Evidence)}
    for evidence in finding.principal.evidence:
        yield f"Because: {words(evidence.detail)}{links.get(id(evidence), '')}"
    if finding.principal.conflict:
        yield AT_ODDS


def _also(finding: Finding, links: Sequence[str]) -> Iterator[str]:
    if links:
        more = len(elsewhere(finding)) - FEW
        rest = f" and at {counted(more, 'other place', 'other places')}" if more > 0 else ""
        yield f"Also at {', '.join(links[:FEW])}{rest}."


def _suppression(held: Suppressed) -> dict[str, object]:
    """https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, section 3.35."""
    where = f" ({held.where})" if held.where else ""
    return {
        "kind": "inSource" if held.by == "inline" else "external",
        "status": "accepted",
        "justification": f"{held.by}: {held.reason}{where}",
    }


def _properties(finding: Finding) -> dict[str, object]:
    """What SARIF has no place for, by the names of the JSON report."""
    known = finding._asdict()
    parts = [{name: value for name, value in part._asdict().items() if name != "location"} for part in finding.parts]
    return {**{name: value for name, value in known.items() if name != "title"}, "parts": parts}
