"""A session token without its key ID and secret."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_ID, ASK_FOR_ROLE, FIND_ISSUER
from patterns.playbooks._sessions import (
    CLOSE_THE_LEAK,
    END_ROLE_SESSIONS,
    END_SESSIONS_OF_USER,
    ROOT_SESSIONS_END_ALONE,
)

OTHER_PARTS = replace(
    ASK_FOR_ID,
    title="Look for the ID and the secret that it belongs to",
    detail=(
        "The token alone opens nothing: a call needs the key ID and the secret, too. They are printed and stored "
        "together, so look beside it, in older commits and in logs. " + ASK_FOR_ID.detail
    ),
)
WITHOUT_ID = StepTemplate(
    title="If no ID turns up: say which role the place works with",
    detail=(
        "What wrote the token knows its own role: the instance profile, the task role, the function's role, the CI "
        "job's role. If you cannot say, the token ends by itself within 36 hours, most after one."
    ),
    commands=(ASK_FOR_ROLE,),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html",
    unless=("key_id", "role"),
)

PLAYBOOK = Playbook(
    id="session-token",
    title="Session token, without its key ID and secret",
    summary=(
        "The token alone opens nothing, but seldom leaks alone. Find its ID and its issuer, revoke the issuer's "
        "sessions, and close the place where it leaks."
    ),
    kinds=("session-token",),
    principals=(),
    steps=(
        OTHER_PARTS,
        replace(FIND_ISSUER, needs=()),
        WITHOUT_ID,
        replace(END_ROLE_SESSIONS, title="If it is a role's: revoke the sessions of the role"),
        replace(END_SESSIONS_OF_USER, title="If it is a user's: end the sessions of the user"),
        replace(ROOT_SESSIONS_END_ALONE, title="If it is the root user's: wait, nobody can revoke it"),
        CLOSE_THE_LEAK,
        *HISTORY,
    ),
)
