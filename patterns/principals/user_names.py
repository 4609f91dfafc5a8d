"""Names of variables that say that a key is an IAM user's."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import SECRET_SHAPED

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"


def of_a_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name goes on as that of a key does, and denies nothing."""
    return match is not None and long_term(match, subject) and bool(_of_keys().search(match["label"]))


@functools.cache
def _of_keys() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\A(?!(?:no|non|not)[_\-]).*user.*(?:key|access|secret|cred)")


SIGNALS = (
    Signal(
        id="user-variable",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The name of the value says that it is an IAM user's.",
        reference=PAGE,
        needs=(b"iam",),
        reach=512,
        regex=(
            rb"(?<![\w.\-/])(?P<label>(?i:[a-z0-9_\-]{0,40}iam[_\-]?user[a-z0-9_\-]{1,40}))[\"'\])]{0,3}[ \t]{0,8}(?:=>|:=|[:=])[ \t]{0,8}"
            rb"[\"'(]{0,2}" + SECRET_SHAPED
        ),
        accept=of_a_key,
        examples={
            "environment": "IAM_USER_ACCESS_KEY_ID=<id>\nIAM_USER_SECRET_ACCESS_KEY=<secret>\n",
            "camel case": 'const iamUserAccessKey = "<id>";\n',
            "of an environment": "export PROD_IAM_USER_KEY='<id>'\n",
        },
        counterexamples={
            "key of whom it is not told": "AWS_IAM_ACCESS_KEY_ID=<id>\n",
            "name of the user": "IAM_USER_NAME=alice\nAWS_ACCESS_KEY_ID=<id>\n",
            "denial": "NON_IAM_USER_ACCESS_KEY=<id>\n",
            "temporary": "IAM_USER_ACCESS_KEY_ID=<id:ASIA>\n",
        },
    ),
)  # fmt: skip
