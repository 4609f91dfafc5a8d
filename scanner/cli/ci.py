"""`akia ci`: what the change that a run of continuous integration is for brings in."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

from scanner.ci.change import change_of, is_partial
from scanner.ci.job import End, Job
from scanner.ci.systems import job_of
from scanner.cli.arguments import Parser, add_scanning
from scanner.cli.console import say
from scanner.cli.progress import shown
from scanner.cli.report import scanned
from scanner.counters import Counters
from scanner.detect.detector import of_aws
from scanner.errors import UsageError
from scanner.formats.words import counted
from scanner.git.process import Git
from scanner.sources.commits import CommitsSource

DESCRIPTION = """\
Looks for AWS credentials in what a pull request, a merge request or a push
brings in, and tells on standard error which commits those are. They are read
from what GitHub Actions, GitLab CI, Jenkins, CircleCI, Azure Pipelines or
Bitbucket Pipelines tell; a run that no change has started (by schedule, by
hand) looks at the whole history. Settings are read from where the change
begins, so that it cannot excuse itself. Nothing is fetched.
"""
EXAMPLES = """\
  akia ci
  akia ci --format sarif --output akia.sarif
  akia ci --base HEAD^    where a change begins, if nothing tells it
"""
NOWHERE = Job("no CI system", "change", new=(End("HEAD", "HEAD"),))


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("ci", "[OPTION …]", DESCRIPTION, EXAMPLES)
    add_scanning(parser)
    parser.add_argument("--base", metavar="REV", default="", help="where the change begins (default: as it is told)")
    parser.add_argument("--all", action="store_true", help="report also what is not new in what changes")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if arguments.names:
        parser.error("no name is needed; --base takes where the change begins")
    job = _job(arguments.base)
    git = Git()
    status = _history(arguments, job) if job.is_whole else _change(git, arguments, job)
    if status == 2 and job.deepen and is_partial(git):
        say(f"this clone is not complete: put {job.deepen}")
    return status


def _job(base: str) -> Job:
    """The run; a base that is given is where its change begins, and nothing else is."""
    job = job_of(os.environ)
    if job is None and not base:
        raise UsageError(
            "no CI system that is known runs this; akia ci --base REV, or akia commits RANGE, take a range"
        )
    job = job or NOWHERE
    if not base:
        return job
    new = job.new or (End("HEAD", "HEAD"),)
    return job._replace(old=(End(base, "--base"),), new=new, is_given=True, is_whole=False)


def _change(git: Git, arguments: Namespace, job: Job) -> int:
    change = change_of(git, job)
    count = counted(len(change.range.commits), "commit", "commits")
    say(f"{job.system}, {job.event}: {_short(change.name)}, {count} (told by {change.source})")
    counters = Counters()
    source = CommitsSource(change.name, of_aws(), arguments.all, change.range, counters)
    return scanned(source, arguments, shown(counters, arguments), everything=arguments.all)


def _short(name: str) -> str:
    return "..".join(end[:12] for end in name.split(".."))


def _history(arguments: Namespace, job: Job) -> int:
    """A run for no change."""
    from scanner.scanning import whole_history

    say(f"{job.system}, {job.event}: no change is told, so that the whole history is looked at")
    counters = Counters()
    return scanned(whole_history(None, arguments.jobs, counters), arguments, shown(counters, arguments))
