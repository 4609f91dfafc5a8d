"""A sign-in URL of federation: a session of the console for whoever opens it."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_ROLE, ASK_FOR_USER
from patterns.playbooks._password import SIGNED_IN
from patterns.playbooks._sessions import CLOSE_THE_LEAK, END_ROLE_SESSIONS, END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html"

FIND_MAKER = StepTemplate(
    title="Find out whose session it opens",
    detail=(
        "What made the URL first got temporary credentials, of a role or of a federated user. CloudTrail names them in "
        "GetSigninToken, and in ConsoleLogin if it was opened. Type in the name of the role, or of the user that "
        "called GetFederationToken, and leave the other one empty."
    ),
    commands=(
        "aws cloudtrail lookup-events --region {region} --lookup-attributes "
        "AttributeKey=EventName,AttributeValue=GetSigninToken --query 'Events[].[EventTime,Username]' --output text"
        f" && {ASK_FOR_ROLE} && {ASK_FOR_USER}",
    ),
    reference=PAGE,
    side="both",
)

PLAYBOOK = Playbook(
    id="sign-in-url",
    title="Sign-in URL of a console session",
    summary=(
        "The URL is good for fifteen minutes, the session that it opens for up to twelve hours. Revoke the sessions of "
        "the one it was made for, and see whether somebody signed in."
    ),
    kinds=("sign-in-url",),
    principals=(),
    steps=(
        FIND_MAKER,
        replace(END_ROLE_SESSIONS, title="If it is a role's: revoke the sessions of the role"),
        replace(END_SESSIONS_OF_USER, title="If it is a federated user's: end the sessions of the user who called"),
        replace(SIGNED_IN, commands=tuple(command.partition(" | grep")[0] for command in SIGNED_IN.commands)),
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
