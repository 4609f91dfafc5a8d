"""Judging: from the candidates of one view to sightings, free of plain secrets."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

from patterns._loader import signals
from patterns._signal import Signal
from scanner.conceal import Secrets, concealed, concealed_origin
from scanner.detect.candidate import Candidate, Value
from scanner.detect.decode import View
from scanner.detect.lines import Place, lines_of
from scanner.detect.seen import Seen
from scanner.judge.benign import Benign, benign
from scanner.judge.crowd import thinned
from scanner.judge.evidence import RawEvidence, collect
from scanner.judge.expiry import end_of_signature, expiration
from scanner.judge.hiding import certain, is_secretive, secrets_of
from scanner.judge.lines import Lines
from scanner.judge.one_session import shared
from scanner.judge.own_reports import is_report
from scanner.judge.pair import Group, grouped
from scanner.judge.shown import claim_of, fingerprint_of, first_of, occurrence_at, part_of
from scanner.judge.sighting import Sighting, Verdict
from scanner.judge.spare import without_spare
from scanner.judge.structure import records
from scanner.judge.subject import confidence, subject, target
from scanner.model import Origin, Part

Inline = Callable[[bytes, bytes], str | None]
Witness = Callable[[Seen], None]
SESSIONS = frozenset({"temporary-credentials", "session-token"})
"""Kinds of what ends by itself, which says nothing of when; what stands beside it may."""
FEW = 64
"""So many candidates are all kept out of the names and addresses that stand beside any of them."""


class _Case(NamedTuple):
    """What belongs together, and what is judged of it. span: the record that it stands in."""

    group: Group
    verdict: Benign | None
    span: tuple[int, int]
    evidence: tuple[RawEvidence, ...]


class _Scene(NamedTuple):
    """Where it stands. shown: the origin as it may be shown. secrets: of all that stands there; None if too many."""

    data: bytes
    places: dict[int, Place]
    origin: Origin
    shown: Origin
    secrets: Secrets | None


class Judge:
    """Pairs, grades and names candidates. One instance serves one scan.

    inline: names the comment by which a line, or the line before it, allows what stands on it; None if none may.
    now: the moment against which expirations are held. witness: is shown each credential while its values are at hand.
    """

    def __init__(
        self, inline: Inline | None = None, now: datetime | None = None, witness: Witness | None = None
    ) -> None:
        self._witness = witness
        self._signals: tuple[Signal, ...] | None = None
        self._lines = Lines()
        self._inline = inline
        self._key = os.urandom(32)
        self._now = now or datetime.now(UTC)

    def sightings(self, view: View, candidates: Sequence[Candidate], *origins: Origin) -> list[list[Sighting]]:
        """The credentials among the candidates of one view, in order of place, for each of the origins.

        All of those have the path and the place in common.
        """
        path = origins[0].path
        candidates = [there for item in candidates if (there := item.at(path))]
        if not candidates:
            return [[] for _ in origins]
        cases = self._cases(view.data, candidates, path)
        real = [item for item in candidates if not _benign(item)]  # a stand-in, such as `secret`, is a word like others
        secrets, hidden = secrets_of(real), concealed(path, secrets_of(certain(real)))
        shown = [concealed_origin(origin, secrets)._replace(path=hidden) for origin in origins]
        nearby = secrets if len(candidates) <= FEW else None
        scene = _Scene(view.data, view.places(list(_offsets(cases))), origins[0], shown[0], nearby)
        first = [self._sighting(case, scene) for case in cases]
        found = [first, *([_moved(item, *pair) for item in first] for pair in zip(origins[1:], shown[1:], strict=True))]
        self._show(found, cases, view.data, origins)
        return found

    def _cases(self, data: bytes, candidates: Sequence[Candidate], path: str) -> list[_Case]:
        """What belongs together, what is said of it, and what stands around it."""
        judged = list(_judged(data, thinned(candidates)))
        spans = _over_repeats([group for group, _ in judged], records(data, [_span(group) for group, _ in judged]))
        targets = [target(group, span, path) for (group, _), span in zip(judged, spans, strict=True)]
        evidence: list[tuple[RawEvidence, ...]] = [() for _ in judged]
        if any(map(_has_owner, judged)) and not is_report(data):
            evidence = shared(targets, collect(data, path, targets, self._all_signals(), self._lines))
        return [_Case(*each, span, raw) for each, span, raw in zip(judged, spans, evidence, strict=True)]

    def _all_signals(self) -> tuple[Signal, ...]:
        if self._signals is None:  # loaded when there is something to judge: most commits bring in nothing
            self._signals = signals()
        return self._signals

    def _sighting(self, case: _Case, scene: _Scene) -> Sighting:
        group, origin, shown = case.group, scene.origin, scene.shown
        secrets = scene.secrets or secrets_of(group.members)
        values = [(member, value) for member in group.members for value in member.values]
        parts = tuple(part_of(*pair, scene.places, shown.path, secrets) for pair in values)
        claims = tuple(claim_of(raw, scene.places, shown.path, secrets) for raw in case.evidence)
        verdict = Verdict(*case.verdict) if case.verdict else self._allowed(scene.data, values, parts, origin)
        own, pattern = subject(group, origin.path), group.members[0].pattern
        end = _end(group, own.kind, scene.data[slice(*case.span)])
        is_over = end is not None and end < self._now.timestamp()
        return Sighting(
            fingerprint=fingerprint_of(own.kind, values, parts),
            kind=own.kind,
            path=origin.path,
            confidence=confidence(group),
            parts=parts,
            occurrence=occurrence_at(parts[0].location.start_line, shown),
            claims=claims,
            digests=self._digests(values),
            key_id=own.key_id or group.told.key_id,
            user=own.user or first_of(parts, "user"),
            email=first_of(parts, "email"),
            account=own.account,
            expired=is_over,
            lasts=is_over or end is None,
            tags=own.tags,
            order=origin.order,
            verdict=verdict,
            severity=pattern.severity,
            title=pattern.title if pattern.severity else None,
        )

    def _show(
        self, found: Sequence[Sequence[Sighting]], cases: Sequence[_Case], data: bytes, origins: Sequence[Origin]
    ) -> None:
        """Shows the witness each credential."""
        if self._witness:
            for origin, sightings in zip(origins, found, strict=True):
                for sighting, case in zip(sightings, cases, strict=True):
                    self._witness(_seen(sighting, data, case.group, origin))

    def _allowed(
        self, data: bytes, values: Sequence[tuple[Candidate, Value]], parts: Sequence[Part], origin: Origin
    ) -> Verdict | None:
        """A comment on the line of any part covers the whole credential. A file's name has no comments."""
        if origin.place == "file-name":
            return None
        for (_, value), part in zip(values, parts, strict=True):
            line, previous = lines_of(data, value.start, value.end)
            comment = self._inline(line, previous) if self._inline else None
            if comment:
                place = f"{part.location.path}:{part.location.start_line}"
                return Verdict("inline", f"the comment {comment}", place)
        return None

    def _digests(self, values: Sequence[tuple[Candidate, Value]]) -> frozenset[bytes]:
        """Of what is secret; of all of it where nothing is, as where asterisks stand for a password."""
        secret = [pair for pair in values if is_secretive(pair[1])]
        return frozenset(self._digest(*pair) for pair in secret or values)

    def _digest(self, member: Candidate, value: Value) -> bytes:
        return hashlib.blake2b(member.pattern.id.encode() + value.raw, key=self._key, digest_size=16).digest()


