"""Tokens of `aws login`, made by the root user: nobody can deny what they get, so they must be made to end."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks import _root
from patterns.playbooks._history import HISTORY
from patterns.playbooks._password import SIGNED_IN
from patterns.playbooks._sessions import CLOSE_THE_LEAK, ROOT_SESSIONS_END_ALONE
from patterns.playbooks._trail import INTRUDER, SUPPORT

LOG_OUT = StepTemplate(
    title="Log out everywhere, and change the root user's password",
    detail=(
        "`aws logout --all` where it was made deletes the cache, so that nothing renews the keys there; copies are not "
        "reached by that. Sign in at https://{console}/ as the root user, change the password under Security "
        "credentials, and sign out: no policy limits the root user, so what was handed out is good until it ends, at "
        "most twelve hours after the sign-in."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html",
)
NOT_AS_ROOT = StepTemplate(
    title="Do daily work as somebody else",
    detail=(
        "A person who works with the AWS CLI signs in by IAM Identity Center, or as a user or role with a policy for "
        "what the work needs. The root user is for the few tasks that only it can do, and those need no CLI."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html",
)

PLAYBOOK = Playbook(
    id="root-login-token",
    title="Token of aws login, of the root user",
    summary=(
        "It gets keys of the root user for up to twelve hours, which no policy can deny. Log out, change the password, "
        "watch what is done, and tell AWS Support if something is."
    ),
    kinds=("login-token",),
    principals=("root",),
    steps=(
        replace(LOG_OUT, partitions=_root.WITH_CONSOLE),
        ROOT_SESSIONS_END_ALONE,
        replace(SIGNED_IN, commands=tuple(command.partition(" | grep")[0] for command in SIGNED_IN.commands)),
        replace(_root.PASSWORD_AND_MFA, partitions=_root.WITH_CONSOLE),
        NOT_AS_ROOT,
        CLOSE_THE_LEAK,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
