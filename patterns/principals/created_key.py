"""What IAM answers when access keys are created or listed: each with its user's name."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._objects import object_around
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, beside, field

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html"
_USER, _KEY = rb"(?-i:UserName)", rb"(?-i:AccessKeyId)"
"""In no other case: what other programs keep with a key under `username` is a user of theirs."""
_CELL = rb"(?:[ \t]*\|[ \t]*|[ \t]+)"


def of_iam(match: Match[bytes] | None, subject: Subject) -> bool:
    """A long-term key, and an answer that does not say itself of which type the user is."""
    return match is not None and long_term(match, subject) and b"UserType" not in object_around(match)


SIGNALS = (
    Signal(
        id="created-key-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="IAM's answer that holds this key says that it is the IAM user {name}'s.",
        reference=PAGE,
        needs=(b"accesskeyid",),
        reach=1024,
        regex=beside(_USER + rb"|" + _KEY, field(_USER, NAME), field(_KEY, KEY_ID)),
        accept=of_iam,
        examples={
            "create-access-key": (
                '{\n  "AccessKey": {\n    "UserName": "alice",\n    "AccessKeyId": "<id>",\n    "Status": "Active",\n'
                '    "SecretAccessKey": "<secret>",\n    "CreateDate": "2024-05-01T10:00:00+00:00"\n  }\n}\n'
            ),
            "minified, other order": (
                '{"AccessKey":{"SecretAccessKey":"<secret>","AccessKeyId":"<id>","UserName":"alice"}}'
            ),
            "second of a list": (
                '{"AccessKeyMetadata":[{"UserName":"alice","AccessKeyId":"<id#1>","Status":"Active"},'
                '{"UserName":"bob","AccessKeyId":"<id>","Status":"Inactive"}]}'
            ),
            "YAML list": "AccessKeyMetadata:\n- AccessKeyId: <id#1>\n  UserName: alice\n- AccessKeyId: <id>\n  UserName: bob\n",
            "Python's form": "{'AccessKey': {'UserName': 'alice', 'AccessKeyId': '<id>', 'SecretAccessKey': '<secret>'}}",
            "escaped in a log": r'msg="{\"UserName\":\"alice\",\"AccessKeyId\":\"<id>\"}"',
            "XML": "<AccessKey><UserName>alice</UserName><AccessKeyId><id></AccessKeyId></AccessKey>",
        },
        counterexamples={
            "no name": '{"AccessKey": {"UserName": "", "AccessKeyId": "<id>", "SecretAccessKey": "<secret>"}}',
            "nothing in place of a name": '{"AccessKey": {"UserName": null, "AccessKeyId": "<id>", "SecretAccessKey": "<secret>"}}',
            "nothing, as Python says": "{'AccessKey': {'UserName': None, 'AccessKeyId': '<id>', 'Status': 'Active'}}",
            "name in another object": '{"User": {"UserName": "alice"}, "AccessKey": {"AccessKeyId": "<id>"}}',
            "name in the next item": "- AccessKeyId: <id>\n  Status: Active\n- UserName: bob\n  Status: Active\n",
            "user of another program": '{"username": "admin", "accessKeyId": "<id>", "secretAccessKey": "<secret>"}',
            "event that root caused": '{"EventId": "x", "AccessKeyId": "<id>", "Username": "root"}',
            "finding of GuardDuty": '{"AccessKeyId": "<id>", "UserName": "Root", "UserType": "Root"}',
            "temporary key": '{"UserName": "alice", "AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>"}',
        },
    ),
    Signal(
        id="created-key-fields",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The record of a key that was made says that it is the IAM user {name}'s.",
        reference=PAGE,
        needs=(b"username", b"user_name"),
        reach=1024,
        regex=beside(
            rb"user_?name|access_?key_?id|status",
            field(rb"user_?name", NAME),
            field(rb"access_?key_?id", KEY_ID),
            field(rb"status", rb"(?i:Active|Inactive)"),
        ),
        accept=of_iam,
        examples={
            "event": '{"accessKey": {"userName": "zed", "accessKeyId": "<id>", "status": "Active", "createDate": "x"}}',
            "of an SDK": "{'access_key': {'access_key_id': '<id>', 'status': 'Active', 'user_name': 'zed'}}",
            "YAML": "access_key_id: <id>\nuser_name: zed\nstatus: Inactive\n",
        },
        counterexamples={
            "user of another program": '{"username": "admin", "accessKeyId": "<id>", "secretAccessKey": "<secret>"}',
            "another status": '{"username": "admin", "accessKeyId": "<id>", "status": "running"}',
            "another key": '{"userName": "zed", "accessKeyId": "<id#1>", "status": "Active"}\nkey <id>\n',
            "temporary": '{"userName": "zed", "accessKeyId": "<id:ASIA>", "status": "Active"}',
        },
    ),
    Signal(
        id="created-key-line",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="IAM's answer that holds this key, in text form, says that it is the IAM user {name}'s.",
        reference=PAGE,
        needs=(b"accesskey", b"active"),
        in_line=True,
        regex=(
            rb"(?m)^(?:ACCESSKEY(?:METADATA)?[ \t]+|\|{1,2}[ \t]{1,4})"
            + KEY_ID
            + _CELL
            + rb"[0-9T:+\-.Z]{10,40}"
            + _CELL
            + rb"(?:\S{20,128}[ \t]+)?(?:Active|Inactive|Expired)"
            + _CELL
            + NAME
            + rb"[ \t]*\|{0,2}[ \t]*\r?$"
        ),
        accept=long_term,
        examples={
            "create-access-key": "ACCESSKEY\t<id>\t2024-05-01T10:00:00+00:00\t<secret>\tActive\talice\n",
            "list-access-keys": "ACCESSKEYMETADATA\t<id>\t2024-05-01T10:00:00+00:00\tInactive\tbob\n",
            "spaces": "ACCESSKEY   <id>   2024-05-01T10:00:00Z   <secret>   Active   carol\n",
            "row of a table": "||  <id>|  2024-05-01T10:00:00+00:00|  Active|  alice       ||\n",
        },
        counterexamples={
            "no name": "ACCESSKEY\t<id>\t2024-05-01T10:00:00+00:00\t<secret>\tActive\n",
            "other words": "accesskey: <id> Active alice\n",
            "another key's line": "ACCESSKEYMETADATA\t<id#1>\t2024-05-01T10:00:00Z\tActive\tbob\nkey: <id>\n",
        },
    ),
)
