"""Rows of tables whose columns are known by their header: CSV and Markdown. Support: no signal stands here."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from re import Match

from patterns._rows import plain

LONGEST = 4000
"""Bytes of a row, and of the header."""
ABOVE = 16_384
"""Bytes above a row in which its header is looked for, where that is not the first line of a file."""
MOST = 3
"""Lines above that are tried."""
KEYS = frozenset({"accesskeyid", "awsaccesskeyid", "awsaccesskey", "accesskey", "keyid", "key"})
"""How the column of key IDs is called."""
OF_MACHINES = frozenset(
    {"host", "hostname", "server", "machine", "ip", "path", "file", "filename", "device", "shell", "uid", "group", "mode", "database"}
)  # fmt: skip
"""Columns of tables in which users are those of an operating system or of a database."""
PREFIX = "useridentity"
"""What query services put before the names of CloudTrail's fields."""
TYPES = frozenset(
    {"type", "keytype", "usertype", "accounttype", "principaltype", "identitytype", "credentialtype", "kind"}
)
"""Columns that say what kind of key each one is."""
USERS = frozenset({"iam user", "iam-user", "iamuser", "iam_user", "aws iam user", "user"})
"""How such a column calls an IAM user."""


def named_cells(match: Match[bytes], key_id: str | None) -> Mapping[str, str]:
    """The cells of the row in which the match begins, by the names of their columns.

    Empty where the header above names no column for key IDs, or where it is another key's that stands in it.
    """
    data, start = match.string, match.string.rfind(b"\n", max(0, match.start() - LONGEST), match.start()) + 1
    row = _cells(data[start : start + LONGEST].split(b"\n", 1)[0])
    for line in _headers(data, start):
        names = [_name(cell) for cell in _cells(line)]
        column = next((name for name in names if name in KEYS), None)
        if column and len(names) == len(row):
            found = dict(zip(names, row, strict=True))
            return found if found[column] == key_id else {}
    return {}


def is_of_a_user(row: Mapping[str, str]) -> bool:
    """Whether a column of the row says that its key is an IAM user's."""
    return any(row.get(column, "").lower() in USERS for column in TYPES)


def _headers(data: bytes, start: int) -> Iterator[bytes]:
    """The first line of the file, and the nearest above the row that speak of keys. Few: it is asked for each cell."""
    first = data[:LONGEST].split(b"\n", 1)[0]
    if b"key" in first.lower():
        yield first
    low, end = max(0, start - ABOVE), start
    for _ in range(MOST):
        at = max(data.rfind(word, low, end) for word in (b"key", b"Key", b"KEY"))
        if at < 0:
            return
        end = max(low, data.rfind(b"\n", low, at) + 1)
        yield data[end : end + LONGEST].split(b"\n", 1)[0]


def _cells(line: bytes) -> list[str]:
    text = line.decode("utf-8-sig", "replace").replace("\r", " ").strip()
    if text.startswith("||"):  # the head of a table as wikis of Atlassian write it
        text = text.replace("||", "|")
    if text.startswith("|"):
        return [cell.strip(" \t`*\"'") for cell in text.strip("|").split("|")]
    sign = max(",;\t", key=text.count)
    return [cell.strip() for cell in next(csv.reader([text], delimiter=sign), [])]


def _name(cell: str) -> str:
    return plain(cell.encode()).decode("utf-8", "replace").replace(".", "").removeprefix(PREFIX)
