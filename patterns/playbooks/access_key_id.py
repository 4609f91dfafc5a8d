"""The ID of a long-term access key without its secret: no way in, but a trace to follow."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks import _user
from patterns.playbooks._history import KEEP_OUT, PURGE
from patterns.playbooks._kinds import NOBODY, lasts
from patterns.playbooks._owner import FIND_OWNER, FIND_USER
from patterns.playbooks._trail import USED

FIND_SECRET = StepTemplate(
    title="Look whether its secret leaked, too",
    detail=(
        "The ID alone opens nothing and is no secret; it tells the account. But an ID seldom goes alone: look at the "
        "commits that touched it, at the files beside it, at logs and other branches. If the secret stands anywhere "
        "that others can read, go on at once; if not, the rest of the steps is tidying up."
    ),
    commands=("git log --all --oneline -S {key_id}", "git grep -n -F -e {key_id}"),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
)
NOT_TOLD = (*NOBODY, "role", "federated-user")
"""Types of principal of which a long-term key cannot be, or that are none."""
OFF = StepTemplate(
    title="If the secret leaked: turn the key off",
    detail=(
        "Of an IAM user with the first command. A key of the root user is managed without --user-name, as the root "
        "user (the second); run as an IAM user, that command would address that user's own keys."
    ),
    commands=(_user.DEACTIVATE, "aws iam update-access-key --access-key-id {key_id} --status Inactive"),
    reference=_user.ROTATE_PAGE,
    principals=NOT_TOLD,
)
OFF_OF_USER = replace(
    OFF,
    detail="Nothing is lost by it: a key that is turned off can be turned on again.",
    commands=(_user.DEACTIVATE,),
    principals=("iam-user",),
)

PLAYBOOK = Playbook(
    id="access-key-id",
    title="ID of a long-term access key, without its secret",
    summary="The ID alone opens nothing. Find out whose it is and whether its secret leaked, too; if so, turn it off.",
    kinds=("access-key-id",),
    principals=(),
    accept=lasts,
    steps=(
        FIND_SECRET,
        replace(FIND_OWNER, principals=NOT_TOLD),
        replace(FIND_USER, principals=("iam-user",)),
        OFF,
        OFF_OF_USER,
        USED,
        replace(_user.NEW_KEY, title="If it was turned off: give the work a new credential"),
        replace(_user.DELETE, title="If it was turned off, and is a user's: delete the key"),
        replace(PURGE, title="If you want the ID gone: take it out of the files and, last of all, the history"),
        KEEP_OUT,
    ),
)
