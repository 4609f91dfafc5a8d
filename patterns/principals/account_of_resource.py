"""What a program uses with a key that does not hold its account: registries, queues and other resources of an account."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._accounts import OF_VENDORS, is_of_a_moment, is_of_documentation
from patterns._signal import Signal, Subject

ARNS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"
REGISTRY = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html"
QUEUE = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html"
BUCKETS = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"
PAIR = "AWS_ACCESS_KEY_ID=<oldid>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
REACH = 4000

_REGION = rb"[a-z]{2}(?:-[a-z]{3,5}){0,2}-[a-z]{4,9}-\d"
_OF_AWS = (
    rb"(?!/(?:eks|amazon|aws|sagemaker|pytorch|tensorflow|huggingface"
    rb"|djl|mxnet|autogluon|xgboost|linear-learner|karpenter)[/\-])"
)
"""Images of AWS's own, which lie in registries of AWS's."""
_SERVICES = (
    rb"(?:sns|sqs|dynamodb|kinesis|firehose|secretsmanager|ssm(?=:[a-z0-9\-]{9,20}:\d{12}:parameter/)"
    rb"|logs|states|rds|ecs|events|acm|cognito-idp|es|elasticache|"
    rb"elasticloadbalancing|cloudformation|ses|iot|codebuild"
    rb"|codepipeline|batch|lambda(?=:[a-z0-9\-]{9,20}:\d{12}:function:))"
)


def used_with_it(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is a key that does not hold its account, and nothing around says an account's number outright."""
    if match is None or subject.account or not subject.key_id:
        return False
    account = match["account"].decode()
    if is_of_documentation(account) or account in OF_VENDORS or is_of_a_moment(match["account"]):
        return False
    return not _stated().search(match.string, max(0, match.start() - REACH), match.end() + REACH)


@functools.cache
def _stated() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)(?<![a-z])(?:aws[ _]?)?acc(?:oun)?t[\w \-]{0,14}[\"']?[ \t]{0,4}[:=][ \t\"']{0,4}\d{4}-?\d{4}-?\d{4}(?!\d)|\d{12}\.signin\."
    )


