"""Credentials that are somebody's by what they are: only IAM users have service keys, and tokens are of a session."""

from __future__ import annotations

from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject

SERVICE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html"
SMTP = "https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html"
SESSIONS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html"
REGIONS = "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"
SERVICE_KINDS = ("bedrock-api-key", "cloudwatch-api-key", "service-specific-credential")
SESSION_KINDS = ("sso-token", "sign-in-url", "login-token")
SAVED = "name,url,username,password\naws,{},{},<password>\n"
PASSWORDS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/console.html"
SIGNED = "https://b.s3.{}.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=<id>%2F20990101%2F{}%2Fs3%2Faws4_request&X-Amz-Date=20990101T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>\n"
PEM = "-----BEGIN RSA PRIVATE KEY-----\nMIIE<b64:60>\n<b64:64>\n<b64:64#2>\n<b64:64#3>\n-----END RSA PRIVATE KEY-----\n"


def of_a_service(match: Match[bytes] | None, subject: Subject) -> bool:
    """A service-specific credential. A key of Bedrock that an access key signed is whoever's that key is."""
    return subject.kind in SERVICE_KINDS and subject.key_id is None


def of_mail(match: Match[bytes] | None, subject: Subject) -> bool:
    """An SMTP password is made from the secret of a user that is made for it."""
    return subject.kind == "ses-smtp-password"


def of_a_session(match: Match[bytes] | None, subject: Subject) -> bool:
    """A token that credentials are got with, and a URL that opens a session of the console."""
    return subject.kind in SESSION_KINDS


def of_a_partition(match: Match[bytes] | None, subject: Subject) -> bool:
    """What it says of itself holds the name of a Region."""
    return subject.partition is not None


def of_a_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password out of a table, of somebody who signs in by a name: the root user does by an e-mail address."""
    return subject.kind == "console-password" and subject.user is not None


def private_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """Only a key itself is root's, not what else a file of that name holds."""
    return subject.kind == "private-key"


SIGNALS = (
    Signal(
        id="saved-user",
        says="iam-user",
        strength="medium",
        scope="credential",
        detail="In its table the sign-in is by a name, as IAM users sign in and the root user does not.",
        reference=PASSWORDS,
        regex=rb"",
        accept=of_a_user,
        examples={
            "export of a browser": SAVED.format("https://signin.aws.amazon.com/oauth", "alice"),
            "of an account": SAVED.format("https://acme.signin.aws.amazon.com/console", "alice"),
            "table": "AWS console users\n\n| User | Password |\n|---|---|\n| alice | <password> |\n",
            "user named root": SAVED.format("https://123456789013.signin.aws.amazon.com/console", "root"),
        },
        counterexamples={
            "root": SAVED.format("https://signin.aws.amazon.com/signin", "owner@acme.io"),
            "note": "Sign-in: https://acme.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n",
            "key": "AWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
    Signal(
        id="service-credential",
        says="iam-user",
        strength="strong",
        scope="credential",
        detail="Credentials for one service, as this one is, are made for IAM users alone.",
        reference=SERVICE,
        regex=rb"",
        accept=of_a_service,
        examples={
            "key of Bedrock": "AWS_BEARER_TOKEN_BEDROCK=<absk>\n",
            "key of CloudWatch Logs": "Authorization: Bearer <acwl>\n",
            "credential of CodeCommit": "alice-at-123456789013,<b64:43>=\n",
        },
        counterexamples={
            "short-term key of Bedrock": "AWS_BEARER_TOKEN_BEDROCK=<bedrock:20990101T000000Z>\n",
            "access key": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "key of AppSync": "APPSYNC_API_KEY=da2-<base36:26>\n",
        },
    ),
    Signal(
        id="smtp-password",
        says="iam-user",
        strength="strong",
        scope="credential",
        detail="It is an SMTP password of Amazon SES, which is derived from the secret of an IAM user's access key.",
        reference=SMTP,
        regex=rb"",
        accept=of_mail,
        examples={
            "password alone": "SMTP_PASSWORD=<smtp>\n",
            "with its user": "SMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp>\n",
            "older algorithm": "[email-smtp.us-west-2.amazonaws.com]:587 <id>:<smtp:2>\n",
        },
        counterexamples={
            "key pair": "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "another user of mail": "SMTP_PASSWORD=hunter2\nAWS_ACCESS_KEY_ID=<id>\n",
            "credential of CodeCommit": "alice-at-123456789013,<b64:43>=\n",
        },
    ),
    Signal(
        id="session-by-construction",
        says="temporary",
        strength="strong",
        scope="credential",
        detail="It is made for one session, and ends by itself.",
        reference=SESSIONS,
        regex=rb"",
        accept=of_a_session,
        examples={
            "token of Identity Center": "x-amz-sso_bearer_token: aoaAAAAA<url64:80>:<b64:130>\n",
            "sign-in URL": "https://signin.aws.amazon.com/federation?Action=login&SigninToken=<url64:400>\n",
            "container's token": "AWS_CONTAINER_AUTHORIZATION_TOKEN=<b64:40>\n",
        },
        counterexamples={
            "key of Bedrock": "AWS_BEARER_TOKEN_BEDROCK=<absk>\n",
            "signed URL": SIGNED.format("us-east-1", "us-east-1"),
            "auth token of MWS": "amzn.mws.<hex:8>-<hex:4>-<hex:4#2>-<hex:4#3>-<hex:12>\n",
        },
    ),
    Signal(
        id="signed-for-region",
        says="unknown",
        strength="weak",
        scope="credential",
        detail="What is signed names its Region, and so the partition.",
        reference=REGIONS,
        regex=rb"",
        accept=of_a_partition,
        examples={
            "China": SIGNED.format("cn-north-1", "cn-north-1"),
            "GovCloud": Sample(SIGNED.format("us-gov-west-1", "us-gov-west-1")),
            "the commercial partition": "AWS_BEARER_TOKEN_BEDROCK=<bedrock:20990101T000000Z>\n",
        },
        counterexamples={
            "version 2": "https://b.s3.amazonaws.com/k?AWSAccessKeyId=<id>&Expires=4102444800&Signature=<b64:27>%3D\n",
            "access key": "AWS_ACCESS_KEY_ID=<id>\nAWS_REGION=cn-north-1\nAWS_SECRET_ACCESS_KEY=<secret>\n",
            "key of Bedrock": "AWS_BEARER_TOKEN_BEDROCK=<absk>\n",
        },
    ),
    Signal(
        id="cloudfront-key-of-root",
        says="root",
        strength="medium",
        scope="path",
        detail="The file is named as that of a CloudFront key pair, such as the root user alone could make.",
        reference="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html",
        regex=rb"(?:^|[/!])(?:pk|rsa)-APKA[A-Z0-9]{12,17}\.pem$",
        accept=private_key,
        examples={
            "in a folder": Sample(PEM, "keys/pk-APKAJSAMPLESAMPLE234.pem"),
            "at the top": Sample(PEM, "rsa-APKAJSAMPLESAMPLE234.pem"),
            "in an archive": Sample(PEM, "backup.zip!pk-APKAJSAMPLESAMPLE234.pem"),
        },
        counterexamples={
            "key of EC2": Sample(PEM, "ec2-prod.pem"),
            "key of a key group": Sample(PEM, "cloudfront_private_key.pem"),
            "an access key in such a file": Sample("AWS_ACCESS_KEY_ID=<id>\n", "pk-APKAJSAMPLESAMPLE234.pem"),
        },
    ),
)
