"""The scan from which a baseline is made: of everything, with what is known already."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from scanner.cli.progress import shown
from scanner.config import Rule, load
from scanner.counters import Counters
from scanner.errors import UsageError
from scanner.judge.judge import Witness
from scanner.model import Report
from scanner.pipeline import Options, run
from scanner.scanning import whole_history
from scanner.sources.paths import PathsSource

ENTRIES = ("entry", "entries")
REST = ("finding is", "findings are")


def looked(
    arguments: Namespace, history: bool, names: Sequence[str] | None = None, witness: Witness | None = None
) -> Report:
    """What is found in the files, or in the history. Raises AkiaError.

    names: what to look at; None for what the arguments name. witness: is shown each credential while its values are at
    hand.
    """
    names = arguments.names if names is None else names
    options = Options(
        inline=not arguments.no_inline,
        everything=True,
        exclude=tuple(Rule(glob, "--exclude") for glob in arguments.exclude),
        jobs=arguments.jobs,
        witness=witness,
    )
    counters = Counters()
    if not history:
        files = PathsSource(names, counters)
        with shown(counters, arguments, "files"):
            return run(files, options, load(files.settings, arguments.config))
    if len(names) > 1:
        raise UsageError("one repository at a time")
    objects = whole_history(names[0] if names else None, arguments.jobs, counters)
    with shown(counters, arguments):
        return run(objects, options, load(objects.settings, arguments.config))


def named_in_settings(arguments: Namespace) -> str | None:
    """The baseline that the settings here name, if they do. Raises ConfigError."""
    return load(PathsSource(()).settings, arguments.config).baseline
