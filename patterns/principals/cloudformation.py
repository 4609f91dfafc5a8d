"""CloudFormation: an access key that a stack made is always an IAM user's."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID, NAME, beside, field

PAGE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iam-accesskey.html"
KIND = rb"AWS::IAM::AccessKey"
PAIR = "Outputs:\n  Key: <id>\n  SecretAccessKey: <secret>\n"

OUTPUTS = (
    "Resources:\n  Key:\n    Type: AWS::IAM::AccessKey\n    Properties:\n      UserName: !Ref User\n"
    "Outputs:\n  KeyId:\n    Description: id\n    Value: %s\n"
)


def of_the_template(match: Match[bytes] | None, subject: Subject) -> bool:
    """The outputs are those of a template that makes an access key."""
    if match is None or not long_term(match, subject):
        return False
    above = match.string[: match.start()]
    return KIND in match.string and above.rfind(b"Outputs") > max(above.rfind(b"Resources"), above.rfind(b"Parameters"))


def stack(key: str, value: str) -> str:
    return (
        '{"Stacks": [{"StackName": "ci", "Outputs": [{"OutputKey": "' + key + '", "OutputValue": "' + value + '"}, '
        '{"OutputKey": "Secret", "OutputValue": "<secret>"}]}]}'
    )


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
    Signal(
        id="stack-output",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The key is an output of a CloudFormation stack, which makes keys for IAM users alone.",
        reference="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Output.html",
        needs=(b"outputvalue",),
        regex=beside(
            rb"OutputKey|OutputValue", field(rb"OutputValue", KEY_ID), field(rb"OutputKey", rb"[\w:\-]{1,255}")
        ),
        accept=long_term,
        examples={
            "answer of describe-stacks": stack("AccessKeyId", "<id>"),
            "value first": '{"OutputValue": "<id>", "OutputKey": "CiKey", "Description": "x"}',
            "YAML": "Outputs:\n- OutputKey: AccessKey\n  OutputValue: <id>\n- OutputKey: Secret\n  OutputValue: <secret>\n",
        },
        counterexamples={
            "parameter, which somebody gave": '{"ParameterKey": "AccessKeyId", "ParameterValue": "<id>"}',
            "another output": stack("Bucket", "logs") + "\nkey <id>\n",
            "temporary": stack("AccessKeyId", "<id:ASIA>"),
        },
    ),
    Signal(
        id="stack-template-output",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The key is an output of a template that makes an access key for an IAM user.",
        reference=PAGE,
        needs=(b"aws::iam::accesskey",),
        regex=field(rb"Value", KEY_ID),
        accept=of_the_template,
        examples={
            "YAML": OUTPUTS % "<id>",
            "quoted": OUTPUTS % "'<id>'",
            "JSON": '{"Resources": {"K": {"Type": "AWS::IAM::AccessKey", "Properties": {"UserName": {"Ref": "U"}}}}, '
            '"Outputs": {"Id": {"Value": "<id>"}}}',
        },
        counterexamples={
            "template without a key": OUTPUTS.replace("AccessKey", "User") % "<id>",
            "value of a parameter": "Outputs: {}\nParameters:\n  Key:\n    Value: <id>\n# AWS::IAM::AccessKey\n",
            "temporary": OUTPUTS % "<id:ASIA>",
        },
    ),
)
