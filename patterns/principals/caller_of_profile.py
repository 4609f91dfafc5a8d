"""`sts get-caller-identity` asked by a profile, whose section holds the key."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._profiles import ASK, PROFILE, kept_in_it
from patterns.principals._text import ROOT_ARN, SESSION_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html"
BOSS = "[boss]\naws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
OTHER = "[other]\naws_access_key_id = <id#9>\naws_secret_access_key = <secret#9>\n\n"
ASKED = "$ aws sts get-caller-identity --profile boss\n"
SESSION = BOSS.replace("AKIA", "ASIA")

_CALL = rb"(?m)^(?=(?:[^\n]{0,300}?" + PROFILE + rb")?)[^\n]{0,300}?" + ASK + rb"[^\n]{0,300}\n"
_REST = (
    rb"(?:(?![^\n]{0,99}(?:\baws |Principal|[Gg]et-(?:STS)?[Cc]aller))[^\n]{0,300}\n){0,12}?"
    rb"(?![^\n]{0,99}Principal)[^\n]{0,200}?(?<![\w:/\-])"
)


def answer(arn: str, user_id: str = "123456789013") -> str:
    return f'{{\n  "UserId": "{user_id}",\n  "Account": "123456789013",\n  "Arn": "{arn}"\n}}\n'


ROOT = answer("arn:aws:iam::123456789013:root")
USER = answer("arn:aws:iam::123456789013:user/alice", "AIDA<base32:17>")
ROLE = answer("arn:aws:sts::123456789013:assumed-role/deploy/job", "AROA<base32:17>:job")

SIGNALS = (
    Signal(
        id="caller-of-profile-root",
        says="root",
        strength="strong",
        scope="file",
        detail="Asked who calls by the profile that holds the key, AWS answered that it is the account's root user.",
        reference=PAGE,
        needs=(b":root",),
        reach=5120,
        regex=_CALL + _REST + ROOT_ARN,
        accept=kept_in_it,
        examples={
            "another key between": BOSS + OTHER + ASKED + ROOT,
            "profile first": BOSS + OTHER + "$ aws --profile boss sts get-caller-identity\n" + ROOT,
            "variable of one call": BOSS + OTHER + "$ AWS_PROFILE=boss aws sts get-caller-identity\n" + ROOT,
            "the profile that none need name": BOSS.replace("boss", "default")
            + OTHER
            + "aws sts get-caller-identity\n"
            + ROOT,
            "text": BOSS + OTHER + ASKED + "123456789013\tarn:aws:iam::123456789013:root\t123456789013\n",
            "answers of two": BOSS + OTHER + ASKED.replace("boss", "other") + USER + ASKED + ROOT,
        },
        counterexamples={
            "another profile": BOSS + OTHER + ASKED.replace("boss", "other") + ROOT,
            "another's answer": BOSS + OTHER + ASKED + USER + ASKED.replace("boss", "other") + ROOT,
            "another account": BOSS + OTHER + ASKED + ROOT.replace("9013", "9014"),
            "no section": BOSS[7:] + "$ aws sts get-caller-identity --profile other\n" + ROOT,
            "policy": BOSS + OTHER + ASKED + '{"Principal": {"AWS": "arn:aws:iam::123456789013:root"}}\n',
        },
    ),
    Signal(
        id="caller-of-profile-user",
        says="iam-user",
        strength="strong",
        scope="file",
        detail="Asked who calls by the profile that holds the key, AWS answered that it is the IAM user {name}.",
        reference=PAGE,
        needs=(b"caller-identity", b"calleridentity"),
        reach=6144,
        regex=_CALL + _REST + USER_ARN,
        accept=kept_in_it,
        examples={
            "another key between": BOSS + OTHER + ASKED + USER,
            "the profile that none need name": BOSS.replace("boss", "default")
            + OTHER
            + "aws sts get-caller-identity\n"
            + USER,
            "answers of two": BOSS + OTHER + ASKED.replace("boss", "other") + ROOT + ASKED + USER,
        },
        counterexamples={
            "another profile": BOSS + OTHER + ASKED.replace("boss", "other") + USER,
            "another account": BOSS + OTHER + ASKED + USER.replace("9013", "9014"),
            "no section": BOSS[7:] + "$ aws sts get-caller-identity --profile other\n" + USER,
        },
    ),
    Signal(
        id="caller-of-profile-role",
        says="role",
        strength="strong",
        scope="file",
        detail="Asked who calls by the profile that holds the key, AWS answered that it is a session of the role {name}.",
        reference=PAGE,
        needs=(b":assumed-role/",),
        reach=5120,
        regex=_CALL + _REST + SESSION_ARN,
        accept=kept_in_it,
        examples={
            "another key between": SESSION + OTHER + ASKED + ROLE,
            "profile first": SESSION + OTHER + "$ aws --profile boss sts get-caller-identity\n" + ROLE,
            "variable of one call": SESSION + OTHER + "$ AWS_PROFILE=boss aws sts get-caller-identity\n" + ROLE,
        },
        counterexamples={
            "another profile": SESSION + OTHER + ASKED.replace("boss", "other") + ROLE,
            "another account": SESSION + OTHER + ASKED + ROLE.replace("9013", "9014"),
            "no section": SESSION[7:] + "$ aws sts get-caller-identity --profile other\n" + ROLE,
        },
    ),
)
