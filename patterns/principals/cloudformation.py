"""CloudFormation: an access key that a stack made is always an IAM user's."""

from __future__ import annotations

from patterns._signal import Signal
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, beside, field

PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html"
KIND = rb"AWS::IAM::AccessKey"
PAIR = "Outputs:\n  Key: <id>\n  SecretAccessKey: <secret>\n"

SIGNALS = (
    Signal(
        id="stack-resource",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="A CloudFormation stack lists the key as one that it made for an IAM user.",
        reference=PAGE,
        needs=(b"aws::iam::accesskey",),
        regex=beside(
            rb"PhysicalResourceId|ResourceType", field(rb"PhysicalResourceId", KEY_ID), field(rb"ResourceType", KIND)
        ),
        accept=long_term,
        examples={
            "resource of a stack": '{"PhysicalResourceId": "<id>", "ResourceType": "AWS::IAM::AccessKey", "Status": "x"}',
            "other order": '{"ResourceType": "AWS::IAM::AccessKey", "LogicalResourceId": "K", "PhysicalResourceId": "<id>"}',
            "YAML": "- LogicalResourceId: K\n  PhysicalResourceId: <id>\n  ResourceType: AWS::IAM::AccessKey\n",
        },
        counterexamples={
            "another resource": '{"PhysicalResourceId": "<id>", "ResourceType": "AWS::S3::Bucket"}',
            "two resources": (
                '[{"PhysicalResourceId": "<id>"}, {"ResourceType": "AWS::IAM::AccessKey", "PhysicalResourceId": "x"}]'
            ),
            "temporary": '{"PhysicalResourceId": "<id:ASIA>", "ResourceType": "AWS::IAM::AccessKey"}',
        },
    ),
    Signal(
        id="stack-template",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The template beside it makes an access key for the IAM user {name}.",
        reference=PAGE,
        needs=(b"aws::iam::accesskey",),
        regex=field(rb"Type", KIND)
        + rb"[\"',\s]{1,40}(?i:Properties)[\"':={\s]{1,40}(?:(?i:Serial|Status)[\"']?:[^\n]{0,40}\s{1,40})?"
        + rb"[\"']?UserName[\"']?[ \t]*:[ \t]*[\"']?"
        + NAME
        + rb"(?![\w+=@/:\-]|\.\w)",
        accept=long_term,
        examples={
            "YAML": "  Key:\n    Type: AWS::IAM::AccessKey\n    Properties:\n      UserName: ci\n" + PAIR,
            "JSON": '{"Type": "AWS::IAM::AccessKey", "Properties": {"UserName": "ci"}}\n' + PAIR,
            "user named root": "Type: AWS::IAM::AccessKey\nProperties:\n  UserName: root\n" + PAIR,
        },
        counterexamples={
            "reference": "Type: AWS::IAM::AccessKey\nProperties:\n  UserName: !Ref User\n" + PAIR,
            "another resource": "Type: AWS::IAM::User\nProperties:\n  UserName: ci\n" + PAIR,
            "temporary": "Type: AWS::IAM::AccessKey\nProperties:\n  UserName: ci\n  x: <id:ASIA>\n",
        },
    ),
)
