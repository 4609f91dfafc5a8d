"""Steps for the credentials that an IAM user has for one service. Support: no playbook stands here.

Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html
"""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT
from patterns.playbooks._user import OTHER_WAYS_IN

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html"
READ = "read -r SERVICE_NAME"
ASK = "printf 'ID of the credential in that list: ' && read -r CREDENTIAL_ID"
NAMED = '--user-name {user} --service-specific-credential-id "$CREDENTIAL_ID"'

SAY_WHICH_USER = StepTemplate(
    title="Say which user it is",
    detail=(
        "Only IAM users have such credentials. The name stands beside it, or the credential report tells which users "
        "there are. Later commands use the name, so run them in the same shell."
    ),
    commands=(ASK_FOR_USER,),
    reference=PAGE,
    unless=("user",),
)
DELETE = StepTemplate(
    title="Delete the credential",
    detail="For good: until then anybody who may manage the user can turn it on again. Look first that nothing uses it.",
    commands=(f"aws iam delete-service-specific-credential {NAMED}",),
    reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteServiceSpecificCredential.html",
)


def turned_off(service: str | None) -> StepTemplate:
    """Deactivates the credential; of one service, or of any."""
    of_service = f" --service-name {service}" if service else ""
    listed = f"aws iam list-service-specific-credentials --user-name {{user}}{of_service}"
    return StepTemplate(
        title="Turn the credential off now",
        detail=(
            "An administrator lists the credentials of {user}, types in the ID (it begins with ACCA and is no secret) "
            "and deactivates it. What still uses it fails, and if that is worse than you thought it can be turned on "
            "again. A user has two for a service at the most."
        ),
        commands=(f"{listed} && {ASK} && aws iam update-service-specific-credential {NAMED} --status Inactive",),
        reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateServiceSpecificCredential.html",
    )


def denied(action: str) -> StepTemplate:
    """Denies the user all calls that are made with such keys."""
    policy = (
        '\'{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"%s","Resource":"*"}]}\'' % action  # noqa: UP031
    )
    return StepTemplate(
        title="If you do not find it at once: deny the user all such keys",
        detail=(
            f"The policy takes {action} from {{user}}, which every call with such a key needs; calls that are signed "
            "go on working. Take it away when the key is off."
        ),
        commands=(
            f"aws iam put-user-policy --user-name {{user}} --policy-name DenyLeakedApiKey --policy-document {policy}",
        ),
        reference=PAGE,
    )


def replaced(service: str | None, instead: str, days: int | None) -> StepTemplate:
    """Gives the work something better, else a second credential, which ends after so many days if such ones can.

    Not a new secret for the same ID: that is turned off by now, and deleted in the end.
    """
    asked = "" if service else f"printf 'Service (codecommit.amazonaws.com or cassandra.amazonaws.com): ' && {READ} && "
    named = service or '"$SERVICE_NAME"'
    age = f" --credential-age-days {days}" if days else ""
    return StepTemplate(
        title="Give the work a new credential, one that ends by itself if it can have one",
        detail=(
            f"{instead} Where only such a credential will do, the command makes another one and writes it to a file "
            "that you alone can read: move it to a secret store and delete the file. If {user} has two for the service "
            "already, IAM refuses: delete the leaked one first, as is told below."
        ),
        commands=(
            f"{asked}(umask 077 && aws iam create-service-specific-credential --user-name {{user}} "
            f'--service-name {named}{age} > "$HOME/new-credential.json")',
        ),
        reference=PAGE,
    )


def looked_up(source: str) -> StepTemplate:
    """Looks for what was done with it in the events of the service."""
    return StepTemplate(
        title="See what was done with it",
        detail=(
            "CloudTrail has the management events of the last 90 days, in each Region by itself; ask every Region that "
            "you use. Calls that read or write data are only there if a trail records data events. AWS records; to say "
            "which calls were not yours is for you."
        ),
        commands=(
            "aws cloudtrail lookup-events --region {service_region} --lookup-attributes "
            f"AttributeKey=EventSource,AttributeValue={source} "
            "--query 'Events[].[EventTime,EventName,Username]' --output text | grep -F -e {user}",
        ),
        reference="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/view-cloudtrail-events-cli.html",
        side="both",
    )


def all_steps(
    service: str | None, source: str, action: str | None, instead: str, days: int | None = None
) -> tuple[StepTemplate, ...]:
    """The whole way, from turning it off to purging it."""
    return (
        SAY_WHICH_USER,
        turned_off(service),
        *((denied(action),) if action else ()),
        replaced(service, instead, days),
        looked_up(source),
        replace(DELETE, unless=()),
        OTHER_WAYS_IN,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    )
