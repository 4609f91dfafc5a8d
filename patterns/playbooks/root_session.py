"""Temporary credentials of the root user: nothing revokes them, so stop the next ones and wait."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import SESSION
from patterns.playbooks._root import DELETE_KEY_PAGE, PASSWORD_AND_MFA, STOP_SESSIONS, VERIFY, WITH_CONSOLE
from patterns.playbooks._sessions import ROOT_SESSIONS_END_ALONE
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

DELETE = StepTemplate(
    title="Delete the root user's access keys",
    detail="No root key should exist, so none takes their place. The command acts only if the root user calls it.",
    commands=(
        "aws sts get-caller-identity --query Arn --output text | grep -q ':root$' && "
        "for KEY in $(aws iam list-access-keys --query 'AccessKeyMetadata[].AccessKeyId' --output text); "
        'do aws iam delete-access-key --access-key-id "$KEY"; done',
    ),
    reference=DELETE_KEY_PAGE,
)

PLAYBOOK = Playbook(
    id="root-session",
    title="Temporary credentials of the account's root user",
    summary=(
        "Nobody can revoke a root session: turn off what makes them, wait until it ends (at most an hour), watch what "
        "is done, and tell AWS Support."
    ),
    kinds=SESSION,
    principals=("root",),
    steps=(
        STOP_SESSIONS,
        ROOT_SESSIONS_END_ALONE,
        replace(SUPPORT, title="Tell AWS Support"),
        replace(USED, needs=("key_id",)),
        DELETE,
        VERIFY,
        replace(PASSWORD_AND_MFA, partitions=WITH_CONSOLE),
        INTRUDER,
        *HISTORY,
    ),
)
