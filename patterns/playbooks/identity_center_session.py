"""Temporary credentials that IAM Identity Center gave a person: deny that person's sessions, then the sign-in."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Facts, Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._kinds import OF_A_ROLE
from patterns.playbooks._trail import INTRUDER, SUPPORT, USED

PAGE = "https://docs.aws.amazon.com/singlesignon/latest/userguide/revoke-user-permissions.html"
SCP = (
    '\'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":'
    '{"StringEquals":{"identitystore:userId":"%s"},"DateLessThan":{"aws:TokenIssueTime":"%s"}}}]}\''
)
LOGIN = (
    "LOGIN=$(aws cloudtrail lookup-events --region {region} --lookup-attributes "
    "AttributeKey=AccessKeyId,AttributeValue={key_id} --max-results 1 --query 'Events[0].Username' --output text)"
    " && printf '%s\\n' \"$LOGIN\""
)
STORE = "STORE_ID=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text)"
PERSON = (
    'PERSON_ID=$(aws identitystore get-user-id --identity-store-id "$STORE_ID" --alternate-identifier '
    '\'{"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"\'"$LOGIN"\'"}}\' '
    "--query UserId --output text)"
)


def is_permission_set(facts: Facts) -> bool:
    """Whether Identity Center made the role, as its name says."""
    return (facts.role or "").startswith("AWSReservedSSO_")


FIND_PERSON = StepTemplate(
    title="Find the person whose session it is",
    detail=(
        "{role} was made by IAM Identity Center for a permission set and is shared by all who have it. CloudTrail "
        "names the person who signed in; the identity store, in the management account (or the delegated "
        "administrator's) and in Identity Center's own Region, has the ID that a policy needs."
    ),
    commands=(f"{LOGIN} && {STORE} && {PERSON}",),
    reference=PAGE,
    side="both",
    needs=("key_id",),
)
DENY = StepTemplate(
    title="Deny the person's sessions in all accounts",
    detail=(
        "A role of Identity Center cannot be edited in IAM, so its sessions cannot be revoked there. A service control "
        "policy denies everything to sessions of this person issued up to now, whatever the permission set; it does "
        "not reach the management account, where the permission set's inline policy has to say the same."
    ),
    commands=(
        "POLICY_ID=$(aws organizations create-policy --type SERVICE_CONTROL_POLICY --name DenyLeakedSessions "
        f'--description \'Sessions that leaked\' --content "$(printf {SCP} "$PERSON_ID" '
        '"$(date -u +%Y-%m-%dT%H:%M:%SZ)")" --query Policy.PolicySummary.Id --output text)',
        'aws organizations attach-policy --policy-id "$POLICY_ID" '
        "--target-id \"$(aws organizations list-roots --query 'Roots[0].Id' --output text)\"",
    ),
    reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/prereqs-revoking-user-permissions.html",
)
SIGN_OUT = StepTemplate(
    title="End the portal session and the sign-in",
    detail=(
        "While the access portal's session lives it hands out new credentials. Remove the person's assignments (the "
        "command lists them) and groups, disable the person in the identity provider if there is one, then in the "
        "Identity Center console open the user, delete the active sessions and choose Disable user access. On the "
        "machine that leaked, `aws sso logout` deletes the cached token. Give access back after a new password and MFA."
    ),
    commands=(
        "INSTANCE_ARN=$(aws sso-admin list-instances --query 'Instances[0].InstanceArn' --output text)",
        'aws sso-admin list-account-assignments-for-principal --instance-arn "$INSTANCE_ARN" '
        '--principal-type USER --principal-id "$PERSON_ID"',
    ),
    reference=PAGE,
)

PLAYBOOK = Playbook(
    id="identity-center-session",
    title="Temporary credentials from IAM Identity Center",
    summary=(
        "Find the person whose session of {role} it is, deny that person's sessions by a service control policy, and "
        "end the sign-in."
    ),
    kinds=OF_A_ROLE,
    principals=("role",),
    accept=is_permission_set,
    steps=(
        FIND_PERSON,
        replace(
            FIND_PERSON,
            commands=(f"printf 'Name with which the person signs in: ' && read -r LOGIN && {STORE} && {PERSON}",),
            needs=(),
            unless=("key_id",),
        ),
        DENY,
        SIGN_OUT,
        replace(USED, needs=("key_id",)),
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
