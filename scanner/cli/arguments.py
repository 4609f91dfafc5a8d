"""Arguments: a parser that ends in one line, and the options that commands share."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from scanner.cli.console import send
from scanner.cli.format import FORMATS
from scanner.config import FAIL_ON
from scanner.errors import UsageError

COLORS = ("auto", "always", "never")
EXIT_STATUS = """\
exit status:
  0    everything was looked at, and nothing reaches --fail-on
  1    at least one finding reaches --fail-on
  2    not a clean bill: something could not be looked at, or the call or a setting is wrong
  130  interrupted
"""


class Parser(argparse.ArgumentParser):
    """Whatever is wrong with a call is a UsageError."""

    def __init__(self, command: str, usage: str, description: str, examples: str) -> None:
        super().__init__(
            prog=f"akia {command}",
            usage=f"akia {command} {usage}",
            description=description,
            epilog=f"examples:\n{examples}\n{EXIT_STATUS}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def error(self, message: str) -> NoReturn:
        """Raises UsageError."""
        raise UsageError(f"{message} ({self.prog} --help says more)")

    def print_help(self, file: object = None) -> None:
        """Writes the help to standard output, as everything is written."""
        send(self.format_help().encode())

    def read(self, argv: Sequence[str]) -> argparse.Namespace:
        """The arguments, options and names in any order. What stands behind `--` is a name.

        The names are `names`. Raises UsageError, which does not repeat the value of an unknown option.
        """
        end = argv.index("--") if "--" in argv else len(argv)
        options, rest = self.parse_known_args(argv[:end])
        unknown = [item.split("=", 1)[0] for item in rest if item.startswith("-") and item != "-"]
        if unknown:
            self.error(f"no such option: {unknown[0]}")
        options.names = [*rest, *argv[end + 1 :]]
        return options


def add_output(parser: Parser, formats: Sequence[str] = tuple(FORMATS)) -> None:
    """Options of every command that writes a document."""
    add = parser.add_argument
    add("--format", choices=formats, default="text", help="form of the report (default: text)")
    add("--output", metavar="FILE", help="where to write the report (default: standard output)")


def add_report(parser: Parser) -> None:
    """Options of every command that writes a report."""
    add_output(parser)
    add = parser.add_argument
    add("--fail-on", choices=FAIL_ON, help="severity that makes the exit status 1 (default: medium)")
    add("--no-suppressed", action="store_true", help="leave out what is held back: some readers take it for open")
    add("--quiet", action="store_true", help="print findings and errors only")
    add("--color", choices=COLORS, default="auto", help="whether to use colours (default: auto)")


def add_scanning(parser: Parser) -> None:
    """Options of every command that scans."""
    add_report(parser)
    add = parser.add_argument
    add("--baseline", metavar="FILE", help="credentials that are known, as akia baseline keeps them")
    add("--config", metavar="FILE", help="settings to use in place of akia.toml and pyproject.toml")
    add("--exclude", metavar="GLOB", action="append", default=[], help="paths to leave out; repeatable")
    add("--no-inline", action="store_true", help="do not let comments such as akia:allow hide anything")
    add("--no-progress", action="store_true", help="do not show how far the scan is")
    add("--jobs", metavar="N", type=_jobs, default=0, help="processes to use (default: as many as pay)")


def _jobs(text: str) -> int:
    if not (text.isdecimal() and len(text) < 5):
        raise argparse.ArgumentTypeError("must be a whole number, 0 or more")
    return int(text)
