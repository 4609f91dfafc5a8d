"""What every scanning command does with its source: settings, scan, report."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from scanner import scanning
from scanner.cli.conclusion import concluded
from scanner.cli.console import say
from scanner.config import FailOn
from scanner.model import Report
from scanner.scanning import Call
from scanner.sources.interface import Source

if TYPE_CHECKING:
    from datetime import date

    from scanner.suppress.baseline import Baseline

BEGUN_BY_A_PERSON = ("paths", "history")
"""Sources of scans that say what of the settings does not count. A hook and a gate would say it each time."""


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
    call = Call(
        config=arguments.config,
        baseline=arguments.baseline,
        exclude=arguments.exclude,
        inline=not arguments.no_inline,
        everything=everything,
        jobs=arguments.jobs,
    )
    report, config, known = scanning.scanned(source, call, display)
    for note in config.notes if report.source in BEGUN_BY_A_PERSON and not arguments.quiet else ():
        say(note)
    status = conclude(report, arguments, arguments.fail_on or config.fail_on or "medium", may_be_incomplete)
    if known and not arguments.quiet:
        from datetime import date

        _tell_of_stale(known, report, date.today(), config.baseline)
    return status


def _tell_of_stale(known: Baseline, report: Report, today: date, usual: str | None) -> None:
    """What the baseline holds for nothing: what has expired, and in a whole history what is not found.

    usual: the file that the settings name.
    """
    met = {item.finding.fingerprint for item in report.suppressed if item.by == "baseline"}
    expired = {name for name, entry in known.entries.items() if entry.has_expired(today)}
    stale = len(known.entries.keys() - met if report.source == "history" else expired)
    if stale:
        from scanner.cli.baseline_file import pruning

        call = pruning(known.name, usual, report.source == "history")
        say(f"{known.name}: {stale:,} entries have expired or were not found; {call} takes them out")
