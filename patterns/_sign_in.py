"""Words and pages by which AWS's sign-in is spoken of."""

from __future__ import annotations

import functools
import re
from re import Match

AROUND = 600
"""Bytes around the password in which its account must be named."""
LINES = 8
STATE = b"aws_iam_user_login_profile"

_CALL = rb"(?<![\w])iam_user:|iam_type:|\biam change-password|\biam\.user\("
_PROFILE = rb"userloginprofile|(?:create|update|new|set|aws_iam_user)[_-]?(?:iam)?login[_-]?profile|(?<![\w-])loginprofile(?![\w-])"
WORDS = (
    b"signin.a", b"console.a", b"aws root", b"aws console", b"aws login", b"aws sign", b"aws account", b"aws_root",
    b"root user", b"root account", b"amazon web services", b"root e", b"root p",
)  # fmt: skip
PROFILES = (
    b"login-profile", b"login_profile", b"loginprofile", b"iam_user:", b"iam_type:", b"iam change-password", b"iam.user(",
)  # fmt: skip


def speaks_of_aws(data: bytes, low: int, high: int, at: int) -> bool:
    """Whether the neighbourhood does. An option of a command is AWS's only where a login profile is spoken of.

    In a state of Terraform the type of what has the password stands far above it. Without a word of the anchors it is
    not looked at but by chance.
    """
    words, around = _of_profile() if data[at : at + 1] == b"-" else _of_aws(), data[low:high].lower()
    told = words.search(data, low, high) and any(word in around for word in (*WORDS, *PROFILES))
    return bool(told) or data.rfind(STATE, max(0, at - AROUND), at) >= 0


def is_of_call(data: bytes, low: int, at: int) -> bool:
    """Whether a call that sets a password of IAM's, whoever's, stands before it, and no other task of a playbook between."""
    calls = list(_of_call().finditer(data, low, at))
    return bool(calls) and not re.search(rb"\n[ \t]*- ", data[calls[-1].end() : at])


def is_of_page(match: Match[bytes], url: int) -> bool:
    """Whether the password, beside which nobody is named, is that of a user of the account whose sign-in page it is."""
    between = match.string[min(url, match.end()) : max(url, match.start())]
    if not _own_page().match(match.string, url) or any(map(_heading().fullmatch, between.split(b"\n")[1:-1])):
        return False
    return bool(_plain_label().search(_name(match.string, match.start())))


def neighbourhood(data: bytes, start: int, end: int) -> tuple[int, int]:
    """The lines around the password, of which a few tell of it."""
    low, high = max(0, start - AROUND), min(len(data), end + AROUND)
    before = data[low:start].split(b"\n")
    after = data[end:high].split(b"\n")
    return start - len(b"\n".join(before[-LINES:])), end + len(b"\n".join(after[:LINES]))


def _name(data: bytes, start: int) -> bytes:
    """What stands before the word on its line: `MYSQL_ROOT_` of `MYSQL_ROOT_PASSWORD`."""
    return data[max(0, start - 40) : start].rsplit(b"\n", 1)[-1].lower()


def is_of_something_else(data: bytes, start: int) -> bool:
    """Whether its name says whose password it is, and that is not AWS's."""
    return bool(_of_something_else().search(_name(data, start)))


@functools.cache
def _of_call() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)" + _CALL)


@functools.cache
def _of_profile() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)" + _PROFILE)


@functools.cache
def _of_aws() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)(?:signin|console)\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)"
        rb"|\b(?:aws|amazon)[\w\s,.:/\-]{0,40}\b(?:root|console|sign-?in|log-?in)|\broot[\w ]{0,20}\baws|aws_?root_?"
        rb"|" + _PROFILE
    )


@functools.cache
def _own_page() -> re.Pattern[bytes]:
    """The sign-in page of one account, for its IAM users: whose password it is may be told in another message."""
    return re.compile(rb"https://[a-z0-9\-]{3,63}\.signin\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)")


@functools.cache
def _heading() -> re.Pattern[bytes]:
    """A line of a word or two, behind which something else is spoken of."""
    return re.compile(
        rb"(?i)(?!.*(?:aws|console|cred|login|sign|pass|user))[ \t#*\-]*[a-z][\w\-]*(?: [\w\-]+)?[ \t]*:?[ \t*]*\r?"
    )


@functools.cache
def _plain_label() -> re.Pattern[bytes]:
    """Before the word: nothing, or words that make it no other system's."""
    return re.compile(
        rb"(?:^|[{,(|;])[\s#/*>\-\"'`\d.)]*(?:(?:aws|iam|console|sign-?in|log-?in|user|account|your|my|the|new|initial|"
        rb"first|temp|temporary|one-time|default|auto-?generated|export|set)[ _\-]{1,2}){0,4}\Z"
    )


@functools.cache
def _of_something_else() -> re.Pattern[bytes]:
    return re.compile(
        rb"minio|mysql|postgres|maria|redis|mongo|database|_db|^db|rds|smtp|sudo|ssh|(?:old|current)[_\- ]?\Z"
    )
