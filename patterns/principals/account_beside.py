"""The account's number beside a credential that does not hold it: keys of before 2019, and passwords.

It says nothing of the type. Where the key ID holds its account, that is surer, and these signals are silent.
"""

from __future__ import annotations

from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._profiles import ASK, is_of_another_profile
from patterns.principals._text import KEY_ID, field

SETTINGS = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html"
ALIAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html"
PAIR = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"
NOTE = "Sign-in: https://123456789013.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n"
ROW = "alice,{cell},{key},<secret>,https://123456789013.signin.aws.amazon.com/console\n"


def account_unknown(match: Match[bytes] | None, subject: Subject) -> bool:
    """The credential does not hold its account."""
    return subject.account is None


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
        reference="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html",
        needs=(b"identity",),
        regex=ASK
        + rb"[^\n]{0,160}?\bAccount\b[^\n]{0,100}\n[ \t#>\"']{0,8}(?P<account>\d{12})(?=[\"']?[ \t]*\r?(?:\n|\Z))",
        accept=answered,
        examples={
            "text": PAIR + "$ aws sts get-caller-identity --query Account --output text\n123456789013\n",
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
    Signal(
        id="account-number",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The account's number {account} stands beside it.",
        reference=SETTINGS,
        needs=(b"account",),
        in_line=True,
        regex=field(rb"(?:aws_?)?account(?:[_ ]?(?:id|number|no))?", rb"(?P<account>\d{12})"),
        accept=account_unknown,
        examples={
            "profile": "[x]\n" + PAIR + "aws_account_id = 123456789013\n",
            "environment": "AWS_ACCOUNT_ID=123456789013\nAWS_ACCESS_KEY_ID=<oldid>\n",
            "JSON": '{"accountId": "123456789013", "accessKeyId": "<oldid>"}',
            "caller identity": PAIR + '{"Account": "123456789013"}\n',
            "password": "Account: 123456789013\nAWS console user: alice\npassword: <password>\n",
        },
        counterexamples={
            "key that holds its account": "aws_account_id = 123456789013\naws_access_key_id = <id:AKIA:123456789013>\n",
            "next section's": "[x]\n" + PAIR + "[y]\naws_account_id = 123456789013\n",
            "longer number": PAIR + "account = 1234567890131\n",
            "account of a bank": PAIR + "account_owner = 123456789013\n",
            "of another environment": PAIR + "DEV_ACCOUNT_ID=123456789013\n",
        },
    ),
    Signal(
        id="account-in-url",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The sign-in page beside it is that of the account {account}.",
        reference=ALIAS,
        needs=(b".signin.a",),
        in_line=True,
        regex=rb"(?<!\d)(?P<account>\d{12})\.signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)",
        accept=account_unknown,
        examples={
            "row": Sample(
                "User name,Password,Access key ID,Secret access key,Console login link\n"
                "alice,,<oldid>,<secret>,https://123456789013.signin.aws.amazon.com/console\n",
                "credentials.csv",
            ),
            "note": PAIR + "https://123456789013.signin.aws.amazon.com/console\n",
            "password": NOTE,
        },
        counterexamples={
            "alias": PAIR + "https://acme.signin.aws.amazon.com/console\n",
            "key that holds its account": "<id:AKIA:123456789013>\nhttps://123456789013.signin.aws.amazon.com/console\n",
            "next section's": "[x]\n" + PAIR + "[y]\nurl = https://123456789013.signin.aws.amazon.com/console\n",
        },
    ),
    Signal(
        id="account-of-row",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The sign-in page in its row is that of the account {account}.",
        reference=ALIAS,
        needs=(b".signin.a",),
        in_line=True,
        regex=KEY_ID + rb"[^\n]{0,120}https://(?P<account>\d{12})\.signin\.(?:aws\.amazon\.com|amazonaws)",
        accept=account_unknown,
        examples={
            "row": ROW.format(cell="", key="<oldid>"),
            "row with a password": ROW.format(cell="<password>", key="<oldid>"),
            "second row": ROW.format(cell="", key="<oldid#1>") + ROW.format(cell="", key="<oldid>"),
        },
        counterexamples={
            "key that holds its account": ROW.format(cell="", key="<id:AKIA:123456789013>"),
            "alias": ROW.format(cell="", key="<oldid>").replace("123456789013", "acme"),
            "next line": PAIR + "https://123456789013.signin.aws.amazon.com/console\n",
        },
    ),
)
