"""The account's number beside a credential that does not hold it: keys of before 2019, and passwords.

It says nothing of the type. Where the key ID holds its account, that is surer, and these signals are silent.
"""

# ruff: noqa: RUF001
from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._profiles import is_of_another_profile
from patterns.principals._subjects import account_unknown
from patterns.principals._text import ACCOUNT, KEY_ID, OTHERS, named

SETTINGS = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html"
ALIAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html"
PAIR = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"
NOTE = "Sign-in: https://123456789013.signin.aws.amazon.com/console\nUser name: alice\nPassword: <password>\n"
NAME_BYTES = 120
KINDS = (b"prod", b"dev", b"stag", b"test", b"qa", b"uat", b"sandbox", b"ma", b"payer", b"shared", b"security")
ABROAD = (
    "konto",
    "compte",
    "cuenta",
    "conta",
    "アカウント",
    "账号",
    "账户",
    "帳號",
    "帳戶",
    "계정",
    "аккаунт",
    "Аккаунт",
    "hesab",
)
ROW = "alice,{cell},{key},<secret>,https://123456789013.signin.aws.amazon.com/console\n"


_CALLED = rb"(?:aws[ _\-]?)?(?:acc(?:oun)?t(?:[ _]?(?:id|number|no\.?|num|nr\.?|\#))?|acc[ _]?id)"
_REMARK = (
    rb"(?m:^)[ \t]*(?:(?:\#+|//|;|--)[ \t]{0,4})?(?:(?!"
    + OTHERS
    + rb")[a-zA-Z][\w\-]{0,30},?[ \t]{1,3}){0,3}?(?i:"
    + _CALLED
    + rb")(?:[ \t]{1,3}|[ \t]is[ \t])"
    rb"(?=[\d \-]{12,14}(?:[ \t]{1,3}\((?!(?i:not|no|other|another|old|former)\b)[\w \-]{1,30}\))?[ \t.:)]{0,3}\r?(?m:$))"
)
"""A comment, or a heading, that says the number and nothing else, or what the account is for."""
_HEADING = rb"(?m:^)[ \t]*(?:\#+|//|;|--)[ \t]{0,4}[\w \-]{1,30}[(\[](?i:(?:aws )?acc(?:oun)?t)[ :]{1,2}(?=[\d \-]{12,14}[)\]])"
_PURPOSE = (
    rb"(?m:^)[ \t]*(?:\#+|//|;|--)[ \t]{0,4}(?!"
    + OTHERS
    + rb")[\w\-]{1,30}[ \t](?i:(?:aws )?account)[ \t]{1,2}\((?=[\d \-]{12,14}\)[ \t.:]{0,3}\r?(?m:$))"
)
_LABEL = rb"(?m:^)[ \t]*(?:[\-*][ \t]{1,3})?(?i:(?:aws )?acc(?:oun)?t[ ]?\#)[ \t]{0,3}"
_KIND = (
    rb"(?m:^)[ \t]*(?:\#+|//|;|--)[ \t]{0,4}(?i:(?:aws[ \-])?(?:prod(?:uction)?|dev(?:elopment)?"
    rb"|staging|stage|test(?:ing)?|qa|uat|sandbox|master|main|management|payer|shared|security))"
    rb"[ \t]{0,3}[(\[](?=\d{12}[)\]][ \t.:]{0,3}\r?(?m:$))"
)
_ABROAD = (
    "(?i:aws[ \\-]?)(?:[Kk]onto|[Cc]ompte|[Cc]uenta|[Cc]onta|[Aa]ccount|アカウント|账号|账户|帳號|帳戶|계정|(?:А|а)ккаунт|[Hh]esab[^ :\\n]{0,4})[ \\-]?(?i:ID|Nr\\.?)?(?:[ \\t:]|：){1,4}"
    "|(?:[Kk]onto|[Cc]ompte|[Cc]uenta|[Cc]onta|(?:А|а)ккаунт)(?: d[eia])? (?i:aws)[ \\t:]{1,4}"
).encode()
_SPOKEN = rb"(?i:\b(?:(?:your|our|the|this|of|in|for)[ \t]aws|of|in)[ \t]account(?:[ \t](?:id|number))?)[ \t(]{1,3}"
_CELL = (
    rb"(?i:(?:aws )?account(?: id| number| no\.?)?)[ \t:]{0,3}"
    rb"(?:</\w{1,8}>[ \t]{0,8}<\w{1,8}[^<>\n]{0,60}>|[ \t]{1,3}[`*]{1,3})"
)
_NUMBER = (
    rb"(?:" + named(rb"(?:cdk_default_|tf_var_|(?P<prefix>(?!aws_)[a-z0-9]{1,20}_))?" + _CALLED) + rb"|" + named(rb"allowed_account_ids") + rb"\[[ \t]{0,4}[\"']|" + _REMARK + rb"|" + _LABEL + rb"|" + _HEADING + rb"|" + _PURPOSE + rb"|" + _KIND + rb"|" + _ABROAD + rb"|" + _SPOKEN + rb"|" + _CELL + rb")"
    + ACCOUNT + rb"(?![\w+=@/\-]|:(?=\S)|\.\w|[\"']?[ \t]{0,4},[ \t]{0,4}[\"']?\d{12})"
)  # fmt: skip
"""A field for the account, or the only one in a list of those that a provider may work in."""


