"""Whether a value is a password with which one signs in to AWS, and whose it is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from re import Match

from patterns._checks import is_key_id
from patterns._pattern import Found, Role
from patterns.sign_in.heading import is_headed
from patterns.sign_in.label import called, is_of_aws, is_of_something_else
from patterns.sign_in.page import is_of_page, is_own_page
from patterns.sign_in.password import is_password, is_spoken
from patterns.sign_in.signer import signer
from patterns.sign_in.words import AROUND, PORTALS, WORDS

LINES = 8
NOBODY = (b"", b"root")
"""Who does not sign in but on a page that is told: the root user does by e-mail address, and `root` is another system's."""
STATE = b"aws_iam_user_login_profile"

Span = tuple[int, int]


def accounts(match: Match[bytes]) -> Iterator[Found]:
    """The password with the nearest e-mail address, user and sign-in page, if it is one with which one signs in to AWS."""
    data, around = match.string, _neighbourhood(match.string, *match.span())
    value = _of_sentence(match, _unescaped(match["password"]))
    if (
        not is_password(value)
        or (match["said"] and is_spoken(value))
        or _is_a_name(match)
        or _is_behind_a_placeholder(match)
    ):
        return
    parts = signer(data, *around, match.start())
    named: dict[Role, Span] = {role: (start, end) for role, start, end in parts}
    called_for = _is_of_call(data, around[0], match.start())
    user = data[slice(*named.get("user", (0, 0)))]
    if is_key_id(user):
        return
    if not called_for and (_is_handed_over(match) or is_of_something_else(data, match.start(), user)):
        return
    by_page = "url" in named and (bool(user) or is_own_page(data, named["url"][0]))
    told = "email" in named or user not in NOBODY or by_page
    if called_for or (told and _speaks_of_aws(match, around, named)):
        start = match.start("password")
        yield Found((("password", start, start + len(value)), *parts), "medium")


def _unescaped(value: bytes) -> bytes:
    """The value up to where a line ends in a string of a program."""
    return re.split(rb"\\[nrt]", value, maxsplit=1)[0]


def _of_sentence(match: Match[bytes], value: bytes) -> bytes:
    """The value without what ends the brackets or the sentence in which it is told, behind something else."""
    line = match.string[match.string.rfind(b"\n", 0, match.start()) + 1 : match.start()]
    bare = value.rstrip(b".,;") if match["said"] or any(sign in b":=(" for sign in line) else value
    if bare.endswith(b")") and line.count(b"(") > line.count(b")") and bare.count(b"(") < bare.count(b")"):
        bare = bare[:-1]
    return bare


def _is_handed_over(match: Match[bytes]) -> bool:
    """Whether it is handed to a call of that name, `password("…")`, which is known only where that is one of IAM's."""
    return bool(re.fullmatch(rb"\w+\([\"'`]", match.string[match.start() : match.start("password")]))


def _is_a_name(match: Match[bytes]) -> bool:
    """Whether it is the name of something that a call is given: no quote stands before it."""
    start = match.start("password")
    return match.string[start - 1 : start] == b"("


def _is_behind_a_placeholder(match: Match[bytes]) -> bool:
    """Whether `<password>` stands for one before it, and is no element around it, which would end behind it."""
    start, end = match.span("password")
    opened = match.string[start - 1 : start] == b">" and match.string[start - 2 : start] != b"=>"
    return opened and not match.string[end : end + 80].lstrip().startswith(b"</")


def _is_of_call(data: bytes, low: int, at: int) -> bool:
    """Whether a call that sets a password of IAM's, whoever's, stands before it, and no other task between; and not the former one."""
    calls = list(_call().finditer(data, low, at))
    return bool(calls) and not _gone().search(data[calls[-1].end() : at])


def _neighbourhood(data: bytes, start: int, end: int) -> Span:
    """The lines around the password that may tell of it."""
    low, high = max(0, start - AROUND), min(len(data), end + AROUND)
    before = data[low:start].split(b"\n")
    after = data[end:high].split(b"\n")
    return start - len(b"\n".join(before[-LINES:])), end + len(b"\n".join(after[:LINES]))


def _speaks_of_aws(match: Match[bytes], around: Span, named: Mapping[Role, Span]) -> bool:
    """Whether the neighbourhood says that the password is AWS's, and not only that there is an AWS.

    named: what tells who signs in, and where. An option of a command is AWS's only where a login profile is spoken of.
    Without a word of the anchors it is not looked at but by chance.
    """
    data, near = match.string, match.string[slice(*around)].lower()
    if _is_of_profile(data, around, match.start()):
        return True
    if _is_option(data, match.start()) or not any(word in near for word in (*WORDS, *PORTALS)):
        return False
    by_name = is_of_aws(called(data, match.start()))
    by_page = "url" in named and is_of_page(match, named["url"][0])
    return by_name or by_page or is_headed(match, around, named.values(), "email" in named)


def _is_of_profile(data: bytes, around: Span, at: int) -> bool:
    """Whether a login profile is spoken of. In a state of Terraform that is done far above."""
    return bool(_profile().search(data, *around)) or data.rfind(STATE, max(0, at - AROUND), at) >= 0


def _is_option(data: bytes, at: int) -> bool:
    return data[at : at + 1] == b"-" or data[max(0, at - 2) : at] == b"--"


@functools.cache
def _profile() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)userloginprofile|(?:create|update|new|set|aws_iam_user)[_-]?"
        rb"(?:iam)?login[_-]?profile|(?<![\w-])loginprofile(?![\w-])"
    )


@functools.cache
def _call() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?i)(?<![\w])iam_user:|iam_type:|\biam change-password|\biam\.user\("
        rb"|(?:create|update)[_-]?login[_-]?profile|(?:new|update)-iamloginprofile"
    )


@functools.cache
def _gone() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)\n[ \t]*- |\b(?:old|current)[_\- ]?\Z")
