"""Picks the command that is meant."""

from __future__ import annotations

from importlib import import_module

from scanner import __version__
from scanner.cli.console import send
from scanner.errors import UsageError

COMMANDS = {
    "scan": ("scanner.cli.scan", "look at files and folders, or at standard input"),
    "staged": ("scanner.cli.staged", "look at what the next commit would bring in (a hook)"),
    "commits": ("scanner.cli.commits", "look at what a range of commits brings in"),
    "ci": ("scanner.cli.ci", "look at what the run of a CI system is for"),
    "hook": ("scanner.cli.hook", "stop commits and pushes, here or on a server"),
    "history": ("scanner.cli.history", "look at every object of a repository, reachable or not"),
    "explain": ("scanner.cli.explain", "tell what a key ID says of itself, and what to do"),
    "report": ("scanner.cli.report_command", "write a JSON report in another form"),
    "remediate": ("scanner.cli.remediate_command", "tell all there is to do about what a report lists"),
    "baseline": ("scanner.cli.baseline_command", "keep what is known, so that only what is new is reported"),
    "completion": ("scanner.cli.completion.command", "have bash, zsh or fish complete these words"),
    "patterns": ("scanner.cli.patterns_command", "list what is looked for"),
}
"""The module of each command (it has `execute(argv) -> int`; loaded only if meant), and what it does."""

HELP = """\
Finds leaked AWS credentials, says whose they are and what to do about them.

usage: akia COMMAND [OPTION …] [NAME …]

{commands}
examples:
  akia scan                 the files here, and what git does not ignore
  akia staged               in .git/hooks/pre-commit: what would be committed
  akia commits main..HEAD   in CI: what a branch brings in
  akia history              once: all that was ever committed here

akia COMMAND --help says more; akia --version gives the version.

exit status:
  0    everything was looked at, and nothing was found
  1    something was found
  2    not everything could be looked at, or the call or a setting is wrong
  130  interrupted
"""


def dispatched(argv: list[str]) -> int:
    """The exit status of the command that is meant. Raises AkiaError."""
    name = argv[0] if argv else ""
    if name == "help" and argv[1:]:
        return dispatched([*argv[1:], "--help"])
    if name in ("-h", "--help", "help"):
        send(_help().encode())
        return 0
    if name in ("-V", "--version"):
        send(f"akia {__version__}\n".encode())
        return 0
    if name not in COMMANDS:
        raise UsageError(f"{_wrong(name)} (known: {', '.join(COMMANDS)}; akia --help says more)")
    status: int = import_module(COMMANDS[name][0]).execute(argv[1:])
    return status


def _help() -> str:
    commands = "".join(f"  akia {name:12}{text}\n" for name, (_, text) in COMMANDS.items())
    return HELP.format(commands=commands)


def _wrong(name: str) -> str:
    """What is wrong with the name of a command. Repeats words alone: somebody may have pasted a secret."""
    import difflib  # only to word an error
    import re

    if not name:
        return "no command given"
    near = difflib.get_close_matches(name, COMMANDS, 1)
    known = f"no such command: {name}" if re.fullmatch("-{0,2}[a-z]{1,20}", name) else "no such command"
    return f"{known}; did you mean {near[0]}?" if near else known
