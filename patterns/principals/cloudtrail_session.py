"""CloudTrail's records of calls that hand out a session: whose it is, with the key ID that was handed out."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import not_long_term
from patterns.principals._text import KEY_ID, NAME, NESTED, field, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/cloudtrail-integration.html"
_ON = rb"(?:(?!userIdentity)[\s\S]){0,4000}?"
"""Forward in the same record."""
_HANDED_OUT = _ON + named(rb"responseElements") + _ON + field(rb"accessKeyId", KEY_ID)


def handed_out(event: bytes, *fields: bytes) -> bytes:
    """A record of this call by one whose identity has the fields, at the key ID that it handed out."""
    caller = rb"\s{0,40}\{" + b"".join(rb"(?=" + NESTED + one + rb")" for one in fields)
    return named(rb"userIdentity") + caller + _ON + field(rb"eventName", event) + _HANDED_OUT


def record(identity: str, event: str = "GetSessionToken", key: str = "<id:ASIA>") -> str:
    return (
        '{"eventVersion": "1.08", "userIdentity": {' + identity + '}, "eventTime": "x", "eventName": "' + event + '",'
        ' "requestParameters": {"durationSeconds": 900}, "responseElements": {"credentials": {"accessKeyId": "' + key
        + '", "sessionToken": "x", "expiration": "y"}}}'
    )  # fmt: skip


ROOT = '"type": "Root", "arn": "arn:aws:iam::123456789013:root", "accessKeyId": "<id#1>"'
USER = '"type": "IAMUser", "userName": "alice", "accessKeyId": "<id#1>"'

SIGNALS = (
    Signal(
        id="cloudtrail-root-session",
        says="root",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the session was handed out to the root user.",
        reference=PAGE,
        needs=(b"getsessiontoken",),
        regex=handed_out(rb"GetSessionToken", field(rb"type", rb"Root")),
        accept=not_long_term,
        examples={
            "session of root": record(ROOT),
            "pretty": record(ROOT).replace("{", "{\n  ").replace(", ", ",\n  "),
            "escaped in a log": record(ROOT).replace('"', r"\""),
        },
        counterexamples={
            "session of a user": record(USER),
            "key that called": record(ROOT.replace("<id#1>", "<id:ASIA>"), key="<id:ASIA#1>"),
            "role": record('"type": "AssumedRole"', "AssumeRole"),
            "next record": record(ROOT, key="x") + record(USER),
        },
    ),
    Signal(
        id="cloudtrail-assumed-root",
        says="root",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the session was handed out by AssumeRoot.",
        reference=PAGE,
        needs=(b"assumeroot",),
        regex=handed_out(rb"AssumeRoot"),
        accept=not_long_term,
        examples={
            "by a user": record(USER, "AssumeRoot"),
            "by a role": record('"type": "AssumedRole", "sessionContext": {"a": {"b": "c"}}', "AssumeRoot"),
            "minified": record(USER, "AssumeRoot").replace(" ", ""),
        },
        counterexamples={
            "role": record(USER, "AssumeRole"),
            "key that called": record(USER.replace("<id#1>", "<id:ASIA>"), "AssumeRoot", "<id:ASIA#1>"),
            "next record": record(USER, "AssumeRoot", "x") + record(USER, "AssumeRole"),
        },
    ),
    Signal(
        id="cloudtrail-user-session",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the session was handed out to the IAM user {name}.",
        reference=PAGE,
        needs=(b"getsessiontoken",),
        regex=handed_out(rb"GetSessionToken", field(rb"type", rb"IAMUser"), field(rb"userName", NAME)),
        accept=not_long_term,
        examples={
            "session of a user": record(USER),
            "minified": record(USER).replace(" ", ""),
            "name first": record('"userName": "bob", "type": "IAMUser"'),
        },
        counterexamples={
            "session of root": record(ROOT),
            "session of a role": record(USER, "AssumeRole"),
            "key that called": record(USER.replace("<id#1>", "<id:ASIA>"), key="<id:ASIA#1>"),
        },
    ),
)
