"""Remarks and settings beside a key that name its IAM user."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import is_said_of_the_key
from patterns.principals._subjects import lasting

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"

_NO_NAME = rb"(?i:the|an?|is|for|with|and|name|access|key|true|false|null|none)\b|(?:var|local|module|data|each|self|aws_iam_user)\."
_NAME = rb"(?P<name>(?!" + _NO_NAME + rb")[A-Za-z0-9][\w+=.@\-]{0,63})"

_NAMED = (
    rb"(?:(?<![A-Za-z0-9])(?i:(?:aws[ _\-]?)?iam[ _\-]?user(?:[ _\-]?name)?)[\"']?[ \t]{0,8}(?::=|=>|[:=])[ \t]{0,8}[\"'`]?"
    rb"|(?i:(?:(?:keys?|credentials?)[ \t]+(?:of|for)|belong(?:s|ing)? to)[ \t]+(?:the[ \t]+)?(?:aws[ \t]+)?iam[ \t\-]user)"
    rb"[ \t]+[\"'`]?)"
)


def said(match: Match[bytes] | None, subject: Subject) -> bool:
    """The remark is about a long-term key or a password, and is meant."""
    return match is not None and lasting(match, subject) and is_said_of_the_key(match)


SIGNALS = (
    Signal(
        id="user-remark",
        says="iam-user",
        strength="medium",
        scope="near",
        detail="A remark beside it names the IAM user {name}.",
        reference=PAGE,
        needs=(b"iam",),
        in_line=True,
        regex=_NAMED + _NAME + rb"(?![\w+=@/:\-]|\.\w)",
        accept=said,
        examples={
            "label": "# IAM user: ci-deploy\n" + PAIR,
            "setting": PAIR + "iam_user_name = alice\n",
            "sentence": "# access key of the IAM user deploy\n" + PAIR,
            "notice": "The access key <id>, belonging to IAM user rachel, was found in public.\n",
            "user named root": "# IAM user: root\n" + PAIR,
            "password": "IAM user: alice\nPassword: <password>\nhttps://acme.signin.aws.amazon.com/console\n",
        },
        counterexamples={
            "denial": "# not the keys of IAM user deploy\n" + PAIR,
            "no name": "# IAM user with access to S3\n" + PAIR,
            "reference": "iam_user = aws_iam_user.ci.name\n" + PAIR,
            "temporary": "# IAM user: ci\naws_access_key_id = <id:ASIA>\n",
            "far away": "# IAM user: ci\n\n\n\n" + PAIR,
        },
    ),
)
