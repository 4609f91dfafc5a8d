"""Terraform's state: who ran it, told of the key that the settings beside it hold for the provider."""

from __future__ import annotations

import json
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, ROOT_ARN, USER_ARN

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
SETTINGS = (".tf", ".tfvars", ".tf.json", ".tfvars.json")
PROVIDER = 'provider "aws" {\n  region = "x"\n  access_key = "<id>"\n  secret_key = "<secret>"\n}\n'
VARIABLES = 'aws_access_key = "<id>"\naws_secret_key = "<secret>"\n'
ROOT, USER = "arn:aws:iam::123456789013:root", "arn:aws:iam::123456789013:user/alice"

_CALLER = rb"\"aws_caller_identity\",(?:(?!\"type\"|\"resources\")[^\x00]){0,800}?\"arn\":[ ]{0,4}\""


def state(arn: str, of: str = "aws_caller_identity", version: int = 4, indent: int | None = None) -> Sample:
    """A state with that data source, as Terraform writes it."""
    found = {"account_id": "123456789013", "arn": arn, "id": "123456789013", "user_id": "123456789013"}
    resource: dict[str, object] = {"mode": "data", "type": of, "name": "me", "instances": [{"attributes": found}]}
    if version < 4:
        resource = {"type": of, "depends_on": [], "primary": {"id": "x", "attributes": found}}
    return Sample(json.dumps({"version": version, "resources": [resource]}, indent=indent), "terraform.tfstate")


def in_settings(match: Match[bytes] | None, subject: Subject) -> bool:
    """The long-term key stands in Terraform's settings."""
    return long_term(match, subject) and subject.path.endswith(SETTINGS)


SIGNALS = (
    Signal(
        id="terraform-provider-key",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The key is the one with which Terraform calls.",
        reference="https://docs.aws.amazon.com/prescriptive-guidance/latest/terraform-aws-provider-best-practices/security.html",
        needs=(b'"akia', b'"asia'),
        in_line=True,
        regex=rb"(?im)(?:^|[{,])[ \t]*\"?(?:aws_)?access_key(?:_id)?\"?[ \t]*[=:][ \t]*\"(?-i:" + KEY_ID + rb")\"",
        accept=in_settings,
        examples={
            "provider": Sample(PROVIDER, "main.tf"),
            "variables": Sample(VARIABLES, "prod.auto.tfvars"),
            "JSON": Sample('{"aws_access_key_id": "<id>", "aws_secret_access_key": "<secret>"}', "x.tfvars.json"),
        },
        counterexamples={
            "another program's key": Sample('ses_access_key = "<id>"\nses_secret_key = "<secret>"\n', "x.tfvars"),
            "other settings": Sample(VARIABLES, "settings.py"),
            "temporary": Sample(VARIABLES.replace("<id>", "<id:ASIA>"), "x.tfvars"),
        },
    ),
    Signal(
        id="terraform-caller-root",
        says="root",
        strength="medium",
        scope="folder",
        detail="Terraform's state beside it says that it was run as the root user of the key's account.",
        reference=PAGE,
        needs=(b"aws_caller_identity",),
        regex=_CALLER + ROOT_ARN + rb"\"",
        beside="terraform-provider-key",
        examples={
            "minified": state(ROOT),
            "as it is written": state(ROOT, indent=2),
            "earlier form": state(ROOT, version=3, indent=4),
        },
        counterexamples={
            "another data source": state(ROOT, of="aws_iam_policy_document"),
            "a user's": state(USER),
            "next resource's": Sample(state("x").content + state(ROOT, of="aws_kms_key").content, "terraform.tfstate"),
        },
    ),
    Signal(
        id="terraform-caller-user",
        says="iam-user",
        strength="medium",
        scope="folder",
        detail="Terraform's state beside it says that it was run as the IAM user {name} of the key's account.",
        reference=PAGE,
        needs=(b"aws_caller_identity",),
        regex=_CALLER + USER_ARN + rb"\"",
        beside="terraform-provider-key",
        examples={
            "minified": state(USER),
            "as it is written": state(USER, indent=2),
            "user with a path": state(USER.replace("alice", "ops/alice"), version=3),
        },
        counterexamples={
            "another data source": state(USER, of="aws_iam_user"),
            "root's": state(ROOT),
            "a role's": state("arn:aws:sts::123456789013:assumed-role/deploy/job"),
        },
    ),
)
