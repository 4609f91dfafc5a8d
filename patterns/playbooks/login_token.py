"""Tokens of `aws login`: for up to twelve hours they get keys with the rights of whoever signed in to the console."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import NOBODY, WORKLOADS, tagged
from patterns.playbooks._owner import ASK_FOR_ROLE, ASK_FOR_USER
from patterns.playbooks._password import SIGNED_IN
from patterns.playbooks._sessions import (
    CLOSE_THE_LEAK,
    END_ROLE_SESSIONS,
    END_SESSIONS_OF_USER,
    ROOT_SESSIONS_END_ALONE,
)
from patterns.playbooks._trail import INTRUDER, SUPPORT

PAGE = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-login-credentials.html"


def is_of_login(facts: Facts) -> bool:
    """Whether a person signed in, who is not root; not a workload's token."""
    return facts.principal != "root" and not tagged(facts, *WORKLOADS)


LOG_OUT = StepTemplate(
    title="Log out where it was made",
    detail=(
        "`aws logout` (or `aws logout --all`) deletes the cache, so that nothing renews the keys there. Copies are not "
        "reached by that: what was handed out ends when whoever signed in is denied."
    ),
    reference=PAGE,
)
WHOSE = StepTemplate(
    title="Say who signed in",
    detail=(
        "The setting login_session in the AWS CLI's configuration names the ARN: the root user, an IAM user or a role. "
        "Type in the name of the role or of the user, and leave the other one empty."
    ),
    commands=(f"{ASK_FOR_ROLE} && {ASK_FOR_USER}",),
    reference=PAGE,
    unless=("user", "role"),
)

PLAYBOOK = Playbook(
    id="login-token",
    title="Token of aws login",
    summary=(
        "It gets keys for up to twelve hours. Log out, deny what was issued to the one who signed in, and see what was "
        "done."
    ),
    kinds=("login-token",),
    principals=(),
    accept=is_of_login,
    steps=(
        LOG_OUT,
        WHOSE,
        replace(
            END_SESSIONS_OF_USER,
            title="If it is a user's: end the user's sessions",
            principals=(*NOBODY, "iam-user", "federated-user"),
        ),
        replace(
            END_ROLE_SESSIONS,
            title="If it is a role's: revoke the sessions of the role",
            principals=(*NOBODY, "role"),
        ),
        replace(
            ROOT_SESSIONS_END_ALONE,
            title="If it is the root user's: change the password, and wait",
            principals=NOBODY,
        ),
        replace(SIGNED_IN, commands=tuple(command.partition(" | grep")[0] for command in SIGNED_IN.commands)),
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
