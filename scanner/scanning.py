"""One scan as it is called, by the command line or by a program: the settings that count, and what it comes to."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

from scanner.config import Config, Rule, is_glob, load
from scanner.errors import UsageError
from scanner.model import Report
from scanner.pipeline import Options, run
from scanner.sources.interface import Source

if TYPE_CHECKING:
    from scanner.counters import Counters
    from scanner.suppress.baseline import Baseline


class Call(NamedTuple):
    """How a scan is called.

    config: a file of settings in place of `akia.toml`. baseline: a file of known credentials; empty for none, whatever
    the settings say. exclude: globs as in `.gitignore`. inline: whether comments such as `akia:allow` count.
    everything: whether to report what is not new, too. jobs: processes to use; 0 means as many as pay.
    """

    config: str | None = None
    baseline: str | None = None
    exclude: Sequence[str] = ()
    inline: bool = True
    everything: bool = True
    jobs: int = 0


class Scanned(NamedTuple):
    """What a scan came to, and the settings and the baseline that counted for it."""

    report: Report
    config: Config
    baseline: Baseline | None


def scanned(source: Source, call: Call, display: AbstractContextManager[None] | None = None) -> Scanned:
    """Scans the source. Raises AkiaError where nothing can be said. display: is on while the scan runs."""
    if not all(map(is_glob, call.exclude)):
        raise UsageError("exclude holds a glob that matches nothing")
    config = load(source.settings, call.config)
    known = _baseline(call, config, source)
    rules = tuple(Rule(glob, "--exclude") for glob in call.exclude)
    with display or nullcontext():
        report = run(source, Options(call.inline, call.everything, rules, known, call.jobs), config)
    return Scanned(report, config, known)


def whole_history(folder: str | None, jobs: int, counters: Counters | None = None, remember: bool = True) -> Source:
    """Every object of the repository of a folder, None for the one here. remember: whether earlier scans count."""
    from scanner.counters import Counters  # all of it is not on the way of a hook
    from scanner.detect.detector import of_aws
    from scanner.sources.history import HistorySource
    from scanner.sources.remembering.memory import Forgetful, Memory
    from scanner.sources.remembering.rules import rules
    from scanner.workers import available

    memory = Memory(rules()) if remember else Forgetful()
    detector = of_aws()
    return HistorySource(folder, detector, memory, jobs or available(), counters or Counters())


def _baseline(call: Call, config: Config, source: Source) -> Baseline | None:
    name = config.baseline if call.baseline is None else call.baseline
    if not name:
        return None
    from scanner.suppress.baseline import parsed  # only where there is one, as it takes 5 ms

    return parsed(name, source.root_file(name) if call.baseline is None else source.named_file(name))
