"""An API key of AWS AppSync."""

from __future__ import annotations

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._trail import SUPPORT

PAGE = "https://docs.aws.amazon.com/appsync/latest/devguide/security-authz.html"
FIND = (
    "aws appsync list-graphql-apis --region {service_region} --query 'graphqlApis[].[apiId,name]' --output text && "
    "printf 'ID of the API: ' && read -r API_ID && aws appsync list-api-keys --region {service_region} --api-id \"$API_ID\" "
    "--query 'apiKeys[].[description,expires]' --output text"
)

NEW = StepTemplate(
    title="Find its API, and make a new key if the work needs one",
    detail=(
        "The address beside it, or the list, tells which API it is of; ask every Region that you use. Keys are meant "
        "for what anybody may read: where users are told apart, use Cognito, OpenID Connect or IAM in their place. A "
        "page in a browser shows its key to everybody; if that is the design, the key's rights are what matters."
    ),
    commands=(FIND,),
    reference=PAGE,
)
DELETE = StepTemplate(
    title="Delete the key",
    detail=(
        "At once, if what it opens is not meant for everybody: clients that use it fail until they have another one. "
        "AppSync calls the key itself its ID; type it in when asked, so that it is not in the shell's history."
    ),
    commands=(
        "printf 'The key, which is its own ID: ' && read -r API_KEY_ID && aws appsync delete-api-key --region {service_region} "
        '--api-id "$API_ID" --id "$API_KEY_ID"',
    ),
    reference="https://docs.aws.amazon.com/appsync/latest/APIReference/API_DeleteApiKey.html",
)
LOOK = StepTemplate(
    title="See what was asked with it",
    detail=(
        "AppSync writes each request to CloudWatch Logs if logging is on for the API; CloudTrail has calls that manage "
        "the API, and not those to it. Limit by @aws_api_key in the schema what keys may reach."
    ),
    commands=('aws appsync get-graphql-api --region {service_region} --api-id "$API_ID" --query graphqlApi.logConfig',),
    reference="https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html",
    side="both",
)

PLAYBOOK = Playbook(
    id="appsync-api-key",
    title="API key of AWS AppSync",
    summary="Make a new key, or better another way to sign in, and delete this one; limit what keys may reach.",
    kinds=("appsync-api-key",),
    principals=(),
    steps=(NEW, DELETE, LOOK, SUPPORT, *HISTORY),
)
