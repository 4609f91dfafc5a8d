"""Looking at histories and ranges in this process, and what a report says in few words."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from patterns._loader import credential_patterns
from scanner.config import Config
from scanner.counters import Counters
from scanner.detect.detector import Detector
from scanner.model import Occurrence, Report
from scanner.pipeline import Options, run
from scanner.sources.commits import CommitsSource
from scanner.sources.history import HistorySource
from scanner.sources.remembering.memory import Forgetful, Memory

EVERYTHING = Options(everything=True)


def history(
    folder: Path,
    *,
    here: bool = False,
    memory: Memory | None = None,
    config: Config | None = None,
    options: Options = EVERYTHING,
) -> Report:
    """`akia history` of the repository. here: called in the folder, without naming it."""
    with chdir(folder):
        named = None if here else str(folder)
        source = HistorySource(named, Detector(credential_patterns()), memory or Forgetful(), 1, Counters())
        return run(source, options, config or Config())


def commits(folder: Path, named: str, *, everything: bool = False) -> Report:
    """`akia commits` in the folder."""
    with chdir(folder):
        source = CommitsSource(named, Detector(credential_patterns()), everything)
        return run(source, Options(everything=everything), Config())


def occurrences(report: Report) -> Sequence[Occurrence]:
    """All places of all findings."""
    return [item for finding in report.findings for item in finding.occurrences]


def told(report: Report) -> set[tuple[str, str]]:
    """(place, path) of everything found; the names of objects left out."""
    return {(item.place, (item.path or "").split(":")[0]) for item in occurrences(report)}


def lost(report: Report) -> set[str]:
    """Why content within reach was not looked at."""
    return {item.reason for item in report.skipped if item.incomplete}
