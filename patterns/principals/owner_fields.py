"""Fields beside a key in its object that say what its owner is: root, or an IAM user."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import FLAT, KEY_ID, beside, field, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html"
USERS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
LINE = 400
"""Bytes before a field within which its line is read."""
JSON = '{"%s": %s, "accessKeyId": "<id>", "secretAccessKey": "<secret>"}\n'

_TYPE = rb"(?:(?:user|principal|key|identity|credential|owner)_?)?type|principal|identity|(?:key_?|access_?key_?)owner"
_KEY = rb"(?:aws_?)?access_?key(?:_?id)?"
_NONE_OF_AWS = rb"(?!" + FLAT + named(rb"arn|principal_?id") + rb")"
"""AWS's own records say more, and are read as what they are."""
_IS_ROOT = named(rb"is_?root(?:_?(?:user|account))?") + rb"(?i:true|yes)\b"


def of_the_object(match: Match[bytes] | None, subject: Subject) -> bool:
    """The field is one of the object's, and no words of a comment or a sentence (`SSH key type: root`)."""
    if match is None or not long_term(match, subject):
        return False
    data, found = match.string, _owner().search(match.string, match.start())
    before = data[max(0, found.start() - LINE) : found.start()].rsplit(b"\n", 1)[-1] if found else b"#"
    return before.rstrip(b" \t\"'\\").endswith((b"{", b",", b"[", b"(")) or not before.strip(b" \t\"'\\-")


@functools.cache
def _owner() -> re.Pattern[bytes]:
    return re.compile(named(_TYPE) + rb"|" + _IS_ROOT)


SIGNALS = (
    Signal(
        id="root-field",
        says="root",
        strength="medium",
        scope="record",
        detail="A field beside the key says that it is the root user's.",
        reference=PAGE,
        needs=(b"root",),
        reach=960,
        regex=beside(
            _TYPE + rb"|is_?root(?:_?(?:user|account))?|" + _KEY,
            rb"(?:" + field(_TYPE, rb"(?i:(?:aws[ _\-]?)?(?:account[ _\-]?)?root(?:[ _\-]?(?:user|account))?)") + rb"|" + _IS_ROOT + rb")",
            field(_KEY, KEY_ID),
        )
        + _NONE_OF_AWS,
        accept=of_the_object,
        examples={
            "type": JSON % ("type", '"root"'),
            "type of user": JSON % ("userType", '"root-user"'),
            "flag": JSON % ("isRoot", "true"),
            "YAML": "key_owner: root\naccess_key_id: <id>\nsecret_access_key: <secret>\n",
            "behind the key": "access_key_id: <id>\nsecret_access_key: <secret>\nprincipal: root\n",
        },
        counterexamples={
            "flag that is off": JSON % ("isRoot", "false"),
            "user of a machine": JSON % ("user", '"root"'),
            "type of something else": '{"nodeType": "root", "accessKeyId": "<id>"}\n',
            "object around it": '{"type": "root", "child": {"accessKeyId": "<id>", "secretAccessKey": "<secret>"}}\n',
            "another object": '[{"type": "root"}, {"accessKeyId": "<id>", "secretAccessKey": "<secret>"}]\n',
            "event of CloudTrail": '{"type": "Root", "arn": "arn:aws:iam::123456789013:root", "accessKeyId": "<id>"}\n',
            "name of a key": '{"type": "root", "key": "<id>"}\n',
            "words of a comment": "# SSH key type: root\naccess_key_id: <id>\nsecret_access_key: <secret>\n",
            "temporary": '{"type": "root", "accessKeyId": "<id:ASIA>"}\n',
        },
    ),
    Signal(
        id="user-field",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="A field beside the key says that it is an IAM user's.",
        reference=USERS,
        needs=(b"iamuser", b"iam_user", b"iam-user", b"iam user"),
        reach=960,
        regex=beside(_TYPE + rb"|" + _KEY, field(_TYPE, rb"(?i:(?:aws[ _\-]?)?iam[ _\-]?user)"), field(_KEY, KEY_ID))
        + _NONE_OF_AWS,
        accept=of_the_object,
        examples={
            "type": JSON % ("type", '"iam-user"'),
            "type of principal": JSON % ("principalType", '"IAMUser"'),
            "YAML": "identity: IAM user\naccess_key_id: <id>\nsecret_access_key: <secret>\n",
        },
        counterexamples={
            "another object": '[{"type": "iam-user"}, {"accessKeyId": "<id>", "secretAccessKey": "<secret>"}]\n',
            "role": JSON % ("type", '"iam-role"'),
            "temporary": '{"type": "iam-user", "accessKeyId": "<id:ASIA>"}\n',
        },
    ),
)  # fmt: skip
