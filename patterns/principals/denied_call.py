"""What AWS answers when a call is denied: it names who called."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term, not_long_term
from patterns.principals._text import ROOT_ARN, SESSION_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html"
PAIR = "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
SESSION = PAIR.replace("AKIA", "ASIA") + "AWS_SESSION_TOKEN=<token:123456789013>\n"
_BEGIN, _END = rb"(?:\b[Uu]ser: |AccessDenied[^\n]{0,80}?)(?<![\w/])", rb"(?= is not authorized to perform)"


def denied(arn: str) -> str:
    return (
        f"An error occurred (AccessDenied) when calling X: User: {arn} is not authorized to perform: s3:ListBuckets\n"
    )


def of_a_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """A key of a user calls under the user's name, and so do sessions of the user."""
    return long_term(match, subject) or not_long_term(match, subject)


USER = "arn:aws:iam::123456789013:user/alice"
ROOT = "arn:aws:iam::123456789013:root"
ROLE = "arn:aws:sts::123456789013:assumed-role/web/i-1"

SIGNALS = (
    Signal(
        id="denied-root",
        says="root",
        strength="medium",
        scope="record",
        detail="A call beside it was denied to the account's root user.",
        reference=PAGE,
        needs=(b"not authorized to perform",),
        in_line=True,
        regex=_BEGIN + ROOT_ARN + _END,
        accept=of_a_user,
        examples={
            "below the key": PAIR + denied(ROOT),
            "by a policy of the organization": PAIR
            + denied(ROOT).replace("\n", " with an explicit deny in a policy\n"),
            "session": SESSION + denied(ROOT),
        },
        counterexamples={
            "another account's": PAIR + denied(ROOT.replace("3:root", "4:root")),
            "whom it is about": PAIR + denied(USER).replace("s3:", f"sts:AssumeRole on resource: {ROOT} s3:"),
            "a user named root": PAIR + denied("arn:aws:iam::123456789013:user/root"),
        },
    ),
    Signal(
        id="denied-user",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="A call beside it was denied to the IAM user {name}.",
        reference=PAGE,
        needs=(b"not authorized to perform",),
        in_line=True,
        regex=_BEGIN + USER_ARN + _END,
        accept=of_a_user,
        examples={
            "below the key": PAIR + denied(USER),
            "user with a path": PAIR + denied(USER.replace("alice", "ops/alice")),
            "session": SESSION + denied(USER),
        },
        counterexamples={
            "another account's": PAIR + denied(USER.replace("3:user", "4:user")),
            "whom it is about": PAIR + denied(ROLE).replace("s3:", f"iam:GetUser on resource {USER} s3:"),
            "a role": PAIR + denied(ROLE),
        },
    ),
    Signal(
        id="denied-role",
        says="role",
        strength="medium",
        scope="record",
        detail="A call beside it was denied to a session of the role {name}.",
        reference=PAGE,
        needs=(b"not authorized to perform",),
        in_line=True,
        regex=_BEGIN + SESSION_ARN + _END,
        accept=not_long_term,
        examples={
            "below the key": SESSION + denied(ROLE),
            "above the key": denied(ROLE) + SESSION,
            "of an instance": SESSION + denied(ROLE.replace("i-1", "i-0abc12345678def01")),
        },
        counterexamples={
            "another account's": SESSION + denied(ROLE.replace("3:assumed", "4:assumed")),
            "long-term key": PAIR + denied(ROLE),
            "a user": SESSION + denied(USER),
        },
    ),
)
