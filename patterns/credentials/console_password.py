"""Console passwords in the CSV files that AWS hands out when an IAM user is made."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._pattern import Anchor, Found, Pattern, Role

COLUMNS: dict[bytes, Role] = {
    b"username": "user",
    b"iamusername": "user",
    b"password": "password",
    b"consolepassword": "password",
    b"consoleloginlink": "url",
    b"consolesigninurl": "url",
    b"consolesignin": "url",
    b"directsigninlink": "url",
}
MOST_ROWS = 2000
LONGEST = 4096
"""Bytes of a row at most."""


def rows(match: Match[bytes]) -> Iterator[Found]:
    """Each row below the header that has a password. Before rows as before the header a diff may put its sign."""
    data: bytes = match.string
    columns = [COLUMNS.get(_plain(cell)) for cell in match["header"].split(b",")]
    if "password" not in columns:
        return
    at = match.end()
    for _ in range(MOST_ROWS):
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        at = min(end, at + len(match["sign"]))
        line = data[at:end].rstrip(b"\r")
        if not line.strip() or len(line) > LONGEST or line.count(b",") < len(columns) - 1:
            return
        spans = _cells(line, at)
        parts = tuple((role, *span) for role, span in zip(columns, spans, strict=False) if role and span[0] < span[1])
        ordered = tuple(sorted(parts, key=lambda part: part[0] != "password"))
        if ordered and ordered[0][0] == "password":
            yield Found(ordered)
        at = end + 1


def _plain(cell: bytes) -> bytes:
    return cell.strip(b' \t\r"\xef\xbb\xbf').lower().replace(b" ", b"").replace(b"-", b"").replace(b"_", b"")


def _cells(line: bytes, at: int) -> Iterator[tuple[int, int]]:
    """The span of each cell, without its quotes. A quoted cell may hold commas and doubled quotes."""
    import csv  # only where there is such a line

    start = 0
    for cell in next(csv.reader([line.decode("latin-1").replace("\r", " ")])):
        quoted = line[start : start + 1] == b'"'
        length = len(cell) + (cell.count('"') if quoted else 0)
        begin = start + quoted
        yield at + begin, at + begin + length
        start = begin + length + quoted + 1


PATTERN = Pattern(
    id="aws-console-password",
    title="AWS console password",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html",
    anchors=tuple(
        Anchor(words, ignore_case=True, before=256, after=64)
        for words in (b"console login link", b"console sign-in url", b"console signin url", b"direct signin link")
    ),
    regex=(
        rb"(?m:^)(?P<sign>[+\-]?)(?P<header>(?i:\xef\xbb\xbf)?\"?(?i:(?:iam )?user ?name)\"?,"
        rb"[^\n]{0,120}(?i:console login link|console sign-?in url|direct sign-?in link)[^\n]{0,40})\n"
    ),
    longest=512,
    refine=rows,
    personal=True,
    examples={
        "download of today": (
            "User name,Password,Console sign-in URL\r\n"
            "alice,<password>,https://123456789013.signin.aws.amazon.com/console\r\n"
        ),
        "download of 2016 to 2022, with keys": (
            "User name,Password,Access key ID,Secret access key,Console login link\n"
            "bob,<password>,<id>,<secret>,https://123456789013.signin.aws.amazon.com/console\n"
        ),
        "brought in by a diff": (
            "@@ -0,0 +1,2 @@\n+User name,Password,Console sign-in URL\n"
            "+alice,<password>,https://123456789013.signin.aws.amazon.com/console\n"
        ),
        "early download": (
            'User Name,Password,Direct Signin Link\n"carol","<password>","https://acme.signin.aws.amazon.com/console"\n'
        ),
    },
    counterexamples={
        "header alone": "User name,Password,Console sign-in URL\r\n",
        "user without a password": (
            "User name,Password,Access key ID,Secret access key,Console login link\n"
            "ci,,<id>,<secret>,https://123456789013.signin.aws.amazon.com/console\n"
        ),
        "header in the middle of a line": "see User name,Password,Console sign-in URL\nalice,<password>,x\n",
        "columns of something else": "User name,Password,Console colour\nalice,<password>,blue\n",
    },
)
