"""`sts get-caller-identity` asked for the account alone, with its answer below."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._profiles import ASK, is_of_another_profile
from patterns.principals._subjects import account_unknown

PAGE = "https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html"
PAIR = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"


def answered(match: Match[bytes] | None, subject: Subject) -> bool:
    """It is the answer to a call that may have been made with this key, which does not hold its account."""
    return match is not None and account_unknown(match, subject) and not is_of_another_profile(match, subject)


SIGNALS = (
    Signal(
        id="account-query",
        says="unknown",
        strength="weak",
        scope="record",
        detail="Asked for the account, AWS answered {account}.",
        reference=PAGE,
        needs=(b"identity", b"access-key-info"),
        regex=rb"(?:"
        + ASK
        + rb"|get-access-key-info\b)"
        + rb"[^\n]{0,160}?\bAccount\b[^\n]{0,100}\n[ \t#>\"']{0,8}(?P<account>\d{12})(?=[\"']?[ \t]*\r?(?:\n|\Z))",
        accept=answered,
        examples={
            "text": PAIR + "$ aws sts get-caller-identity --query Account --output text\n123456789013\n",
            "of a key ID": "$ aws sts get-access-key-info --access-key-id <oldid> --query Account --output text\n123456789013\n",
            "JSON": PAIR + '$ aws sts get-caller-identity --query Account\n"123456789013"\n',
            "remark below the call": PAIR
            + "aws sts get-caller-identity --query 'Account' --output text\n# 123456789013\n",
            "another program's": PAIR + "$ aws sts get-caller-identity | jq -r .Account\n123456789013\n",
        },
        counterexamples={
            "key that holds its account": "<id:AKIA:123456789013>\n$ aws sts get-caller-identity --query Account\n123456789013\n",
            "no answer": PAIR + "ACCOUNT=$(aws sts get-caller-identity --query Account --output text)\necho $ACCOUNT\n",
            "another profile": "[x]\n"
            + PAIR
            + "\n$ aws sts get-caller-identity --query Account --profile y\n123456789013\n",
            "longer number": PAIR + "$ aws sts get-caller-identity --query Account\n1234567890131\n",
        },
    ),
)
