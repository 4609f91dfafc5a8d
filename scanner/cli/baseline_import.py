"""`akia baseline import FILE …`: what another scanner was told to be silent about, as far as Akia finds it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scanner.cli.baseline_file import entries, keep, known_so_far
from scanner.cli.baseline_scan import ENTRIES, REST, looked
from scanner.cli.console import say, send
from scanner.config import load
from scanner.errors import UsageError
from scanner.formats.escape import escaped
from scanner.formats.words import counted
from scanner.git.objects import read
from scanner.git.process import Git
from scanner.model import Finding
from scanner.sources.paths import PathsSource
from scanner.suppress.baseline import Entry
from scanner.suppress.carry.expressions import Expressions
from scanner.suppress.carry.foreign import Foreign, Named
from scanner.suppress.carry.outcome import NOTHING, Carried, Outcome, brought_in, settled
from scanner.suppress.carry.reading import foreign
from scanner.suppress.carry.witness import Noted, Witness

REAL = ("of those carried over was called a real secret", "of those carried over were called real secrets")
OTHERS = {
    "detect-secrets": 'packs = ["aws", "detect-secrets"]',
    "gitleaks": 'rules = ["gitleaks.toml"], with gitleaks\' own file of rules,',
}
"""By whose settings what another tool finds beside AWS credentials is found here."""
GLOBS = ("glob for .akiaignore is", "globs for .akiaignore are")


class _Scanned(NamedTuple):
    """What the scans came to: their notes and findings, and whether something could not be looked at.

    in_history: whether the history was looked at, too.
    """

    notes: list[Noted]
    findings: list[Finding]
    is_complete: bool
    in_history: bool


def imported(arguments: Namespace) -> int:
    """Reads the files, scans for what they name, and adds that to the baseline. Returns the exit status.

    Raises AkiaError where a file cannot be used.
    """
    if not arguments.names:
        raise UsageError("name the files to import (akia baseline --help says which)")
    before = known_so_far(arguments.file)
    held = before.entries
    found = [foreign(name, arguments.tool) for name in arguments.names]
    if not any(item.named or item.expressions or item.commits for item in found):
        _tell(found, [], Outcome({}, 0, []))
        say("no secret is named, so no baseline is written")
        return 0
    named = [entry for item in found for entry in item.named]
    expressions = Expressions(expression for item in found for expression in item.expressions)
    commits = [group for item in found for group in item.commits]
    scanned = _scanned(arguments, named, expressions, bool(commits))
    outcome = settled(named, expressions.usable, scanned.notes, scanned.findings)
    brought_in(outcome, commits, scanned.findings)
    added = [_entry(arguments, item) for known, item in sorted(outcome.carried.items()) if known not in held]
    keep(arguments.file, [*held.values(), *added], before.of_history or scanned.in_history)
    _tell(found, expressions.lost, outcome)
    say(f"{arguments.file}: {counted(len(added), *ENTRIES)} added, {len(held):,} kept")
    _tell_of_others(arguments, found, outcome)
    _tell_of_rest(scanned.findings, {*held, *outcome.carried})
    if not scanned.is_complete:
        say("not everything could be looked at; akia scan tells what")
    return 0 if scanned.is_complete else 2


def _scanned(arguments: Namespace, named: Sequence[Named], expressions: Expressions, has_commits: bool) -> _Scanned:
    """The files here where an entry may mean them; the history too where one names a commit, or a person asks."""
    by_commit = [item for item in named if item.commit]
    in_history = arguments.history or has_commits or bool(by_commit)
    ways = [False] if expressions.usable or len(by_commit) < len(named) else []
    ways += [True] if in_history else []
    blobs = _blobs(by_commit)
    result = _Scanned([], [], True, in_history)
    for history in ways:
        witness = Witness(named, expressions, blobs, arguments.names)
        report = looked(arguments, history, (), witness)
        result.notes.extend(witness.notes)
        result.findings.extend(report.findings)
        result = result._replace(is_complete=result.is_complete and report.complete)
    return result


def _blobs(named: Iterable[Named]) -> dict[tuple[str, str], str]:
    """The object that each entry's path is in its commit, as far as those are here. Raises RepositoryError."""
    wanted = {
        f"{item.commit}:{item.path}".encode("utf-8", "replace"): (item.commit or "", item.path)
        for item in named
        if item.path and "\n" not in item.path and not item.digest
    }
    if not wanted:
        return {}
    found = read(Git(None), wanted)
    return {wanted[item.name]: item.id for item in found if item.found}


def _entry(arguments: Namespace, item: Carried) -> Entry:
    (entry,) = entries(arguments, [item.finding])
    return entry._replace(reason=arguments.reason or item.reason)


def _tell(found: Sequence[Foreign], lost: Sequence[str], outcome: Outcome) -> None:
    """Globs go to standard output, so that they can be sent into `.akiaignore`; all else is said."""
    globs = dict.fromkeys(glob for item in found for glob in item.globs)
    if globs:
        say(f"{counted(len(globs), *GLOBS)} on standard output; look at them before you keep them")
        send("".join(f"{escaped(glob)}\n" for glob in globs).encode())
    for line in (*(line for item in found for line in item.lost), *lost, *outcome.lost):
        say(f"not carried over: {line}")
    if outcome.held:
        why = "what is named there is held back in any case, as an example or by a comment"
        say(f"{counted(outcome.held, *ENTRIES)} not needed: {why}")
    real = sum(item.is_real for item in outcome.carried.values())
    if real:
        say(f"{counted(real, *REAL)}; such work until they are revoked")


def _tell_of_others(arguments: Namespace, found: Sequence[Foreign], outcome: Outcome) -> None:
    """What to do about entries for which nothing is found, unless it is done already."""
    is_lost = any(line.endswith(NOTHING) for line in outcome.lost)
    config = load(PathsSource(()).settings, arguments.config)
    if is_lost and not config.packs and not config.rules:
        for tool in dict.fromkeys(item.tool for item in found if item.named and item.tool in OTHERS):
            say(f"{OTHERS[tool]} in akia.toml finds other secrets than AWS's, too; then import again")


def _tell_of_rest(findings: Sequence[Finding], in_it: set[str]) -> None:
    left = {finding.fingerprint for finding in findings} - in_it
    if left:
        say(f"{counted(len(left), *REST)} not in it; akia baseline audit asks about each")
