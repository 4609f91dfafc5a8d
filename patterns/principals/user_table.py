"""Tables with a column for the user's name, as the console hands them out when an IAM user is made."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._pattern import Sample
from patterns._signal import Signal, Subject
from patterns.principals._subjects import lasting, lasting_user, password
from patterns.principals._text import KEY_ID, NAME

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
PASSWORDS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html"
HEADER_BYTES = 300
BACK = 4000
"""How far above its row a header is looked for where the table is pasted into another text."""
_BAR = rb"[,;\t]"
_CELL = rb"(?:\"[^\"\n]{0,200}\"|[^,;\t\"\n]{0,200})" + _BAR


def below_header(match: Match[bytes] | None, subject: Subject) -> bool:
    """The first column of the table is the user's name."""
    if match is None or not lasting_user(match, subject):
        return False
    data = match.string
    return any(_header().search(data, start, end) for start, end in _heads(match.start(), len(data)))


def of_the_table(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password's table, or one with a column for keys: elsewhere a key stands in for user and password."""
    return lasting(match, subject) and (
        subject.kind == "console-password" or bool(match and b"key" in match[0].lower())
    )


def _heads(start: int, size: int) -> tuple[tuple[int, int], ...]:
    return (0, min(HEADER_BYTES, size)), (max(0, start - BACK), start)


@functools.cache
def _header() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?im)^(?:\xef\xbb\xbf)?\"?(?:iam )?user[ _]?name\"?[,;\t][^\n]{0,120}(?:key|password)"
        rb"|^[ \t]*\|[ \t]*(?:iam )?user[ _]?name[ \t]*\|[^\n]{0,120}(?:key|password)"
    )


SIGNALS = (
    Signal(
        id="user-name-row",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The row of the table names the IAM user {name}.",
        reference=PAGE,
        needs=(b"user name", b"username", b"user_name"),
        regex=(
            rb"(?m)^(?:\"?|(?P<bar>[ \t]*\|)[ \t`*]*)"
            + NAME
            + rb"(?(bar)[ \t`*]*\|(?:[^|\n]{0,200}\|){0,3}[ \t`*]*|\"?"
            + _BAR
            + rb"(?:"
            + _CELL
            + rb"){0,3}\"?)"
            + KEY_ID
            + rb"(?:\"?(?=[,;\t\r\n]|\Z)|(?(bar)[ \t`*]*\||(?!)))"
        ),
        accept=below_header,
        examples={
            "credentials.csv": Sample(
                "User name,Password,Access key ID,Secret access key,Console login link\n"
                "alice,,<id>,<secret>,https://123456789013.signin.aws.amazon.com/console\n",
                "credentials.csv",
            ),
            "semicolons": Sample("User name;Access key ID;Secret access key\nal;<id>;<secret>\n", "c.csv"),
            "tabs": Sample("User name\tAccess key ID\tSecret access key\nal\t<id>\t<secret>\n", "c.tsv"),
            "Markdown": "| User name | Password | Access key ID |\n|---|---|---|\n| carol | x | `<id>` |\n",
            "mail": Sample("IAM user name,SMTP user name,SMTP password\nses-smtp-user.1,<id>,x\n", "credentials.csv"),
            "password for mail": Sample(
                "IAM user name,SMTP user name,SMTP password\r\nses-smtp-user.1,<id>,<smtp>\r\n", "credentials.csv"
            ),
            "first years": Sample('User Name,Access Key Id,Secret Access Key\n"bob",<id>,<secret>\n', "c.csv"),
            "second row": Sample(
                "User Name,Access Key Id,Secret Access Key\nbob,<id#1>,<secret#1>\nops/x,y,z\ncarol,<id>,<secret>\n",
                "c.csv",
            ),
        },
        counterexamples={
            "no such column": Sample("Name,Key,Secret\nalice,<id>,<secret>\n", "keys.csv"),
            "no name in the row": Sample("User name,Access key ID,Secret access key\n,<id>,<secret>\n", "keys.csv"),
            "temporary key": Sample("User name,Access key ID,Secret access key\nal,<id:ASIA>,<secret>\n", "k.csv"),
        },
    ),
    Signal(
        id="user-name-column",
        says="iam-user",
        strength="strong",
        scope="file",
        detail="The table has a column for the IAM user's name, which that of a root key never has.",
        reference=PAGE,
        needs=(b"user",),
        regex=(
            rb"\A(?:\xef\xbb\xbf)?(?![^\n]{0,300}(?i:\b(?:login_)?ur[il]\"?,))"
            rb"(?i:(?:[\w \"\-]{0,40}[,;\t]){0,4}\"?(?:iam )?user[ _]?name\"?[,;\t]?"
            rb"[^\n]{0,120}(?<=[,;\t\"])\"?(?:access[ _]?key[ _]?id|password)\"?)"
        ),
        accept=of_the_table,
        examples={
            "under the name of a root key": Sample(
                "User name,Access key ID,Secret access key\nalice,<id>,<secret>\n", "rootkey.csv"
            ),
            "row without a name": Sample(
                "User name,Password,Access key ID,Secret access key\n,,<id>,<secret>\n", "credentials.csv"
            ),
            "password alone": Sample(
                "User name,Password,Console sign-in URL\nalice,<password>,https://acme.signin.aws.amazon.com/console\n",
                "credentials.csv",
            ),
        },
        counterexamples={
            "what a browser exports": (
                "name,url,username,password\naws,https://signin.aws.amazon.com/signin,owner@acme.io,<password>\n"
            ),
            "key in place of a user": Sample("Title,Username,Password\nAWS,<id>,<secret>\n", "export.csv"),
            "no such column": Sample("Access key ID,Secret access key\n<id>,<secret>\n", "accessKeys.csv"),
            "header of a later table": Sample("notes\n\nUser name,Access key ID\n,<id>\n", "notes.txt"),
            "words in a sentence": Sample("Your user name, the access key ID: <id>\n", "mail.txt"),
        },
    ),
    Signal(
        id="console-password-row",
        says="iam-user",
        strength="strong",
        scope="record",
        detail="The row gives the IAM user {name} a password and a sign-in page of the account.",
        reference=PASSWORDS,
        needs=(b".signin.a",),
        in_line=True,
        regex=(
            rb"(?m)^\"?"
            + NAME
            + rb"\"?"
            + _BAR
            + rb"(?:"
            + _CELL
            + rb"){1,4}\"?https://(?:(?P<account>\d{12})|[a-z0-9\-]{3,63})"
            rb"\.signin\.(?:aws\.amazon\.com|amazonaws)"
        ),
        accept=password,
        examples={
            "account in the URL": (
                "User name,Password,Console sign-in URL\n"
                "alice,<password>,https://123456789013.signin.aws.amazon.com/console\n"
            ),
            "alias in the URL": (
                "User Name,Password,Direct Signin Link\nbob,<password>,https://acme.signin.aws.amazon.com/console\n"
            ),
            "keys in the row": (
                "User name,Password,Access key ID,Secret access key,Console login link\n"
                "carol,<password>,<id#1>,<secret#1>,https://123456789013.signin.aws.amazon.com/console\n"
            ),
        },
        counterexamples={
            "page for everyone": (
                "AWS root user\nowner@acme.io,password: <password>,https://signin.aws.amazon.com/console\n"
            ),
            "not a row": (
                "Sign-in: https://123456789013.signin.aws.amazon.com/console\nUser name: al\nPassword: <password>\n"
            ),
            "no name in the row": (
                "User name,Password,Console sign-in URL\n,<password>,https://acme.signin.aws.amazon.com/console\n"
            ),
        },
    ),
)
