"""What `terraform output -json` prints: whole resources, or single values beside each other."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, NESTED, USER_ARN, beside, field, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html"
OWN = rb"ses_smtp_password_v4|encrypted_secret|key_fingerprint"
"""Attributes that no other resource has beside an ID and a user."""


def output(name: str, value: str, kind: str = '"string"') -> str:
    return f'  "{name}": {{\n    "sensitive": true,\n    "type": {kind},\n    "value": {value}\n  }}'


def outputs(*values: str) -> str:
    return "{\n" + ",\n".join(values) + "\n}\n"


KEY, SECRET = output("access_key", '"<id>"'), output("secret_key", '"<secret>"')
OLD = "<oldid>"
RESOURCE = '{"create_date": null, "id": "%s", "secret": "<secret>", "%s": null, "status": "Active", "user": "%s"}'

SIGNALS = (
    Signal(
        id="terraform-output-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Terraform's output is an access key that it made for the IAM user {name}.",
        reference=PAGE,
        needs=(b"ses_smtp_password_v4", b"encrypted_secret", b"key_fingerprint"),
        regex=beside(
            rb"create_date|encrypted_secret|id|user",
            field(rb"user", NAME),
            field(rb"id", KEY_ID),
            named(OWN),
            within=NESTED,
        ),
        accept=long_term,
        examples={
            "whole resource": outputs(output("ci", RESOURCE % ("<id>", "ses_smtp_password_v4", "alice"), '"object"')),
            "several of them": outputs(
                output("a", RESOURCE % ("<id#1>", "key_fingerprint", "al")),
                output("b", RESOURCE % ("<id>", "key_fingerprint", "bob")),
            ),
            "user named root": outputs(output("ci", RESOURCE % ("<id>", "encrypted_secret", "root"))),
        },
        counterexamples={
            "another object": outputs(output("ci", RESOURCE % ("<id>", "description", "alice"))),
            "no user": outputs(output("ci", RESOURCE % ("<id>", "ses_smtp_password_v4", ""))),
            "temporary": outputs(output("ci", RESOURCE % ("<id:ASIA>", "ses_smtp_password_v4", "alice"))),
        },
    ),
    Signal(
        id="terraform-output-arn",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="An output of Terraform beside it is the ARN of the IAM user {name}.",
        reference=PAGE,
        needs=(b"user_arn",),
        regex=named(rb"(?:\w{1,30}_)?user_arn")
        + rb"\{\s{0,40}(?:\"(?:sensitive|type)\"\s{0,4}:[^\n,]{1,20},\s{0,40}){0,2}\"?"
        + field(rb"value", USER_ARN),
        accept=long_term,
        examples={
            "below": outputs(KEY, SECRET, output("iam_user_arn", '"arn:aws:iam::123456789013:user/alice"')).replace(
                "<id>", OLD
            ),
            "above": outputs(output("user_arn", '"arn:aws:iam::123456789013:user/al"'), KEY, SECRET).replace(
                "<id>", OLD
            ),
            "of a part": outputs(KEY, output("ci_user_arn", '"arn:aws:iam::123456789013:user/ci"')).replace(
                "<id>", OLD
            ),
        },
        counterexamples={
            "another account's": outputs(
                KEY.replace("<id>", "<id:AKIA:123456789014>"), output("user_arn", '"arn:aws:iam::123456789013:user/ci"')
            ),
            "role": outputs(KEY, output("user_arn", '"arn:aws:iam::123456789013:role/ci"')).replace("<id>", OLD),
            "temporary": outputs(KEY, output("user_arn", '"arn:aws:iam::123456789013:user/ci"')).replace(
                "<id>", "<id:ASIA>"
            ),
        },
    ),
    Signal(
        id="terraform-made-key",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Terraform says that the key is one that it made, as it can for IAM users alone.",
        reference=PAGE,
        needs=(b"aws_iam_access_key",),
        in_line=True,
        regex=rb"(?<![\w\-])aws_iam_access_key\.[\w\-]{1,64}(?:\[[^\]\n]{1,80}\])?: [A-Z][^\n]{0,60}\[id="
        + KEY_ID
        + rb"\]",
        accept=long_term,
        examples={
            "made": "aws_iam_access_key.ci: Creation complete after 1s [id=<id>]\n",
            "looked at": 'module.u.aws_iam_access_key.this["alice"]: Refreshing state... [id=<id>]\n',
            "taken away": "aws_iam_access_key.ci: Destroying... [id=<id>]\n",
        },
        counterexamples={
            "another resource": "aws_ssm_parameter.key: Creation complete after 1s [id=<id>]\n",
            "another key": "aws_iam_access_key.ci: Creation complete after 1s [id=<id#1>]\nkey: <id>\n",
            "temporary": "aws_iam_access_key.ci: Creation complete after 1s [id=<id:ASIA>]\n",
        },
    ),
)