def stated(match: Match[bytes] | None, subject: Subject) -> bool:
    """The number is no answer to a call by another profile, and the key does not stand in a member of its own beside it."""
    if match is None or subject.account or is_of_another_profile(match, subject):
        return False
    key = (subject.key_id or "\n").encode()
    if match["prefix"] and not _is_so_called(match.string, match.string.find(key), match["prefix"]):
        return False
    at = match.string.find(key, match.end())
    return at < 0 or not _next_member().match(match.string, match.end(), at)


def _is_so_called(data: bytes, at: int, prefix: bytes) -> bool:
    """Whether the name of what stands there begins with the same word."""
    line = data[max(0, at - NAME_BYTES) : max(0, at)].rsplit(b"\n", 1)[-1]
    return bool(re.search(rb"(?<![\w.\-])" + re.escape(prefix) + rb"\w{0,60}[^\w\n]{1,20}\Z", line, re.IGNORECASE))


@functools.cache
def _next_member() -> re.Pattern[bytes]:
    return re.compile(rb"[^{}]{0,400}\}\s{0,40},\s{0,40}[\"']?[\w\-]{1,60}[\"']?\s{0,20}[:=]\s{0,20}\{")


SIGNALS = (
    Signal(
        id="account-number",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The account's number {account} stands beside it.",
        reference=SETTINGS,
        needs=(b"account", b"acct", b"acc_id", b"acc id", b"accid", *KINDS, *(word.encode() for word in ABROAD)),
        in_line=True,
        regex=_NUMBER,
        accept=stated,
        examples={
            "profile": "[x]\n" + PAIR + "aws_account_id = 123456789013\n",
            "environment": "AWS_ACCOUNT_ID=123456789013\nAWS_ACCESS_KEY_ID=<oldid>\n",
            "comment": "# AWS account 123456789013\n" + PAIR,
            "JSON": '{"accountId": "123456789013", "accessKeyId": "<oldid>"}',
            "caller identity": PAIR + '{"Account": "123456789013"}\n',
            "provider of Terraform": 'provider "aws" {\n  allowed_account_ids = ["123456789013"]\n  access_key = "<oldid>"\n}\n',
            "with what it is for": "prod account 123456789013\n" + PAIR,
            "in a sentence of few words": "# account id is 123456789013\n" + PAIR,
            "kind of account": "## Staging (123456789013)\n\n" + PAIR,
            "German": "# AWS-Konto: 123456789013\n" + PAIR,
            "French": "# compte AWS 123456789013\n" + PAIR,
            "Japanese": "# AWSアカウント: 123456789013\n" + PAIR,
            "in groups": PAIR + "AWS_ACCOUNT=1234-5678-9013\n",
            "groups in a heading": "# AWS account 1234-5678-9013\n\n" + PAIR,
            "what it is for": "# account 123456789013 (sandbox)\n" + PAIR,
            "notice": "Your AWS Account 123456789013 may be compromised: the key <oldid> is public.\n",
            "with a hyphen": PAIR + "aws-account=123456789013\n",
            "above a section": "[x]\n" + PAIR.replace("oldid", "oldid#1") + "\n# account 123456789013\n[y]\n" + PAIR,
            "what it is for, before it": PAIR + "# Production account (123456789013)\n",
            "heading of a section": "## Prod (account 1234-5678-9013)\n\n" + PAIR,
            "of the same environment": "DEV_AWS_ACCESS_KEY_ID=<oldid>\nDEV_AWS_SECRET_ACCESS_KEY=<secret>\nDEV_ACCOUNT_ID=123456789013\n",
            "cell of a page": "<th>Account</th><td>1234-5678-9013</td><th>Key</th><td><oldid></td>\n",
            "in a sentence": "The key of the user in account 1234-5678-9013:\n" + PAIR,
            "code": "Account ID `123456789013`\n" + PAIR,
            "number sign": "Acct # 1234 5678 9013\n" + PAIR,
            "of a toolkit": PAIR + "CDK_DEFAULT_ACCOUNT=123456789013\n",
            "short": PAIR + "AWS_ACC_ID=123456789013\n",
            "password": "Account: 123456789013\nAWS console user: alice\npassword: <password>\n",
        },
        counterexamples={
            "key that holds its account": "aws_account_id = 123456789013\naws_access_key_id = <id:AKIA:123456789013>\n",
            "next section's": "[x]\n" + PAIR + "[y]\naws_account_id = 123456789013\n",
            "longer number": PAIR + "account = 1234567890131\n",
            "account of a bank": PAIR + "account_owner = 123456789013\n",
            "comment on a bank's": "# bank account 123456789013\n" + PAIR,
            "comment on another service's": "# Analytics account (123456789013)\n" + PAIR,
            "comment that says more": "# account 123456789013 has no key\n" + PAIR,
            "comment that takes it back": "# account 123456789013 (not for this key)\n" + PAIR,
            "number of a thing": "## Order (123456789013)\n\n" + PAIR,
            "account in a foreign bank": "# Konto 123456789013\n" + PAIR,
            "number of a card": PAIR + "account: 1234 5678 9013 4567\n",
            "another member's": '{"bank": {"accountNumber": "123456789013"}, "aws": {"accessKeyId": "<oldid>"}}',
            "answer to a call by another profile": "[x]\n" + PAIR + "\n$ aws sts get-caller-identity --profile y\n"
            '{"Account": "123456789013"}\n',
            "two that are at odds": "aws_account_id=123456789013\n" + PAIR + "account_id=123456789014\n",
            "several that are allowed": PAIR + 'allowed_account_ids = ["123456789013", "123456789014"]\n',
            "of another environment": PAIR + "DEV_ACCOUNT_ID=123456789013\n",
        },
    ),
    Signal(
        id="account-variable",
        says="unknown",
        strength="weak",
        scope="record",
        detail="A variable set beside it says that the account is {account}.",
        reference=SETTINGS,
        needs=(b"account",),
        reach=512,
        regex=(
            rb"(?:variable[ \t]{1,4}\"(?i:(?:aws_)?account"
            rb"(?:_?(?:id|number))?)\"[ \t]{0,4}\{[^{}]{0,200}?default[ \t]{0,20}=[ \t]{0,4}\""
            rb"|(?i:name)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?"
            rb"(?i:(?:aws_)?account(?:_?(?:id|number))?)[\"']?[ \t]{0,4},?\s{1,40}[\"']?(?i:value)[\"']?"
            rb"[ \t]{0,4}[:=][ \t]{0,4}[\"']?)" + ACCOUNT + rb"(?![\w+=@/:\-])"
        ),
        accept=account_unknown,
        examples={
            "of a container": '- name: AWS_ACCOUNT_ID\n  value: "123456789013"\n- name: AWS_ACCESS_KEY_ID\n  value: <oldid>\n',
            "JSON": '[{"name": "ACCOUNT_ID", "value": "123456789013"}, {"name": "KEY", "value": "<oldid>"}]',
            "of Terraform": 'variable "account_id" {\n  default = "123456789013"\n}\nvariable "key" {\n  default = "<oldid>"\n}\n',
            "below": "- name: KEY\n  value: <oldid>\n- name: AWS_ACCOUNT\n  value: '123456789013'\n",
        },
        counterexamples={
            "another variable": '- name: CUSTOMER\n  value: "123456789013"\n- name: KEY\n  value: <oldid>\n',
            "longer number": '- name: AWS_ACCOUNT_ID\n  value: "1234567890131"\n- name: KEY\n  value: <oldid>\n',
            "key that holds its account": '- name: AWS_ACCOUNT_ID\n  value: "123456789013"\n- name: KEY\n  value: <id:AKIA:123456789013>\n',
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
