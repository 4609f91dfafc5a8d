"""Outputs of tools that make what they describe: the name of a user stands beside the key that was made for it."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import lasting_user
from patterns.principals._text import NAME, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html"
ABOVE = 4000
"""Bytes above a line in which it is said that outputs follow."""
KEYS = "Stack.AccessKeyId = <id>\nStack.SecretAccessKey = <secret>\n"
JSON = '{\n  "access_key": {"value": "<id>"},\n  "secret_key": {"value": "<secret>"},\n  "%s": {\n    "sensitive": false,\n    "type": "string",\n    "value": "%s"\n  }\n}\n'
STACK = '"Outputs": [{"OutputKey": "Key", "OutputValue": "<id>"}, {"OutputKey": "%s", "OutputValue": "ci-User-1A"}]'

_OF_A_USER = rb"(?:[\w\-]{1,30}?_)?iam_?user(?:_?name)?"
_LINE = rb"(?m:^)[ \t+~]{0,8}(?:[\w\-]{1,80}\.)?(?P<label>[\w\-]{0,40}?(?i:user_?name)\w{0,12})[ \t]{0,24}[=:][ \t]{1,3}[\"']?"
_VALUE = rb"\{\s{0,40}(?:\"(?:sensitive|type)\"\s{0,4}:[^\n,]{1,20},\s{0,40}){0,2}\"?"


def of_outputs(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is the output of a tool, and the name of no other system's user."""
    if match is None or not lasting_user(match, subject):
        return False
    if match["label"] is None:
        return True
    above = match.string[max(0, match.start() - ABOVE) : match.start()]
    return bool(_heading().search(above)) and not _others().search(match["label"])


@functools.cache
def _heading() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*Outputs:[ \t]*\r?$")


@functools.cache
def _others() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)db|data|rds|sql|mongo|redis|mail|smtp|git|admin|ssh|os|docker|registry|master")


SIGNALS = (
    Signal(
        id="output-user-name",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="An output beside it is the name of the IAM user {name}.",
        reference=PAGE,
        needs=(b"user_name", b"username", b"iam_user", b"iamuser", b"outputkey"),
        reach=410,
        regex=rb"(?:" + _LINE + rb"|" + named(_OF_A_USER) + _VALUE + named(rb"value")
        + rb"|" + named(rb"OutputKey") + rb"\w{0,80}?User(?:Name)?[\"']?\s{0,4},?\s{0,40}[\"']?" + named(rb"OutputValue")
        + rb")" + NAME + rb"(?![\w+=@/:\-]|\.\w)",
        accept=of_outputs,
        examples={
            "CDK": "Outputs:\n" + KEYS + "Stack.UserName = mail-sender\n",
            "Pulumi": 'Outputs:\n  + accessKeyId    : "<id>"\n  + secretAccessKey: "<secret>"\n  + userName       : "ci"\n',
            "Terraform": 'Outputs:\n\nkey = "<id>"\nsecret = "<secret>"\nuser_name = "ci"\n',
            "JSON of Terraform": JSON % ("ci_iam_user_name", "alice"),
            "stack": "{" + STACK % "UserName" + "}",
        },
        counterexamples={
            "user of a database": "Outputs:\n" + KEYS + "Stack.DbUserName = admin\n",
            "no outputs": KEYS + "UserName = admin\n",
            "ARN in place of a name": JSON % ("iam_user", "arn:aws:iam::1:user/alice"),
            "another user": JSON % ("db_user", "alice"),
            "output of a stack": "{" + STACK % "BucketName" + "}",
            "temporary": "Outputs:\nAccessKeyId = <id:ASIA>\nUserName = ci\n",
        },
    ),
)  # fmt: skip
