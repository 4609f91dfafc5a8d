"""The access key of an IAM user: turn off, replace, delete."""

from __future__ import annotations

from patterns._playbook import Playbook
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import FIND_USER
from patterns.playbooks._sessions import END_USER_SESSIONS
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED
from patterns.playbooks._user import (
    CONTAIN_FIRST,
    CONTAIN_NOW,
    CONTAIN_THEN,
    DELETE,
    NEW_KEY_FIRST,
    NEW_KEY_THEN,
    OTHER_WAYS_IN,
    OWN_QUARANTINE,
    QUARANTINE,
    VERIFY,
)

PLAYBOOK = Playbook(
    id="iam-user-access-key",
    title="Access key of an IAM user",
    summary=(
        "Turn the key off, at once if others can have seen it; end the sessions made with it; give the work a role or a "
        "new key, and delete the old one."
    ),
    kinds=("access-key-pair",),
    principals=("iam-user",),
    steps=(
        FIND_USER,
        NEW_KEY_FIRST,
        CONTAIN_NOW,
        CONTAIN_FIRST,
        CONTAIN_THEN,
        OWN_QUARANTINE,
        END_USER_SESSIONS,
        NEW_KEY_THEN,
        QUARANTINE,
        USED,
        VERIFY,
        DELETE,
        OTHER_WAYS_IN,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
