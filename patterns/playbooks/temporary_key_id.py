"""The ID of temporary credentials without secret and token."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import NOBODY, ends
from patterns.playbooks._owner import FIND_ISSUER
from patterns.playbooks._sessions import (
    CLOSE_THE_LEAK,
    END_ROLE_SESSIONS,
    END_SESSIONS_OF_USER,
    ROOT_SESSIONS_END_ALONE,
)

FIND_REST = StepTemplate(
    title="Look whether its secret and token leaked, too",
    detail=(
        "The ID alone opens nothing, and the session ends by itself within 36 hours, most within one. Look at the "
        "commits that touched it, at the files beside it and at logs. If the rest stands nowhere, or the session is "
        "long over, all that remains is to stop what writes it down."
    ),
    commands=("git log --all --oneline -S {key_id}", "git grep -n -F -e {key_id}"),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html",
)

PLAYBOOK = Playbook(
    id="temporary-key-id",
    title="ID of temporary credentials, without secret and token",
    summary="The ID alone opens nothing and ends by itself. See whether secret and token leaked, too, and who writes it.",
    kinds=("access-key-id",),
    principals=(),
    accept=ends,
    steps=(
        FIND_REST,
        replace(FIND_ISSUER, unless=("user", "role"), principals=(*NOBODY, "role", "iam-user", "federated-user")),
        replace(
            END_ROLE_SESSIONS,
            title="If the rest leaked, and it is a role's: revoke the sessions of the role",
            principals=(*NOBODY, "role"),
        ),
        replace(
            END_SESSIONS_OF_USER,
            title="If the rest leaked, and it is a user's: end the sessions of the user",
            principals=(*NOBODY, "iam-user", "federated-user"),
        ),
        replace(
            ROOT_SESSIONS_END_ALONE,
            title="If the rest leaked, and it is the root user's: wait, nobody can revoke it",
            principals=(*NOBODY, "root"),
        ),
        CLOSE_THE_LEAK,
        *HISTORY,
    ),
)
