"""Temporary credentials of GetFederationToken: their rights are those of the user who called it."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import OF_A_ROLE
from patterns.playbooks._owner import ASK_FOR_USER, FIND_ISSUER
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_USER_SESSIONS, ROOT_SESSIONS_END_ALONE
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED
from patterns.playbooks._user import OTHER_WAYS_IN

CALLS = (
    "aws cloudtrail lookup-events --region {region} --lookup-attributes "
    "AttributeKey=EventName,AttributeValue=GetFederationToken --query 'Events[].[EventTime,Username]' --output text"
)
ASK = StepTemplate(
    title="Find the user who called GetFederationToken",
    detail="A federated user exists as a session only. Pick the caller from the list; later commands use the name.",
    commands=(f"{CALLS} && {ASK_FOR_USER}",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html",
    side="both",
    unless=("user", "key_id"),
)

PLAYBOOK = Playbook(
    id="federated-user-session",
    title="Temporary credentials of a federated user",
    summary=(
        "Find the IAM user who called GetFederationToken and deny what was issued up to now: the session has no more "
        "rights than that user."
    ),
    kinds=OF_A_ROLE,
    principals=("federated-user",),
    steps=(
        replace(
            FIND_ISSUER,
            title="Find the user who called GetFederationToken",
            commands=(*FIND_ISSUER.commands, CALLS),
            unless=("user",),
        ),
        ASK,
        replace(
            END_USER_SESSIONS,
            title="Deny the caller what was issued up to now",
            detail=(
                "Such sessions outlive the key that made them, deleted or not, for up to 36 hours. A denial attached "
                "to the calling user binds them, since they never have more rights than that user; the date keeps it to "
                "what was issued before the moment at which you run the command."
            ),
        ),
        replace(ROOT_SESSIONS_END_ALONE, title="If the root user called it: wait, nobody can revoke it"),
        CLOSE_THE_LEAK,
        replace(USED, needs=("key_id",)),
        OTHER_WAYS_IN,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
