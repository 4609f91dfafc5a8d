"""Steps for the root user itself, or for an organization's management account. Support: no playbook stands here."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import StepTemplate

DELETE_KEY_PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user_manage_delete-key.html"
CENTRAL_PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html"
DEACTIVATE = "aws iam update-access-key --access-key-id {key_id} --status Inactive"
AS_ROOT = (
    "The commands carry no --user-name: without it IAM takes whoever calls, so as the root user they address the root "
    "user's keys, and as an IAM user that user's own. `aws sts get-caller-identity` must print an ARN that ends in "
    ":root."
)
WITHOUT_CONSOLE = ("aws-us-gov",)
WITH_CONSOLE = ("aws", "aws-cn", "aws-eusc")
"""The partitions whose root users can sign in to the console; in GovCloud they cannot."""


def as_member_root(task: str, then: str) -> str:
    """A command that runs `then` with a session of AssumeRoot, whose credentials are neither printed nor kept."""
    return (
        "(export $(printf 'AWS_ACCESS_KEY_ID=%s AWS_SECRET_ACCESS_KEY=%s AWS_SESSION_TOKEN=%s' "
        "$(AWS_STS_REGIONAL_ENDPOINTS=regional aws sts assume-root --region {region} --target-principal {account} "
        f"--task-policy-arn arn=arn:{{partition}}:iam::aws:policy/root-task/{task} --duration-seconds 900 "
        "--query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text)) && "
        f"{then})"
    )


FIND_ACCOUNT = StepTemplate(
    title="Find the account's number",
    detail="Ask with credentials of your own, never with the key that leaked. Later commands use the number.",
    commands=(
        "ACCOUNT_ID=$(aws sts get-access-key-info --access-key-id {key_id} --query Account --output text)"
        " && printf '%s\\n' \"$ACCOUNT_ID\"",
    ),
    reference="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html",
    side="both",
    unless=("account",),
)
DELETE_AS_MEMBER = StepTemplate(
    title="In a member account of an organization: delete the key from the management account",
    detail=(
        "Where nobody can sign in as the member's root user, a role or user of the management account (or of the "
        "delegated administrator for IAM) takes on a root session of account {account} that can do this one task, for "
        "15 minutes; not the root user, and through a Regional endpoint only. Central root access must be on: `aws "
        "organizations enable-aws-service-access --service-principal iam.amazonaws.com`, `aws iam "
        "enable-organizations-root-credentials-management`, `aws iam enable-organizations-root-sessions`, once. This "
        "deletes at once, which for a leaked root key is right. The session's credentials stay in the subshell."
    ),
    commands=(
        as_member_root(
            "IAMDeleteRootUserCredentials",
            "aws iam list-access-keys && aws iam delete-access-key --access-key-id {key_id}",
        ),
    ),
    reference=CENTRAL_PAGE,
)
STOP_SESSIONS = StepTemplate(
    title="Turn off what makes root sessions",
    detail=(
        "Whoever has the root user's access key makes the next session when this one ends. As the root user, turn off "
        "every root key; the command does so only if the root user calls it. A session of AssumeRoot was made from the "
        "organization's management account: look there who called it (last command). " + AS_ROOT
    ),
    commands=(
        "aws sts get-caller-identity --query Arn --output text | grep -q ':root$' && "
        "for KEY in $(aws iam list-access-keys --query 'AccessKeyMetadata[].AccessKeyId' --output text); "
        'do aws iam update-access-key --access-key-id "$KEY" --status Inactive; done',
        "aws cloudtrail lookup-events --region {region} --lookup-attributes "
        "AttributeKey=EventName,AttributeValue=AssumeRoot",
    ),
    reference=DELETE_KEY_PAGE,
)
DELETE_KEY = StepTemplate(
    title="Delete the key",
    detail=(
        "As soon as nothing of yours needs it; do not make another one. A deactivated key can be turned on again by "
        "whoever becomes root. In the console: the same menu, Actions, Delete; it wants the key ID typed in. " + AS_ROOT
    ),
    commands=("aws iam delete-access-key --access-key-id {key_id}",),
    reference=DELETE_KEY_PAGE,
    partitions=WITH_CONSOLE,
)
DELETE_KEY_WITHOUT_CONSOLE = replace(
    DELETE_KEY,
    detail=(
        "As soon as nothing of yours needs it; do not make another one. A deactivated key cannot call any more, so with "
        "no other root key it takes AWS Support to delete it, or to turn it on again. " + AS_ROOT
    ),
    partitions=WITHOUT_CONSOLE,
)
PASSWORD_AND_MFA = StepTemplate(
    title="Change the root user's password and see that MFA is on",
    detail=(
        "The root user has two sets of credentials, and whoever had one may have made or read the other. Sign in at "
        "https://{console}/ as the root user, choose Security credentials, change the password and register an MFA "
        "device, a second one in reserve. AWS asks for MFA at root sign-in; to register it is yours. Look at the "
        "account's e-mail address, telephone number and alternate contacts: a changed one is how an account is taken."
    ),
    commands=("aws account get-alternate-contact --alternate-contact-type SECURITY",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
    side="both",
)
VERIFY = StepTemplate(
    title="Verify that no root key is left and MFA is on",
    detail=(
        "The first number must be 0: an inactive key still counts, so it must be deleted, not only turned off. The "
        "second must be 1: the root user has MFA."
    ),
    commands=("aws iam get-account-summary --query 'SummaryMap.[AccountAccessKeysPresent,AccountMFAEnabled]'",),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html",
)
