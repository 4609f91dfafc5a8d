"""A secret access key without its ID: half of a key, the half that counts."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks import _user
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import FIND_OWNER
from patterns.playbooks._sessions import END_USER_SESSIONS
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
ASK = "printf 'ID of the access key: ' && read -r KEY_ID"

FIND_ID_OF_USER = StepTemplate(
    title="Find the ID that it belongs to, among the keys of the user",
    detail="AWS does not tell an ID for a secret. The user has two keys at the most; type in the one in question.",
    commands=("aws iam list-access-keys --user-name {user} && " + ASK,),
    reference=PAGE,
    needs=("user",),
    unless=("key_id",),
)
FIND_ID = StepTemplate(
    title="Find the ID that it belongs to",
    detail=(
        "AWS does not tell an ID for a secret. Look beside it, in the settings of what reads the file, in older "
        "commits and in logs: the ID often stands there in clear. Type in the ID; never "
        "the secret. If you do not know it, the credential report (the other commands) tells which users, and whether "
        "the root user, have keys, and when each was last used."
    ),
    commands=(
        ASK,
        "aws iam generate-credential-report",
        "aws iam get-credential-report --query Content --output text | base64 --decode",
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html",
    side="both",
    unless=("user", "key_id"),
)
OFF_AS_ROOT = StepTemplate(
    title="If it turns out to be the root user's: deactivate and delete it as the root user",
    detail=(
        "Without --user-name, signed in as the root user; run as an IAM user these commands would address that user's "
        "own keys. Make no new root key."
    ),
    commands=(
        "aws iam update-access-key --access-key-id {key_id} --status Inactive",
        "aws iam delete-access-key --access-key-id {key_id}",
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html",
    unless=("user",),
)

PLAYBOOK = Playbook(
    id="secret-access-key",
    title="Secret access key, without its ID",
    summary=(
        "Treat the key as leaked: the missing ID is no secret. Find the ID and the owner, turn the key off, replace "
        "and delete it."
    ),
    kinds=("secret-access-key",),
    principals=(),
    steps=(
        FIND_ID_OF_USER,
        FIND_ID,
        replace(FIND_OWNER, unless=("user",)),
        _user.CONTAIN,
        OFF_AS_ROOT,
        END_USER_SESSIONS,
        _user.NEW_KEY,
        USED,
        _user.DELETE,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
