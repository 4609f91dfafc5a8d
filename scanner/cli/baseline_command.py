"""`akia baseline create|update|prune|audit|import`: what is known, so that only what is new is reported."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from scanner.cli.arguments import FILES, OneOf, Parser, add_looking
from scanner.cli.baseline_audit import audited
from scanner.cli.baseline_file import FILE, entries, keep, known, pruning
from scanner.cli.baseline_import import imported
from scanner.cli.baseline_scan import ENTRIES, looked, named_in_settings
from scanner.cli.console import say
from scanner.errors import AkiaError, UsageError
from scanner.formats.words import counted
from scanner.model import Report
from scanner.suppress.baseline import Entry
from scanner.suppress.carry.reading import TOOLS

USAGE = "create|update|prune|audit|import [OPTION …] [PATH …]"
DESCRIPTION = """\
Keeps the list of credentials that are known and dealt with; scans with
`--baseline FILE`, or with `baseline = "FILE"` in the settings, report what is
not in it. Holds no secret, path or line: commit it.

  create   what is found now becomes the baseline
  update   what is found now and is not in it is added
  prune    what is no longer found, or has expired, is taken out; in a baseline
           of the history, what neither that nor the files hold
  audit    asks of each credential that is not in it what it is
  import   adds what another scanner was told to be silent about, by its files:
           .secrets.baseline, .gitleaksignore, .gitleaks.toml, a JSON report of
           gitleaks, .gitallowed, .git/config with git-secrets' settings,
           trufflehog's excluded paths
"""
EXAMPLES = """\
  akia baseline create                 of the files here
  akia baseline create --history --until 2026-12-31 --reason "being revoked"
  akia baseline audit                  one question for each, kept at once
  akia baseline import .secrets.baseline
"""
EXPIRED = ("of those kept has expired", "of those kept have expired")
GONE = ("of those kept is not found any more", "of those kept are not found any more")
PART = "akia baseline prune would take out what stands elsewhere: it looks at all that there is, so name no path"
ONLY_FILES = "only the files were looked at; with --history what the history alone holds stays in it"
EXIT_STATUS = """\
exit status:
  0    done
  2    the call or a file is wrong, or not everything could be looked at
  130  interrupted
"""


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser("baseline", USAGE, DESCRIPTION, EXAMPLES, EXIT_STATUS, takes=(*ACTIONS, FILES))
    add = parser.add_argument
    add("--file", "--baseline", metavar="FILE", help=f"the baseline (default: what the settings name, else {FILE})")
    add("--history", action="store_true", help="look at the whole history, not at the files; the baseline remembers it")
    add("--from", dest="tool", metavar="TOOL", type=OneOf(TOOLS), help=f"whose file is imported: {', '.join(TOOLS)}")
    add("--reason", metavar="TEXT", default="", help="why the entries are no leak, or dealt with")
    add("--who", metavar="NAME", default="", help="who says so")
    add("--until", metavar="DAY", type=_day, help="the last day on which the entries count: 2026-12-31")
    add_looking(parser)
    add("--quiet", action="store_true", help="show no progress")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    action = ACTIONS.get(arguments.names[0] if arguments.names else "")
    if action is None:
        parser.error(f"one of {', '.join(ACTIONS)} is needed")
    arguments.names = arguments.names[1:]
    arguments.file = arguments.file or named_in_settings(arguments) or FILE
    return action(arguments)


def _create(arguments: Namespace) -> int:
    if os.path.lexists(arguments.file):
        raise UsageError(f"{arguments.file} is there already; akia baseline update adds to it")
    report = looked(arguments, arguments.history)
    keep(arguments.file, entries(arguments, report.findings), arguments.history)
    if named_in_settings(arguments) != arguments.file:
        say(f'scans take it by --baseline {arguments.file}, or by baseline = "{arguments.file}" in akia.toml')
    return _told(report, f"{arguments.file}: {counted(len(report.findings), *ENTRIES)}")


def _update(arguments: Namespace) -> int:
    before = known(arguments.file)
    held = before.entries
    report = looked(arguments, arguments.history)
    added = [entry for entry in entries(arguments, report.findings) if entry.fingerprint not in held]
    keep(arguments.file, [*held.values(), *added], before.of_history or arguments.history)
    call = pruning(arguments.file, named_in_settings(arguments), arguments.history)
    of_all_files = not before.of_history and not set(arguments.names) - {"."}
    _tell_of_stale(held, report, arguments.history or of_all_files, call)
    return _told(report, f"{arguments.file}: {counted(len(added), *ENTRIES)} added, {len(held):,} kept")


def _prune(arguments: Namespace) -> int:
    if not arguments.history and set(arguments.names) - {"."}:
        raise UsageError(PART)
    before = known(arguments.file)
    held, of_history = before.entries, before.of_history or arguments.history
    reports = list(_all_that_there_is(arguments, of_history))
    if not all(report.complete for report in reports):
        raise AkiaError("not everything could be looked at, so nothing is taken out")
    found = {finding.fingerprint for report in reports for finding in report.findings}
    kept = [item for item in held.values() if item.fingerprint in found and not item.has_expired(date.today())]
    keep(arguments.file, kept, of_history)
    if not of_history and held.keys() - found:
        say(ONLY_FILES)
    say(f"{arguments.file}: {counted(len(held) - len(kept), *ENTRIES)} taken out, {len(kept):,} kept")
    return 0


def _all_that_there_is(arguments: Namespace, of_history: bool) -> Iterator[Report]:
    """The files, unless a repository elsewhere is named; and the history, if that is what the baseline is of."""
    if not set(arguments.names) - {"."}:
        yield looked(arguments, history=False)
    if of_history:
        yield looked(arguments, history=True)


def _audit(arguments: Namespace) -> int:
    return audited(arguments, looked(arguments, arguments.history))


ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "create": _create,
    "update": _update,
    "prune": _prune,
    "audit": _audit,
    "import": imported,
}


def _tell_of_stale(held: Mapping[str, Entry], report: Report, whole: bool, call: str) -> None:
    """Says what is in the baseline for nothing. whole: whether the scan was of all that there is, not of a part.

    call: what takes it out.
    """
    today = date.today()
    expired = {known for known, entry in held.items() if entry.has_expired(today)}
    gone = held.keys() - expired - {finding.fingerprint for finding in report.findings} if whole else ()
    for number, words in ((len(expired), EXPIRED), (len(gone), GONE)):
        if number:
            say(f"{counted(number, *words)}; {call} takes out such")
    if gone and report.source != "history":
        say(ONLY_FILES)


def _told(report: Report, done: str) -> int:
    """Says what was done, and what could not be looked at. Returns the exit status."""
    say(done)
    lost = [item for item in report.skipped if item.incomplete]
    for item in lost[:10]:
        say(f"not looked at: {item.path}: {item.detail or item.reason}")
    if len(lost) > 10:
        say(f"not looked at: {len(lost) - 10:,} more")
    return 2 if lost else 0


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise ArgumentTypeError("must be a day such as 2026-12-31") from None
