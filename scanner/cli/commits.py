"""`akia commits RANGE`: what a range of commits brings in."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.cli.arguments import REFS, Parser, add_scanning
from scanner.cli.progress import shown
from scanner.cli.report import scanned
from scanner.counters import Counters
from scanner.detect.detector import of_aws
from scanner.sources.commits import CommitsSource

DESCRIPTION = """\
Looks for AWS credentials in what the commits of a range bring in: files, their
names, messages. What stands in the commit that the range begins behind is not
new; what is added and removed again inside the range is. Settings are read from
that commit, so that a change cannot excuse itself.
"""
EXAMPLES = """\
  akia commits origin/main..HEAD    what this branch brings in
  akia commits main...feature       what either side brings since they parted
  akia commits HEAD                 the last commit alone
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("commits", "[OPTION …] RANGE", DESCRIPTION, EXAMPLES, takes=REFS)
    add_scanning(parser)
    parser.add_argument("--all", action="store_true", help="report also what is not new in what changes")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if len(arguments.names) != 1:
        parser.error("one range of commits is needed")
    counters = Counters()
    source = CommitsSource(arguments.names[0], of_aws(), arguments.all, counters=counters)
    return scanned(source, arguments, shown(counters, arguments), everything=arguments.all)
