"""CloudTrail's records: whom a call was made by, with the key ID that it was signed with."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import not_long_term
from patterns.principals._text import FEDERATED_ARN, KEY_ID, NAME, NESTED, ROOT_ARN, SESSION_ARN, field, named

PAGE = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html"


def identity(kind: bytes, *fields: bytes) -> bytes:
    """The `userIdentity` object of that type, with the key ID and the fields in whatever order.

    Athena writes it as the text of a struct, which does not say what it is called (`{type=Root, principalid=…}`).
    """
    wanted = (field(rb"type", kind), field(rb"accessKeyId", KEY_ID), *fields)
    return (
        rb"(?:"
        + named(rb"userIdentity")
        + rb"\s{0,40}\{|\{(?=type=[A-Z]))"
        + b"".join(rb"(?=" + NESTED + one + rb")" for one in wanted)
    )


def record(kind: str, rest: str) -> str:
    return '{"eventVersion": "1.08", "userIdentity": {"type": "' + kind + '", ' + rest + '}, "eventTime": "x"}'


def struct(kind: str, arn: str, key: str, user: str) -> str:
    return (
        f'"eventversion","useridentity","eventtime"\n"1.08","{{type={kind}, principalid=x, arn={arn}, accountid=1, '
        f'invokedby=null, accesskeyid={key}, username={user}, sessioncontext=null}}","2025-01-01T00:00:00Z"\n'
    )


ISSUER = '"sessionContext": {"sessionIssuer": {"type": "%s", "userName": "%s"}, "attributes": {}}'

SIGNALS = (
    Signal(
        id="cloudtrail-root",
        says="root",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the root user made a call with this key.",
        reference=PAGE,
        needs=(b"useridentity",),
        regex=identity(rb"Root", field(rb"arn", ROOT_ARN)),
        examples={
            "long-term key": record(
                "Root",
                '"principalId": "123456789013", "arn": "arn:aws:iam::123456789013:root",'
                ' "accountId": "123456789013", "accessKeyId": "<id:AKIA:123456789013>"',
            ),
            "session": record(
                "Root", '"arn": "arn:aws:iam::123456789013:root", "accessKeyId": "<id:ASIA:123456789013>"'
            ),
            "pretty, sorted": (
                '"userIdentity": {\n  "accessKeyId": "<id:AKIA:123456789013>",\n'
                '  "arn": "arn:aws:iam::123456789013:root",\n  "sessionContext": {"attributes": {"m": "false"}},\n'
                '  "type": "Root"\n}\n'
            ),
            "row of Athena": struct("Root", "arn:aws:iam::123456789013:root", "<id:AKIA:123456789013>", "null"),
            "escaped in a log": (
                r"\"userIdentity\":{\"type\":\"Root\",\"arn\":\"arn:aws:iam::123456789013:root\","
                r"\"accessKeyId\":\"<id:AKIA:123456789013>\"}"
            ),
        },
        counterexamples={
            "a record about another key": record(
                "Root", '"arn": "arn:aws:iam::123456789013:root", "accessKeyId": "<id:AKIA:123456789013>"'
            ).replace("<id:AKIA:123456789013>", "")
            + "\nkey: <id:AKIA:123456789013>\n",
            "a user": record("IAMUser", '"accessKeyId": "<id>", "userName": "root"'),
            "a user's row of Athena": struct("IAMUser", "arn:aws:iam::1:user/root", "<id>", "root"),
            "another key's row of Athena": struct("Root", "arn:aws:iam::123456789013:root", "null", "null")
            + "k=<id:AKIA:123456789013>\n",
            "federated by root": record(
                "FederatedUser",
                '"accessKeyId": "<id:ASIA>", "arn": "arn:aws:sts::123456789013:federated-user/x", '
                + ISSUER % ("Root", "x"),
            ),
            "console sign-in without a key": record("Root", '"arn": "arn:aws:iam::123456789013:root"') + " <id>",
        },
    ),
    Signal(
        id="cloudtrail-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the IAM user {name} made a call with this key.",
        reference=PAGE,
        needs=(b"useridentity",),
        regex=identity(rb"IAMUser", field(rb"userName", NAME)),
        examples={
            "long-term key": record("IAMUser", '"accessKeyId": "<id>", "userName": "alice"'),
            "session": record("IAMUser", '"accessKeyId": "<id:ASIA>", "userName": "alice", ' + ISSUER % ("x", "y")),
            "row of Athena": struct(
                "IAMUser", "arn:aws:iam::123456789013:user/alice", "<id:AKIA:123456789013>", "alice"
            ),
            "other order": '"userIdentity": {"userName": "alice", "accessKeyId": "<id>", "type": "IAMUser"}',
        },
        counterexamples={
            "root": record("Root", '"accessKeyId": "<id>", "userName": "my-alias"'),
            "federated by a user": record("FederatedUser", '"accessKeyId": "<id:ASIA>", ' + ISSUER % ("IAMUser", "al")),
            "user whom the call is about": (
                '"userIdentity": {"type": "Root"}, "requestParameters": {"userName": "alice"}, "k": "<id>"'
            ),
        },
    ),
    Signal(
        id="cloudtrail-role",
        says="role",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that a session of the role {name} made a call with this key.",
        reference=PAGE,
        needs=(b"useridentity",),
        regex=identity(rb"AssumedRole", field(rb"arn", SESSION_ARN)),
        accept=not_long_term,
        examples={
            "instance": record(
                "AssumedRole",
                '"arn": "arn:aws:sts::123456789013:assumed-role/web/i-0abc", "accessKeyId": '
                '"<id:ASIA:123456789013>", ' + ISSUER % ("Role", "web"),
            ),
            "key first": record(
                "AssumedRole",
                '"accessKeyId": "<id:ASIA:123456789013>", "arn": "arn:aws:sts::123456789013:assumed-role/ci/job-1"',
            ),
            "Python's form": (
                "'userIdentity': {'type': 'AssumedRole', 'accessKeyId': '<id:ASIA:123456789013>',"
                " 'arn': 'arn:aws:sts::123456789013:assumed-role/ci/job-1'}"
            ),
        },
        counterexamples={
            "a service": record("AWSService", '"invokedBy": "ec2.amazonaws.com", "accessKeyId": "<id:ASIA>"'),
            "role of another account": record(
                "AssumedRole",
                '"arn": "arn:aws:sts::123456789014:assumed-role/web/x", "accessKeyId": "<id:ASIA:123456789013>"',
            ),
            "role that the call is about": (
                '"userIdentity": {"type": "IAMUser", "accessKeyId": "<id>"}, "requestParameters": {"roleArn": "x"}'
            ),
        },
    ),
    Signal(
        id="cloudtrail-federated-user",
        says="federated-user",
        strength="strong",
        scope="record",
        detail="A CloudTrail record says that the federated user {name} made a call with this key.",
        reference=PAGE,
        needs=(b"useridentity",),
        regex=identity(rb"FederatedUser", field(rb"arn", FEDERATED_ARN)),
        accept=not_long_term,
        examples={
            "federated by a user": record(
                "FederatedUser",
                '"arn": "arn:aws:sts::123456789013:federated-user/bob", "accessKeyId": "<id:ASIA:123456789013>", '
                + ISSUER % ("IAMUser", "alice"),
            ),
            "federated by root": record(
                "FederatedUser",
                '"accessKeyId": "<id:ASIA:123456789013>", "arn": "arn:aws:sts::123456789013:federated-user/bob", '
                + ISSUER % ("Root", ""),
            ),
            "minified": (
                '"userIdentity":{"type":"FederatedUser","arn":"arn:aws:sts::123456789013:federated-user/bob",'
                '"accessKeyId":"<id:ASIA:123456789013>"}'
            ),
        },
        counterexamples={
            "a role": record("AssumedRole", '"accessKeyId": "<id:ASIA>"'),
            "another account's": record(
                "FederatedUser",
                '"arn": "arn:aws:sts::123456789014:federated-user/b", "accessKeyId": "<id:ASIA:123456789013>"',
            ),
            "no key": record("FederatedUser", '"arn": "arn:aws:sts::123456789013:federated-user/b"') + "<id:ASIA>",
        },
    ),
)
