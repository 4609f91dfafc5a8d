"""Credentials of one session: what is told of the tokens of `aws login` holds for the keys that stand beside them."""

from __future__ import annotations

from collections.abc import Sequence

from scanner.judge.evidence import RawEvidence
from scanner.judge.nearest import Target
from scanner.judge.structure import FARTHEST_BYTES

TOKENS, KEYS = "login-token", "temporary-credentials"

Evidence = tuple[RawEvidence, ...]


def shared(targets: Sequence[Target], evidence: Sequence[Evidence]) -> list[Evidence]:
    """The evidence for each target, what was found for tokens or their keys given to both. Evidence about one key
    goes to the credential that it stands nearest to; in the cache of `aws login` two of them are the same session's.
    """
    result = list(evidence)
    for tokens, target in enumerate(targets):
        keys = _nearest_keys(targets, target) if target.subject.kind == TOKENS else None
        if keys is not None:
            result[tokens], result[keys] = (
                _united(result[tokens], result[keys]),
                _united(result[keys], result[tokens]),
            )
    return result


def _nearest_keys(targets: Sequence[Target], tokens: Target) -> int | None:
    """The number of the keys of the same account that are nearest, if they are near."""
    account = tokens.subject.account
    alike = [
        (_apart(tokens, other), number)
        for number, other in enumerate(targets)
        if other.subject.kind == KEYS and account and other.subject.account == account
    ]
    apart, number = min(alike, default=(FARTHEST_BYTES, -1))
    return number if apart < FARTHEST_BYTES else None


def _apart(one: Target, other: Target) -> int:
    return min(abs(start - begin) for start, _ in one.spans for begin, _ in other.spans)


def _united(own: Evidence, others: Evidence) -> Evidence:
    """The own evidence, and what others have from their surroundings that speaks of something new."""
    known = {raw.signal.id for raw in own}
    return own + tuple(raw for raw in others if raw.signal.scope != "credential" and raw.signal.id not in known)
