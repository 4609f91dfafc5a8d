"""The command `akia`: gives every end its exit status. Nothing is imported before an interrupt can be answered."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

INTERRUPTED = 130


def run() -> NoReturn:
    """The console script.

    It ends the process at once. Python would take apart what it has loaded first, which takes as long as loading it
    did, and an interrupt would find nobody to answer it.
    """
    import os

    sys.unraisablehook = _unraised
    try:
        status = main()
    except KeyboardInterrupt:  # pressed again while the first was answered
        status = INTERRUPTED
    os._exit(status)


def _unraised(lost: sys.UnraisableHookArgs) -> None:
    """What went wrong in a callback, where nothing can be raised: an interrupt counts there, too."""
    if lost.exc_type is KeyboardInterrupt:
        import os

        _interrupted()
        os._exit(INTERRUPTED)


def _interrupted() -> None:
    from scanner.cli.console import say

    say("interrupted")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status (docs/report-v1.md lists them). Nothing is raised."""
    try:
        from scanner.cli.ends import ended

        return ended(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:
        _interrupted()
        return INTERRUPTED
