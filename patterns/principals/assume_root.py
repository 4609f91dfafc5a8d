"""AssumeRoot: sessions of a member account's root user."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import not_long_term
from patterns.principals._text import field

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
        word in around
        for word in (b"assumedroleuser", b"packedpolicysize", b"sessioncontext", b"useridentity", b"federateduser")
    )


SIGNALS = (
    Signal(
        id="assume-root-answer",
        says="root",
        strength="strong",
        scope="record",
        detail="The answer is that of AssumeRoot: a session of a member account's root user.",
        reference=PAGE + "API_AssumeRoot.html",
        needs=(b"sourceidentity",),
        in_line=True,
        regex=field(rb"(?-i:SourceIdentity)", rb"[\w+=.@\-]{2,64}"),
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
