"""`sts get-caller-identity` asked for the ARN alone, with its answer below."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._objects import is_compared
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._subjects import not_long_term
from patterns.principals._text import ROOT_ARN, SESSION_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
KEY = "export AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nexport AWS_SECRET_ACCESS_KEY=<secret>\n"
TEMPORARY = KEY.replace("AKIA", "ASIA")
ASK = "aws sts get-caller-identity --query Arn --output text\n"

_ASKED = (
    rb"(?:(?i:get[_\-]?caller[_\-]?identity)(?:[^\n{}]{0,160}\n){0,3}?[^\n{}]{0,160}?(?<![\w:/\-])"
    rb"|(?<![A-Za-z0-9])(?i:caller[_\-]?(?:identity[_\-]?)?arn)[\"']?[ \t]{0,8}[:=][ \t]{0,4}[\"']?)"
)


def of_this_profile(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is an answer, and not to a call by the profile of another key."""
    return match is not None and not is_compared(match) and not is_of_another_profile(match, subject)


def of_this_session(match: Match[bytes] | None, subject: Subject) -> bool:
    """As `of_this_profile`, of temporary credentials."""
    return not_long_term(match, subject) and of_this_profile(match, subject)


SIGNALS = (
    Signal(
        id="caller-query-root",
        says="root",
        strength="strong",
        scope="record",
        detail="Asked who calls, AWS answered that it is the account's root user.",
        reference=PAGE,
        needs=(b":root",),
        regex=_ASKED + ROOT_ARN,
        accept=of_this_profile,
        examples={
            "command": KEY + ASK + "arn:aws:iam::123456789013:root\n",
            "output of Terraform": KEY + '\nOutputs:\n\ncaller_arn = "arn:aws:iam::123456789013:root"\n',
            "prompts": "$ " + KEY.replace("\nexport", "\n$ export") + "$ " + ASK + '"arn:aws:iam::123456789013:root"\n',
            "Python": KEY + ">>> sts.get_caller_identity()['Arn']\n'arn:aws:iam::123456789013:root'\n",
            "session": TEMPORARY + ASK + "arn:aws:iam::123456789013:root\n",
        },
        counterexamples={
            "user": KEY + ASK + "arn:aws:iam::123456789013:user/root\n",
            "another account": KEY + ASK + "arn:aws:iam::123456789014:root\n",
            "no question": KEY + "arn:aws:iam::123456789013:root\n",
            "what a script is to stop at": KEY + "me=$(aws sts get-caller-identity --query Arn --output text)\n"
            'if [ "$me" = "arn:aws:iam::123456789013:root" ]; then exit 1; fi\n',
            "what a test rules out": KEY
            + "me = sts.get_caller_identity()['Arn']\nassert me != 'arn:aws:iam::123456789013:root'\n",
            "policy": KEY + ASK + '{"Principal": {"AWS": "arn:aws:iam::123456789013:root"}}\n',
        },
    ),
    Signal(
        id="caller-query-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Asked who calls, AWS answered that it is the IAM user {name}.",
        reference=PAGE,
        needs=(b":user/",),
        regex=_ASKED + USER_ARN,
        accept=of_this_profile,
        examples={
            "command": KEY + ASK + "arn:aws:iam::123456789013:user/alice\n",
            "output of Terraform": KEY + '\nOutputs:\n\ncaller_arn = "arn:aws:iam::123456789013:user/ci"\n',
            "user named root": KEY + ASK + "arn:aws:iam::123456789013:user/root\n",
            "Python": KEY + ">>> sts.get_caller_identity()['Arn']\n'arn:aws:iam::123456789013:user/x/alice'\n",
        },
        counterexamples={
            "root": KEY + ASK + "arn:aws:iam::123456789013:root\n",
            "another account": KEY + ASK + "arn:aws:iam::123456789014:user/alice\n",
            "no question": KEY + "notify arn:aws:iam::123456789013:user/alice\n",
        },
    ),
    Signal(
        id="caller-query-role",
        says="role",
        strength="strong",
        scope="record",
        detail="Asked who calls, AWS answered that it is a session of the role {name}.",
        reference=PAGE,
        needs=(b":assumed-role/",),
        regex=_ASKED + SESSION_ARN,
        accept=of_this_session,
        examples={
            "command": TEMPORARY + ASK + "arn:aws:sts::123456789013:assumed-role/deploy/job\n",
            "quoted": TEMPORARY + ASK + '"arn:aws:sts::123456789013:assumed-role/deploy/job"\n',
            "Python": TEMPORARY
            + "sts.get_caller_identity()['Arn']\n'arn:aws:sts::123456789013:assumed-role/web/i-0a'\n",
        },
        counterexamples={
            "long-term key": KEY + ASK + "arn:aws:sts::123456789013:assumed-role/deploy/job\n",
            "another account": TEMPORARY + ASK + "arn:aws:sts::123456789014:assumed-role/deploy/job\n",
            "role itself": TEMPORARY + ASK + "arn:aws:iam::123456789013:role/deploy\n",
        },
    ),
)
