"""`akia history [REPO]`: every object of a repository."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.cli.arguments import FOLDERS, Parser, add_scanning
from scanner.cli.progress import shown
from scanner.cli.report import scanned
from scanner.counters import Counters
from scanner.scanning import whole_history

DESCRIPTION = """\
Looks for AWS credentials in every object of a git repository, whether a branch
leads to it or not: files of all commits, messages, tags, notes, stashes, what
was only ever staged, what was amended away. Nothing is fetched.
"""
EXAMPLES = """\
  akia history                          of the repository here
  akia history ~/src/service.git        of another one
  akia history --format json --output akia.json
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("history", "[OPTION …] [REPO]", DESCRIPTION, EXAMPLES, takes=FOLDERS)
    add_scanning(parser)
    parser.add_argument("--allow-incomplete", action="store_true", help="do not fail over what cannot be looked at")
    parser.add_argument("--no-cache", action="store_true", help="do not use or keep what earlier scans came to")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if len(arguments.names) > 1:
        parser.error("one repository at a time")
    folder = arguments.names[0] if arguments.names else None
    counters = Counters()
    source = whole_history(folder, arguments.jobs, counters, remember=not arguments.no_cache)
    return scanned(source, arguments, shown(counters, arguments), may_be_incomplete=arguments.allow_incomplete)
