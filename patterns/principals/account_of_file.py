"""The account in the first line of a note, or in its path: it is that of all the keys below which do not hold their own."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._accounts import is_of_a_moment
from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import account_unknown
from patterns.principals._text import ACCOUNT, OTHERS

PAGE = "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html"
TWO = "\n## web\nkey: <oldid#1>\nsecret: <secret#1>\n\n## mail\nkey: <oldid>\nsecret: <secret>\n"
PAIR = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"
LONGEST = 20_000
"""Bytes of a note."""


def alone(match: Match[bytes] | None, subject: Subject) -> bool:
    """No other number that could be an account's stands in the note."""
    if match is None or not account_unknown(match, subject) or len(match.string) > LONGEST:
        return False
    return len({number.translate(None, b"- ") for number in _numbers().findall(match.string)}) == 1


@functools.cache
def _numbers() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![\dA-Za-z])(?:\d{12}|\d{4}-\d{4}-\d{4}|\d{4} \d{4} \d{4})(?![\dA-Za-z])")


def only_number(match: Match[bytes] | None, subject: Subject) -> bool:
    """No other such number stands in the path, and it is no moment."""
    if match is None or not account_unknown(match, subject) or is_of_a_moment(match["account"]):
        return False
    return len(set(_numbers().findall(match.string))) == 1


SIGNALS = (
    Signal(
        id="account-of-file",
        says="unknown",
        strength="weak",
        scope="file",
        detail="The first line of the file names the account {account}.",
        reference=PAGE,
        needs=(b"account",),
        regex=(
            rb"\A(?:\xef\xbb\xbf)?\s{0,20}(?:\#{1,6}|//|;|--|=+|<h\d>)?[ \t]{0,4}(?:(?!" + OTHERS + rb")[\w\-]{1,30}[ \t(:]{1,3}){0,3}?(?i:(?:aws )?account(?: id| number)?)[ \t:(\#]{1,3}"
            + ACCOUNT
        ),
        accept=alone,
        examples={
            "heading of several": "# AWS account 1234-5678-9013\n" + TWO,
            "with a name": "ACME prod (account 123456789013)\n" + TWO,
            "comment": "// Account: 123456789013\n" + TWO,
        },
        counterexamples={
            "another number below": "# AWS account 1234-5678-9013\n" + TWO + "\n# account 123456789014\n",
            "farther down": "Notes\n\nAWS account 123456789013 is gone.\n" + TWO,
            "account of a bank": "# bank account 123456789013\n" + TWO,
            "number of a phone": "# call 1234-5678-9013\n" + TWO,
            "key that holds its account": "# AWS account 123456789013\n\nkey: <id:AKIA:123456789013>\nsecret: <secret>\n",
        },
    ),
    Signal(
        id="account-in-path",
        says="unknown",
        strength="weak",
        scope="path",
        detail="The file, or the folder that it is kept in, is named by the number of the account {account}.",
        reference=PAGE,
        needs=tuple(b"%d" % digit for digit in range(10)),
        regex=rb"(?<![\dA-Za-z])(?P<account>\d{12})(?![\dA-Za-z])",
        accept=only_number,
        examples={
            "folder": Sample(PAIR, "accounts/123456789013/credentials"),
            "file of settings": Sample(PAIR, "prod-123456789013.env"),
            "root's file": Sample(PAIR, "rootkey-123456789013.csv"),
        },
        counterexamples={
            "two": Sample(PAIR, "123456789013/to-123456789014.env"),
            "moment": Sample(PAIR, "backup-202401311200/.env"),
            "longer number": Sample(PAIR, "1234567890134/.env"),
            "key that holds its account": Sample(PAIR.replace("oldid", "id:AKIA:123456789013"), "123456789013/.env"),
        },
    ),
)  # fmt: skip
