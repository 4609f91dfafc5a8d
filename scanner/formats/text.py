"""The text report, for people. Every line begins with our own words, so that no content can pose as one."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.formats import blocked, finding_text, words
from scanner.formats.escape import escaped
from scanner.formats.interface import Format, Style
from scanner.formats.terminal import painted, wrapped
from scanner.model import Report

MOST_SKIPPED = 10
MANY = 10
"""Findings that are told with what to do; of further ones a person reads what and where, and asks for the rest."""
IN_SHORT = (
    "{} in short: --format html or json, or akia remediate, tells all of each; akia baseline create makes what is "
    "there now known, so that only what is new is reported."
)
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
        findings = report.gravest_first
        blocks += [list(finding_text.lines(finding, style)) for finding in findings[:MANY]]
        if rest := findings[MANY:]:
            more = words.counted(len(rest), "more finding", "more findings")
            blocks.append(list(wrapped(IN_SHORT.format(more), style.width, "", "")))
            blocks += [list(finding_text.short(finding, style)) for finding in rest]
        if not style.quiet:
            blocks.append(list(_summary(report, style)))
        return "\n\n".join("\n".join(block) for block in blocks) + ("\n" if blocks else "")


def _summary(report: Report, style: Style) -> Iterator[str]:
    lost = [item for item in report.skipped if item.incomplete]
    for item in lost[:MOST_SKIPPED]:
        yield f"not looked at: {escaped(item.path)}: {escaped(item.detail or item.reason)}"
    if len(lost) > MOST_SKIPPED:
        yield f"not looked at: {len(lost) - MOST_SKIPPED:,} more; --format json lists them all"
    if not report.findings and any(item.by == "documentation-example" for item in report.suppressed):
        yield from wrapped(EXAMPLE_NOTE, style.width, "", "")
    yield painted(words.summary(report), "bold", style.color)
