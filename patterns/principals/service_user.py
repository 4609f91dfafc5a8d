"""Services whose credentials are always an IAM user's: mail by SES, repositories of CodeCommit."""

from __future__ import annotations

from patterns._pattern import Sample
from patterns._signal import Signal
from patterns.principals._subjects import long_term
from patterns.principals._text import KEY_ID

SMTP = "https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html"
COMMIT = "https://docs.aws.amazon.com/codecommit/latest/userguide/setting-up-gc.html"

_MAIL = rb"(?<![A-Za-z])(?:smtp|e?mail(?:er)?|ses(?=[_\-.])|postfix|sasl)"
_SIGN = rb"[\"'\])]{0,3}[ \t]{0,8}(?:=>|:=|[:=>,])[ \t]{0,8}[\"'(]{0,2}"
_SMTP_USER = (
    rb"(?:(?i:" + _MAIL + rb"[\w.\-]{0,20}user(?:[_\-. ]?name)?)"
    rb"|(?i:email-smtp\.[a-z0-9\-]{6,20}\.amazonaws\.com)[^{}]{0,160}?(?<![A-Za-z])(?i:user(?:[_\-]?name)?|login|auth))"
)  # fmt: skip

SIGNALS = (
    Signal(
        id="smtp-user",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The key ID is used as the user name of Amazon SES's SMTP interface, for which an IAM user is made.",
        reference=SMTP,
        needs=(b"akia", b"asia"),
        reach=320,
        regex=_SMTP_USER + _SIGN + KEY_ID,
        accept=long_term,
        examples={
            "settings": "EMAIL_HOST=email-smtp.us-east-1.amazonaws.com\nEMAIL_HOST_USER=<id>\nEMAIL_HOST_PASSWORD=<b64:44>\n",
            "environment": "SMTP_USERNAME=<id>\nSMTP_PASSWORD=<b64:44>\n",
            "YAML": "smtp:\n  host: email-smtp.eu-west-1.amazonaws.com\n  smtp_user: <id>\n",
            "PHP": "'smtp_user' => '<id>',\n",
            "Postfix": "postfix_user = <id>\npostfix_password = <b64:44>\n",
        },
        counterexamples={
            "interface of the SDK": "SES_ACCESS_KEY_ID=<id>\nSES_SECRET=<secret>\n",
            "another user": "SMTP_USER=mailer\nAWS_ACCESS_KEY_ID=<id>\n",
            "temporary": "SMTP_USER=<id:ASIA>\n",
            "another word": "session_user=<id>\n",
            "another key's": "SMTP_USER=<id#1>\nAWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
    Signal(
        id="codecommit-user",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The CodeCommit user name beside it is the IAM user {name}'s.",
        reference=COMMIT,
        needs=(b"-at-",),
        in_line=True,
        regex=rb"(?<![\w+=,.@\-])(?P<name>[\w+=.\-]{1,64}?)(?:\+\d)?-at-(?P<account>\d{12})(?:\+\d)?(?!\d)",
        accept=long_term,
        examples={
            "URL": (
                "git clone https://alice-at-123456789013:x@git-codecommit.us-east-1.amazonaws.com/v1/repos/x\n"
                "aws_access_key_id=<id:AKIA:123456789013>\n"
            ),
            "setting": "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nGIT_USER=alice-at-123456789013\n",
            "second credential": "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nGIT_USER=al.b-at-123456789013+1\n",
        },
        counterexamples={
            "another account's": "AWS_ACCESS_KEY_ID=<id:AKIA:123456789013>\nGIT_USER=alice-at-123456789014\n",
            "temporary": "AWS_ACCESS_KEY_ID=<id:ASIA:123456789013>\nGIT_USER=alice-at-123456789013\n",
            "next section's": "[a]\nkey=<id:AKIA:123456789013>\n[b]\nuser=alice-at-123456789013\n",
            "no account": Sample("AWS_ACCESS_KEY_ID=<id>\nmail=alice-at-acme\n"),
        },
    ),
)
