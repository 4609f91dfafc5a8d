"""`akia scan [PATH …]`: files and folders, or standard input."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Iterator, Sequence

from scanner.cli.arguments import FILES, Parser, add_scanning
from scanner.cli.report import scanned
from scanner.errors import UsageError
from scanner.sources.interface import Source

DESCRIPTION = """\
Looks for AWS credentials in files and folders: the current folder if none is
named, standard input for `-`. In a git work tree that is what git tracks and
what it does not ignore, elsewhere everything but what a .gitignore file names.
A file that is named is always read. Names that begin with - go behind --.
"""
EXAMPLES = """\
  akia scan                                this folder
  akia scan src config/app.env             a folder and a file
  git log -p | akia scan -                 whatever another program prints
  akia scan --format json --output a.json  for other programs
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("scan", "[OPTION …] [PATH …]", DESCRIPTION, EXAMPLES, takes=FILES)
    add_scanning(parser)
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    arguments = made_parser().read(argv)
    if "-" in arguments.names:
        return scanned(_standard_input(arguments), arguments)
    from scanner.cli.progress import shown
    from scanner.counters import Counters
    from scanner.sources.paths import PathsSource  # drives git: not needed for standard input

    counters = Counters()
    arguments.exclude = [*arguments.exclude, *_written_over(arguments)]
    return scanned(PathsSource(arguments.names, counters), arguments, shown(counters, arguments, "files"))


def _written_over(arguments: Namespace) -> Iterator[str]:
    """A glob for the file that `--output` names, if it lies in what is scanned: the report takes its place.

    An earlier report has key IDs in its commands, and would be found for ever, in each report that replaces it.
    """
    target, names = arguments.output, arguments.names
    if target in (None, "-") or not os.path.isfile(target):
        return
    root = names[0] if len(names) == 1 and os.path.isdir(names[0]) else "."
    try:
        inside = os.path.relpath(os.path.realpath(target), os.path.realpath(root))
    except (OSError, ValueError):  # the current folder is gone, or the two have nothing in common
        return
    if not inside.startswith(os.pardir + os.sep):
        yield "/" + re.sub(r"([][*?\\ ])", r"\\\1", inside.replace(os.sep, "/"))


def _standard_input(arguments: Namespace) -> Source:
    if len(arguments.names) > 1:
        raise UsageError("standard input (-) cannot be scanned together with other paths")
    from scanner.cli.standard_input import StandardInput
    from scanner.sources.stdin import StdinSource

    return StdinSource(StandardInput().read)
