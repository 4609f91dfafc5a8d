"""Findings of GuardDuty and Security Hub: the details of the access key that they are about."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import not_long_term
from patterns.principals._text import KEY_ID, NAME, beside, field

PAGE = "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_AccessKeyDetails.html"
NAMES = rb"AccessKeyId|UserType|UserName|PrincipalId|PrincipalType|PrincipalName"


def details(kind: str, name: str, key: str = "<id>") -> str:
    return f'"AccessKeyDetails": {{"AccessKeyId": "{key}", "PrincipalId": "x", "UserName": "{name}", "UserType": "{kind}"}}'


SIGNALS = (
    Signal(
        id="guardduty-root",
        says="root",
        strength="strong",
        scope="record",
        detail="A finding of GuardDuty or Security Hub says that the key is the root user's.",
        reference=PAGE,
        needs=(b"usertype", b"principaltype"),
        regex=beside(NAMES, field(rb"(?:User|Principal)Type", rb"Root"), field(rb"AccessKeyId", KEY_ID)),
        examples={
            "finding": "{" + details("Root", "Root") + "}",
            "session": "{" + details("Root", "Root", "<id:ASIA>") + "}",
            "other order": '{"userType": "Root", "accessKeyId": "<id>"}',
            "Security Hub": '{"AccessKeyId": "<id>", "PrincipalName": "Root", "PrincipalType": "Root", "Status": "Active"}',
        },
        counterexamples={
            "user": "{" + details("IAMUser", "root") + "}",
            "role": "{" + details("AssumedRole", "root", "<id:ASIA>") + "}",
            "another key": "{" + details("Root", "Root", "<id#1>") + "}\nkey <id>\n",
        },
    ),
    Signal(
        id="guardduty-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A finding of GuardDuty or Security Hub says that the key is the IAM user {name}'s.",
        reference=PAGE,
        needs=(b"usertype", b"principaltype"),
        regex=beside(
            NAMES,
            field(rb"(?:User|Principal)Type", rb"IAMUser"),
            field(rb"(?:User|Principal)Name", NAME),
            field(rb"AccessKeyId", KEY_ID),
        ),
        examples={
            "finding": "{" + details("IAMUser", "alice") + "}",
            "session": "{" + details("IAMUser", "alice", "<id:ASIA>") + "}",
            "other order": '{"userType": "IAMUser", "userName": "bob", "accessKeyId": "<id>"}',
            "Security Hub": '{"AccessKeyId": "<id>", "PrincipalName": "bob", "PrincipalType": "IAMUser"}',
        },
        counterexamples={
            "root": "{" + details("Root", "Root") + "}",
            "role": "{" + details("AssumedRole", "web", "<id:ASIA>") + "}",
            "no type": '{"userName": "bob", "accessKeyId": "<id>"}',
        },
    ),
    Signal(
        id="guardduty-role",
        says="role",
        strength="strong",
        scope="record",
        detail="A finding of GuardDuty or Security Hub says that the key is a session's of the role {name}.",
        reference=PAGE,
        needs=(b"usertype", b"principaltype"),
        regex=beside(
            NAMES,
            field(rb"(?:User|Principal)Type", rb"AssumedRole"),
            field(rb"(?:User|Principal)Name", NAME),
            field(rb"AccessKeyId", KEY_ID),
        ),
        accept=not_long_term,
        examples={
            "finding": "{" + details("AssumedRole", "web", "<id:ASIA>") + "}",
            "other order": '{"userType": "AssumedRole", "userName": "web", "accessKeyId": "<id:ASIA>"}',
            "pretty": '{\n  "AccessKeyId": "<id:ASIA>",\n  "UserName": "web",\n  "UserType": "AssumedRole"\n}\n',
        },
        counterexamples={
            "user": "{" + details("IAMUser", "web", "<id:ASIA>") + "}",
            "another key": "{" + details("AssumedRole", "web", "<id:ASIA#1>") + "}\nkey <id:ASIA>\n",
            "no type": '{"userName": "web", "accessKeyId": "<id:ASIA>"}',
        },
    ),
)
