"""Pulumi's state: an access key that it made stands there with the name of its user."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, beside, field

AROUND = 2000
KIND = b"aws:iam/accessKey:AccessKey"


def of_access_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The resource that the outputs belong to is an access key."""
    if match is None or not long_term(match, subject):
        return False
    above = match.string[max(0, match.start() - AROUND) : match.start()]
    return KIND in above[max(above.rfind(b'"type"'), above.rfind(b'"urn"'), 0) :]


def state(outputs: str, kind: str = "aws:iam/accessKey:AccessKey") -> str:
    return '{"resources": [{"id": "x", "type": "' + kind + '", "inputs": {"user": "x"}, "outputs": {' + outputs + "}}]}"


SIGNALS = (
    Signal(
        id="pulumi-state-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Pulumi's state says that the key was made for the IAM user {name}.",
        reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html",
        needs=(b"aws:iam/accesskey:accesskey",),
        regex=beside(rb"id|user", field(rb"user", NAME), field(rb"id", KEY_ID)),
        accept=of_access_key,
        examples={
            "state": state('"id": "<id>", "secret": "<secret>", "status": "Active", "user": "alice"'),
            "other order": state('"user": "bob", "id": "<id>", "secret": "<secret>"'),
            "user named root": state('"id": "<id>", "secret": "<secret>", "user": "root"'),
        },
        counterexamples={
            "another resource": state('"id": "<id>", "user": "alice"', "aws:transfer/user:User"),
            "no user": state('"id": "<id>", "secret": "<secret>", "user": ""'),
            "temporary": state('"id": "<id:ASIA>", "secret": "<secret>", "user": "alice"'),
        },
    ),
)
