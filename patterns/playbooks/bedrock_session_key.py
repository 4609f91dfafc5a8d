"""A short-term API key of Amazon Bedrock that temporary credentials signed."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import ends
from patterns.playbooks._owner import FIND_ISSUER
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_ROLE_SESSIONS, END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED


def is_of_a_session(facts: Facts) -> bool:
    """Whether temporary credentials signed it."""
    return facts.key_id is not None and ends(facts)


PLAYBOOK = Playbook(
    id="bedrock-session-key",
    title="Short-term API key of Amazon Bedrock, of a session",
    summary=(
        "It cannot be deleted, and ends with its session or within twelve hours. Revoke the sessions of the one who "
        "made it, and look at the bill for models that you do not use."
    ),
    kinds=("bedrock-api-key",),
    principals=(),
    accept=is_of_a_session,
    steps=(
        FIND_ISSUER,
        replace(END_ROLE_SESSIONS, title="If it is a role's: revoke the sessions of the role"),
        replace(END_SESSIONS_OF_USER, title="If it is a user's: end the sessions of the user"),
        USED,
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
