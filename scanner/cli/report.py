"""What every scanning command does with its source: settings, scan, report, exit status."""

from __future__ import annotations

from argparse import Namespace
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from scanner.cli.console import say
from scanner.cli.format import chosen, style
from scanner.cli.output import write
from scanner.config import Config, FailOn, Rule, load
from scanner.errors import OutputError
from scanner.model import SEVERITIES, Report
from scanner.pipeline import Options, run
from scanner.sources.interface import Source

if TYPE_CHECKING:
    from datetime import date

    from scanner.suppress.baseline import Baseline


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
    known = _baseline(arguments, config, source)
    options = Options(
        inline=not arguments.no_inline,
        everything=everything,
        exclude=tuple(Rule(glob, "--exclude") for glob in arguments.exclude),
        baseline=known,
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
    if known and not arguments.quiet:
        from datetime import date

        _tell_of_stale(known, report, date.today())
    if not report.complete:
        say(_incomplete(report))
    return 1 if fails else 0 if report.complete or may_be_incomplete else 2


def _baseline(arguments: Namespace, config: Config, source: Source) -> Baseline | None:
    name = arguments.baseline or config.baseline
    if not name:
        return None
    from scanner.suppress.baseline import parsed  # only where there is one, as it takes 5 ms

    return parsed(name, source.named_file(name))


def _tell_of_stale(known: Baseline, report: Report, today: date) -> None:
    """What the baseline holds for nothing: what has expired, and in a whole history what is not found."""
    met = {item.finding.fingerprint for item in report.suppressed if item.by == "baseline"}
    expired = {name for name, entry in known.entries.items() if entry.has_expired(today)}
    stale = len(known.entries.keys() - met if report.source == "history" else expired)
    if stale:
        say(f"{known.name}: {stale:,} entries have expired or were not found; akia baseline prune takes them out")


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
