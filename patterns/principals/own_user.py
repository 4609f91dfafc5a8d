"""`iam get-user` without a name: it answers with who calls."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._subjects import long_term
from patterns.principals._text import ROOT_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html"
KEY = "export AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nexport AWS_SECRET_ACCESS_KEY=<secret>\n"

_ASKED = (
    rb"(?:\baws[ \t]{1,4}iam[ \t]{1,4}get-user(?![^\n]{0,200}--(?:user-name|profile))[^\n]{0,200}"
    rb"|\bget_user\(\)[^\n]{0,80}|Get-IAMUser[ \t]*\r?)\n"
    rb"(?:[^\n]{0,200}\n){0,8}?[^\n]{0,200}?(?i:\barn)\W{1,20}|\bget_user\(\)[^\n]{0,200}?(?i:\barn)\W{1,20}"
)


def of_the_caller(match: Match[bytes] | None, subject: Subject) -> bool:
    """A long-term key, which may have asked: no call by another profile stands before the answer."""
    return match is not None and long_term(match, subject) and not is_of_another_profile(match, subject)


def answer(arn: str, more: str = "") -> str:
    return f'{{\n    "User": {{\n        {more}"UserId": "x",\n        "Arn": "{arn}",\n        "CreateDate": "2016-01-01"\n    }}\n}}\n'


ROOT, USER = "arn:aws:iam::123456789013:root", "arn:aws:iam::123456789013:user/alice"
ASK = "$ aws iam get-user\n"

SIGNALS = (
    Signal(
        id="own-user-root",
        says="root",
        strength="strong",
        scope="record",
        detail="Asked which user calls, IAM answered that it is the account's root user.",
        reference=PAGE,
        needs=(b":root",),
        regex=rb"(?:" + _ASKED + rb")" + ROOT_ARN,
        accept=of_the_caller,
        examples={
            "command": KEY + ASK + answer(ROOT),
            "ARN alone": KEY + "aws iam get-user --query User.Arn --output text\narn: " + ROOT + "\n",
            "Python": KEY + ">>> iam.get_user()\n{'User': {'UserId': '123456789013', 'Arn': '" + ROOT + "'}}\n",
        },
        counterexamples={
            "user named root": KEY + ASK + answer("arn:aws:iam::123456789013:user/root"),
            "another account's": KEY + ASK + answer(ROOT.replace("3:root", "4:root")),
            "with a profile": KEY + "aws iam get-user --profile x\n" + answer(ROOT),
            "no question": KEY + answer(ROOT),
        },
    ),
    Signal(
        id="own-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Asked which user calls, IAM answered that it is the IAM user {name}.",
        reference=PAGE,
        needs=(b":user/",),
        regex=rb"(?:" + _ASKED + rb")" + USER_ARN,
        accept=of_the_caller,
        examples={
            "command": KEY + ASK + answer(USER, '"UserName": "alice",\n        '),
            "Python": KEY + "iam.get_user()\n{'User': {'UserName': 'alice', 'Arn': '" + USER + "'}}\n",
            "user named root": KEY + ASK + answer("arn:aws:iam::123456789013:user/root"),
        },
        counterexamples={
            "user who was asked for": KEY + "aws iam get-user --user-name alice\n" + answer(USER),
            "list of users": KEY + "aws iam list-users\n" + answer(USER),
            "another account's": KEY + ASK + answer(USER.replace("013:", "014:")),
        },
    ),
)
