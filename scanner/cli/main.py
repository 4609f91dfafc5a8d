"""The command `akia`: gives every end its exit status. Nothing is imported before an interrupt can be answered."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

INTERRUPTED = 130
TERMINATED = 143


def run() -> NoReturn:
    """The console script.

    It ends the process at once. Python would take apart what it has loaded first, which takes as long as loading it
    did, and an interrupt would find nobody to answer it.
    """
    import os
    import signal

    sys.unraisablehook = _unraised
    try:
        signal.signal(signal.SIGTERM, _terminated)
        status = main()
    except KeyboardInterrupt:  # before anybody could answer it, or again while the first was answered
        status = INTERRUPTED
        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            _ended_by("interrupted", INTERRUPTED)
        except KeyboardInterrupt:  # and once more
            pass
    except SystemExit:
        status = TERMINATED
    os._exit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status (docs/report-v1.md lists them). Nothing is raised."""
    try:
        from scanner.cli.ends import ended

        return ended(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:
        return _ended_by("interrupted", INTERRUPTED)


def _terminated(*_: object) -> NoReturn:
    """SIGTERM unwinds the scan, so that no process that it started is left behind."""
    raise SystemExit(TERMINATED)


def _unraised(lost: sys.UnraisableHookArgs) -> None:
    """What went wrong in a callback, where nothing can be raised: the end of the scan counts there, too."""
    import os

    if lost.exc_type is KeyboardInterrupt:
        os._exit(_ended_by("interrupted", INTERRUPTED))
    if lost.exc_type is SystemExit:
        os._exit(TERMINATED)


def _ended_by(word: str, status: int) -> int:
    """Says so with what is loaded already: what is interrupted while it is imported cannot be had."""
    import os

    try:  # noqa: SIM105 - contextlib need not be loaded
        os.write(2, f"akia: {word}\n".encode())
    except OSError:  # nobody hears it
        pass
    return status
