"""Temporary credentials that are over: nothing to revoke, but somebody leaks."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import FIND_ISSUER
from patterns.playbooks._sessions import CLOSE_THE_LEAK
from patterns.playbooks._trail import USED


def is_over(facts: Facts) -> bool:
    """Whether the text beside the credentials says that they have ended."""
    return "expired" in facts.tags


NOTHING_TO_REVOKE = StepTemplate(
    title="Revoke nothing: they have ended by themselves",
    detail=(
        "The expiration that stands beside them has passed, and AWS refuses them since then. If the text could be "
        "wrong about that, take them as live. What was done before they ended, and what leaks the next ones, remains."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html",
    side="aws",
)

PLAYBOOK = Playbook(
    id="expired-session",
    title="Temporary credentials that have expired",
    summary="There is nothing to revoke. Find what writes such credentials down, and see what was done before they ended.",
    kinds=(),
    principals=(),
    accept=is_over,
    rank=1,
    steps=(NOTHING_TO_REVOKE, FIND_ISSUER, replace(USED, needs=("key_id",)), CLOSE_THE_LEAK, *HISTORY),
)
