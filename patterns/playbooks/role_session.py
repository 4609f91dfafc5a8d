"""Temporary credentials of a role: revoke its sessions."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import OF_A_ROLE
from patterns.playbooks._owner import ASK_FOR_ROLE
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_ROLE_SESSIONS
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

ASK = StepTemplate(
    title="Say which role it is",
    detail="Later commands use the name, so run them in the same shell.",
    commands=(ASK_FOR_ROLE,),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
    unless=("role",),
)
RIGHTS = StepTemplate(
    title="See what the role may do, and who may take it on",
    detail=(
        "What the session could do is what the role's policies allow; narrow them to what is used. Its trust policy "
        "says who may take it on: whoever leaked this session, and nobody who is not needed. "
        "Sessions of other roles that were taken on from this one (AssumeRole in CloudTrail) go on; revoke them, too."
    ),
    commands=(
        "aws iam get-role --role-name {role} --query Role.AssumeRolePolicyDocument",
        "aws iam list-attached-role-policies --role-name {role}",
        "aws iam list-role-policies --role-name {role}",
        'aws iam generate-service-last-accessed-details --arn "$(aws iam get-role --role-name {role} '
        '--query Role.Arn --output text)"',
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html",
)

PLAYBOOK = Playbook(
    id="role-session",
    title="Temporary credentials of a role",
    summary=(
        "Revoke all sessions of {role} that were issued up to now, close the place where they leak, and start the "
        "work again."
    ),
    kinds=OF_A_ROLE,
    principals=("role",),
    steps=(
        ASK,
        END_ROLE_SESSIONS,
        CLOSE_THE_LEAK,
        replace(USED, needs=("key_id",)),
        RIGHTS,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
