"""What STS answers beside temporary credentials: whose session they are."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._objects import is_of_an_event
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._subjects import not_long_term
from patterns.principals._text import FEDERATED_ARN, NAME, SESSION_ARN, field

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/"
ARN = rb"arn|caller_?arn|user_?arn|x_principal_arn|assumed_role_(?:user_)?arn"
CREDENTIALS = (
    '"Credentials": {"AccessKeyId": "<id:ASIA:123456789013>", "SecretAccessKey": "<secret>",'
    ' "SessionToken": "<token:123456789013>", "Expiration": "2024-05-01T10:00:00+00:00"}'
)
ROLE_USER = (
    '"AssumedRoleUser": {"AssumedRoleId": "AROA<base32:17>:job",'
    ' "Arn": "arn:aws:sts::123456789013:assumed-role/%s/job"}'
)
PAIR = "export AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nexport AWS_SECRET_ACCESS_KEY=<secret>\n"


def of_session(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is temporary, and no event tells of somebody else."""
    if match is None or not not_long_term(match, subject):
        return False
    return not is_of_an_event(match) and not is_of_another_profile(match, subject)


SIGNALS = (
    Signal(
        id="assumed-role-arn",
        says="role",
        strength="strong",
        scope="record",
        detail="The ARN beside it is that of a session of the role {name}.",
        reference=PAGE + "API_AssumeRole.html",
        needs=(b":assumed-role/",),
        in_line=True,
        regex=field(ARN, rb"(?!\S{0,80}AWSReservedSSO_)" + SESSION_ARN),
        accept=of_session,
        examples={
            "assume-role": "{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}",
            "user first": "{" + ROLE_USER % "deploy" + ", " + CREDENTIALS + "}",
            "Python's form": ("{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}").replace('"', "'"),
            "pretty": ("{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}").replace("{", "{\n").replace(", ", ",\n "),
            "profile that a helper wrote": (
                "[x]\naws_access_key_id=<id:ASIA:123456789013>\nx_principal_arn = arn:aws:sts::123456789013:assumed-role/web/me\n"
            ),
            "caller identity": "AWS_ACCESS_KEY_ID=<id:ASIA:123456789013>\n"
            '{"UserId": "AROA<base32:17>:me", "Arn": "arn:aws:sts::123456789013:assumed-role/web/me"}\n',
        },
        counterexamples={
            "role assumed with the long-term key": PAIR + '{"Arn": "arn:aws:sts::123456789013:assumed-role/web/me"}',
            "another account's": "{" + CREDENTIALS + ', "Arn": "arn:aws:sts::123456789014:assumed-role/web/me"}',
            "principal of a policy": "{" + CREDENTIALS + ', "AWS": "arn:aws:sts::123456789013:assumed-role/web/me"}',
            "caller of whom an event tells": "{" + CREDENTIALS + '}, {"userIdentity": {"type": "AssumedRole",'
            ' "arn": "arn:aws:sts::123456789013:assumed-role/web/me"}}',
        },
    ),
    Signal(
        id="identity-center-role",
        says="role",
        strength="strong",
        scope="record",
        detail="The ARN beside it is that of a session of {name}, a role that IAM Identity Center made.",
        reference="https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html",
        needs=(b"awsreservedsso_",),
        in_line=True,
        regex=field(ARN, rb"(?=\S{0,80}AWSReservedSSO_)" + SESSION_ARN),
        accept=of_session,
        examples={
            "assume-role": "{" + CREDENTIALS + ", " + ROLE_USER % "AWSReservedSSO_Admin_<hex:16>" + "}",
            "user first": "{" + ROLE_USER % "AWSReservedSSO_Admin_<hex:16>" + ", " + CREDENTIALS + "}",
            "minified": ("{" + CREDENTIALS + ", " + ROLE_USER % "AWSReservedSSO_Ops_<hex:16>" + "}").replace(" ", ""),
        },
        counterexamples={
            "any role": "{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}",
            "name alone": "{" + CREDENTIALS + ', "note": "AWSReservedSSO_Admin_<hex:16>"}',
            "long-term key": PAIR + '{"Arn": "arn:aws:sts::123456789013:assumed-role/AWSReservedSSO_A_<hex:16>/me"}',
        },
    ),
    Signal(
        id="assumed-role-id",
        says="temporary",
        strength="strong",
        scope="record",
        detail="The unique ID beside it is that of a role's session.",
        reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
        needs=(b"aroa",),
        in_line=True,
        regex=field(rb"assumed_?role_?id|user_?id|principal_?id", rb"AROA[A-Z0-9]{17}:[\w+=.@\-]{2,64}"),
        accept=not_long_term,
        examples={
            "assume-role": "{" + CREDENTIALS + ', "AssumedRoleUser": {"AssumedRoleId": "AROA<base32:17>:job"}}',
            "caller identity": '{"UserId": "AROA<base32:17>:me"}\nAWS_ACCESS_KEY_ID=<id:ASIA>\n',
            "YAML": "AccessKeyId: <id:ASIA>\nAssumedRoleId: AROA<base32:17>:job\n",
        },
        counterexamples={
            "the role's own ID": '{"AccessKeyId": "<id:ASIA>", "RoleId": "AROA<base32:17>"}',
            "long-term key": PAIR + '{"UserId": "AROA<base32:17>:me"}',
            "a user's ID": '{"AccessKeyId": "<id:ASIA>", "UserId": "AIDA<base32:17>"}',
        },
    ),
    Signal(
        id="federated-user-arn",
        says="federated-user",
        strength="strong",
        scope="record",
        detail="The ARN beside it is that of the federated user {name}.",
        reference=PAGE + "API_GetFederationToken.html",
        needs=(b":federated-user/",),
        in_line=True,
        regex=field(ARN, FEDERATED_ARN),
        accept=of_session,
        examples={
            "get-federation-token": "{" + CREDENTIALS + ', "FederatedUser": {"FederatedUserId": "123456789013:bob",'
            ' "Arn": "arn:aws:sts::123456789013:federated-user/bob"}}',
            "user first": '{"FederatedUser": {"Arn": "arn:aws:sts::123456789013:federated-user/b"}, '
            + CREDENTIALS
            + "}",
            "Python's form": "{'Arn': 'arn:aws:sts::123456789013:federated-user/bob', 'AccessKeyId': "
            "'<id:ASIA:123456789013>'}",
        },
        counterexamples={
            "long-term key": PAIR + '{"Arn": "arn:aws:sts::123456789013:federated-user/bob"}',
            "another account's": "{" + CREDENTIALS + ', "Arn": "arn:aws:sts::123456789014:federated-user/bob"}',
            "in a condition": "{" + CREDENTIALS + ', "aws:userid": "arn:aws:sts::123456789013:federated-user/bob"}',
        },
    ),
    Signal(
        id="federation-call",
        says="federated-user",
        strength="medium",
        scope="record",
        detail="The call beside it asks for credentials of the federated user {name}.",
        reference=PAGE + "API_GetFederationToken.html",
        needs=(b"federation",),
        regex=rb"(?i:get[_\-]?federation[_\-]?token)\b(?:[^\n{}]|\\\r?\n){0,120}?(?i:name)[= \t:\"']{1,4}" + NAME,
        accept=not_long_term,
        examples={
            "command and answer": "$ aws sts get-federation-token --name bob --duration-seconds 900\n{"
            + CREDENTIALS
            + "}\n",
            "boto3": "sts.get_federation_token(Name='bob')\n# " + CREDENTIALS + "\n",
            "continued line": "aws sts get-federation-token \\\n  --name bob\n" + CREDENTIALS + "\n",
        },
        counterexamples={
            "the key that calls": PAIR + "aws sts get-federation-token --name bob\n",
            "another call": "aws sts get-session-token\n# name: bob\n{" + CREDENTIALS + "}\n",
            "no name": "aws sts get-federation-token --duration-seconds 900\n{" + CREDENTIALS + "}\n",
        },
    ),
)
