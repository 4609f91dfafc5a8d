"""A console password of which it is not told whether the root user or an IAM user signs in with it."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._owner import ASK_FOR_USER
from patterns.playbooks._password import NEW, REMOVE, SIGNED_IN
from patterns.playbooks._sessions import END_SESSIONS_OF_USER
from patterns.playbooks._trail import INTRUDER, SUPPORT

TELL = StepTemplate(
    title="Tell whose it is by what it is used with",
    detail=(
        "The root user signs in with an e-mail address; an IAM user with a user name (which may hold an @) and the "
        "account's number or alias; a user of IAM Identity Center at the access portal, and that password is changed "
        "there or at the identity provider. Whoever has root's must act first, so rule that out first."
    ),
    reference="https://docs.aws.amazon.com/signin/latest/userguide/user-types-list.html",
)
AS_ROOT = StepTemplate(
    title="If it is the root user's: change it as the root user, and the mailbox's",
    detail=(
        "Sign in at https://{console}/ as the root user with {email}, choose Security credentials, change the password "
        "and register MFA. Whoever reads the mail can reset the password, so change the mailbox's password, too. The "
        "answer to the command must be 0 (no root access key) and 1 (MFA)."
    ),
    commands=("aws iam get-account-summary --query 'SummaryMap.[AccountAccessKeysPresent,AccountMFAEnabled]'",),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html",
)
AS_USER = "If it is an IAM user's: take the password away"

PLAYBOOK = Playbook(
    id="console-password",
    title="Console password whose owner is not known",
    summary="Tell by the sign-in name whether it is the root user's or an IAM user's, and change or remove it at once.",
    kinds=("console-password",),
    principals=(),
    steps=(
        TELL,
        AS_ROOT,
        replace(REMOVE, title=AS_USER, needs=("user",)),
        replace(REMOVE, title=AS_USER, commands=(" && ".join((ASK_FOR_USER, *REMOVE.commands)),), unless=("user",)),
        replace(END_SESSIONS_OF_USER, title="If it is an IAM user's: end the user's sessions"),
        SIGNED_IN,
        NEW,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
