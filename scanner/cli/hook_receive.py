"""`akia hook pre-receive` and `akia hook update`: a server refuses what brings in a credential."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace

from scanner.cli.arguments import Parser, add_scanning
from scanner.cli.conclusion import concluded, status_of
from scanner.cli.console import say
from scanner.cli.hook_lines import given, receiving
from scanner.cli.report import scanned
from scanner.config import FailOn
from scanner.detect.detector import of_aws
from scanner.git.process import Git
from scanner.git.push import Update, received
from scanner.model import Report
from scanner.sources.commits import CommitsSource

DESCRIPTION = """\
Looks for AWS credentials in what a push brings to this repository that no
reference here has, and refuses it as a whole; the person who pushes is told
why. git runs it as the hook pre-receive, before anything is taken in. Settings
are those of the branch that is pushed to, as it stands here; with --config
those of that file alone. --output keeps a report here.
"""
UPDATE = """\
The same as akia hook pre-receive for one reference after another, as git runs
the hook update, so that the others are taken in.
"""
EXAMPLES = """\
  exec akia hook pre-receive                             in hooks/pre-receive
  exec akia hook pre-receive --config /etc/akia.toml --no-inline
"""
UPDATE_EXAMPLES = """\
  exec akia hook update -- "$@"                          in hooks/update
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("hook pre-receive", "[OPTION …]", DESCRIPTION, EXAMPLES)
    add_scanning(parser)
    return parser


def pre_receive(argv: Sequence[str]) -> int:
    """Runs the hook pre-receive and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if arguments.names:
        parser.error("no name is needed")
    return _answered(receiving(given()), arguments)


def update(argv: Sequence[str]) -> int:
    """Runs the hook update and returns its exit status. Raises AkiaError."""
    parser = Parser("hook update", "[OPTION …] REF OLD NEW", UPDATE, UPDATE_EXAMPLES)
    add_scanning(parser)
    arguments = parser.read(argv)
    if len(arguments.names) != 3:
        parser.error("a reference, its old and its new object are needed")
    ref, old, new = arguments.names
    return _answered(receiving(f"{old} {new} {ref}"), arguments)


def _answered(updates: Sequence[Update], arguments: Namespace) -> int:
    wanted = [update for update in updates if not update.is_deletion]
    if not wanted:
        return 0
    found = received(Git(), wanted)
    if arguments.config is not None:
        found = replace(found, base=None)
    source = CommitsSource("what is pushed", of_aws(), False, found)
    return scanned(source, arguments, everything=False, conclude=_concluded)


def _concluded(report: Report, arguments: Namespace, fail_on: FailOn, may_be_incomplete: bool) -> int:
    """The pusher is told what matters; a report is for whoever keeps the server."""
    status = status_of(report, fail_on, may_be_incomplete)
    if arguments.output is not None:
        status = concluded(report, arguments, fail_on, may_be_incomplete)
    if status:
        from scanner.cli.hook_words import not_taken, refused  # not on the way of a push that is taken

        for line in refused(report) if status == 1 else not_taken():
            say(line)
    return status
