"""One finding as people read it: what leaked and where, whose it is and why, what to do first.

Every line begins with our own words, so that no content can pose as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats import words
from scanner.formats.escape import escaped
from scanner.formats.interface import Style
from scanner.formats.occurrences import elsewhere, shown
from scanner.formats.terminal import continued, linked, painted, wrapped
from scanner.model import Finding, Step

FEW = 3
"""How many other places and steps are shown."""
MOST_ROWS = 4
"""Lines of a command that are shown: a longer one would hide the steps that stand around it."""
FOREIGN = "other-secret"
"""The playbook of what packs and rules of one's own find."""
REST = "all commands: --format json --output r.json; akia remediate r.json {}"
DIGITS = 8
"""Of a fingerprint, to name a finding by."""
LABEL = 11
"""Columns of the words at the left, which are set in by two."""


def lines(finding: Finding, style: Style) -> Iterator[str]:
    """The lines of a finding."""
    yield from _head(finding, style)
    yield from _owner(finding, style)
    yield from _remedy(finding, style)
    yield _labelled("known as", style) + painted(finding.fingerprint, "dim", style.color)


def short(finding: Finding, style: Style) -> Iterator[str]:
    """What it is, where and whose, where there are many."""
    yield from _head(finding, style)
    yield from _whose(finding, style)
    yield _labelled("known as", style) + painted(finding.fingerprint, "dim", style.color)


def _head(finding: Finding, style: Style) -> Iterator[str]:
    word = painted(f"{finding.severity.upper():{LABEL - 2}}", finding.severity, style.color)
    tags = f" [{', '.join(escaped(tag) for tag in finding.tags)}]" if finding.tags else ""
    yield word + painted(escaped(finding.title), "bold", style.color) + tags
    for part in finding.parts:
        where = linked(words.location(part.location), _address(part.location.path, style))
        yield _labelled(part.role, style) + f"{escaped(part.masked)}  at {where}"
    yield from _places(finding, style)


def _places(finding: Finding, style: Style) -> Iterator[str]:
    here, others = shown(finding), elsewhere(finding)
    if here and here.commit:
        yield _labelled("commit", style) + words.commit(here.commit) + words.standing(here)
    for item in others[:FEW]:
        place = words.place(item.path, item.start_line)
        there = linked(place, _address(item.path, style)) + words.occurrence(item).removeprefix(place)
        yield _labelled("also", style) + f"at {there}"
    if len(others) > FEW:
        more = words.counted(len(others) - FEW, "other place", "other places")
        yield _labelled("", style) + f"and at {more}"


def _owner(finding: Finding, style: Style) -> Iterator[str]:
    principal = finding.principal
    yield from _whose(finding, style)
    if finding.severity_reason:
        yield from _paragraph("graded", escaped(finding.severity_reason), style)
    if finding.exposure and finding.exposure.level != "unknown":
        yield from _paragraph("exposed", escaped(finding.exposure.reason), style)
    if principal.conflict:
        yield from _paragraph("", words.AT_ODDS, style)
    for evidence in principal.evidence:
        if not (evidence.says == principal.type == "unknown"):  # said in the line above
            where = "" if evidence.path is None else f"({words.place(evidence.path, evidence.line)})"
            yield from _paragraph("because", escaped(evidence.detail), style, tail=where)


def _whose(finding: Finding, style: Style) -> Iterator[str]:
    """Nothing where it is no credential of AWS, whose owner nobody asks for."""
    principal = finding.principal
    known = "" if principal.type == "unknown" else f", {principal.confidence} confidence"
    if finding.remediation.playbook != FOREIGN:
        yield from _paragraph("whose", words.owner(finding) + known, style)


def _remedy(finding: Finding, style: Style) -> Iterator[str]:
    steps = finding.remediation.steps
    yield from _paragraph("do", escaped(finding.remediation.summary), style)
    for number, step in enumerate(steps[:FEW], 1):
        yield from _step(number, step, style)
    rest = len(steps) - FEW
    more = f"{words.counted(rest, 'more step', 'more steps')}, " if rest > 0 else ""
    how = more + REST.format(finding.fingerprint[:DIGITS])
    for row in wrapped(how, style.width, " " * LABEL, " " * LABEL):
        yield _labelled("", style) + painted(row[LABEL:], "dim", style.color)


def _step(number: int, step: Step, style: Style) -> Iterator[str]:
    title = escaped(step.title)
    for line in _paragraph("", f"{number}. {title}", style, "   "):
        yield line.replace(title, linked(title, step.reference)) if style.link else line
    for command in step.commands[:1]:
        rows = list(continued(escaped(command), style.width, " " * LABEL + "   $ ", " " * LABEL + "       "))
        yield from rows if len(rows) <= MOST_ROWS else ()


def _address(path: str | None, style: Style) -> str | None:
    return style.link(path) if style.link and path else None


def _paragraph(label: str, text: str, style: Style, indent: str = "", tail: str = "") -> Iterator[str]:
    """Words behind a label, wrapped. What may hold the name of a file is the tail, which is never wrapped."""
    rows = list(wrapped(text, style.width, " " * LABEL, " " * LABEL + indent))
    if tail:
        has_room = len(rows[-1]) + 1 + len(tail) <= style.width
        rows[-1:] = [f"{rows[-1]} {tail}"] if has_room else [rows[-1], " " * LABEL + tail]
    yield _labelled(label, style) + rows[0][LABEL:]
    yield from rows[1:]


def _labelled(label: str, style: Style) -> str:
    return "  " + painted(f"{label:{LABEL - 2}}", "dim", style.color and bool(label))
