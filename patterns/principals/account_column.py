"""A column for the account in a table of keys that do not hold it."""

from __future__ import annotations

import string
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import account_unknown
from patterns.principals._tables import named_cells
from patterns.principals._text import ACCOUNT, KEY_ID

PAGE = "https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html"
NAMES = string.ascii_letters + " ()-_/:"
"""What an account is called beside its number."""
COLUMNS = ("account", "accountid", "awsaccount", "awsaccountid", "accountnumber")


def in_its_row(match: Match[bytes] | None, subject: Subject) -> bool:
    """The number stands in a column for the account, in the row of this key."""
    if match is None or not account_unknown(match, subject):
        return False
    row = named_cells(match, subject.key_id)
    return any(row.get(name, "").strip(NAMES) == match["account"].decode() for name in COLUMNS)


SIGNALS = (
    Signal(
        id="account-column",
        says="unknown",
        strength="weak",
        scope="record",
        detail="The row of the table names the account {account}.",
        reference=PAGE,
        needs=(b"akia", b"asia"),
        in_line=True,
        regex=rb"(?m)^(?=[^\n]{0,1000}?(?<![A-Za-z0-9])" + KEY_ID + rb"(?![A-Za-z0-9]))[^\n]{0,1000}?(?<!\d)" + ACCOUNT,
        accept=in_its_row,
        examples={
            "CSV": "account_id,access_key_id,secret\n123456789013,<oldid>,<secret>\n",
            "Markdown": "| Access key ID | AWS account |\n|---|---|\n| <oldid> | 123456789013 |\n",
            "with a name": "| Account | Key |\n|---|---|\n| prod 123456789013 | <oldid> |\n",
            "in groups": "| Account | Key | Secret |\n|---|---|---|\n| 1234-5678-9013 | <oldid> | <secret> |\n",
            "second row": "Account ID;Access key ID\n123456789014;<oldid#1>\n123456789013;<oldid>\n",
        },
        counterexamples={
            "another column": "order,access_key_id\n123456789013,<oldid>\n",
            "another row": "account,access_key_id\n123456789013,<oldid#1>\n,<oldid>\n",
            "no header": "123456789013,<oldid>,<secret>\n",
            "key that holds its account": "account,access_key_id\n123456789013,<id:AKIA:123456789013>\n",
        },
    ),
)