def _judged(data: bytes, candidates: Sequence[Candidate]) -> Iterator[tuple[Group, Benign | None]]:
    """What belongs together, and what is said of it. What is no AWS credential stands alone, as its pattern says."""
    yield from ((Group((item,)), None) for item in candidates if item.pattern.severity)
    for group in without_spare(data, grouped(data, [item for item in candidates if not item.pattern.severity])):
        yield from _split(group)


def _over_repeats(groups: Sequence[Group], spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The records, each going on over what only says a value of its own again, as settings do under an older name."""
    result = list(spans)
    for number in range(len(groups) - 1):
        own = {value.raw for member in groups[number].members for value in member.values}
        if all(value.raw in own for member in groups[number + 1].members for value in member.values):
            result[number] = (spans[number][0], spans[number + 1][1])
    return result


def _end(group: Group, kind: str, around: bytes) -> float | None:
    """When it is over, in seconds since 1970: by the value itself, of temporary credentials by their record."""
    if group.told.expires is not None or kind not in SESSIONS:
        return group.told.expires
    is_signature = group.of_kind("secret-access-key") is None
    ends = (expiration(around), end_of_signature(around) if is_signature else None)
    return min((end.timestamp() for end in ends if end), default=None)


def _has_owner(judged: tuple[Group, Benign | None]) -> bool:
    """Whether it is asked whose it is: nobody does of a documentation example, or of what is no AWS credential."""
    group, verdict = judged
    return not verdict and group.members[0].pattern.severity is None


def _moved(sighting: Sighting, origin: Origin, shown: Origin) -> Sighting:
    """The same credential in the same content, which came from elsewhere too."""
    line = sighting.parts[0].location.start_line
    return replace(sighting, occurrence=occurrence_at(line, shown), order=origin.order)


def _seen(sighting: Sighting, data: bytes, group: Group, origin: Origin) -> Seen:
    values = [value for member in group.members for value in member.values]
    raw = tuple(value.raw for value in values)
    lines = tuple(lines_of(data, value.start, value.end)[0] for value in values)
    return Seen(sighting.fingerprint, sighting.parts, origin, raw, lines, sighting.verdict is not None)


def _split(group: Group) -> Iterator[tuple[Group, Benign | None]]:
    """The part of a group that is real, and the part that is not, which is judged apart. A URL stays whole."""
    verdicts = [_benign(member) for member in group.members]
    if group.is_one:
        yield group, next(filter(None, verdicts), None)
        return
    real = tuple(member for member, verdict in zip(group.members, verdicts, strict=True) if not verdict)
    unreal = tuple(member for member, verdict in zip(group.members, verdicts, strict=True) if verdict)
    if real:
        yield Group(real), None
    if unreal:
        yield Group(unreal), next(verdict for verdict in verdicts if verdict)


def _benign(member: Candidate) -> Benign | None:
    """What is said of the value that names it, or of a key ID in it."""
    telling = (member.values[0], *(value for value in member.values[1:] if value.role == "id"))
    return next(filter(None, (benign(value.role, value.raw) for value in telling)), None)


def _span(group: Group) -> tuple[int, int]:
    return min(member.start for member in group.members), max(member.end for member in group.members)


def _offsets(cases: Sequence[_Case]) -> Iterator[int]:
    """Those of values and of evidence."""
    for case in cases:
        yield from (at for member in case.group.members for value in member.values for at in (value.start, value.end))
        yield from (raw.offset for raw in case.evidence if raw.offset is not None)
