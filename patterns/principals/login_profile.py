"""Calls and settings that give a password to an IAM user: the root user's is set in the console alone."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import password
from patterns.principals._text import NAME

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateLoginProfile.html"

_REST = rb"(?:[^\n\\]|\\\r?\n|\\[^\n]){0,200}?"
_GIVEN = (
    rb"(?:--user-name|-(?i:UserName)|(?<![\w\-])(?i:user_?name))[\"']?"
    rb"(?:[ \t=:\\\r\n(]{1,20}(?:>[ \t])?|\()(?:aws\.String\()?[\"']?"
)

SIGNALS = (
    Signal(
        id="login-profile",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A call beside it sets the password, which can be done for IAM users alone.",
        reference=PAGE,
        needs=(b"login-profile", b"login_profile", b"loginprofile", b"change-password"),
        regex=(
            rb"(?:(?i:(?:create|update)[_\-]?login[_\-]?profile|(?:new|update)-iamloginprofile)\w{0,12}(?:(?=" + _REST + _GIVEN + NAME + rb"(?![\w+=@/]))|)"
            rb"|\biam[ \t]{1,4}change-password\b)"
        ),
        accept=password,
        examples={
            "command": "aws iam create-login-profile --user-name alice --password '<password>'\n",
            "PowerShell": "New-IAMLoginProfile -UserName alice -Password '<password>'\n",
            "boto3": 'iam.update_login_profile(UserName="alice", Password="<password>")\n',
            "Go": 'CreateLoginProfileInput{UserName: aws.String("alice"), Password: aws.String("<password>")}\n',
            "one's own": "aws iam change-password --old-password x --new-password '<password>'\n",
        },
        counterexamples={
            "nothing that sets one": "AWS root user\nemail: owner@acme.io\npassword: <password>\n",
            "key beside it": "AWS_ACCESS_KEY_ID=<id>\naws iam create-login-profile --user-name alice --password x\n",
            "note on a sign-in": "https://acme.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n",
        },
    ),
)  # fmt: skip
