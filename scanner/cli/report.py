"""What every scanning command does with its source: settings, scan, report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING

from scanner.cli.conclusion import concluded
from scanner.cli.console import say
from scanner.config import Config, FailOn, Rule, load
from scanner.model import Report
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
    conclude: Callable[[Report, Namespace, FailOn, bool], int] = concluded,
) -> int:
    """Scans, writes the report and returns the exit status. Raises AkiaError where nothing can be said.

    display: shows how far the scan is while it runs. everything: whether to report what is not new, too.
    may_be_incomplete: whether not having looked at all is fine. conclude: what to do with the report.
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
    status = conclude(report, arguments, _fail_on(arguments, config), may_be_incomplete)
    if known and not arguments.quiet:
        from datetime import date

        _tell_of_stale(known, report, date.today())
    return status


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


def _fail_on(arguments: Namespace, config: Config) -> FailOn:
    return arguments.fail_on or config.fail_on or "medium"
