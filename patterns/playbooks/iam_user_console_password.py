"""The console password of an IAM user."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_USER
from patterns.playbooks._password import NEW, PAGE, REMOVE, SIGNED_IN
from patterns.playbooks._sessions import END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT
from patterns.playbooks._user import OTHER_WAYS_IN

ASK = StepTemplate(
    title="Say which user it is",
    detail="The credential report lists all who have a password. Later commands use the name, so use the same shell.",
    commands=(
        ASK_FOR_USER,
        "aws iam generate-credential-report",
        "aws iam get-credential-report --query Content --output text | base64 --decode",
    ),
    reference=PAGE,
    unless=("user",),
)

PLAYBOOK = Playbook(
    id="iam-user-console-password",
    title="Console password of an IAM user",
    summary="Take the password of {user} away, end the open sessions, look who signed in, and set a new one with MFA.",
    kinds=("console-password",),
    principals=("iam-user",),
    steps=(
        ASK,
        REMOVE,
        END_SESSIONS_OF_USER,
        SIGNED_IN,
        replace(
            OTHER_WAYS_IN,
            commands=("aws iam list-access-keys --user-name {user}", *OTHER_WAYS_IN.commands),
        ),
        NEW,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
