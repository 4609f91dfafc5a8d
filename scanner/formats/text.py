"""The text report, for people. Every line begins with our own words, so that no content can pose as one."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats import blocked, words
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.formats.terminal import painted, wrapped
from scanner.model import SEVERITIES, Finding, Report, Step

FEW = 3
"""How many occurrences and steps are shown."""
MOST_SKIPPED = 10
LABEL = 11
"""Columns of the words at the left, which are set in by two."""
EXAMPLE_NOTE = (
    "A key that documentation publishes was found and left out on purpose: it opens nothing. To see Akia at "
    "work, make up a key of the same form: AKIA and sixteen random letters A-Z and digits 2-7."
)


class Text(Format):
    """Findings, gravest first, and a last line that says what was looked at."""

    def render(self, report: Report, style: Style) -> str:
        """The report; empty if there is nothing to say and `style.quiet` is set."""
        blocks = []
        if report.source == "staged" and style.blocked:
            blocks.append(list(blocked.head(report, style)))
        blocks += [list(_finding(finding, style)) for finding in _ordered(report)]
        if not style.quiet:
            blocks.append(list(_summary(report, style)))
        return "\n\n".join("\n".join(block) for block in blocks) + ("\n" if blocks else "")


def _ordered(report: Report) -> list[Finding]:
    return sorted(report.findings, key=lambda item: (-SEVERITIES.index(item.severity), item.principal.type != "root"))


def _finding(finding: Finding, style: Style) -> Iterator[str]:
    word = painted(f"{finding.severity.upper():{LABEL - 2}}", finding.severity, style.color)
    tags = f" [{', '.join(escaped(tag) for tag in finding.tags)}]" if finding.tags else ""
    yield word + painted(escaped(finding.title), "bold", style.color) + tags
    yield from _owner(finding, style)
    for part in finding.parts:
        yield _labelled(part.role, style) + f"{escaped(part.masked)}  at {words.location(part.location)}"
    yield from _elsewhere(finding, style)
    yield from _remedy(finding, style)


def _owner(finding: Finding, style: Style) -> Iterator[str]:
    principal = finding.principal
    known = "" if principal.type == "unknown" else f", {principal.confidence} confidence"
    yield from _told("whose", words.owner(finding) + known, style)
    if principal.conflict:
        yield from _told("", "The evidence is at odds with itself; make sure before you act on it.", style)
    for evidence in principal.evidence:
        yield from _told("because", escaped(evidence.detail), style)
        if evidence.path is not None:
            yield _labelled("", style) + f"at {words.place(evidence.path, evidence.line)}"


def _elsewhere(finding: Finding, style: Style) -> Iterator[str]:
    first = finding.parts[0].location
    others = [
        item
        for item in finding.occurrences
        if item.commit or (item.path, item.start_line) != (first.path, first.start_line)
    ]
    for item in others[:FEW]:
        yield _labelled("also", style) + f"at {words.occurrence(item)}"
    if len(others) > FEW:
        more = words.counted(len(others) - FEW, "other place", "other places")
        yield _labelled("", style) + f"and at {more}"


def _remedy(finding: Finding, style: Style) -> Iterator[str]:
    steps = finding.remediation.steps
    yield from _told("do", escaped(finding.remediation.summary), style)
    for number, step in enumerate(steps[:FEW], 1):
        yield from _step(number, step, style)
    rest = len(steps) - FEW
    more = f"{words.counted(rest, 'more step', 'more steps')} and " if rest > 0 else ""
    yield _labelled("", style) + painted(f"{more}every detail: --format json", "dim", style.color)


def _step(number: int, step: Step, style: Style) -> Iterator[str]:
    yield from _told("", f"{number}. {escaped(step.title)}", style, "   ")
    if step.commands:
        yield _labelled("", style) + f"   $ {escaped(step.commands[0])}"


def _told(label: str, text: str, style: Style, indent: str = "") -> Iterator[str]:
    """Words behind a label, wrapped. Only what is free of file names may come here."""
    lines = wrapped(text, style.width, _labelled(label, Style()), " " * LABEL + indent)
    for number, line in enumerate(lines):
        yield _labelled(label, style) + line[LABEL:] if number == 0 else line


def _labelled(label: str, style: Style) -> str:
    return "  " + painted(f"{label:{LABEL - 2}}", "dim", style.color and bool(label))


def _summary(report: Report, style: Style) -> Iterator[str]:
    lost = [item for item in report.skipped if item.incomplete]
    for item in lost[:MOST_SKIPPED]:
        yield f"not looked at: {escaped(item.path)}: {escaped(item.detail or item.reason)}"
    if len(lost) > MOST_SKIPPED:
        yield f"not looked at: {len(lost) - MOST_SKIPPED:,} more; --format json lists them all"
    if any(item.by == "documentation-example" for item in report.suppressed):
        yield from wrapped(EXAMPLE_NOTE, style.width, "", "")
    yield painted(words.summary(report), "bold", style.color)
