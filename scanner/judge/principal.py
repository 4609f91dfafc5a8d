"""Weighing: from all the evidence about one credential, wherever it stands, to whose it is.

The rules are told in docs/principals.md. They look at values only, so they can be applied again when evidence from
more places comes in; the order in which it comes does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scanner.model import Confidence, Evidence, Principal, PrincipalType, Strength

LONG_TERM_KINDS = frozenset({"access-key-pair"})
LONG_TERM_TYPES = frozenset({"root", "iam-user", "service", "unknown"})
ORDER: tuple[PrincipalType, ...] = ("root", "role", "federated-user", "iam-user", "service", "temporary", "unknown")
"""Where claims of one strength disagree, the first of these is taken: what would be gravest to overlook."""
STRENGTHS: tuple[Strength, ...] = ("strong", "medium", "weak")


@dataclass(frozen=True, slots=True)
class Claim:
    """One piece of evidence, and who it says it is. Holds no secret.

    by_name: whether it was read off the file's name, and not in what stands there. region: where it is good, or lives.
    beside: the folder in which alone stand keys that it speaks for, and the signal that speaks of them; None for any.
    """

    evidence: Evidence
    account: str | None = None
    name: str | None = None
    partition: str | None = None
    by_name: bool = False
    region: str | None = None
    beside: tuple[str, str] | None = None


def weigh(claims: Sequence[Claim], kind: str, account: str | None) -> Principal:
    """Whose credential of this kind it is.

    account: as decoded from the key ID or the token; a claim that names another one speaks of something else.
    """
    known = _possible(claims, kind, account)
    leading, strength = _leading(known, kind)
    types = {claim.evidence.says for claim in leading}
    if not types:
        partition = _sole(known, lambda claim: claim.partition)
        return Principal("unknown", "low", _account(known, account), partition=partition, evidence=_evidence(known))
    says = min(types, key=ORDER.index)
    own = [claim for claim in leading if claim.evidence.says == says]
    names = {claim.name for claim in own} - {None}
    conflict = len(types) > 1 or len(names) > 1
    return Principal(
        type=says,
        confidence=_confidence(strength, conflict),
        account_id=account or _account(own, None) or _account(known, None),
        name=None if says == "root" else _name(names, _of_type(known, says)),
        partition=_sole(own, lambda claim: claim.partition) or _sole(known, lambda claim: claim.partition),
        conflict=conflict,
        evidence=_evidence(claim for claim in known if claim.evidence.says != "unknown" or claim.account),
    )


def _possible(claims: Iterable[Claim], kind: str, account: str | None) -> list[Claim]:
    """The claims that can be true of this credential, the strongest first; the rest describe something else."""
    known = [claim for claim in claims if not account or claim.account in (None, account)]
    if kind in LONG_TERM_KINDS:
        known = [claim for claim in known if claim.evidence.says in LONG_TERM_TYPES]
    return sorted(known, key=_place)


def _leading(claims: Sequence[Claim], kind: str) -> tuple[list[Claim], Strength]:
    """The claims that decide: the strong ones, else the medium ones. Weak ones decide nothing about a key."""
    telling = [claim for claim in claims if claim.evidence.says != "unknown"]
    strong, medium = _at(telling, "strong"), _at(telling, "medium")
    if any(claim.evidence.says == "temporary" for claim in strong):
        return _session(strong, medium)
    if strong:
        return _content_first(strong), "strong"
    if medium or kind != "console-password":
        return medium, "medium"
    return _at(telling, "weak"), "weak"


def _session(strong: Sequence[Claim], medium: Sequence[Claim]) -> tuple[list[Claim], Strength]:
    """Temporary credentials are somebody's session.

    Whose, is for content to say: an ARN, a record, a token. For the name of a role weaker evidence will do.
    """
    whose = [claim for claim in strong if claim.evidence.says != "temporary" and not claim.by_name]
    if whose:
        return whose, "strong"
    named = [*_of_type(medium, "role"), *_of_type(medium, "federated-user")]
    return (named, "medium") if named else (_of_type(strong, "temporary"), "strong")


def _content_first(strong: Sequence[Claim]) -> list[Claim]:
    """A file can be renamed: what its name says yields to what stands in it."""
    told = {claim.evidence.path for claim in strong if not claim.by_name}
    return [claim for claim in strong if not claim.by_name or claim.evidence.path not in told]


def _name(names: set[str | None], alike: Iterable[Claim]) -> str | None:
    """The name that the deciding claims agree on; where they give none, that of weaker claims of the same type."""
    if names:
        return names.pop() if len(names) == 1 else None
    return _sole(alike, lambda claim: claim.name)


def _confidence(strength: Strength, conflict: bool) -> Confidence:
    if strength == "strong":
        return "medium" if conflict else "high"
    return "low" if conflict or strength == "weak" else "medium"


def _account(claims: Sequence[Claim], decoded: str | None) -> str | None:
    """The decoded account, else the one that all the strongest claims that name one agree on."""
    if decoded:
        return decoded
    for strength in STRENGTHS:
        named = {claim.account for claim in _at(claims, strength) if claim.account}
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _sole(claims: Iterable[Claim], value: Callable[[Claim], str | None]) -> str | None:
    values = {value(claim) for claim in claims} - {None}
    return values.pop() if len(values) == 1 else None


def _evidence(claims: Iterable[Claim]) -> tuple[Evidence, ...]:
    """What is shown: each thing said once, where it is said first."""
    first: dict[tuple[str, str, str], Evidence] = {}
    for claim in claims:
        shown = claim.evidence
        first.setdefault((shown.signal, shown.says, shown.detail), shown)
    return tuple(first.values())


def _at(claims: Iterable[Claim], strength: Strength) -> list[Claim]:
    return [claim for claim in claims if claim.evidence.strength == strength]


def _of_type(claims: Iterable[Claim], says: PrincipalType) -> list[Claim]:
    return [claim for claim in claims if claim.evidence.says == says]


def _place(claim: Claim) -> tuple[int, int, str, int, str, str]:
    shown = claim.evidence
    return (
        STRENGTHS.index(shown.strength),
        ORDER.index(shown.says),
        shown.path or "",
        shown.line or 0,
        shown.signal,
        shown.detail,
    )
