"""A playbook: the ordered steps that end a leak, with slots for what is known about the credential.

Titles, details, summaries and commands hold slots: `{key_id}`, `{user}`, `{role}`, `{account}`, `{partition}`,
`{region}` (where IAM's events are), `{service_region}` (where the credential is good), `{console}`; other braces stand for themselves, so JSON is written as it is. In commands each value is
quoted for a POSIX shell when it is filled in, so slots stand bare there, outside of any quotes; an option whose value
is a slot is written `--user-name {user}`. Where a value is unknown a command gets the shell variable of `VARIABLES`,
which an earlier command sets; text gets the words of `WORDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Side = Literal["customer", "aws", "both", "owner"]
CLOSED = ("shared", "local", "uncommitted")
"""Levels of exposure at which few can have seen it."""
OPEN = ("public", "unknown")
REMOTE = ("public", "unknown", "shared")
"""Those of what a remote has, or may have."""

VARIABLES = {"key_id": "KEY_ID", "user": "USER_NAME", "role": "ROLE_NAME", "account": "ACCOUNT_ID", "email": "EMAIL"}
WORDS = {
    "key_id": "the key",
    "user": "the user",
    "role": "the role",
    "account": "in question",
    "email": "the account's e-mail address",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one credential; None where it cannot be told. Holds no secret.

    region: the one that a host or a setting beside the credential names.
    tags: those of the finding: `canary` for a known tripwire, `expired` for temporary credentials that are over.
    exposure: who may have seen it: `public`, `shared`, `local`, `uncommitted` or `unknown` (docs/remediation.md).
    foreign: whether it is no AWS credential.
    """

    kind: str
    principal: str
    key_id: str | None = None
    user: str | None = None
    role: str | None = None
    account: str | None = None
    partition: str | None = None
    region: str | None = None
    email: str | None = None
    tags: tuple[str, ...] = ()
    exposure: str = "unknown"
    foreign: bool = False

    @property
    def is_temporary(self) -> bool:
        """Whether it is, or belongs to, what STS hands out and what ends by itself."""
        return self.kind in ("temporary-credentials", "session-token") or (self.key_id or "").startswith("ASIA")


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """One step.

    side: whose job it is under the shared responsibility model; `owner` where AWS has no part in it. reference: the
    page that says so.
    needs, unless: names of facts. A step is left out where one that it needs is unknown, or one of `unless` is known,
    so that a step can have two wordings: with the user's name, and with how to find it. partitions, exposed,
    principals: those partitions, levels of exposure and principal types for which the step makes sense; empty is any.
    """

    title: str
    detail: str
    commands: tuple[str, ...] = ()
    reference: str | None = None
    side: Side = "customer"
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    partitions: tuple[str, ...] = ()
    exposed: tuple[str, ...] = ()
    principals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Playbook:
    """What to do in one situation.

    kinds, principals: the finding kinds and principal types it is for; an empty tuple is any. accept: False where
    it is not for these facts after all. Of those that fit, the one of the highest rank is taken, then the one that
    says most precisely what it is for.
    """

    id: str
    title: str
    summary: str
    kinds: tuple[str, ...]
    principals: tuple[str, ...]
    steps: tuple[StepTemplate, ...] = field(repr=False)
    rank: int = 0
    accept: Callable[[Facts], bool] | None = None

    def fits(self, facts: Facts) -> bool:
        """Whether it is for such a credential."""
        return (
            (not self.kinds or facts.kind in self.kinds)
            and (not self.principals or facts.principal in self.principals)
            and (self.accept is None or self.accept(facts))
        )

    @property
    def precision(self) -> tuple[int, int]:
        """Its rank, and in how many ways it is limited."""
        return self.rank, (self.accept is not None) + bool(self.kinds) + bool(self.principals)
