"""`akia baseline create|update|prune|audit`: what is known and dealt with, so that only what is new is reported."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from scanner.cli.arguments import Parser, add_scanning
from scanner.cli.console import say, send
from scanner.cli.output import write
from scanner.errors import AkiaError, OutputError, UsageError
from scanner.formats.escape import escaped
from scanner.formats.interface import Style
from scanner.formats.text import Text
from scanner.model import Finding, Report
from scanner.scanning import Call, scanned, whole_history
from scanner.sources.interface import Source
from scanner.sources.paths import PathsSource
from scanner.suppress.baseline import Baseline, Entry, parsed, rendered

FILE = ".akia-baseline"
DESCRIPTION = """\
Keeps the list of credentials that are known and dealt with; scans with
`--baseline FILE`, or with `baseline = "FILE"` in the settings, report what is
not in it. Holds no secret, path or line: commit it.

  create   what is found now becomes the baseline
  update   what is found now and is not in it is added
  prune    what is no longer found, or has expired, is taken out
  audit    asks of each credential that is not in it what it is
"""
EXAMPLES = """\
  akia baseline create                 of the files here
  akia baseline create --history --until 2026-12-31 --reason "being revoked"
  akia baseline audit                  one question for each, kept at once
"""
QUESTION = "[l]eak, leave it out   [t]est value   [r]evoked already   [s]kip   [q]uit: "
ANSWERS = {"t": "test value", "r": "revoked already"}


def made_parser() -> Parser:
    """What the command takes."""
    parser = Parser(
        "baseline", "create|update|prune|audit [OPTION …] [PATH …]", DESCRIPTION, EXAMPLES, takes=tuple(ACTIONS)
    )
    add_scanning(parser)
    parser.add_argument("--file", metavar="FILE", default=FILE, help=f"the baseline (default: {FILE})")
    parser.add_argument("--history", action="store_true", help="of the repository's whole history, not of its files")
    parser.add_argument("--reason", metavar="TEXT", default="", help="why the entries are no leak, or dealt with")
    parser.add_argument("--who", metavar="NAME", default="", help="who says so")
    parser.add_argument("--until", metavar="DAY", type=_day, help="the last day on which the entries count: 2026-12-31")
    return parser


def execute(argv: Sequence[str]) -> int:
    """Runs the command and returns its exit status. Raises AkiaError."""
    parser = made_parser()
    arguments = parser.read(argv)
    action = ACTIONS.get(arguments.names[0] if arguments.names else "")
    if action is None:
        parser.error(f"one of {', '.join(ACTIONS)} is needed")
    action(arguments, _scanned(arguments, arguments.names[1:]))
    return 0


def _create(arguments: Namespace, report: Report) -> None:
    if os.path.lexists(arguments.file):
        raise UsageError(f"{arguments.file} is there already; akia baseline update adds to it")
    _keep(arguments, _entries(arguments, report.findings))
    say(f"{arguments.file}: {len(report.findings):,} entries")


def _update(arguments: Namespace, report: Report) -> None:
    known = _read(arguments.file)
    added = [entry for entry in _entries(arguments, report.findings) if entry.fingerprint not in known.entries]
    _keep(arguments, [*known.entries.values(), *added])
    say(f"{arguments.file}: {len(added):,} entries added, {len(known.entries):,} kept")


def _prune(arguments: Namespace, report: Report) -> None:
    if not report.complete:
        raise AkiaError("not everything could be looked at, so nothing is taken out")
    known = _read(arguments.file)
    found = {finding.fingerprint for finding in report.findings}
    kept = [item for item in known.entries.values() if item.fingerprint in found and not item.has_expired(date.today())]
    _keep(arguments, kept)
    say(f"{arguments.file}: {len(known.entries) - len(kept):,} entries taken out, {len(kept):,} kept")


def _audit(arguments: Namespace, report: Report) -> None:
    """Each answer is kept at once, so that a person can stop at any time and go on later."""
    known = _read(arguments.file) if os.path.lexists(arguments.file) else Baseline(arguments.file, {}, {})
    entries = dict(known.entries)
    for finding in report.findings:
        if finding.fingerprint in entries:
            continue
        answer = _asked(finding)
        if answer == "q":
            break
        if answer in ANSWERS:
            (entry,) = _entries(arguments, [finding])
            entries[finding.fingerprint] = entry._replace(reason=arguments.reason or ANSWERS[answer])
            _keep(arguments, entries.values())
    left = sum(finding.fingerprint not in entries for finding in report.findings)
    say(f"{arguments.file}: {len(entries):,} entries; {left:,} findings are not in it")


ACTIONS: dict[str, Callable[[Namespace, Report], None]] = {
    "create": _create,
    "update": _update,
    "prune": _prune,
    "audit": _audit,
}


def _asked(finding: Finding) -> str:
    alone = Report("paths", "", 0, 0, 0.0, (finding,), (), ())
    send(Text().render(alone, Style(quiet=True)).encode())
    while True:
        send(QUESTION.encode())
        line = sys.stdin.readline() if sys.stdin else ""
        answer = line.strip().lower()[:1]
        if not line:
            return "q"
        if answer in ("l", "t", "r", "s", "q"):
            return answer


def _scanned(arguments: Namespace, paths: Sequence[str]) -> Report:
    call = Call(
        config=arguments.config,
        baseline="",
        exclude=arguments.exclude,
        inline=not arguments.no_inline,
        jobs=arguments.jobs,
    )
    return scanned(_source(arguments, paths), call).report


def _source(arguments: Namespace, paths: Sequence[str]) -> Source:
    if not arguments.history:
        return PathsSource(paths)
    if len(paths) > 1:
        raise UsageError("one repository at a time")
    return whole_history(paths[0] if paths else None, arguments.jobs)


def _entries(arguments: Namespace, findings: Iterable[Finding]) -> list[Entry]:
    return [
        Entry(item.fingerprint, item.kind, _hint(item), arguments.until, arguments.who, arguments.reason)
        for item in findings
    ]


def _hint(finding: Finding) -> str:
    """What a person knows the credential by: the masked ID, else the name of the user, else the masked secret."""
    shown = sorted(finding.parts, key=lambda part: ROLES.index(part.role) if part.role in ROLES else 9)
    return escaped(shown[0].masked)


ROLES = ("id", "user", "email")


def _read(path: str) -> Baseline:
    try:
        with open(path, "rb") as file:
            return parsed(path, file.read())
    except (OSError, ValueError) as error:
        raise OutputError(f"{path}: {getattr(error, 'strerror', None) or 'not a usable path'}") from None


def _keep(arguments: Namespace, entries: Iterable[Entry]) -> None:
    write(arguments.file, rendered(entries).encode())


def _day(text: str) -> str:
    return date.fromisoformat(text).isoformat()
