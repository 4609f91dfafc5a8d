"""The command `akia`: picks the command that is meant, and gives every end of it its exit status."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module

from scanner import __version__
from scanner.cli.console import say, send
from scanner.errors import AkiaError, UsageError

COMMANDS = {
    "scan": ("scanner.cli.scan", "look at files and folders, or at standard input"),
    "staged": ("scanner.cli.staged", "look at what the next commit would bring in (the pre-commit hook)"),
    "commits": ("scanner.cli.commits", "look at what a range of commits brings in"),
    "history": ("scanner.cli.history", "look at every object of a repository, reachable or not"),
    "explain": ("scanner.cli.explain", "tell what a key ID says of itself, and what to do"),
    "baseline": ("scanner.cli.baseline_command", "keep what is known, so that only what is new is reported"),
    "patterns": ("scanner.cli.patterns_command", "list what is looked for"),
}
"""The module of each command (it has `execute(argv) -> int`; loaded only if meant), and what it does."""

INTERRUPTED = 130


def run() -> None:
    """The console script."""
    status = main()
    if status == INTERRUPTED:
        import signal

        signal.signal(signal.SIGINT, signal.SIG_IGN)  # pressed twice, it would show a traceback after all
    raise SystemExit(status)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status (docs/configuration.md lists them). Nothing is raised."""
    try:
        return _dispatched(sys.argv[1:] if argv is None else list(argv))
    except KeyboardInterrupt:
        say("interrupted")
        return INTERRUPTED
    except SystemExit as end:  # argparse's way to end after --help
        return end.code if isinstance(end.code, int) else 2
    except AkiaError as error:
        say(str(error))
    except Exception as error:  # noqa: BLE001 - the last resort: one line, and no value that was at work
        _confess(error)
    return 2


def _dispatched(argv: list[str]) -> int:
    name = argv[0] if argv else ""
    if name in ("-h", "--help", "help"):
        send(_help().encode())
        return 0
    if name in ("-V", "--version"):
        send(f"akia {__version__}\n".encode())
        return 0
    if name not in COMMANDS:
        wrong = f"no such command: {name}" if name else "no command given"
        raise UsageError(f"{wrong} (known: {', '.join(COMMANDS)}; akia --help says more)")
    status: int = import_module(COMMANDS[name][0]).execute(argv[1:])
    return status


def _help() -> str:
    commands = "".join(f"  akia {name:10}{text}\n" for name, (_, text) in COMMANDS.items())
    return (
        "Finds leaked AWS credentials, says whose they are, and says what to do about them.\n\n"
        f"usage: akia COMMAND [OPTION …]\n\n{commands}\n"
        "akia COMMAND --help says more; akia --version gives the version.\n\n"
        "exit status: 0 all clean, 1 something was found, 2 not everything could be looked at or the call is\n"
        "wrong, 130 interrupted.\n"
    )


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
