"""`akia remediate REPORT.json [FINDING]`: the whole playbook of what a scan found."""

from __future__ import annotations

import shlex
from argparse import Namespace
from collections.abc import Callable, Sequence
from functools import partial

from scanner.cli.arguments import FILES, PLAIN_STATUS, Parser, add_config, add_output
from scanner.cli.console import say
from scanner.cli.format import width_of
from scanner.cli.output import write
from scanner.cli.report_command import report_of
from scanner.errors import AkiaError, UsageError
from scanner.formats import guide
from scanner.model import Finding

DESCRIPTION = """\
Tells what to do about what a scan found: each step with its reason, its
commands with everything filled in that is known, and whose job it is. For all
findings of a JSON report, or for one, named by its fingerprint or the beginning
of it. Nothing is run. `-` reads standard input.

With --filter-repo nothing is told; the repository is read again, and the values
that leaked are written to a new file that you alone can read, for
git filter-repo --replace-text FILE. Delete it afterwards. Archives and the
like, in which that replaces nothing, are listed in FILE.blobs.
"""
EXAMPLES = """\
  akia history --format json --output akia.json
  akia remediate akia.json
  akia remediate akia.json 3f2a --format markdown --output ticket.md
  akia remediate akia.json --filter-repo ~/leaked-values.txt
"""
MOST_NAMED = 20
"""Paths of binary files that are named."""
FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "text": guide.text,
    "markdown": guide.in_markdown,
    "json": guide.json,
}


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("remediate", "[OPTION …] REPORT.json [FINDING]", DESCRIPTION, EXAMPLES, PLAIN_STATUS, takes=FILES)
    add_output(parser, tuple(FORMATS))
    parser.add_argument("--filter-repo", metavar="FILE", help="write what git filter-repo is to replace (mode 0600)")
    parser.add_argument("--repo", metavar="PATH", help="the repository to read for it (default: the one here)")
    add_config(parser)
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    if not 1 <= len(arguments.names) <= 2:
        parser.error("a report is needed, and at most one finding")
    findings = report_of(arguments.names[0]).findings
    chosen = _chosen(findings, arguments.names[1]) if len(arguments.names) == 2 else findings
    if arguments.filter_repo is not None:
        return _written(arguments, chosen)
    is_text = arguments.format == "text"
    made = partial(guide.text, width=width_of(arguments.output)) if is_text else FORMATS[arguments.format]
    write(arguments.output, made(chosen).encode())
    return 0


def _chosen(findings: Sequence[Finding], name: str) -> list[Finding]:
    """The finding that is meant. What was given is not repeated: somebody may have pasted a secret."""
    found = [finding for finding in findings if name and finding.fingerprint.startswith(name.lower())]
    if not found:
        raise UsageError("the report has no finding whose fingerprint begins so")
    if len(found) > 1:
        raise UsageError(f"{len(found)} findings have a fingerprint that begins so; give more of it")
    return found


def _written(arguments: Namespace, findings: Sequence[Finding]) -> int:
    """Writes the replacements of git filter-repo. What was not found is a failure: the history would keep it."""
    from scanner.cli.replacements import BLOBS, replaced
    from scanner.config import load
    from scanner.counters import Counters
    from scanner.detect.detector import of_aws
    from scanner.pipeline import finder_for
    from scanner.sources.history import HistorySource
    from scanner.sources.remembering.memory import Forgetful
    from scanner.workers import available

    detector = of_aws()
    source = HistorySource(arguments.repo, detector, Forgetful(), available(), Counters())
    finder = finder_for(load(source.settings, arguments.config), source)
    written = replaced(arguments.filter_repo, source, finder, findings)
    counted = f"{arguments.filter_repo}: {written.values:,} values"
    say(f"{counted}, for you alone to read; delete it when the history is rewritten")
    if written.missing:
        say(f"{written.missing:,} values were not found in the repository; passwords must be added by hand")
    if written.binary:
        values, listed = (shlex.quote(arguments.filter_repo + end) for end in ("", BLOBS))
        purge = f"git filter-repo --sensitive-data-removal --replace-text {values} --strip-blobs-with-ids {listed}"
        say(f"in binary files nothing is replaced; what holds it goes as a whole: {purge}")
        for path in written.binary[:MOST_NAMED]:
            say(f"  {path}")
        if len(written.binary) > MOST_NAMED:
            say(f"  and {len(written.binary) - MOST_NAMED:,} more")
    if written.missing or written.binary:
        raise AkiaError("this file alone does not rid the history of all values")
    return 0
