"""The end of every command that has a report: it is written where it was asked for, and the exit status says how it is.

The status is that of the contract (docs/report-v1.md): a found leak outranks an incomplete scan, whatever the format.
"""

from __future__ import annotations

from argparse import Namespace

from scanner.cli.console import say
from scanner.cli.format import style
from scanner.cli.output import write
from scanner.config import FailOn
from scanner.errors import OutputError
from scanner.formats.choice import chosen
from scanner.model import SEVERITIES, Report


def concluded(report: Report, arguments: Namespace, fail_on: FailOn, may_be_incomplete: bool = False) -> int:
    """Writes the report and returns the exit status.

    fail_on: the severity that makes it 1. may_be_incomplete: whether not having looked at all is fine.
    """
    fails = _fails(report, fail_on)
    try:
        _written(report, arguments, fails)
    except OutputError as error:
        say(str(error))
        return 1 if fails else 2
    if not report.complete:
        say(_incomplete(report))
    return status_of(report, fail_on, may_be_incomplete)


def status_of(report: Report, fail_on: FailOn, may_be_incomplete: bool = False) -> int:
    """The exit status that the report comes to, if it can be written."""
    return 1 if _fails(report, fail_on) else 0 if report.complete or may_be_incomplete else 2


def _written(report: Report, arguments: Namespace, fails: bool) -> None:
    look = style(report, arguments.color, arguments.output, arguments.quiet, fails)
    if arguments.no_suppressed:
        report = report._replace(suppressed=())
    document = chosen(arguments.format).render(report, look)
    if document or arguments.output:
        write(arguments.output, document.encode())


def _fails(report: Report, fail_on: FailOn) -> bool:
    if fail_on == "never":
        return False
    least = SEVERITIES.index(fail_on)
    return any(SEVERITIES.index(finding.severity) >= least for finding in report.findings)


def _incomplete(report: Report) -> str:
    lost = [item for item in report.skipped if item.incomplete]
    first = f"{lost[0].path}: {lost[0].detail or lost[0].reason}"
    return f"not looked at: {first}" + (f" (and {len(lost) - 1:,} more)" if len(lost) > 1 else "")
