"""`akia hook pre-push`: stops a push that brings in a credential. A hook: every import here is paid for."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Mapping, Sequence

from scanner.cli.arguments import Parser, add_scanning
from scanner.cli.conclusion import concluded
from scanner.cli.console import say
from scanner.cli.hook_lines import given, pushing
from scanner.cli.report import scanned
from scanner.config import FailOn
from scanner.detect.detector import of_aws
from scanner.git.leading import typed
from scanner.git.process import Git
from scanner.git.push import Update, pushed
from scanner.git.range import Range
from scanner.git.remotes import named
from scanner.model import Report
from scanner.sources.commits import PushSource

DESCRIPTION = """\
Looks for AWS credentials in what a push brings that the remote does not have
yet: files, messages, tags. git runs it as the hook pre-push, names the remote
and its URL, and tells on standard input what is pushed; pre-commit, at its
stage pre-push, tells it in the environment. Settings are read from where the
branch stands at the remote, so that a change cannot excuse itself.
"""
EXAMPLES = """\
  akia hook install                             have git run it
  exec akia hook pre-push -- "$@" >&2           in .git/hooks/pre-push
  exec akia hook pre-push --quiet -- "$@" >&2   the same, silent if all is well
"""
ALL = ""
"""In place of a remote's name: all remotes."""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("hook pre-push", "[OPTION …] [REMOTE [URL]]", DESCRIPTION, EXAMPLES)
    add_scanning(parser)
    parser.add_argument("--all", action="store_true", help="report also what is not new in what changes")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the hook and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if len(arguments.names) > 2:
        parser.error("a remote and its URL are needed, and nothing else")
    told = [update for update in pushing(given()) if not update.is_deletion]
    git = Git()
    if told:
        return _looked_at(git, pushed(git, told, _remote(git, arguments.names)), arguments)
    if not arguments.names and os.environ.get("PRE_COMMIT"):
        return _looked_at(git, _of_pre_commit(git, os.environ), arguments)
    return 0


def _remote(git: Git, words: Sequence[str]) -> str | None:
    """The remote's name, if it has one. Without a word, as a person may call it, all remotes count."""
    return named(git, words) if words else ALL


def _of_pre_commit(git: Git, told: Mapping[str, str]) -> Range:
    """What is pushed as pre-commit tells it; what HEAD has that no remote has, where it tells nothing.

    https://pre-commit.com/#pre-push: of several references it names the first alone.
    """
    new = told.get("PRE_COMMIT_TO_REF") or told.get("PRE_COMMIT_LOCAL_BRANCH") or "HEAD"
    old = told.get("PRE_COMMIT_FROM_REF", "")
    known = typed(git, [new, old])
    names = [known[name][0] if name in known else "0" * 40 for name in (old, new)]
    update = Update(told.get("PRE_COMMIT_REMOTE_BRANCH", ""), *names)
    words = [told[name] for name in ("PRE_COMMIT_REMOTE_NAME", "PRE_COMMIT_REMOTE_URL") if told.get(name)]
    return pushed(git, [update], _remote(git, words))


def _looked_at(git: Git, found: Range, arguments: Namespace) -> int:
    def conclude(report: Report, arguments: Namespace, fail_on: FailOn, may_be_incomplete: bool) -> int:
        status = concluded(report, arguments, fail_on, may_be_incomplete)
        if status:
            _explain(git, found, report, status)
        return status

    source = PushSource("what is pushed", of_aws(), arguments.all, found)
    return scanned(source, arguments, everything=arguments.all, conclude=conclude)


def _explain(git: Git, found: Range, report: Report, status: int) -> None:
    from scanner.cli.hook_words import blocked, stopped  # not on the way of a push that goes through

    for line in blocked(git, found, report) if status == 1 else stopped():
        say(line)
