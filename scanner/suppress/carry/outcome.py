"""What became of each entry of another scanner: which findings are carried over, and what is not, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scanner.model import Finding
from scanner.suppress.carry.foreign import Commits, Expression, Named, may_mean
from scanner.suppress.carry.witness import Noted

NOTHING = "nothing is found for it"
ALONE = "nothing is found that came in with these alone"
MANY = "several credentials stand there, and it does not say which; akia baseline audit asks about each"


class Carried(NamedTuple):
    """A finding that is carried over, why, and whether somebody has called it a real secret."""

    finding: Finding
    reason: str
    is_real: bool


class Outcome(NamedTuple):
    """carried: by fingerprint. held: how many entries name only what is held back in any case. lost: the others."""

    carried: dict[str, Carried]
    held: int
    lost: list[str]


def settled(
    named: Sequence[Named], expressions: Sequence[Expression], notes: Iterable[Noted], findings: Sequence[Finding]
) -> Outcome:
    """What is to be carried over of what was noted."""
    outcome = Outcome({}, 0, [])
    groups = _groups(notes, findings)
    met = _met(groups)
    for number, item in enumerate(named):
        outcome = _of_entry(outcome, item, met.get(number))
    _of_expressions(outcome, expressions, groups)
    return outcome


def brought_in(outcome: Outcome, commits: Iterable[Commits], findings: Iterable[Finding]) -> None:
    """Adds what came in with commits that are allowed and, at whatever path it stands, with no other."""
    whole = [(finding, brought) for finding in findings if None not in (brought := _brought(finding))]
    for item in commits:
        found = [finding for finding, brought in whole if brought <= item.ids and _may_be_meant(item.rule, finding)]
        for finding in found:
            outcome.carried.setdefault(finding.fingerprint, Carried(finding, f"allowed by {item.where}", False))
        if not found:
            outcome.lost.append(f"{item.where}: {ALONE}")


def _brought(finding: Finding) -> set[str | None]:
    return {place.commit.id if place.commit else None for place in finding.occurrences}


def _may_be_meant(rule: str, finding: Finding) -> bool:
    return not rule or any(may_mean(rule, part.pattern) for part in finding.parts)


Groups = list[tuple[Finding | None, list[Noted]]]


def _groups(notes: Iterable[Noted], findings: Sequence[Finding]) -> Groups:
    """The notes of each finding; None for what is held back, and so is no finding."""
    whole = {finding.fingerprint: finding for finding in findings}
    holding: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        for part in finding.parts:
            holding[part.fingerprint or ""].append(finding)
    result: dict[str | None, list[Noted]] = defaultdict(list)
    for note in notes:
        found = None if note.is_held else whole.get(note.fingerprint) or _holder(note, holding)
        result[found.fingerprint if found else None].append(note)
    return [(whole.get(known or ""), group) for known, group in result.items()]


def _holder(note: Noted, holding: dict[str, list[Finding]]) -> Finding | None:
    """The finding that it is a part of: a key ID may stand alone in one place, and with its secret in another."""
    first = next(iter(note.own), None)
    of_first = holding.get(first, []) if first else []
    return next((item for item in of_first if note.own <= {part.fingerprint for part in item.parts}), None)


def _met(groups: Groups) -> dict[int, list[Finding | None]]:
    result: dict[int, list[Finding | None]] = defaultdict(list)
    for finding, notes in groups:
        for number in {number for note in notes for number in note.named}:
            result[number].append(finding)
    return result


def _of_entry(outcome: Outcome, item: Named, met: Sequence[Finding | None] | None) -> Outcome:
    if not met:
        outcome.lost.append(f"{item.where}: {NOTHING}")
        return outcome
    found = [finding for finding in met if finding]
    if not found:
        return outcome._replace(held=outcome.held + 1)
    if len(found) > 1 and not item.digest:
        outcome.lost.append(f"{item.where}: {MANY}")
        return outcome
    for finding in found:
        before = outcome.carried.get(finding.fingerprint)
        if before is None or (item.is_real and not before.is_real):
            outcome.carried[finding.fingerprint] = Carried(finding, item.reason, item.is_real)
    return outcome


def _of_expressions(outcome: Outcome, expressions: Sequence[Expression], groups: Groups) -> None:
    """What is allowed wherever it stands. What stands in another place too, which nothing allows, is not known."""
    used: set[int] = set()
    for finding, notes in groups:
        allowed = [note.allowed for note in notes]
        used |= frozenset().union(*allowed)
        if finding is None or not any(allowed):
            continue
        if all(allowed):
            where = expressions[min(allowed[0])].where
            outcome.carried.setdefault(finding.fingerprint, Carried(finding, f"allowed by {where}", False))
        elif finding.fingerprint not in outcome.carried:
            where = expressions[min(frozenset().union(*allowed))].where
            outcome.lost.append(f"{where}: what it allows in one place stands in another, too")
    outcome.lost.extend(f"{item.where}: {NOTHING}" for number, item in enumerate(expressions) if number not in used)
