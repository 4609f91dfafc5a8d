"""What holds a key that does not hold its account is named by the account's number: a section, an object, an item."""

from __future__ import annotations

from re import Match

from patterns._accounts import is_of_a_moment
from patterns._signal import Signal, Subject
from patterns.principals._subjects import account_unknown
from patterns.principals._text import KEY_ID

PAGE = "https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html"
PAIR = "aws_access_key_id = <oldid>\naws_secret_access_key = <secret>\n"
LIST = "accounts:\n  - name: a\n    id: '123456789013'\n    access_key: <oldid#1>\n  - name: b\n    id: '123456789014'\n    access_key: <oldid>\n"
ABOVE = 4000
"""Bytes above an item in which its list is named."""

_NAMED = (
    rb"^[ \t]*\[(?:[\w.\-/@ ]{0,48}[_\-./ a-zA-Z])?(?=\d{12}(?P<rest>[_\-./ ][\w.\-/ ]{0,60})?\])"
    rb"|[\"'](?=\d{12}[\"'][ \t]{0,4}(?::|=>?)[ \t]{0,4}\{)"
    rb"|^[ \t]*[\"']?(?=\d{12}[\"']?:[ \t]*\r?$)"
)
_ITEM = rb"(?P<item>(?<![\w.\-])[\"']?(?i:id|number)[\"']?[ \t]{0,4}[:=][ \t]{0,4}[\"']?)"


def of_an_account(match: Match[bytes] | None, subject: Subject) -> bool:
    """The name of what holds it; or the number of an item of a list of accounts."""
    if match is None or not account_unknown(match, subject):
        return False
    if is_of_a_moment(match["account"]):
        return False
    return not match["item"] or b"accounts" in match.string[max(0, match.start() - ABOVE) : match.start()].lower()


SIGNALS = (
    Signal(
        id="account-as-name",
        says="unknown",
        strength="weak",
        scope="record",
        detail="What holds it is named by the number of the account {account}.",
        reference=PAGE,
        needs=(b"akia",),
        reach=640,
        regex=(
            rb"(?m)(?:" + _NAMED + rb"|" + _ITEM + rb")(?P<account>\d{12})"
            rb"(?=(?(rest)[^\n\]]{1,61})[\"'\]:,\s][ \t]{0,4}(?:(?::|=>?)[ \t]{0,4}\{)?"
            rb"(?:(?!\d{12}[\"'\]]?:)[^\[\]{}]){0,300}?(?<![A-Za-z0-9])" + KEY_ID + rb"(?![A-Za-z0-9]))"
        ),
        accept=of_an_account,
        examples={
            "section": "[123456789013]\n" + PAIR,
            "section with more in its name": "[prod-123456789013]\n" + PAIR,
            "section with a role": "[123456789013_Admin]\n" + PAIR,
            "profile of an organization": "[profile acme/123456789013]\n" + PAIR,
            "object": '{"123456789013": {"accessKeyId": "<oldid>", "secretAccessKey": "<secret>"}}\n',
            "block": "123456789013:\n  access_key: <oldid>\n  secret_key: <secret>\n",
            "item of a list": LIST,
        },
        counterexamples={
            "next section's": "[123456789013]\nregion = x\n[dev]\n" + PAIR,
            "item of another list": LIST.replace("accounts", "orders"),
            "moment in a section's name": "[backup-202401311200]\n" + PAIR,
            "longer number": "[1234567890131]\n" + PAIR,
            "key that holds its account": "[123456789013]\n" + PAIR.replace("oldid", "id:AKIA:123456789013"),
        },
    ),
)  # fmt: skip
