"""How a password signs in to the console: the root user by e-mail, an IAM user by name on the page of an account."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._subjects import long_term, password

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html"
ROOT = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"
NOTE = "Sign-in: https://{page}.signin.aws.amazon.com/console\nUser name: {user}\nPassword: <password>\n"
OWNER = "AWS console login\n{user}: {email}\nPassword: <password>\nhttps://{page}/console\n"
AROUND = 600

_REGION = rb"(?![a-z]{2}(?:-[a-z]{2,4})?-[a-z]{4,9}-\d\.)"
_HOST = rb"signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
_PAGE = rb"https://" + _REGION + rb"(?:(?P<account>\d{12})|[a-z0-9][a-z0-9\-]{2,62})\." + _HOST
_FIELD = (
    rb"(?<![\w\-])(?<!(?i:root) )(?i:(?:iam[ _\-]?)?user(?:[ _\-]?(?:name|id))?|login|account name)"
    rb"[\"'`*]{0,3}[ \t]{0,8}(?:=>|[:=|])[ \t]{0,8}[\"'`*]{0,3}"
)
_USER = _FIELD + (
    rb"(?P<name>(?!(?i:root|owner|admin\b.{0,3}root|https?|pass(?:word|wd)?"
    rb"|pwd|url|e-?mail|access)\b)[\w+=,.\-]{0,63}[\w+=\-])(?![\w@:/])"
)
_EMAIL = rb"(?<![\w.+\-])[\w.+\-]{1,64}@(?!\d{1,3}\.\d)[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}(?![\w@])"


def of_password(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password; or a long-term key in a note that holds a password, too."""
    if match is None:
        return False
    return password(match, subject) or (long_term(match, subject) and b"assword" in _around(match))


