"""`akia baseline audit`: one question for each credential that is not known; answers are kept at once."""

from __future__ import annotations

import sys
from argparse import Namespace
from datetime import date

from scanner.cli.baseline_file import entries, keep, known_so_far
from scanner.cli.baseline_scan import ENTRIES, REST
from scanner.cli.console import say, send
from scanner.cli.format import style
from scanner.formats.text import Text
from scanner.formats.words import counted
from scanner.model import Report

QUESTION = "[l]eak, leave it out   [t]est value   [r]evoked already   [s]kip   [q]uit: "
ANSWERS = {"t": "test value", "r": "revoked already"}


def audited(arguments: Namespace, report: Report) -> int:
    """Asks, of what has expired too; a person can stop at any time and go on later. Returns the exit status."""
    before = known_so_far(arguments.file)
    held = dict(before.entries)
    today = date.today()
    counting = {known for known, entry in held.items() if not entry.has_expired(today)}
    unknown = [finding for finding in report.findings if finding.fingerprint not in counting]
    for number, finding in enumerate(unknown, 1):
        alone = report._replace(findings=(finding,), suppressed=(), skipped=())
        answer = _asked(alone, f"{number:,} of {len(unknown):,}: ")
        if answer == "q":
            break
        if answer in ANSWERS:
            (entry,) = entries(arguments, [finding])
            held[finding.fingerprint] = entry._replace(reason=arguments.reason or ANSWERS[answer])
            counting.add(finding.fingerprint)
            keep(arguments.file, held.values(), before.of_history or arguments.history)
    left = sum(finding.fingerprint not in counting for finding in unknown)
    say(f"{arguments.file}: {counted(len(held), *ENTRIES)}; {counted(left, *REST)} not in it")
    return 0


def _asked(alone: Report, count: str) -> str:
    look = style(alone, "auto", None, quiet=True, blocked=False)
    send(b"\n" + Text().render(alone, look).encode())
    while True:
        send((count + QUESTION).encode())
        line = sys.stdin.buffer.readline() if sys.stdin else b""
        answer = line.strip().lower()[:1].decode("ascii", "replace")
        if not line:
            send(b"\n")
            return "q"
        if answer in ("l", "t", "r", "s", "q"):
            return answer
