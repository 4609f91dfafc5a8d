"""Tokens of IAM Identity Center: with them whoever has them gets credentials of every role the person may take."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._sessions import CLOSE_THE_LEAK
from patterns.playbooks._trail import INTRUDER, SUPPORT

SIGN_OUT = StepTemplate(
    title="End the person's session at the access portal",
    detail=(
        "The person runs `aws sso logout`, which ends the session and deletes the cache. Without the person an "
        "administrator opens the user in the console of IAM Identity Center, in its own Region, and deletes the active "
        "sessions; Disable user access keeps the tokens from being renewed meanwhile. The command names the instance."
    ),
    commands=("aws sso-admin list-instances --region {region}",),
    reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/end-active-sessions.html",
)
ROLES = StepTemplate(
    title="Deny the sessions of roles that were got with it",
    detail=(
        "Credentials of a role go on working after the portal's session is over, for as long as the permission set "
        "says: an hour, or up to twelve. A service control policy that denies everything to this person's sessions "
        "issued up to now, by identitystore:userId and aws:TokenIssueTime, ends them in all member accounts."
    ),
    commands=("aws organizations list-policies --filter SERVICE_CONTROL_POLICY",),
    reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/prereqs-revoking-user-permissions.html",
)
USED = StepTemplate(
    title="See what was got with it",
    detail=(
        "Each time credentials of a role were fetched with it, CloudTrail recorded GetRoleCredentials, in the Region "
        "of Identity Center and in the account of the role. Addresses that are not the person's make this an intrusion."
    ),
    commands=(
        "aws cloudtrail lookup-events --region {region} --lookup-attributes "
        "AttributeKey=EventName,AttributeValue=GetRoleCredentials --query 'Events[].[EventTime,Username]' --output text",
    ),
    reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/logging-using-cloudtrail.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="sso-token",
    title="Token of IAM Identity Center",
    summary=(
        "It gets credentials of every role that the person may take on, without a password. End the person's session, "
        "deny the sessions of roles that were got with it, and see what was done."
    ),
    kinds=("sso-token",),
    principals=(),
    steps=(
        SIGN_OUT,
        ROLES,
        USED,
        replace(CLOSE_THE_LEAK, title="Keep the cache out of what is shared, then sign in again"),
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
