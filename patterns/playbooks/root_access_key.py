"""An access key of the account's root user: contain, replace by limited rights, delete. Never a new root key."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import LONG_TERM, lasts
from patterns.playbooks._policy import REPLACE
from patterns.playbooks._root import (
    AS_ROOT,
    DEACTIVATE,
    DELETE_AS_MEMBER,
    DELETE_KEY,
    DELETE_KEY_PAGE,
    DELETE_KEY_WITHOUT_CONSOLE,
    FIND_ACCOUNT,
    PASSWORD_AND_MFA,
    VERIFY,
    WITH_CONSOLE,
)
from patterns.playbooks._sessions import ROOT_SESSIONS_END_ALONE
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

FIND_KEY = StepTemplate(
    title="Find the root user's access keys",
    detail=(
        "The ID of the key is not beside the secret. List the keys as the root user, who has two at the most; deal "
        "with each of them, since no root key should exist. " + AS_ROOT
    ),
    commands=("KEY_ID=$(aws iam list-access-keys --query 'AccessKeyMetadata[0].AccessKeyId' --output text)",),
    reference=DELETE_KEY_PAGE,
    unless=("key_id",),
)
CONTAIN = StepTemplate(
    title="Deactivate the key now, as the root user",
    detail=(
        "Whoever has this key can do everything in the account, and no policy can narrow it; so what still uses it "
        "fails rather than waits. In the console: sign in at https://{console}/ as the root user, choose Security "
        "credentials in the account menu, then under Access keys Actions, Deactivate. The commands do the same in a shell "
        "that has credentials of the root user already; make none for it. " + AS_ROOT
    ),
    commands=(DEACTIVATE, "aws iam list-access-keys"),
    reference=DELETE_KEY_PAGE,
    partitions=WITH_CONSOLE,
)

PLAYBOOK = Playbook(
    id="root-access-key",
    title="Access key of the account's root user",
    summary=(
        "Deactivate the key as the root user at once, put a role or user with a limited policy in its place, and "
        "delete it. Never make another root key."
    ),
    kinds=LONG_TERM,
    principals=("root",),
    accept=lasts,
    steps=(
        FIND_KEY,
        CONTAIN,
        replace(
            CONTAIN,
            detail=(
                "Whoever has this key can do everything in the account, and no policy can narrow it. In GovCloud the "
                "root user cannot sign in to the console: use the AWS CLI, or have AWS Support remove the key. "
                + AS_ROOT
            ),
            reference="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-account-root-user.html",
            partitions=("aws-us-gov",),
        ),
        FIND_ACCOUNT,
        DELETE_AS_MEMBER,
        USED,
        REPLACE,
        DELETE_KEY,
        DELETE_KEY_WITHOUT_CONSOLE,
        VERIFY,
        replace(PASSWORD_AND_MFA, partitions=WITH_CONSOLE),
        ROOT_SESSIONS_END_ALONE,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
