"""Scanning in this process, and what a report says in few words."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import chdir
from pathlib import Path

from scanner.config import Rule, load
from scanner.model import Report
from scanner.pipeline import Options, run
from scanner.sources.interface import Source
from scanner.sources.paths import PathsSource
from scanner.sources.staged import StagedSource


def scan(folder: Path, *paths: str, exclude: Iterable[str] = ()) -> Report:
    """`akia scan` in the folder."""
    with chdir(folder):
        return _run(PathsSource(paths), Options(everything=True, exclude=tuple(Rule(glob, "test") for glob in exclude)))


def staged(folder: Path, *files: str | bytes, everything: bool = False) -> Report:
    """`akia staged` in the folder."""
    with chdir(folder):
        return _run(StagedSource([os.fsdecode(file) for file in files]), Options(everything=everything))


def found(report: Report) -> list[str]:
    """`path:line` of everything found."""
    return sorted(f"{item.path}:{item.start_line}" for finding in report.findings for item in finding.occurrences)


def left(report: Report) -> list[str]:
    """`path: reason` of everything left out, with `!` where that makes the scan incomplete."""
    return [f"{item.path}: {item.reason}{'!' * item.incomplete}" for item in report.skipped]


def _run(source: Source, options: Options) -> Report:
    return run(source, options, load(source.settings))
