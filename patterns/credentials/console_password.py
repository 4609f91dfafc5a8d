"""Console passwords in the CSV files that AWS hands out when an IAM user is made."""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from patterns._pattern import Anchor, Found, Pattern, Role
from patterns._rows import LONGEST, cells, lines, plain

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


def rows(match: Match[bytes]) -> Iterator[Found]:
    """Each row below the header that has a password. Before rows as before the header a diff may put its sign."""
    data: bytes = match.string
    divider = match["divider"]
    columns = [COLUMNS.get(plain(cell)) for cell in match["header"].split(divider)]
    if "password" not in columns:
        return
    for at, line in lines(data, match.end(), MOST_ROWS, len(match["sign"])):
        if not line.strip() or len(line) > LONGEST or line.count(divider) < len(columns) - 1:
            return
        spans = cells(line, at, divider)
        parts = tuple((role, *span) for role, span in zip(columns, spans, strict=False) if role and span[0] < span[1])
        ordered = tuple(sorted(parts, key=lambda part: part[0] != "password"))
        if ordered and ordered[0][0] == "password":
            yield Found(ordered)


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
        rb"(?m:^)(?P<sign>[+\-]?)(?P<header>(?i:\xef\xbb\xbf)?\"?(?i:(?:iam )?user ?name)\"?(?P<divider>[,;\t])"
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
        "divided by semicolons, as a table of Excel is in some countries": (
            "User name;Password;Console sign-in URL\r\n"
            '"alice";"<password>";"https://123456789013.signin.aws.amazon.com/console"\r\n'
        ),
        "divided by tabs, as it is copied from a table": (
            "User name\tPassword\tAccess key ID\tSecret access key\tConsole login link\n"
            "bob\t<password>\t<id>\t<secret>\thttps://123456789013.signin.aws.amazon.com/console\n"
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
