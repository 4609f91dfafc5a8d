"""A long-term access key whose owner is not told: an IAM user's or the root user's, so both ways."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks import _root, _user
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import FIND_OWNER
from patterns.playbooks._policy import REPLACE
from patterns.playbooks._sessions import END_USER_SESSIONS
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

OFF_AS_USER = replace(_user.CONTAIN, title="If it is an IAM user's: turn it off")
OFF_AS_ROOT = StepTemplate(
    title="If it is the root user's: deactivate it as the root user, at once",
    detail=(
        "Root's key is managed without --user-name, by root itself or, in a member account, from the management account. "
        "No new root key takes its place: a role or a user with a limited policy does. " + _root.AS_ROOT
    ),
    commands=(_root.DEACTIVATE,),
    reference=_root.DELETE_KEY_PAGE,
)
DELETE_AS_USER = replace(_user.DELETE, title="If it is an IAM user's: delete it")
DELETE_AS_ROOT = StepTemplate(
    title="If it is the root user's: delete it as the root user",
    detail="An inactive root key still counts as one, so the number must become 0. " + _root.AS_ROOT,
    commands=(
        "aws iam delete-access-key --access-key-id {key_id}",
        "aws iam get-account-summary --query 'SummaryMap.[AccountAccessKeysPresent,AccountMFAEnabled]'",
    ),
    reference=_root.DELETE_KEY_PAGE,
)

PLAYBOOK = Playbook(
    id="unknown-access-key",
    title="Long-term access key whose owner is not known",
    summary=(
        "Find out whether it is an IAM user's key or the root user's, turn it off, put a role or a key with limited "
        "rights in its place, and delete it."
    ),
    kinds=("access-key-pair",),
    principals=(),
    steps=(
        FIND_OWNER,
        OFF_AS_USER,
        OFF_AS_ROOT,
        USED,
        replace(END_USER_SESSIONS, title="If it is an IAM user's: end the sessions made with it"),
        REPLACE,
        DELETE_AS_USER,
        DELETE_AS_ROOT,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
