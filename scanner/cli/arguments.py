"""Arguments: a parser that ends in one line, and the options that commands share."""

from __future__ import annotations

import argparse
import functools
import os
from collections.abc import Sequence
from typing import NoReturn

from scanner.cli.console import send
from scanner.config import FAIL_ON, is_glob
from scanner.errors import UsageError
from scanner.formats.choice import FORMATS

FILES, FOLDERS, REFS = "files", "folders", "refs"
"""What the names are that a command takes."""
NARROW = 80
"""Columns where nobody can tell."""
COLORS = ("auto", "always", "never")
EXIT_STATUS = """\
exit status:
  0    everything was looked at, and nothing reaches --fail-on
  1    at least one finding reaches --fail-on
  2    not a clean bill: something could not be looked at, or the call or a
       setting is wrong
  130  interrupted
"""
PLAIN_STATUS = """\
exit status:
  0    done
  2    the call is wrong, or the result cannot be written
  130  interrupted
"""
WRONG = {"expected one": "needs a value", "ignored explicit": "takes no value", "invalid": "cannot be used"}
"""How argparse's own messages begin, and what is said in their place: they repeat what was given."""


class Parser(argparse.ArgumentParser):
    """Whatever is wrong with a call is a UsageError."""

    def __init__(
        self,
        command: str,
        usage: str,
        description: str,
        examples: str,
        exit_status: str = EXIT_STATUS,
        takes: str | tuple[str, ...] = (),
    ) -> None:
        """takes: what its names are, for shells that complete them: FILES, FOLDERS, REFS, or the words that there are,
        with FILES behind them where files follow a word.
        """
        super().__init__(
            prog=f"akia {command}",
            usage=f"akia {command} {usage}",
            description=description,
            epilog=f"examples:\n{examples}\n{exit_status}",
            formatter_class=_HelpFormatter,
            allow_abbrev=False,
        )
        self.takes = takes

    def error(self, message: str) -> NoReturn:
        """Raises UsageError, which does not repeat what was given: somebody may have pasted a secret."""
        option, _, wrong = message.removeprefix("argument ").partition(": ")
        for beginning, words in WRONG.items():
            if wrong.startswith(beginning):
                message = f"{option} {words}"
        raise UsageError(f"{message.removeprefix('argument ')} ({self.prog} --help says more)")

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
            self.error(self._unknown(unknown[0]))
        options.names = [*rest, *argv[end + 1 :]]
        return options

    def options(self) -> Sequence[argparse.Action]:
        """What is not a name, in the order of the help."""
        return [action for action in self._actions if action.option_strings]

    def _unknown(self, option: str) -> str:
        import difflib  # only to word an error
        import re

        said = f"no such option: {option}" if re.fullmatch("--?[a-z-]{1,20}", option) else "no such option"
        near = difflib.get_close_matches(option, self._option_string_actions, 1)
        return f"{said}; did you mean {near[0]}?" if near else said


class _HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Room for the longest option on the line that tells of it."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=28, width=_columns() - 2)


@functools.cache
def _columns() -> int:
    """How wide the terminal is. argparse would load `shutil` to ask, for every call and not for the help alone."""
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told):
        return int(told)
    try:
        return os.get_terminal_size(1).columns or NARROW
    except OSError:
        return NARROW


def add_output(parser: Parser, formats: Sequence[str] = tuple(FORMATS)) -> None:
    """Options of every command that writes a document."""
    add = parser.add_argument
    known = ", ".join(formats)
    add("--format", metavar="FORM", type=OneOf(formats), default="text", help=f"one of {known} (default: text)")
    add("--output", metavar="FILE", type=_file, help="where to write it (default: standard output)")


def add_report(parser: Parser) -> None:
    """Options of every command that writes a report."""
    add_output(parser)
    add = parser.add_argument
    severities = ", ".join(FAIL_ON)
    text = f"severity from which on a finding makes the exit status 1: {severities} (default: medium)"
    add("--fail-on", metavar="SEVERITY", type=OneOf(FAIL_ON), help=text)
    add("--no-suppressed", action="store_true", help="leave out what is held back: some readers take it for open")
    add("--quiet", action="store_true", help="print findings and errors only")
    add("--color", metavar="WHEN", type=OneOf(COLORS), default="auto", help="auto, always or never (default: auto)")


def add_scanning(parser: Parser) -> None:
    """Options of every command that scans."""
    add_report(parser)
    add = parser.add_argument
    add("--baseline", metavar="FILE", type=_file, help="credentials that are known, as akia baseline keeps them")
    add_looking(parser)


def add_looking(parser: Parser) -> None:
    """Options of every command that looks at content, whatever it makes of it."""
    add_config(parser)
    add = parser.add_argument
    globs = "paths to leave out, as in .gitignore; repeatable"
    add("--exclude", metavar="GLOB", type=_glob, action="append", default=[], help=globs)
    add("--no-inline", action="store_true", help="do not let comments such as akia:allow hide anything")
    add("--no-progress", action="store_true", help="do not show how far the scan is")
    add("--jobs", metavar="N", type=_jobs, default=0, help="processes to use (default: as many as pay)")


def add_config(parser: Parser) -> None:
    """The option of every command that reads settings."""
    text = "settings to use in place of akia.toml and pyproject.toml"
    parser.add_argument("--config", metavar="FILE", type=_file, help=text)


class OneOf:
    """Reads one of the words that are known."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = tuple(known)

    def __call__(self, text: str) -> str:
        """The word. Raises ArgumentTypeError, which does not repeat what was given."""
        if text not in self.known:
            raise argparse.ArgumentTypeError(f"must be one of {', '.join(self.known)}")
        return text


def _file(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("must be the name of a file")
    return text


def _glob(text: str) -> str:
    if not is_glob(text):
        raise argparse.ArgumentTypeError("must be a glob; this one matches nothing")
    return text


def _jobs(text: str) -> int:
    if not (text.isdecimal() and len(text) < 5):
        raise argparse.ArgumentTypeError("must be a whole number, 0 or more")
    return int(text)
