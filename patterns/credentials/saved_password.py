"""Passwords of AWS's sign-in pages in what browsers and password managers export."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._checks import is_key_id
from patterns._pattern import Anchor, Found, Pattern, Role, Told
from patterns._rows import LONGEST, cells, lines, plain

USERS = (b"username", b"loginusername", b"loginname")
PASSWORDS = (b"password", b"loginpassword")
MOST_ROWS = 5000
SHORTEST = 6


def rows(match: Match[bytes]) -> Iterator[Found]:
    """The rows of AWS's sign-in pages that have a user and a password. Notes may go on over lines, which are no rows."""
    columns = [plain(cell) for cell in match["header"].split(b",")]
    if any(column.startswith((b"consolelogin", b"consolesign")) or b"\\" in column for column in columns):
        return  # AWS's own, which is read in full; or a string in code, which is looked at for itself
    user, password = (
        next((columns.index(name) for name in names if name in columns), None) for names in (USERS, PASSWORDS)
    )
    if user is None or password is None:
        return
    for at, line in lines(match.string, match.end(), MOST_ROWS):
        url = _page().search(line) if len(line) <= LONGEST else None
        spans = list(cells(line, at)) if url and line.count(b",") >= len(columns) - 1 else []
        if len(spans) == len(columns):
            found = _account(match.string, spans[user], spans[password])
            if url and found:
                named = match.string[slice(*found[1][1:])].decode("utf-8", "replace") if found[1][0] == "user" else None
                yield Found((*found, ("url", at + url.start(), at + url.end())), told=Told(user=named))


Part = tuple[Role, int, int]


def _account(data: bytes, user: tuple[int, int], password: tuple[int, int]) -> tuple[Part, Part] | None:
    """Root signs in with an e-mail address."""
    if user[0] == user[1] or password[1] - password[0] < SHORTEST or is_key_id(data[slice(*user)]):
        return None
    return ("password", *password), ("email" if b"@" in data[slice(*user)] else "user", *user)


@functools.cache
def _page() -> re.Pattern[bytes]:
    return re.compile(
        rb"https?://(?:[a-z0-9\-]{1,64}\.){0,2}(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
        rb"[\w/.\-]{0,80}"
    )


PATTERN = Pattern(
    id="aws-saved-password",
    title="Saved password of an AWS sign-in page",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
    anchors=tuple(
        Anchor(words, ignore_case=True, before=240, after=16)
        for words in (
            b"username,password",
            b'username","password',
            b"username,login_password",
            b'login name","password',
        )
    ),
    regex=(
        rb"(?m:^)(?P<header>[^\n]{0,200}(?i:(?:login_)?username|login name)\"?,\"?"
        rb"(?i:(?:login_)?password)\"?(?:,[^\n]{0,200})?)\r?\n"
    ),
    longest=1024,
    refine=rows,
    personal=True,
    examples={
        "Chrome on Windows, of earlier years": (
            "name,url,username,password\r\n"
            "signin.aws.amazon.com,https://signin.aws.amazon.com/signin,owner@acme.io,<password>\r\n"
        ),
        "Chrome": (
            "name,url,username,password,note\n"
            "signin.aws.amazon.com,https://signin.aws.amazon.com/signin,owner@acme.io,<password>,\n"
        ),
        "Firefox": (
            '"url","username","password","httpRealm"\r\n"https://acme.signin.aws.amazon.com","alice","<password>",""\r\n'
        ),
        "1Password": (
            "Title,Url,Username,Password,OTPAuth\nmail,https://mail.acme.io,x,<password#2>,\n"
            "AWS,https://signin.aws.amazon.com/console,owner@acme.io,<password>,\n"
        ),
        "Bitwarden": (
            "folder,name,login_uri,login_username,login_password,login_totp\n"
            ",aws,https://123456789013.signin.aws.amazon.com/console,alice,<password>,\n"
        ),
        "list for a course": (
            "username,password,console_url\nuser1,<password>,https://123456789013.signin.aws.amazon.com/console\n"
        ),
        "LastPass": (
            "url,username,password,totp,extra,name\nhttps://console.aws.amazon.com/,owner@acme.io,<password>,,,aws\n"
        ),
    },
    counterexamples={
        "of other pages": "name,url,username,password\nbank,https://bank.acme.io,owner@acme.io,<password>\n",
        "columns of something else": (
            "url,db_username,password\nhttps://signin.aws.amazon.com/signin,owner@acme.io,<password>\n"
        ),
        "key in place of user and password": (
            "name,url,username,password\naws,https://console.aws.amazon.com/,<id>,<secret>\n"
        ),
        "header alone": "name,url,username,password\n",
        "no password": "name,url,username,password\naws,https://signin.aws.amazon.com/signin,owner@acme.io,\n",
        "the page in a text": "username,password\nsee https://signin.aws.amazon.com/console for both\n",
    },
)
