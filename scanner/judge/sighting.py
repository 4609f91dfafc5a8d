"""A sighting: one credential at one place. From here on there is no plain secret."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from scanner.judge.principal import Claim
from scanner.model import Confidence, Occurrence, Part, Severity, SuppressedBy


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a sighting is not a leak."""

    by: SuppressedBy
    reason: str
    where: str | None = None


@dataclass(frozen=True, slots=True)
class Sighting:
    """One credential at one place.

    fingerprint: of the credential; the same wherever it stands.
    path: as the source calls it, for rules alone: what is shown is the path of its parts, in which no secret stands.
    digests: of each value, keyed anew in each run; they tell whether a value was there before, and nothing else.
    key_id, user, email: what is no secret and remediation needs. account: decoded from the values themselves.
    lasts: whether no time to come will change what is said of it.
    tags: what the patterns say of the value. severity, title: where the pattern says what they are.
    """

    fingerprint: str
    kind: str
    path: str = field(repr=False)
    confidence: Confidence
    parts: tuple[Part, ...]
    occurrence: Occurrence
    claims: tuple[Claim, ...]
    digests: frozenset[bytes] = field(repr=False)
    key_id: str | None = None
    user: str | None = None
    email: str | None = None
    account: str | None = None
    expired: bool = False
    lasts: bool = True
    tags: tuple[str, ...] = ()
    order: int = 0
    verdict: Verdict | None = None
    severity: Severity | None = None
    title: str | None = None

    def ruled(self, by: SuppressedBy, reason: str, where: str | None) -> Sighting:
        """The same with a verdict."""
        return replace(self, verdict=Verdict(by, reason, where))


def folder_of(path: str) -> str:
    """The folder that a path, or a member of an archive, lies in."""
    return path[: max(path.rfind("/"), path.rfind("!")) + 1]
