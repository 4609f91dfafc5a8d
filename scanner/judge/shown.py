"""A credential as a report shows it: its parts, where it stands, and what is evidence for whose it is."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.conceal import Secrets, concealed
from scanner.detect.candidate import Candidate, Value
from scanner.detect.lines import Place
from scanner.judge.evidence import RawEvidence
from scanner.judge.identity import combined, fingerprint, masked
from scanner.judge.principal import Claim
from scanner.model import Evidence, Location, Occurrence, Origin, Part


def part_of(member: Candidate, value: Value, places: dict[int, Place], path: str, secrets: Secrets) -> Part:
    """One value, with a fingerprint unless a person chose it."""
    is_chosen = member.pattern.personal or member.known_by is not None
    known = None if is_chosen else fingerprint(member.pattern.id, value.raw)
    location = Location(path, *places[value.start], *places[value.end])
    shown = masked(value.role, value.raw)
    if value.role in ("user", "email", "url"):  # a name or an address, in which a secret may stand all the same
        shown = concealed(shown, secrets)
    return Part(member.pattern.id, value.role, shown, known, location)


def fingerprint_of(kind: str, values: Sequence[tuple[Candidate, Value]], parts: Sequence[Part]) -> str:
    """Of the whole credential; of what is public in it alone where a part has none, for a password may be guessed."""
    if all(part.fingerprint for part in parts):
        return combined(kind, sorted(part.fingerprint or "" for part in parts))
    names = [member.known_by for member, _ in values if member.known_by is not None]
    if names:
        return combined(kind, names)
    public = [(value.role, value.raw.decode("utf-8", "replace")) for _, value in values if value.role != "password"]
    return combined(kind, [f"{role}={text}" for role, text in sorted(public)])


def occurrence_at(line: int, origin: Origin) -> Occurrence:
    """Where it stands. origin: as it may be shown."""
    return Occurrence(
        origin.path, line, origin.blob, origin.commit, origin.refs, origin.place, origin.tips, origin.reach
    )


def claim_of(raw: RawEvidence, places: dict[int, Place], path: str, secrets: Secrets) -> Claim:
    """What the evidence says."""
    line = places[raw.offset][0] if raw.offset is not None else 1
    name = concealed(raw.name, secrets) if raw.name else raw.name
    detail = raw.signal.detail.format(name=name, account=raw.account)
    evidence = Evidence(raw.signal.id, raw.signal.says, raw.signal.strength, detail, path, line)
    return Claim(evidence, raw.account, name, raw.partition, by_name=raw.offset is None, region=raw.region)


def first_of(parts: Sequence[Part], role: str) -> str | None:
    """What is shown of the first part that has this role."""
    return next((part.masked for part in parts if part.role == role), None)