def of_user(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password; or a long-term key in a note that has a password and the page of its account, too. No user of Identity Center's."""
    if match is None or not of_password(match, subject) or b"awsapps.com" in _around(match):
        return False
    page = _page().search(_around(match))
    account = page["account"].decode() if page and page["account"] else None
    contradicts = bool(account and subject.account and account != subject.account)
    return not contradicts and (password(match, subject) or page is not None)


def of_owner(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password, and nothing by which an IAM user or a user of Identity Center would sign in."""
    if match is None or not password(match, subject):
        return False
    around = _around(match)
    return not (_page().search(around) or _user().search(around) or b"awsapps.com" in around)


def of_root(match: Match[bytes] | None, subject: Subject) -> bool:
    """A password that is called root's; or one beside root's address, where nobody else signs in."""
    if match is None or not password(match, subject):
        return False
    return match["address"] is None or not _page().search(_around(match))


def _around(match: Match[bytes]) -> bytes:
    return match.string[max(0, match.start() - AROUND) : match.end() + AROUND]


@functools.cache
def _page() -> re.Pattern[bytes]:
    return re.compile(_PAGE)


@functools.cache
def _user() -> re.Pattern[bytes]:
    return re.compile(_USER)


SIGNALS = (
    Signal(
        id="account-sign-in-page",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The sign-in page beside it is an account's own, by which IAM users sign in.",
        reference=PAGE,
        needs=(b".signin.a",),
        in_line=True,
        regex=_PAGE,
        accept=of_password,
        examples={
            "account": NOTE.format(page="123456789013", user="alice"),
            "alias": NOTE.format(page="acme-prod", user="alice"),
            "e-mail as the user's name": NOTE.format(page="acme", user="alice@acme.io"),
            "key in the same note": "Access key: <id>\n" + NOTE.format(page="acme", user="alice"),
        },
        counterexamples={
            "page for everyone": OWNER.format(user="user", email="al", page="signin.aws.amazon.com"),
            "domain that begins with a digit": OWNER.format(
                user="email", email="o@3acme.io", page="console.aws.amazon.com"
            ),
            "page of a region": OWNER.format(user="email", email="a@acme.io", page="us-east-1.signin.aws.amazon.com"),
            "key, no password near": "https://acme.signin.aws.amazon.com/console\nAWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
    Signal(
        id="console-user-name",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="The sign-in beside it is by the user name {name}, as IAM users sign in.",
        reference=PAGE,
        needs=(b"user", b"login", b"account name"),
        in_line=True,
        regex=_USER,
        accept=of_user,
        examples={
            "with the account's page": NOTE.format(page="123456789013", user="alice"),
            "without": OWNER.format(user="user", email="alice", page="console.aws.amazon.com"),
            "key in the same note": NOTE.format(page="acme", user="ci.bot") + "Access key: <id>\n",
        },
        counterexamples={
            "e-mail": OWNER.format(user="user", email="owner@acme.io", page="console.aws.amazon.com"),
            "root": OWNER.format(user="user", email="root", page="console.aws.amazon.com"),
            "Identity Center": "https://acme.awsapps.com/start\nusername: alice\nOne-time password: <password>\n",
            "page of another account": NOTE.format(page="123456789014", user="al").replace(": <password>", " by mail")
            + "<id:AKIA:123456789013>\n",
            "key without the page": "user: alice\npassword by mail\nAWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
    Signal(
        id="owner-e-mail",
        says="root",
        strength="weak",
        scope="record",
        detail="The sign-in beside it is by e-mail address, as the root user signs in and IAM users do not.",
        reference=ROOT,
        needs=(b"@",),
        in_line=True,
        regex=_EMAIL,
        accept=of_owner,
        examples={
            "note": OWNER.format(user="email", email="owner@acme.io", page="console.aws.amazon.com"),
            "e-mail called the user": OWNER.format(user="user", email="owner@acme.io", page="signin.aws.amazon.com"),
            "domain that begins with a digit": OWNER.format(
                user="email", email="o@3acme.io", page="console.aws.amazon.com"
            ),
            "page of a region": OWNER.format(user="login", email="o@acme.io", page="us-east-1.signin.aws.amazon.com"),
        },
        counterexamples={
            "page of an account": NOTE.format(page="acme", user="alice@acme.io"),
            "user name": "mail: a@acme.io\n" + OWNER.format(user="user", email="alice", page="console.aws.amazon.com"),
            "Identity Center": "https://acme.awsapps.com/start\n"
            + OWNER.format(user="email", email="al@acme.io", page="console.aws.amazon.com"),
            "key": "AWS root? owner@acme.io\nAWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
    Signal(
        id="root-password-name",
        says="root",
        strength="medium",
        scope="record",
        detail="The name of the password, or of the address beside it, says that it is the root user's.",
        reference=ROOT,
        needs=(b"root",),
        in_line=True,
        regex=(
            rb"(?<![A-Za-z0-9])(?i:aws[ _\-]?(?:account[ _\-]?)?root[ _\-]?(?:user|account)?[ _\-]?"
            rb"(?:console[ _\-]?)?(?:password|passwd|pass|pwd|(?P<address>login|e-?mail)))(?![A-Za-z0-9])"
        ),
        accept=of_root,
        examples={
            "settings": 'AWS_ROOT_EMAIL=owner@acme.io\nAWS_ROOT_PASSWORD="<password>"\n',
            "YAML": "aws_root_password: <password>\naws_root_email: owner@acme.io\n",
            "words": "AWS root login: owner@acme.io\npassword: <password>\n",
        },
        counterexamples={
            "user": NOTE.format(page="acme", user="alice"),
            "user beside root's address": "AWS root e-mail: owner@acme.io\n" + NOTE.format(page="acme", user="alice"),
            "another system": "MYSQL_ROOT_PASSWORD=x\n" + NOTE.format(page="acme", user="alice"),
            "key": "AWS_ROOT_EMAIL=owner@acme.io\nAWS_ACCESS_KEY_ID=<id>\n",
        },
    ),
)
