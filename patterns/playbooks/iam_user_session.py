"""Temporary credentials of an IAM user, made by GetSessionToken."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import SESSION
from patterns.playbooks._owner import ASK_FOR_USER, FIND_ISSUER
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED
from patterns.playbooks._user import OTHER_WAYS_IN

ASK = StepTemplate(
    title="Say which user it is",
    detail="Later commands use the name, so run them in the same shell.",
    commands=(ASK_FOR_USER,),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    unless=("user", "key_id"),
)
SOURCE = StepTemplate(
    title="See whether the key that made the session leaked, too",
    detail=(
        "A user's session is made with the user's long-term key or password, and whoever has those makes the next one. "
        "If the key stands near the session, or CloudTrail shows GetSessionToken calls that were not yours, turn that "
        "key off as well."
    ),
    commands=(
        "aws iam list-access-keys --user-name {user}",
        "aws cloudtrail lookup-events --region {region} --lookup-attributes "
        "AttributeKey=EventName,AttributeValue=GetSessionToken --query 'Events[].[EventTime,Username]' --output text",
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="iam-user-session",
    title="Temporary credentials of an IAM user",
    summary="Deny what was issued to the user up to now; see whether the key that made the session leaked, too.",
    kinds=SESSION,
    principals=("iam-user",),
    steps=(
        replace(FIND_ISSUER, unless=("user",)),
        ASK,
        END_SESSIONS_OF_USER,
        SOURCE,
        CLOSE_THE_LEAK,
        replace(USED, needs=("key_id",)),
        OTHER_WAYS_IN,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
