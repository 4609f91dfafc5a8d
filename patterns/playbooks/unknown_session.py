"""Temporary credentials whose owner is not told: find the issuer, then end the sessions at the issuer."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_ID, FIND_ISSUER
from patterns.playbooks._sessions import (
    CLOSE_THE_LEAK,
    END_ROLE_SESSIONS,
    END_SESSIONS_OF_USER,
    ROOT_SESSIONS_END_ALONE,
)
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

PLAYBOOK = Playbook(
    id="unknown-session",
    title="Temporary credentials whose owner is not known",
    summary=(
        "Find out by CloudTrail whether a role, a user or the root user got them, deny what was issued up to now, and "
        "close the place where they leak."
    ),
    kinds=("temporary-credentials",),
    principals=(),
    steps=(
        ASK_FOR_ID,
        replace(FIND_ISSUER, needs=()),
        replace(END_ROLE_SESSIONS, title="If it is a role's: revoke the sessions of the role"),
        replace(END_SESSIONS_OF_USER, title="If it is a user's, or a federated user's: end the sessions of that user"),
        replace(ROOT_SESSIONS_END_ALONE, title="If it is the root user's: wait, nobody can revoke it"),
        CLOSE_THE_LEAK,
        USED,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
