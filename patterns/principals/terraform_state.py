"""Terraform's state: an access key that it made stands there with the name of its user."""

from __future__ import annotations

from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, NESTED, beside, field

AROUND = 6000


def of_access_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The resource that the attributes belong to is an access key."""
    if match is None or not long_term(match, subject):
        return False
    above = match.string[max(0, match.start() - AROUND) : match.start()]
    return b"aws_iam_access_key" in above[max(above.rfind(b'"type"'), above.rfind(b'resource "'), 0) :]


def state(attributes: str, kind: str = "aws_iam_access_key") -> Sample:
    text = (
        '{"version": 4, "resources": [{"mode": "managed", "type": "' + kind + '", "name": "k", "instances": '
        '[{"schema_version": 0, "attributes": {' + attributes + '}, "sensitive_attributes": []}]}]}'
    )
    return Sample(text, "terraform.tfstate")


SIGNALS = (
    Signal(
        id="terraform-state-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="Terraform's state says that the key was made for the IAM user {name}.",
        reference="https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html",
        needs=(b"aws_iam_access_key",),
        regex=beside(rb"id|user", field(rb"user", NAME), field(rb"id", KEY_ID), within=NESTED),
        accept=of_access_key,
        examples={
            "state": state(
                '"create_date": null, "id": "<id>", "secret": "<secret>", "status": "Active", "user": "alice"'
            ),
            "user named root": state('"id": "<id>", "secret": "<secret>", "user": "root"'),
            "other order": state('"user": "bob", "id": "<id>", "secret": "<secret>"'),
            "terraform show": (
                'resource "aws_iam_access_key" "ci" {\n    id     = "<id>"\n    secret = "<secret>"\n'
                '    status = "Active"\n    user   = "ci"\n}\n'
            ),
            "terraform show, all attributes": (
                'resource "aws_iam_access_key" "ci" {\n    id                   = "<id>"\n    secret               = "<secret>"\n'
                '    ses_smtp_password_v4 = (sensitive value)\n    user                 = "ci"\n}\n'
            ),
        },
        counterexamples={
            "another resource": state('"id": "<id>", "user": "alice"', "aws_transfer_user"),
            "no user": state('"id": "<id>", "secret": "<secret>", "user": ""'),
            "configuration without the key": (
                'resource "aws_iam_access_key" "root" {\n  user = "root"\n}\nprovider "aws" {\n  access_key = "<id>"\n}\n'
            ),
        },
    ),
)
