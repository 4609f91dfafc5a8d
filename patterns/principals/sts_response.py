"""What STS answers beside temporary credentials: whose session they are."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import not_long_term
from patterns.principals._text import FEDERATED_ARN, SESSION_ARN, field

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/"
AROUND = 1500
CREDENTIALS = (
    '"Credentials": {"AccessKeyId": "<id:ASIA:123456789013>", "SecretAccessKey": "<secret>",'
    ' "SessionToken": "<token:123456789013>", "Expiration": "2024-05-01T10:00:00+00:00"}'
)
ROLE_USER = (
    '"AssumedRoleUser": {"AssumedRoleId": "AROA<base32:17>:job",'
    ' "Arn": "arn:aws:sts::123456789013:assumed-role/%s/job"}'
)
PAIR = "export AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nexport AWS_SECRET_ACCESS_KEY=<secret>\n"


def of_assume_root(match: Match[bytes] | None, subject: Subject) -> bool:
    """Beside `Credentials` and nothing that the other calls answer."""
    if match is None or not not_long_term(match, subject):
        return False
    around = match.string[max(0, match.start() - AROUND) : match.end() + AROUND].lower()
    return b"credentials" in around and not any(
        word in around for word in (b"assumedroleuser", b"sessioncontext", b"useridentity", b"federateduser")
    )


SIGNALS = (
    Signal(
        id="assumed-role-arn",
        says="role",
        strength="strong",
        scope="record",
        detail="The ARN beside it is that of a session of the role {name}.",
        reference=PAGE + "API_AssumeRole.html",
        needs=(b":assumed-role/",),
        regex=field(rb"arn|caller_?arn|user_?arn", rb"(?!\S{0,80}AWSReservedSSO_)" + SESSION_ARN),
        accept=not_long_term,
        examples={
            "assume-role": "{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}",
            "user first": "{" + ROLE_USER % "deploy" + ", " + CREDENTIALS + "}",
            "Python's form": ("{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}").replace('"', "'"),
            "pretty": ("{" + CREDENTIALS + ", " + ROLE_USER % "deploy" + "}").replace("{", "{\n").replace(", ", ",\n "),
            "caller identity": "AWS_ACCESS_KEY_ID=<id:ASIA:123456789013>\n"
            '{"UserId": "AROA<base32:17>:me", "Arn": "arn:aws:sts::123456789013:assumed-role/web/me"}\n',
        },
        counterexamples={
            "role assumed with the long-term key": PAIR + '{"Arn": "arn:aws:sts::123456789013:assumed-role/web/me"}',
            "another account's": "{" + CREDENTIALS + ', "Arn": "arn:aws:sts::123456789014:assumed-role/web/me"}',
            "principal of a policy": "{" + CREDENTIALS + ', "AWS": "arn:aws:sts::123456789013:assumed-role/web/me"}',
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
        regex=field(rb"arn|caller_?arn|user_?arn", rb"(?=\S{0,80}AWSReservedSSO_)" + SESSION_ARN),
        accept=not_long_term,
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
        regex=field(rb"arn|caller_?arn|user_?arn", FEDERATED_ARN),
        accept=not_long_term,
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
        id="assume-root-answer",
        says="root",
        strength="strong",
        scope="record",
        detail="The answer is that of AssumeRoot: a session of a member account's root user.",
        reference=PAGE + "API_AssumeRoot.html",
        needs=(b"sourceidentity",),
        regex=field(rb"SourceIdentity", rb"[\w+=.@\-]{2,64}"),
        accept=of_assume_root,
        examples={
            "assume-root": "{" + CREDENTIALS + ', "SourceIdentity": "Alice"}',
            "identity first": '{"SourceIdentity": "Alice", ' + CREDENTIALS + "}",
            "minified": ("{" + CREDENTIALS + ', "SourceIdentity": "Alice"}').replace(" ", ""),
        },
        counterexamples={
            "assume-role with a source identity": "{"
            + CREDENTIALS
            + ', "SourceIdentity": "Al", '
            + ROLE_USER % "x"
            + "}",
            "no source identity": "{" + CREDENTIALS + "}",
            "CloudTrail": '"userIdentity": {"accessKeyId": "<id:ASIA>", "sessionContext": {"sourceIdentity": "Al"}}',
        },
    ),
    Signal(
        id="assume-root-call",
        says="root",
        strength="strong",
        scope="record",
        detail="The call beside it takes on the root user of the member account {account}.",
        reference=PAGE + "API_AssumeRoot.html",
        needs=(b"assume-root", b"assume_root", b"assumeroot"),
        regex=(
            rb"(?i:assume-root|assume_root|AssumeRoot)\b(?:[^\n]|\\\r?\n){0,200}?(?i:target-?principal)[= \t:\"']{1,6}"
            rb"(?:arn:(?P<partition>aws[a-z\-]{0,30}):iam::)?(?P<account>\d{12})(?!\d)"
        ),
        accept=not_long_term,
        examples={
            "command and answer": "$ aws sts assume-root --target-principal 123456789013 --task-policy-arn arn=x\n{"
            + CREDENTIALS
            + "}\n",
            "continued line": "aws sts assume-root \\\n  --target-principal 123456789013\n" + CREDENTIALS + "\n",
            "boto3": "sts.assume_root(TargetPrincipal='123456789013', DurationSeconds=900)\n# " + CREDENTIALS + "\n",
        },
        counterexamples={
            "the key that calls": PAIR + "aws sts assume-root --target-principal 123456789013\n",
            "another account": "aws sts assume-root --target-principal 123456789014\n{" + CREDENTIALS + "}\n",
            "a role": "aws sts assume-role --role-arn arn:aws:iam::123456789013:role/root\n{" + CREDENTIALS + "}\n",
        },
    ),
)
