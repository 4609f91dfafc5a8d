"""What every scanning command does with its source: settings, scan, report, exit status."""

from __future__ import annotations

from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext

from scanner.cli.console import say
from scanner.cli.format import chosen, style
from scanner.cli.output import write
from scanner.config import Config, FailOn, Rule, load
from scanner.errors import OutputError
from scanner.model import SEVERITIES, Report
from scanner.pipeline import Options, run
from scanner.sources.interface import Source


def scanned(
    source: Source,
    arguments: Namespace,
    display: AbstractContextManager[None] | None = None,
    everything: bool = True,
    may_be_incomplete: bool = False,
) -> int:
    """Scans, writes the report and returns the exit status. Raises AkiaError where nothing can be said.

    display: shows how far the scan is while it runs. everything: whether to report what is not new, too.
    may_be_incomplete: whether not having looked at all is fine.
    """
    config = load(source.settings, arguments.config)
    options = Options(
        inline=not arguments.no_inline,
        everything=everything,
        exclude=tuple(Rule(glob, "--exclude") for glob in arguments.exclude),
        jobs=arguments.jobs,
    )
    with display or nullcontext():
        report = run(source, options, config)
    fails = _fails(report, _fail_on(arguments, config))
    try:
        _written(report, arguments, fails)
    except OutputError as error:
        say(str(error))
        return 1 if fails else 2
    if not report.complete:
        say(_incomplete(report))
    return 1 if fails else 0 if report.complete or may_be_incomplete else 2


def _written(report: Report, arguments: Namespace, fails: bool) -> None:
    look = style(arguments.color, arguments.output, arguments.quiet, fails)
    document = chosen(arguments.format).render(report, look)
    if document or arguments.output:
        write(arguments.output, document.encode())


def _fail_on(arguments: Namespace, config: Config) -> FailOn:
    return arguments.fail_on or config.fail_on or "medium"


def _fails(report: Report, fail_on: FailOn) -> bool:
    if fail_on == "never":
        return False
    least = SEVERITIES.index(fail_on)
    return any(SEVERITIES.index(finding.severity) >= least for finding in report.findings)


def _incomplete(report: Report) -> str:
    lost = [item for item in report.skipped if item.incomplete]
    first = f"{lost[0].path}: {lost[0].detail or lost[0].reason}"
    return f"not looked at: {first}" + (f" (and {len(lost) - 1:,} more)" if len(lost) > 1 else "")
