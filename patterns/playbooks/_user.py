"""Steps for the access key of an IAM user. Support: no playbook stands here."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import CLOSED, OPEN, StepTemplate

ROTATE_PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id-credentials-access-keys-update.html"
QUARANTINE_PAGE = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCompromisedKeyQuarantineV3.html"
DEACTIVATE = "aws iam update-access-key --user-name {user} --access-key-id {key_id} --status Inactive"
CONSOLE = "In the console at https://{console}/iam/: Users, {user}, Security credentials, Access keys, Actions, "

CONTAIN = StepTemplate(
    title="Turn the key off now if others can have seen it",
    detail=(
        "A public or widely shared place, or any use that was not yours, means now: what still uses the key fails, "
        "and if that is worse than you thought it can be turned on again. Only where few people of your own could "
        "read it and nothing was done with it, give the work its new credential first and turn the key off after that. "
        + CONSOLE
        + "Deactivate."
    ),
    commands=(DEACTIVATE, "aws iam list-access-keys --user-name {user}"),
    reference=ROTATE_PAGE,
)
NEW_KEY = StepTemplate(
    title="Give the work a new credential, a role if it can have one",
    detail=(
        "Best is what expires: a role for what runs on AWS, OpenID Connect for CI, IAM Identity Center for people. "
        "Where only a key will do, make one; it is written to a file that you alone can read: move it to a secret "
        "store and delete the file. A user has at most two keys; if there are two, delete the one that is not used."
    ),
    commands=(
        '(umask 077 && aws iam create-access-key --user-name {user} > "$HOME/new-access-key.json")',
        "aws iam list-access-keys --user-name {user}",
    ),
    reference=ROTATE_PAGE,
)
CONTAIN_NOW = replace(
    CONTAIN,
    title="Turn the key off now",
    detail=(
        "Anybody may have read it, so do not look for its use first: what still uses the key fails, and if that is worse "
        "than you thought it can be turned on again. " + CONSOLE + "Deactivate."
    ),
    exposed=("public",),
)
CONTAIN_FIRST = replace(CONTAIN, exposed=("unknown",))
NEW_KEY_THEN = replace(NEW_KEY, exposed=OPEN)
NEW_KEY_FIRST = replace(
    NEW_KEY, title="Give the work a new credential first, a role if it can have one", exposed=CLOSED
)
CONTAIN_THEN = replace(
    CONTAIN, title="Turn the key off as soon as the work can do without; now, if somebody used it", exposed=CLOSED
)
QUARANTINE = StepTemplate(
    title="See whether AWS has put the user under quarantine",
    detail=(
        "Where AWS finds a key in public it attaches AWSCompromisedKeyQuarantineV2 or V3 to the user (in earlier years "
        "one without a number, or AWSExposedCredentialPolicy_DO_NOT_REMOVE), which denies what costs most (new keys, "
        "users and machines) and a look into CloudTrail, and writes to you. That is a help, not containment: the key "
        "still works. Do not detach the policy; do what the support case says, as another identity that may administer "
        "users, since the user itself is denied that."
    ),
    commands=("aws iam list-attached-user-policies --user-name {user}",),
    reference=QUARANTINE_PAGE,
    side="both",
    partitions=("aws",),
)
OWN_QUARANTINE = StepTemplate(
    title="If the key cannot be turned off yet: put the user under quarantine yourself",
    detail=(
        "The policy that AWS attaches denies what an intruder wants most and lets much of the user's daily work go on. "
        "It binds all credentials of the user, so take it away when the key is off."
    ),
    commands=(
        "aws iam attach-user-policy --user-name {user} "
        "--policy-arn arn:{partition}:iam::aws:policy/AWSCompromisedKeyQuarantineV3",
    ),
    reference=QUARANTINE_PAGE,
    partitions=("aws",),
)
VERIFY = StepTemplate(
    title="Verify that the key is off and nothing needs it",
    detail=(
        "The key must be listed as Inactive, and the date of its last use must stand still. Wait until what runs "
        "weekly or monthly has run."
    ),
    commands=(
        "aws iam list-access-keys --user-name {user}",
        "aws iam get-access-key-last-used --access-key-id {key_id}",
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html",
)
DELETE = StepTemplate(
    title="Delete the key",
    detail=(
        "For good: until then anybody who may manage the user can turn it on again. Keep the ID for searches in logs. "
        + CONSOLE
        + "Delete."
    ),
    commands=("aws iam delete-access-key --user-name {user} --access-key-id {key_id}",),
    reference=ROTATE_PAGE,
)
OTHER_WAYS_IN = StepTemplate(
    title="Look at what else the user can get in with, and may do",
    detail=(
        "The user's other key, password, service keys and MFA devices are not touched by what was done so far. The "
        "last command has IAM work out which services the user's rights were used for, so that the rest can go."
    ),
    commands=(
        "aws iam get-login-profile --user-name {user}",
        "aws iam list-service-specific-credentials --user-name {user}",
        "aws iam list-mfa-devices --user-name {user}",
        "aws iam list-attached-user-policies --user-name {user}",
        "aws iam list-user-policies --user-name {user}",
        'aws iam generate-service-last-accessed-details --arn "$(aws iam get-user --user-name {user} '
        '--query User.Arn --output text)"',
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html",
)
