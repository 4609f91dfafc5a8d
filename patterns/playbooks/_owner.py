"""Steps that tell whose a key is. Support: no playbook stands here."""

from __future__ import annotations

from patterns._playbook import StepTemplate

NAME_THE_USER = (
    "USER_NAME=$(aws iam get-access-key-last-used --access-key-id {key_id} --query UserName --output text)"
    " && printf '%s\\n' \"$USER_NAME\""
)
ASK_FOR_USER = "printf 'Name of the IAM user: ' && read -r USER_NAME"
ASK_FOR_ROLE = "printf 'Name of the role: ' && read -r ROLE_NAME"

FIND_USER = StepTemplate(
    title="Find the user whose key it is",
    detail=(
        "An administrator of the account asks IAM, which names the user and when and where the key was last used. "
        "Later commands use the name, so run them in the same shell."
    ),
    commands=(NAME_THE_USER,),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html",
    side="both",
    unless=("user",),
)
FIND_OWNER = StepTemplate(
    title="Find out whose key it is",
    detail=(
        "Ask with credentials of your own, never with the key that leaked. The first call names the account; it works "
        "for any account, and only your own records see it. The second, made in that account, names the user, and the "
        "name is kept for later commands in the same shell. The last says whether the account's root user has a key at "
        "all: 0 means that this one is a user's. If it is 1 and no user is named, the key is the root user's. Credentials work in one partition only: if no account is known, try China and GovCloud, too."
    ),
    commands=(
        "aws sts get-access-key-info --access-key-id {key_id} && " + NAME_THE_USER,
        "aws iam get-account-summary --query SummaryMap.AccountAccessKeysPresent",
    ),
    reference="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html",
    side="both",
)
SESSION_EVENT = (
    "EVENT=$(aws cloudtrail lookup-events --region {region} --lookup-attributes "
    "AttributeKey=AccessKeyId,AttributeValue={key_id} --max-results 1 --query 'Events[0].CloudTrailEvent' "
    "--output text) && printf '%s\\n' \"$EVENT\""
)
NAME_THE_ROLE = (
    "ROLE_NAME=$(printf '%s' \"$EVENT\" | "
    'sed -n \'s/.*"sessionIssuer":{[^{}]*"type":"Role"[^{}]*"userName":"\\([^"]*\\)".*/\\1/p\') && printf \'%s\\n\' "$ROLE_NAME"'
)
NAME_THE_CALLER = (
    "USER_NAME=$(printf '%s' \"$EVENT\" | "
    'sed -n \'s/.*"type":"IAMUser"[^{}]*"userName":"\\([^"]*\\)".*/\\1/p\') && printf \'%s\\n\' "$USER_NAME"'
)
FIND_ISSUER = StepTemplate(
    title="Find out whose session it is",
    detail=(
        "CloudTrail keeps the calls that were made with the key ID, for 90 days and in each Region by itself; the "
        "commands ask where IAM and STS are recorded, so ask the Regions that you use, too. In an event, "
        "userIdentity.type tells: AssumedRole is a role, which sessionIssuer names; IAMUser a user; FederatedUser "
        "somebody for whom a user or the root user called GetFederationToken; Root the root user. The last command "
        "looks for the call that handed the session out."
    ),
    commands=(
        " && ".join((SESSION_EVENT, NAME_THE_ROLE, NAME_THE_CALLER)),
        "aws cloudtrail lookup-events --region {region} --lookup-attributes "
        "AttributeKey=ResourceName,AttributeValue={key_id}",
    ),
    reference="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html",
    side="both",
    needs=("key_id",),
)
ASK_FOR_ID = StepTemplate(
    title="Find the key ID that it belongs to",
    detail=(
        "It begins with ASIA, is no secret, and stands beside its token in settings, caches and logs. AWS does not "
        "tell an ID for a token. Type in the ID; never the secret or the token."
    ),
    commands=("printf 'ID of the temporary key: ' && read -r KEY_ID",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_use-resources.html",
    unless=("key_id",),
)
