"""The Region in which what is good for one service alone is good: the host beside it says it, or a setting."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._text import named

PAGE = "https://docs.aws.amazon.com/general/latest/gr/rande.html"
KINDS = frozenset(
    {"ses-smtp-password", "service-specific-credential", "appsync-api-key", "bedrock-api-key", "cloudwatch-api-key", "private-key"}
)  # fmt: skip
SMTP = "SMTP_USERNAME=<id>\nSMTP_PASSWORD=<smtp>\n"

_HOST = (
    rb"(?:(?:email-smtp|git-codecommit|cassandra|bedrock(?:-runtime)?|logs)(?:-fips)?\.|\.appsync-api\.|"
    rb"(?<=ec2-)[\d\-]{7,15}\.)"
)
_SET = named(rb"(?:aws_?)?(?:(?:default|ses|smtp|mail|email|appsync|bedrock)_?)?region(?:_?name)?")


def of_one_service(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is a credential for one service, or of a machine."""
    return subject.kind in KINDS


SIGNALS = (
    Signal(
        id="region-of-service",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The host or the Region beside it says where it is good.",
        reference=PAGE,
        needs=(b"email-smtp", b"codecommit", b"cassandra", b"bedrock", b"logs", b"appsync", b"compute", b"region"),
        in_line=True,
        regex=rb"(?:" + _HOST + rb"|" + _SET + rb")(?P<region>[a-z]{2,4}(?:-[a-z]{2,5})?-[a-z]{4,12}-\d)(?![\w\-])",
        accept=of_one_service,
        examples={
            "host of SES": "SMTP_HOST=email-smtp.eu-west-1.amazonaws.com\n" + SMTP,
            "setting": SMTP + "AWS_SES_REGION=ap-southeast-2\n",
            "in the credential's own URL": (
                "https://alice-at-123456789013:<b64:43>%3D@git-codecommit.eu-central-1.amazonaws.com/v1/repos/x\n"
            ),
            "API": ("url: https://<base36:26>.appsync-api.us-west-2.amazonaws.com/graphql\napiKey: da2-<base36:26>\n"),
        },
        counterexamples={
            "another section's": "[mail]\n" + SMTP + "[y]\nregion = eu-west-1\n",
            "no Region": SMTP + "region = europe\n",
            "bucket": SMTP + "bucket = logs-eu-west-1\n",
            "access key": "aws_access_key_id = <id>\naws_secret_access_key = <secret>\nregion = eu-west-1\n",
        },
    ),
)
