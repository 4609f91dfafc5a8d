"""`akia scan [PATH …]`: files and folders, or standard input."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

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
    return scanned(PathsSource(arguments.names, counters), arguments, shown(counters, arguments, "files"))


def _standard_input(arguments: Namespace) -> Source:
    if len(arguments.names) > 1:
        raise UsageError("standard input (-) cannot be scanned together with other paths")
    from scanner.cli.standard_input import StandardInput
    from scanner.sources.stdin import StdinSource

    return StdinSource(StandardInput().read)
