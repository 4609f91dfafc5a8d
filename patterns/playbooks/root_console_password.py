"""The root user's password for the console."""

from __future__ import annotations

from dataclasses import replace

from patterns._playbook import Playbook, StepTemplate
from patterns.playbooks._history import HISTORY
from patterns.playbooks._root import CENTRAL_PAGE, VERIFY, WITH_CONSOLE, as_member_root
from patterns.playbooks._sessions import ROOT_SESSIONS_END_ALONE
from patterns.playbooks._trail import INTRUDER, SIGN_INS, SUPPORT

CHANGE = StepTemplate(
    title="Change the root user's password now",
    detail=(
        "Sign in at https://{console}/ as the root user with {email}, choose Security credentials in the account menu, "
        "and change the password. If it no longer works, choose Forgot password: AWS writes to that address. No "
        "command does this; only the root user can."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-password.html",
)
CHANGE_ELSEWHERE = replace(
    CHANGE,
    title="Change the root user's password now, in the commercial account",
    detail=(
        "The root user of a GovCloud account cannot sign in to a console. The password is that of the commercial account "
        "which the GovCloud account belongs to: sign in at https://console.aws.amazon.com/ as the root user with {email}, "
        "choose Security credentials in the account menu, and change it. If it no longer works, choose Forgot password: "
        "AWS writes to that address. No command does this; only the root user can."
    ),
    reference="https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/govcloud-account-root-user.html",
    partitions=("aws-us-gov",),
)
MAILBOX = StepTemplate(
    title="Change the mailbox's password, too",
    detail=(
        "Whoever reads the mail of {email} can reset the root user's password. Change the mailbox's password, above "
        "all if it was the same, turn on MFA there, and look for forwarding rules that you did not make."
    ),
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reset-root-password.html",
)
MFA = StepTemplate(
    title="Register MFA for the root user",
    detail=(
        "AWS asks the root user for a second factor at sign-in, but to register one, and one in reserve, is for you: "
        "Security credentials, Multi-factor authentication. Remove devices that you do not know. The second number of "
        "the answer must be 1; the first says whether root has access keys, which must be deleted, too."
    ),
    commands=VERIFY.commands,
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/enable-mfa-for-root.html",
    side="both",
)
SIGN_IN_RECORDS = StepTemplate(
    title="Look who signed in",
    detail=(
        "CloudTrail records each sign-in with its address; root's is recorded in one Region. The first command lists "
        "all, the second what the root user did. A call that was not yours makes this an intrusion."
    ),
    commands=(SIGN_INS, *ROOT_SESSIONS_END_ALONE.commands),
    reference="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-aws-console-sign-in-events.html",
    side="both",
)
AS_MEMBER = StepTemplate(
    title="In a member account of an organization: remove the root user's password altogether",
    detail=(
        "From the management account, with central root access on, a root session limited to this task deletes the "
        "password of account {account}; it cannot be reset by mail then, and nobody needs it."
    ),
    commands=(as_member_root("IAMDeleteRootUserCredentials", "aws iam delete-login-profile"),),
    reference=CENTRAL_PAGE,
    needs=("account",),
)
WAIT = replace(
    ROOT_SESSIONS_END_ALONE,
    detail=(
        "No policy limits the root user, so a session that somebody opened with the password cannot be cut short; "
        "console sessions end within 12 hours, temporary credentials made in them within one. Watch what is done until "
        "then, and tell AWS Support if something is."
    ),
)

PLAYBOOK = Playbook(
    id="root-console-password",
    title="Console password of the account's root user",
    summary="Change the root user's password and that of its mailbox at once, register MFA, and look who signed in.",
    kinds=("console-password",),
    principals=("root",),
    steps=(
        replace(CHANGE, partitions=WITH_CONSOLE),
        CHANGE_ELSEWHERE,
        MAILBOX,
        MFA,
        SIGN_IN_RECORDS,
        AS_MEMBER,
        WAIT,
        INTRUDER,
        SUPPORT,
        *HISTORY,
    ),
)
