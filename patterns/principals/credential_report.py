"""IAM's credential report: whether the account's root user has an active access key."""

from __future__ import annotations

from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term
from patterns.principals._text import ROOT_ARN

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_getting-report.html"
ACTIVE = (6, 11)
"""Which of the columns behind the ARN say whether the first and the second access key are active."""
KEY = "\nkey <id:AKIA:123456789013>\n"


def row(first: str, second: str, account: str = "123456789013", user: str = "<root_account>") -> str:
    cells = ["2019-01-01T00:00:00+00:00", "not_supported", "N/A", "N/A", "not_supported", "true"]
    cells += [first, "N/A", "N/A", "N/A", "N/A", second, "N/A", "N/A", "N/A", "N/A", "false", "N/A", "false", "N/A"]
    arn = f"arn:aws:iam::{account}:" + ("root" if user.startswith("<") else f"user/{user}")
    return ",".join((user, arn, *cells)) + "\n"


def has_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The report says that a root key is active."""
    if match is None or not long_term(match, subject):
        return False
    cells = match["cells"].split(b",")
    return any(cells[at].strip(b' "').lower() == b"true" for at in ACTIVE if at < len(cells))


def has_no_key(match: Match[bytes] | None, subject: Subject) -> bool:
    """The report says of both root keys that they are not active, and the key is known to be of that account."""
    if match is None or not long_term(match, subject) or subject.account != match["account"].decode():
        return False
    cells = match["cells"].split(b",")
    return len(cells) > max(ACTIVE) and all(cells[at].strip(b' "').lower() == b"false" for at in ACTIVE)


ROW = rb"(?:(?m:^)|\\n)\"?<root_account>\"?,\"?" + ROOT_ARN + rb"\"?,(?P<cells>[^\n]{20,600})"
SIGNALS = (
    Signal(
        id="report-of-a-root-key",
        says="root",
        strength="weak",
        scope="account",
        detail="A credential report says that the root user of its account has an active access key, though not which.",
        reference=PAGE,
        needs=(b"<root_account>",),
        regex=ROW,
        accept=has_key,
        examples={
            "first key": row("true", "false") + KEY,
            "second key": row("false", "TRUE") + KEY,
            "among others": row("true", "false", user="al") + row("true", "true") + KEY,
            "in a string": repr("x\n" + row("true", "false") + row("false", "false", user="al")) + KEY,
        },
        counterexamples={
            "no key": row("false", "false") + KEY,
            "another account's": row("true", "false", "123456789014") + KEY,
            "a user's": row("true", "false", user="alice") + KEY,
            "temporary": row("true", "false") + "key <id:ASIA:123456789013>\n",
        },
    ),
    Signal(
        id="report-without-root-key",
        says="iam-user",
        strength="medium",
        scope="account",
        detail="A credential report says that the root user of its account has no active access key.",
        reference=PAGE,
        needs=(b"<root_account>",),
        regex=ROW,
        accept=has_no_key,
        examples={
            "no key": row("false", "false") + KEY,
            "in capitals": row("FALSE", "FALSE") + KEY,
            "among others": row("true", "false", user="al") + row("false", "false") + KEY,
        },
        counterexamples={
            "a key": row("true", "false") + KEY,
            "second key": row("false", "true") + KEY,
            "another account's": row("false", "false", "123456789014") + KEY,
            "a user's": row("false", "false", user="alice") + KEY,
            "key that holds no account": row("false", "false") + "key <oldid>\n",
            "temporary": row("false", "false") + "key <id:ASIA:123456789013>\n",
        },
    ),
)