SIGNALS = (
    Signal(
        id="account-of-registry",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The container registry beside it is that of the account {account}.",
        reference=REGISTRY,
        needs=(b".dkr.ecr.",),
        in_line=True,
        regex=rb"(?<![\w.\-])(?P<account>\d{12})\.dkr\.ecr\."
        + _REGION
        + rb"\.amazonaws\.com(?:\.cn)?(?![\w.\-])"
        + _OF_AWS,
        accept=used_with_it,
        examples={
            "sign-in": PAIR + "docker login -u AWS -p x https://210987654321.dkr.ecr.eu-west-1.amazonaws.com\n",
            "image": "image: 210987654321.dkr.ecr.us-east-1.amazonaws.com/web:1\nenvironment:\n  AWS_ACCESS_KEY_ID: <oldid>\n",
            "setting": "REGISTRY=210987654321.dkr.ecr.us-gov-west-1.amazonaws.com\n" + PAIR,
        },
        counterexamples={
            "image of AWS's": PAIR + "image: 210987654321.dkr.ecr.us-west-2.amazonaws.com/eks/coredns:v1\n",
            "in documentation": PAIR + "image: 123456789012.dkr.ecr.us-west-2.amazonaws.com/web\n",
            "registry of AWS's": PAIR + "image: 763104351884.dkr.ecr.us-west-2.amazonaws.com/x:1\n",
            "stated otherwise": '{"awsAccountId": "123456789013"}\n'
            + PAIR
            + "IMAGE=210987654321.dkr.ecr.us-west-2.amazonaws.com/web\n",
            "key that holds its account": "<id:AKIA:123456789013>\n210987654321.dkr.ecr.eu-west-1.amazonaws.com/x\n",
            "two": PAIR
            + "A=210987654321.dkr.ecr.eu-west-1.amazonaws.com/x\nB=210987654322.dkr.ecr.eu-west-1.amazonaws.com/x\n",
        },
    ),
    Signal(
        id="account-of-queue",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The queue beside it is one of the account {account}.",
        reference=QUEUE,
        needs=(b"amazonaws.com/", b"amazonaws.com.cn/"),
        in_line=True,
        regex=(
            rb"https://(?:sqs\."
            + _REGION
            + rb"|(?:"
            + _REGION
            + rb"\.)?queue)\.amazonaws\.com(?:\.cn)?/(?P<account>\d{12})/[\w\-]{1,80}"
        ),
        accept=used_with_it,
        examples={
            "setting": PAIR + "QUEUE_URL=https://sqs.eu-west-1.amazonaws.com/210987654321/jobs\n",
            "earlier form": PAIR + "QUEUE_URL=https://queue.amazonaws.com/210987654321/jobs\n",
            "above": "SQS_URL=https://sqs.us-east-1.amazonaws.com/210987654321/jobs.fifo\n" + PAIR,
        },
        counterexamples={
            "in documentation": PAIR + "QUEUE_URL=https://sqs.eu-west-1.amazonaws.com/123456789012/jobs\n",
            "another service": PAIR + "URL=https://s3.eu-west-1.amazonaws.com/210987654321/jobs\n",
            "key that holds its account": "<id:AKIA:123456789013>\nhttps://sqs.eu-west-1.amazonaws.com/210987654321/jobs\n",
        },
    ),
    Signal(
        id="account-of-resource",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The ARN beside it is that of a resource of the account {account}.",
        reference=ARNS,
        needs=(b"arn:aws",),
        in_line=True,
        regex=(
            rb"(?<![\w:])arn:(?:aws(?:-[a-z]{1,12}){0,3}):(?:"
            + _SERVICES
            + rb":"
            + _REGION
            + rb":|iam::(?=\d{12}:mfa/))(?P<account>\d{12}):"
        ),
        accept=used_with_it,
        examples={
            "topic": PAIR + "TOPIC=arn:aws:sns:eu-west-1:210987654321:alerts\n",
            "table": PAIR + 'table: "arn:aws:dynamodb:us-east-1:210987654321:table/users"\n',
            "stack": '{"StackId": "arn:aws:cloudformation:us-east-1:210987654321:stack/s/0a", "Key": "<oldid>"}',
            "device": "<oldid:ASIA>\n<secret>\naws sts get-session-token --serial-number arn:aws:iam::210987654321:mfa/alice\n",
        },
        counterexamples={
            "layer of somebody": PAIR + "LAYER=arn:aws:lambda:us-east-1:210987654321:layer:x:1\n",
            "role that is assumed": PAIR + "role: arn:aws:iam::210987654321:role/deploy\n",
            "in documentation": PAIR + "TOPIC=arn:aws:sns:eu-west-1:123456789012:alerts\n",
            "two": PAIR + "A=arn:aws:sns:eu-west-1:210987654321:a\nB=arn:aws:sns:eu-west-1:210987654322:b\n",
            "key that holds its account": "<id:AKIA:123456789013>\nTOPIC=arn:aws:sns:eu-west-1:210987654321:alerts\n",
        },
    ),
    Signal(
        id="account-of-bucket",
        says="unknown",
        strength="weak",
        scope="record",
        detail="What is named beside it as AWS names it is of the account {account}.",
        reference=BUCKETS,
        needs=(b"cdk-", b"elasticbeanstalk-", b"sagemaker-", b"aws-", b"config-bucket-", b".s3-control.", b".codeartifact.", b"aws://"),
        in_line=True,
        regex=(
            rb"(?<![\w.\-])(?:cdk-[a-z0-9]{9}-(?:container-)?assets-|(?:elasticbeanstalk|sagemaker)-" + _REGION
            + rb"-|aws-(?:glue-(?:assets|scripts|temporary)|athena-query-results|cloudtrail-logs)-|config-bucket-"
            rb"|(?=\d{12}\.s3-control\.)|aws://(?=\d{12}/[a-z]{2}-)"
            rb"|(?=[a-z0-9\-]{2,50}-\d{12}\.d\.codeartifact\.)[a-z0-9\-]{2,50}-)"
            rb"(?P<account>\d{12})(?![\dA-Za-z])"
        ),
        accept=used_with_it,
        examples={
            "toolkit's": PAIR + "BUCKET=cdk-hnb659fds-assets-210987654321-us-east-1\n",
            "platform's": PAIR + "s3://elasticbeanstalk-eu-west-1-210987654321/app.zip\n",
            "notebook's": PAIR + "bucket = 'sagemaker-us-east-1-210987654321'\n",
            "control": PAIR + "endpoint = https://210987654321.s3-control.eu-west-1.amazonaws.com\n",
            "environment of a toolkit": PAIR + "cdk bootstrap aws://210987654321/eu-west-1\n",
            "packages": PAIR + "url = https://acme-210987654321.d.codeartifact.us-east-1.amazonaws.com/npm/x/\n",
        },
        counterexamples={
            "name that somebody chose": PAIR + "BUCKET=backup-210987654321\n",
            "in documentation": PAIR + "BUCKET=cdk-hnb659fds-assets-123456789012-us-east-1\n",
            "key that holds its account": "<id:AKIA:123456789013>\nBUCKET=sagemaker-us-east-1-210987654321\n",
        },
    ),
)  # fmt: skip
