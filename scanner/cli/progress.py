"""How far a scan is, on a terminal: contents, bytes, rate, time left, findings so far."""

from __future__ import annotations

import signal
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scanner.counters import Counters

if TYPE_CHECKING:
    from rich.progress import Progress

EVERY = 0.2
"""Seconds between two looks. A timer's signal and no thread: the scan makes copies of its process, and those of a
process with threads can hang."""


@contextmanager
def shown(counters: Counters, arguments: Namespace, things: str = "objects") -> Iterator[None]:
    """Shows the counters while the scan runs, if there is a terminal that shows them and nobody asked for quiet.

    things: what is counted; of what is found in files there is no number before the end.
    """
    if arguments.quiet or arguments.no_progress or not _is_terminal() or not hasattr(signal, "setitimer"):
        yield
        return
    with _display(things) as display:
        task = display.add_task(things, total=None, size=0.0, rate=0.0, found=0)

        def look(*_: object) -> None:
            known = counters.read()
            size = known.bytes / 1e6
            rate = size / max(display.tasks[0].elapsed or EVERY, EVERY)
            total = counters.total or None
            display.update(task, total=total, completed=known.contents, size=size, rate=rate, found=known.found)
            display.refresh()

        with _again_and_again(look):
            yield


def _display(things: str) -> Progress:
    from rich import progress  # on a terminal only: it takes 0.05 s
    from rich.console import Console

    columns = (
        progress.TextColumn(
            "{task.completed:,} {task.description}  {task.fields[size]:,.0f} MB  {task.fields[rate]:,.0f} MB/s"
        ),
        progress.BarColumn(),
        progress.TimeRemainingColumn(compact=True),
        *([progress.TextColumn("{task.fields[found]:,} seen")] if things == "objects" else []),
    )
    return progress.Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)


@contextmanager
def _again_and_again(look: Callable[..., None]) -> Iterator[None]:
    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, EVERY, EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _is_terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
