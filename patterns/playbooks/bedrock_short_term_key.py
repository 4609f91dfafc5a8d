"""A short-term API key of Amazon Bedrock that a long-term access key signed."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook
from patterns.playbooks import _signature
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import lasts
from patterns.playbooks._service_credential import denied, looked_up
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED


def is_of_a_key(facts: Facts) -> bool:
    """Whether a long-term access key signed it."""
    return facts.key_id is not None and lasts(facts)


PLAYBOOK = Playbook(
    id="bedrock-short-term-key",
    title="Short-term API key of Amazon Bedrock",
    summary=(
        "It cannot be deleted, and ends within twelve hours. Until then deny its user calls with such keys; look at "
        "the bill for models that you do not use."
    ),
    kinds=("bedrock-api-key",),
    principals=(),
    accept=is_of_a_key,
    steps=(
        _signature.WHOSE_USER,
        replace(denied("bedrock:CallWithBearerToken"), title="Deny the user all such keys until it has ended"),
        looked_up("bedrock.amazonaws.com"),
        _signature.OFF,
        USED,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
