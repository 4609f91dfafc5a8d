"""Merging: many sightings of one credential are one finding, judged on all that its places say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from patterns._loader import playbooks
from patterns._playbook import Facts, Playbook
from scanner.judge.account import is_canary
from scanner.judge.elsewhere import claims_of, told_of_accounts, told_of_keys
from scanner.judge.exposure import NOTHING, Context, exposure
from scanner.judge.principal import Claim, weigh
from scanner.judge.remediate import remediation
from scanner.judge.severity import adjusted, severity, title
from scanner.judge.sighting import Sighting
from scanner.model import (
    CONFIDENCES,
    MOST_REFS,
    SEVERITIES,
    Confidence,
    Exposure,
    Finding,
    Occurrence,
    Principal,
    Severity,
)

TIMELESS = frozenset({"access-key-id", "session-token"})
"""What says nothing of when it ends where it stands alone: that is told where the rest of it stands, too."""


def merged(sightings: Iterable[Sighting], context: Context = NOTHING) -> tuple[Finding, ...]:
    """One finding for each credential, gravest first, the same in whatever order the sightings come.

    A part that stands alone somewhere belongs to the credential that it is part of elsewhere.
    """
    ordered = sorted(sightings, key=_place)
    if not ordered:
        return ()
    books = playbooks()
    groups = _credentials(ordered)
    of_keys, of_accounts = told_of_keys(groups), told_of_accounts(context.statements, groups)
    findings = [_finding(group, claims_of(group, of_keys, of_accounts), books, context) for group in groups]
    return tuple(sorted(findings, key=_gravity))


def _credentials(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    by_fingerprint: dict[str, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        by_fingerprint[sighting.fingerprint].append(sighting)
    largest = sorted(by_fingerprint, key=lambda whole: (-len(_own_parts(by_fingerprint[whole][0])), whole))
    holder: dict[str, str] = {}
    result: dict[str, list[Sighting]] = {}
    for fingerprint in largest:
        group = by_fingerprint[fingerprint]
        parts = _own_parts(group[0])
        into = {holder.get(part, "") for part in parts} if parts else {""}
        if len(into) == 1 and (whole := into.pop()):
            result[whole] += group
        else:
            result[fingerprint] = group
            for part in parts:
                holder.setdefault(part, fingerprint)
    return list(result.values())


def _own_parts(sighting: Sighting) -> list[str]:
    """Fingerprints of what is its own. A URL is signed with a key, whose ID in it stands for more than this URL."""
    parts = sighting.parts[:1] if sighting.parts[0].role == "url" else sighting.parts
    return [part.fingerprint for part in parts if part.fingerprint]


def _finding(
    sightings: Sequence[Sighting], claims: Sequence[Claim], books: Sequence[Playbook], context: Context
) -> Finding:
    whole = max(sightings, key=lambda sighting: len(sighting.parts))
    confidence = max((sighting.confidence for sighting in sightings), key=CONFIDENCES.index)
    principal = weigh(claims, whole.kind, whole.account)
    principal = principal._replace(account=context.accounts.get(principal.account_id or ""))
    tags = _tags(whole, sightings, principal)
    occurrences = _occurrences(sightings)
    exposed = exposure(whole.kind, principal, tags, occurrences, (item.path for item in sightings), context)
    grade, reason = _graded(whole, principal, confidence, tags)
    return Finding(
        fingerprint=whole.fingerprint,
        kind=whole.kind,
        severity=grade,
        confidence=confidence,
        title=whole.title or title(whole.kind, principal),
        tags=tags,
        principal=principal,
        parts=whole.parts,
        occurrences=occurrences,
        remediation=remediation(_facts(whole, principal, tags, exposed, _region(claims)), books),
        exposure=exposed,
        severity_reason=reason,
    )


def _graded(
    whole: Sighting, principal: Principal, confidence: Confidence, tags: tuple[str, ...]
) -> tuple[Severity, str | None]:
    """How grave it is, and why where that is not plain."""
    is_temporary = (whole.key_id or "").startswith("ASIA")
    grade = whole.severity or severity(whole.kind, principal, confidence, tags, is_temporary)
    return adjusted(grade, principal, tags)


def _facts(
    whole: Sighting, principal: Principal, tags: tuple[str, ...], exposed: Exposure, region: str | None
) -> Facts:
    """What decides on the playbook, and fills in its slots."""
    return Facts(
        kind=whole.kind,
        principal=principal.type,
        key_id=whole.key_id,
        user=whole.user or (principal.name if principal.type == "iam-user" else None),
        role=principal.name if principal.type == "role" else None,
        account=principal.account_id,
        partition=principal.partition,
        region=region,
        email=whole.email,
        tags=tags,
        exposure=exposed.level,
        foreign=whole.severity is not None,
    )


def _tags(whole: Sighting, sightings: Sequence[Sighting], principal: Principal) -> tuple[str, ...]:
    tags = sorted({tag for sighting in sightings for tag in sighting.tags})
    of_canaries = principal.account is not None and principal.account.kind == "canary"
    if of_canaries or (whole.account and is_canary(whole.account)):
        tags.append("canary")
    if all(sighting.expired for sighting in sightings if sighting.kind not in TIMELESS or sighting is whole):
        tags.append("expired")
    return tuple(tags)


def _region(claims: Iterable[Claim]) -> str | None:
    """The Region that is told, if all that tell one agree."""
    told = {claim.region for claim in claims} - {None}
    return told.pop() if len(told) == 1 else None


def _occurrences(sightings: Sequence[Sighting]) -> tuple[Occurrence, ...]:
    """Each place once; of the commits that brought it to one path, the first and the last.

    What a ref leads to stands apart from what only a reflog leads to, or nothing: it takes other steps to be rid of it.
    """
    places: dict[tuple[object, ...], list[Occurrence]] = defaultdict(list)
    order = {sighting.occurrence: sighting.order for sighting in sightings}
    for item in order:
        places[(item.path, item.place, item.reach, None if item.commit else item.start_line)].append(item)
    return tuple(_spanning(sorted(items, key=order.__getitem__)) for items in places.values())


def _spanning(items: Sequence[Occurrence]) -> Occurrence:
    """All that stood at one path over time, as the first of it, and with the refs that lead to any of it."""
    if len(items) == 1:
        return items[0]
    refs = tuple(dict.fromkeys(ref for named in dict.fromkeys(item.refs for item in items) for ref in named))
    tips = tuple(sorted({ref for item in items for ref in item.tips}))
    return items[0]._replace(refs=refs[:MOST_REFS], tips=tips[:MOST_REFS], last=items[-1].commit)


def _place(sighting: Sighting) -> tuple[str, int, int, str, int]:
    place = sighting.parts[0].location
    return place.path, place.start_line, place.start_column, sighting.fingerprint, sighting.order


def _gravity(finding: Finding) -> tuple[int, bool, str, int, str]:
    first = finding.parts[0].location
    return (
        -SEVERITIES.index(finding.severity),
        finding.principal.type != "root",
        first.path,
        first.start_line,
        finding.fingerprint,
    )
