"""Judging: from the candidates of one view to sightings, free of plain secrets."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from patterns._loader import signals
from patterns._signal import Signal, Subject
from scanner.conceal import Secrets, concealed, concealed_origin
from scanner.detect.candidate import Candidate, Value
from scanner.detect.decode import View
from scanner.detect.lines import Place, lines_of
from scanner.detect.seen import Seen
from scanner.judge.account import account_of_key_id, account_of_token
from scanner.judge.benign import Benign, benign
from scanner.judge.crowd import thinned
from scanner.judge.evidence import RawEvidence, Target, collect
from scanner.judge.expiry import has_expired
from scanner.judge.identity import combined, fingerprint, masked
from scanner.judge.kin import shared
from scanner.judge.pair import Group, grouped
from scanner.judge.principal import Claim
from scanner.judge.sighting import Sighting, Verdict
from scanner.judge.structure import record
from scanner.model import Confidence, Evidence, Location, Occurrence, Origin, Part

Inline = Callable[[bytes, bytes], str | None]
Witness = Callable[[Seen], None]
FEW = 64
"""So many candidates are all kept out of the names and addresses that stand beside any of them."""
LEVELS: tuple[Confidence, ...] = ("low", "medium", "high")


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
        self._inline = inline
        self._key = os.urandom(32)
        self._now = now or datetime.now(UTC)

    def sightings(self, view: View, candidates: Sequence[Candidate], origin: Origin) -> list[Sighting]:
        """The credentials among the candidates of one view, in order of place."""
        candidates = [there for item in candidates if (there := item.at(origin.path))]
        if not candidates:
            return []
        parts = list(_judged(view.data, thinned(candidates)))
        groups, verdicts = [group for group, _ in parts], [verdict for _, verdict in parts]
        records = _records(view.data, groups)
        targets = [_target(group, span, origin.path) for group, span in zip(groups, records, strict=True)]
        evidence: list[tuple[RawEvidence, ...]] = [() for _ in groups]
        if any(map(_has_owner, parts)):
            evidence = shared(targets, collect(view.data, origin.path, targets, self._all_signals()))
        places = view.places([*_offsets(groups), *_evidence_offsets(evidence)])
        secrets = _secrets(candidates)
        shown = concealed_origin(origin, secrets)._replace(path=concealed(origin.path, _secrets(_certain(candidates))))
        nearby = secrets if len(candidates) <= FEW else None
        return [
            self._sighting(view, group, verdict, span, raw, places, origin, shown, nearby or _secrets(group.members))
            for group, verdict, span, raw in zip(groups, verdicts, records, evidence, strict=True)
        ]

    def _all_signals(self) -> tuple[Signal, ...]:
        if self._signals is None:  # loaded when there is something to judge: most commits bring in nothing
            self._signals = signals()
        return self._signals

    def _sighting(
        self,
        view: View,
        group: Group,
        verdict: Benign | None,
        span: tuple[int, int],
        evidence: Sequence[RawEvidence],
        places: dict[int, Place],
        origin: Origin,
        shown: Origin,
        secrets: Secrets,
    ) -> Sighting:
        kind, pattern = _kind(group), group.members[0].pattern
        values = [(member, value) for member in group.members for value in member.values]
        parts = tuple(_part(member, value, places, shown.path, secrets) for member, value in values)
        subject = _subject(group, origin.path)
        sighting = Sighting(
            fingerprint=_fingerprint(kind, values, parts),
            kind=kind,
            path=origin.path,
            confidence=_confidence(group),
            parts=parts,
            occurrence=_occurrence(parts[0].location.start_line, shown),
            claims=tuple(_claim(raw, places, shown.path, secrets) for raw in evidence),
            digests=frozenset(self._digest(member, value) for member, value in values if _is_secretive(value)),
            key_id=subject.key_id or group.told.key_id,
            user=subject.user or _shown(parts, "user"),
            email=_shown(parts, "email"),
            account=subject.account,
            expired=self._is_over(group, kind, view.data[span[0] : span[1]]),
            tags=subject.tags,
            order=origin.order,
            verdict=Verdict(*verdict) if verdict else self._allowed(view.data, values, parts, origin),
            severity=pattern.severity,
            title=pattern.title if pattern.severity else None,
        )
        if self._witness:
            self._witness(_seen(sighting, view.data, values, origin))
        return sighting

    def _is_over(self, group: Group, kind: str, around: bytes) -> bool:
        """By what the value itself says; of temporary credentials, by what stands in their record."""
        expires = group.told.expires
        if expires is not None:
            return expires < self._now.timestamp()
        return kind == "temporary-credentials" and has_expired(around, self._now)

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

    def _digest(self, member: Candidate, value: Value) -> bytes:
        return hashlib.blake2b(member.pattern.id.encode() + value.raw, key=self._key, digest_size=16).digest()


def _judged(data: bytes, candidates: Sequence[Candidate]) -> Iterator[tuple[Group, Benign | None]]:
    """What belongs together, and what is said of it. What is no AWS credential stands alone, as its pattern says."""
    yield from ((Group((item,)), None) for item in candidates if item.pattern.severity)
    for group in grouped(data, [item for item in candidates if not item.pattern.severity]):
        yield from _split(group)


def _has_owner(judged: tuple[Group, Benign | None]) -> bool:
    """Whether it is asked whose it is: nobody does of a documentation example, or of what is no AWS credential."""
    group, verdict = judged
    return not verdict and group.members[0].pattern.severity is None


def _seen(sighting: Sighting, data: bytes, values: Sequence[tuple[Candidate, Value]], origin: Origin) -> Seen:
    raw = tuple(value.raw for _, value in values)
    lines = tuple(lines_of(data, value.start, value.end)[0] for _, value in values)
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


def _records(data: bytes, groups: Sequence[Group]) -> list[tuple[int, int]]:
    """The record of each group, between its neighbours."""
    spans = [
        (min(member.start for member in group.members), max(member.end for member in group.members)) for group in groups
    ]
    order = sorted(range(len(spans)), key=lambda number: spans[number])
    records = dict.fromkeys(order, (0, 0))
    for at, number in enumerate(order):
        low = max((spans[other][1] for other in order[max(0, at - 8) : at]), default=0)
        high = min((spans[other][0] for other in order[at + 1 : at + 9]), default=len(data))
        start, end = spans[number]
        records[number] = record(data, start, end, min(low, start), max(high, end))
    return [records[number] for number in range(len(spans))]


def _target(group: Group, span: tuple[int, int], path: str) -> Target:
    spans = tuple((value.start, value.end) for member in group.members for value in member.values)
    return Target(_subject(group, path), spans, span)


def _subject(group: Group, path: str) -> Subject:
    head, token, told = group.value("id"), group.of_kind("session-token"), group.told
    account = told.account or (account_of_key_id(head.raw) if head else None)
    if token and not account:
        account = account_of_token(token.raw)
    return Subject(
        kind=_kind(group),
        key_id=head.raw.decode() if head else None,
        has_secret=group.of_kind("secret-access-key") is not None,
        has_token=token is not None,
        account=account,
        path=path,
        user=told.user,
        partition=told.partition,
        tags=told.tags,
    )


def _kind(group: Group) -> str:
    """That of the member that names it, unless ID, secret and token make up more."""
    first = group.members[0]
    if len(group.members) == 1 or first.values[0].role not in ("id", "secret"):
        return first.pattern.kind
    return "access-key-pair" if first.values[0].raw.startswith(b"AKIA") else "temporary-credentials"


def _confidence(group: Group) -> Confidence:
    """A complete credential is as sure as its surest part; nobody writes two halves by chance."""
    return max((member.confidence for member in group.members), key=LEVELS.index)


def _part(member: Candidate, value: Value, places: dict[int, Place], path: str, secrets: Secrets) -> Part:
    known = None if member.pattern.personal else fingerprint(member.pattern.id, value.raw)
    location = Location(path, *places[value.start], *places[value.end])
    shown = masked(value.role, value.raw)
    if value.role in ("user", "email", "url"):  # a name or an address, in which a secret may stand all the same
        shown = concealed(shown, secrets)
    return Part(member.pattern.id, value.role, shown, known, location)


def _fingerprint(kind: str, values: Sequence[tuple[Candidate, Value]], parts: Sequence[Part]) -> str:
    if all(part.fingerprint for part in parts):
        return combined(kind, sorted(part.fingerprint or "" for part in parts))
    public = [(value.role, value.raw.decode("utf-8", "replace")) for _, value in values if value.role != "password"]
    return combined(kind, [f"{role}={text}" for role, text in sorted(public)])


def _occurrence(line: int, origin: Origin) -> Occurrence:
    return Occurrence(
        origin.path, line, origin.blob, origin.commit, origin.refs, origin.place, origin.tips, origin.reach
    )


def _claim(raw: RawEvidence, places: dict[int, Place], path: str, secrets: Secrets) -> Claim:
    line = places[raw.offset][0] if raw.offset is not None else 1
    name = concealed(raw.name, secrets) if raw.name else raw.name
    detail = raw.signal.detail.format(name=name, account=raw.account)
    evidence = Evidence(raw.signal.id, raw.signal.says, raw.signal.strength, detail, path, line)
    return Claim(evidence, raw.account, name, raw.partition, by_name=raw.offset is None)


def _offsets(groups: Sequence[Group]) -> Iterator[int]:
    for group in groups:
        for member in group.members:
            for value in member.values:
                yield value.start
                yield value.end


def _evidence_offsets(evidence: Sequence[Sequence[RawEvidence]]) -> Iterator[int]:
    return (raw.offset for found in evidence for raw in found if raw.offset is not None)


def _is_secretive(value: Value) -> bool:
    """Whether it is not shown as it is; so it is with a URL in which more than an address stands."""
    return masked(value.role, value.raw) != value.raw.decode("utf-8", "replace")


def _certain(candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Those for which a path is made hard to find again: not what a pack takes for a secret by its name alone."""
    return (item for item in candidates if not (item.pattern.severity and item.confidence == "low"))


def _secrets(candidates: Iterable[Candidate]) -> Secrets:
    """What of them must be shown nowhere: all but key IDs and what is shown as it is; of a URL its query."""
    words: set[str] = set()
    values: set[str] = set()
    for member in candidates:
        for value in filter(_is_secretive, member.values):
            text = value.raw.decode("utf-8", "replace")
            if value.role == "url":
                values.add(text.partition("?")[2])
            elif value.role != "id":
                (words if member.pattern.personal else values).add(text)
    return Secrets(words, values)


def _shown(parts: Sequence[Part], role: str) -> str | None:
    return next((part.masked for part in parts if part.role == role), None)
