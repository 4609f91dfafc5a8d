"""`akia staged [FILE …]`: what the next commit would bring in. A hook: every import here is paid for."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.cli.arguments import FILES, Parser, add_scanning

DESCRIPTION = """\
Looks for AWS credentials in what is staged, as the index holds it, and reports
those that no file of HEAD held. With FILEs, as pre-commit passes them, in those
alone; one that does not differ from HEAD is read whole.
"""
EXAMPLES = """\
  akia staged                     what would be committed now
  akia staged --all               whole files, not only what is new in them
  akia staged --fail-on critical  let doubtful things pass

if it is no leak, say so in one of these:
  a comment on its line           akia:allow
  .akiaignore                     a glob of paths
  akia.toml                       allow = ["FINGERPRINT"], as reports show it
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("staged", "[OPTION …] [FILE …]", DESCRIPTION, EXAMPLES, takes=FILES)
    add_scanning(parser)
    parser.add_argument("--all", action="store_true", help="report also what is not new")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    arguments = made_parser().read(argv)
    from scanner.sources.staged import StagedSource  # behind --help and errors

    source = StagedSource(arguments.names)
    from scanner.cli.report import scanned  # while git works

    return scanned(source, arguments, everything=arguments.all)
