"""How a command ends when it cannot go on: one line that says why, and exit status 2."""

from __future__ import annotations

from scanner.cli.console import say
from scanner.cli.dispatch import dispatched
from scanner.errors import AkiaError


def ended(argv: list[str]) -> int:
    """Runs the command that is meant and returns its exit status. Nothing but KeyboardInterrupt is raised."""
    try:
        return dispatched(argv)
    except SystemExit as end:  # argparse's way to end after --help
        return end.code if isinstance(end.code, int) else 2
    except AkiaError as error:
        say(str(error))
    except MemoryError:
        say("there is not enough memory for this")
    except Exception as error:  # noqa: BLE001 - the last resort: one line, and no value that was at work
        signalled = _signal_within(error)
        if isinstance(signalled, SystemExit):
            return int(signalled.code or 2)
        if signalled:
            raise signalled from None
        if isinstance(error, OSError) and _is_nowhere():
            say("the current folder is not there any more")
        else:
            _confess(error)
    return 2


def _is_nowhere() -> bool:
    import os

    try:
        os.getcwd()
    except OSError:
        return True
    return False


def _signal_within(error: BaseException | None) -> KeyboardInterrupt | SystemExit | None:
    """The signal that came while a class was made: Python 3.11 tells of that as of an error (`__set_name__`)."""
    while error is not None and not isinstance(error, KeyboardInterrupt | SystemExit):
        error = error.__cause__
    return error


def _confess(error: Exception) -> None:
    """Says where it went wrong and never with what: an error's message may hold a value."""
    import os
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "an unknown place"
    say(f"internal error: {type(error).__name__} at {where}, please report it (AKIA_DEBUG=1 shows more)")
    if os.environ.get("AKIA_DEBUG"):
        for frame in frames:
            say(f"  {frame.filename}:{frame.lineno} in {frame.name}")
