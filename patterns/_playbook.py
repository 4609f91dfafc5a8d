"""A playbook: the ordered steps that end a leak, with slots for what is known about the credential.

Text and commands use `str.format` slots from `Facts`: `{key_id}`, `{user}`, `{role}`, `{account}`, `{partition}`,
`{region}`. In commands every value is quoted for a POSIX shell before it is filled in, so slots stand bare there;
a literal brace is doubled.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one credential; None where it cannot be told."""

    kind: str
    principal: str
    key_id: str | None = None
    user: str | None = None
    role: str | None = None
    account: str | None = None
    partition: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """One step.

    `side` says whose job it is under the shared responsibility model. A step whose `needs` names a fact that is
    unknown is left out; one whose `unless` names a fact that is known is left out (so a step can have two
    wordings: with the user's name, and with how to find it).
    """

    title: str
    detail: str
    commands: tuple[str, ...] = ()
    reference: str | None = None
    side: str = "customer"
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Playbook:
    """What to do in one situation.

    kinds, principals: the finding kinds and principal types it is for. An empty tuple is any; the playbook with
    the most specific match is taken, by `rank` where two match alike.
    """

    id: str
    title: str
    summary: str
    kinds: tuple[str, ...]
    principals: tuple[str, ...]
    steps: tuple[StepTemplate, ...] = field(repr=False)
    rank: int = 0
