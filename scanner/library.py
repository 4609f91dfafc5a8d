"""Akia for programs: `import scanner`, and call `scanner.scan`. docs/library.md is the reference.

Each function is the command of the same name, by the same way, without an exit status and without a word on any
stream. What stands here changes only by adding, as the JSON report does.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypedDict, Unpack

from scanner.model import Report
from scanner.scanning import Call, scanned, whole_history

if TYPE_CHECKING:
    from scanner.sources.interface import Source

Path = str | os.PathLike[str]


class Opened(Protocol):
    """A repository that a program has open, as in GitPython's `Repo`."""

    @property
    def git_dir(self) -> Path:
        """Its own folder."""

    @property
    def working_tree_dir(self) -> Path | None:
        """The top of its work tree; None for a bare one."""


class Choices(TypedDict, total=False):
    """What every scan can be told, by keyword.

    config: a file of settings in place of `akia.toml` and `pyproject.toml`. baseline: a file of known credentials,
    as `akia baseline` keeps it. exclude: a glob as in `.gitignore` whose files are not read, or several. inline:
    whether comments such as `akia:allow` count (True). jobs: processes to use; 1, unless told, since more are made
    by `fork`, which a program with threads may not bear; 0 means as many as pay.
    """

    config: Path | None
    baseline: Path | None
    exclude: str | Sequence[str]
    inline: bool
    jobs: int


def scan(*paths: Path, **choices: Unpack[Choices]) -> Report:
    """What stands in files and folders, the current folder if none is named: `akia scan`. Raises AkiaError."""
    from scanner.sources.paths import PathsSource

    return _report(PathsSource([os.fspath(path) for path in paths]), choices)


def scan_bytes(data: bytes, **choices: Unpack[Choices]) -> Report:
    """What stands in the bytes, whose path is `-`: `akia scan -`. Raises AkiaError."""
    from scanner.sources.stdin import StdinSource

    return _report(StdinSource(io.BytesIO(data).read), choices)


def staged(*files: Path, everything: bool = False, **choices: Unpack[Choices]) -> Report:
    """What the next commit in the current folder's repository brings in: `akia staged`. Raises AkiaError.

    everything: whether to report what is not new, too.
    """
    from scanner.sources.staged import StagedSource

    return _report(StagedSource([os.fspath(file) for file in files]), choices, everything)


def commits(range: str, everything: bool = False, **choices: Unpack[Choices]) -> Report:
    """What a range of commits of the current folder's repository brings in: `akia commits`. Raises AkiaError.

    everything: whether to report what is not new, too.
    """
    from scanner.detect.detector import of_aws
    from scanner.sources.commits import CommitsSource

    return _report(CommitsSource(range, of_aws(), everything), choices, everything)


def history(repository: Path | Opened | None = None, cache: bool = True, **choices: Unpack[Choices]) -> Report:
    """What every object of a repository holds, the one here if none is named: `akia history`. Raises AkiaError.

    repository: a folder, or one that is open in GitPython, of which nothing but its place is used. cache: whether to
    use and keep what earlier scans came to.
    """
    if repository is not None and not isinstance(repository, str | os.PathLike):
        repository = repository.working_tree_dir or repository.git_dir
    folder = None if repository is None else os.fspath(repository)
    return _report(whole_history(folder, choices.get("jobs", 1), remember=cache), choices)


def rendered(report: Report, format: str = "json") -> str:
    """The report as a document: `json`, `sarif`, `html` or another of the formats that `--format` knows.

    Without colours, at the usual width. Raises UsageError for a format that there is not.
    """
    from scanner.errors import UsageError
    from scanner.formats.choice import FORMATS, chosen, written_now
    from scanner.formats.interface import Style

    if format not in FORMATS:
        raise UsageError(f"no such format (known: {', '.join(FORMATS)})")
    return chosen(format).render(report, Style(now=written_now()))


def _report(source: Source, choices: Choices, everything: bool = True) -> Report:
    wrong = choices.keys() - Choices.__annotations__
    if wrong:
        raise TypeError(f"no such keyword: {min(wrong)}")
    config, baseline, exclude = choices.get("config"), choices.get("baseline"), choices.get("exclude", ())
    call = Call(
        config=None if config is None else os.fspath(config),
        baseline=None if baseline is None else os.fspath(baseline),
        exclude=[exclude] if isinstance(exclude, str) else exclude,
        inline=choices.get("inline", True),
        everything=everything,
        jobs=choices.get("jobs", 1),
    )
    return scanned(source, call).report
