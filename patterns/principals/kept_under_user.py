"""Structures that keep keys by users: what holds the key stands among IAM users, or beside the name of one."""

from __future__ import annotations

import functools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._holders import ABOVE, BELOW, holders
from patterns.principals._subjects import lasting_user
from patterns.principals._text import KEY_ID, NAME, named

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html"
SPOKEN = (
    b"iamuser", b"iam user", b"iam_user", b"iam-user", b"awsuser", b"aws_user", b"aws-user", b"username", b"user_name", b"user-name",
)  # fmt: skip
"""What stands above wherever a key is kept under a user: without it nothing is looked for."""
NEAR = 2000
"""Bytes above a key within which the name of its user stands in what holds them both."""
PAIR = "access_key: <id>\n{0}secret_key: <secret>\n"


def kept_under(match: Match[bytes] | None, subject: Subject) -> bool | Match[bytes]:
    """The name of the user under which the key stands."""
    if match is None or not lasting_user(match, subject):
        return False
    data, (start, end) = match.string, match.span("key_id")
    if not _is_spoken_of(data, start, end):
        return False
    found = next(_names(data, start, end), None)
    return found if found and found["name"].lower() != b"root" else False


def _names(data: bytes, start: int, end: int) -> Iterator[Match[bytes]]:
    """The names by which what holds the key tells its user, from inside out."""
    inside, told = [b""], list[Match[bytes]]()
    for holder in holders(data, start, end):
        if any(inside) and all(map(_of_access_keys().fullmatch, filter(None, inside))):
            yield from _aws_name().finditer(holder.own)
        if _of_users().fullmatch(holder.name):
            yield from told if len(told) == 1 else () if told else _any_name().finditer(holder.own)
            return
        own = _any_name().search(holder.own) if not holder.name else None
        called = own or (_whole_name().fullmatch(holder.name) if not _of_keys().fullmatch(holder.name) else None)
        told += [called] if called else []
        inside.append(holder.name)


def _is_spoken_of(data: bytes, start: int, end: int) -> bool:
    """Whether users of IAM are spoken of, or a user's name stands near: else nothing is looked for."""
    users, names = _spoken(data)
    return _is_any(users, start - ABOVE, end + BELOW) or _is_any(names, start - NEAR, end + BELOW)


def _is_any(places: Sequence[int], low: int, high: int) -> bool:
    at = bisect_left(places, low)
    return at < len(places) and places[at] <= high


@functools.lru_cache(maxsize=1)
def _spoken(data: bytes) -> tuple[list[int], list[int]]:
    """Where users of IAM are spoken of, and where names of users. One content may hold many keys."""
    lowered = data.lower()
    if b"user" not in lowered:
        return [], []
    return [at.start() for at in _users().finditer(lowered)], [at.start() for at in _user_names().finditer(lowered)]


@functools.cache
def _users() -> re.Pattern[bytes]:
    return re.compile(rb"iam[_\- ]?users?(?![a-z])|aws[_\-]?users")


@functools.cache
def _user_names() -> re.Pattern[bytes]:
    return re.compile(rb"user[_\-]?name")


@functools.cache
def _of_users() -> re.Pattern[bytes]:
    """How users of IAM are called all together, or one that says its name inside."""
    return re.compile(
        rb"(?i)(?:\w{1,24}[_.\-])?(?:aws )?iam[ _\-]?users?"
        rb"(?:[_\-]?(?:access[_\-]?)?(?:keys|credentials|creds))?|aws[_\-]?users"
    )


@functools.cache
def _of_keys() -> re.Pattern[bytes]:
    """How what holds a key alone is called."""
    return re.compile(
        rb"(?i)(?:aws|iam)?[_\-]?(?:access[_\-]?)?(?:keys?|key[_\-]?pairs?|credentials?|creds)[_\-]?\d?|aws|iam|default|static"
    )


@functools.cache
def _of_access_keys() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)access[_\-]?keys?(?:[_\-]?(?:metadata|pairs?))?")


@functools.cache
def _aws_name() -> re.Pattern[bytes]:
    return re.compile(named(rb"(?:iam_?)?user_?name|iam_?user") + NAME + rb"(?![\w+=@/:\-]|\.\w)")


@functools.cache
def _any_name() -> re.Pattern[bytes]:
    return re.compile(named(rb"name|user|(?:iam_?)?user_?name|iam_?user|login") + NAME + rb"(?![\w+=@/:\-]|\.\w)")


@functools.cache
def _whole_name() -> re.Pattern[bytes]:
    return re.compile(NAME)


SIGNALS = (
    Signal(
        id="kept-under-user",
        says="iam-user",
        strength="medium",
        scope="record",
        detail="What holds the key is named for the IAM user {name}.",
        reference=PAGE,
        needs=SPOKEN,
        reach=ABOVE,
        regex=rb"(?<![A-Za-z0-9])" + KEY_ID + rb"(?![A-Za-z0-9])(?P<name>(?!))?",  # the name stands elsewhere
        accept=kept_under,
        examples={
            "list in YAML": "iam_users:\n  - name: alice\n    " + PAIR.format("    "),
            "second of a list": "iam_users:\n- name: bob\n  access_key: <id#1>\n- access_key: <id>\n  name: alice\n",
            "map in YAML": "aws_iam_users:\n  alice:\n    " + PAIR.format("    "),
            "map in JSON": '{"iamUsers": {"bob": {"accessKeyId": "<id#1>"}, "alice": {"accessKeyId": "<id>"}}}\n',
            "list in JSON": '{"iam_users": [{"access_key": "<id>", "secret_key": "<secret>", "user": "alice"}]}\n',
            "map in YAML, objects in JSON": "iam_users:\n  alice: {access_key: <id>, secret_key: <secret>}\n",
            "pairs": 'IAM_USERS = {\n    "alice": ("<id>", "<secret>"),\n}\n',
            "output": 'iam_user_access_keys = {\n  "alice" = {\n    "id" = "<id>"\n    "secret" = "<secret>"\n  }\n}\n',
            "table in TOML": '[iam_users.alice]\naccess_key = "<id>"\nsecret_key = "<secret>"\n',
            "list in TOML": '[[iam_user]]\nname = "alice"\naccess_key = "<id>"\nsecret_key = "<secret>"\n',
            "headings": "# AWS\n## IAM users\n### alice\nkey: <id>\nsecret: <secret>\n",
            "items under a heading": "## IAM users\n\n- **bob**: `<id#1>`\n- **alice**: `<id>` / `<secret>`\n",
            "keys inside of a user": '{"Users": [{"UserName": "alice", "AccessKeys": [{"AccessKeyId": "<id>"}]}]}\n',
            "key in a result": '{"changed": true, "user_name": "alice", "access_key": {"access_key_id": "<id>"}}\n',
        },
        counterexamples={
            "beside the users": "iam_users:\n  - name: alice\naws:\n  " + PAIR.format("  "),
            "users of something else": "users:\n  - name: alice\n    " + PAIR.format("    "),
            "user of another program": '{"username": "admin", "accessKeyId": "<id>", "secretAccessKey": "<secret>"}\n',
            "credentials of a user": '{"username": "admin", "credentials": {"accessKeyId": "<id>"}}\n',
            "storage of a user": '{"user_name": "admin", "storage": {"access_key": "<id>"}}\n',
            "part of a text": "## IAM users\n### Example\nkey: <id>\nsecret: <secret>\n",
            "heading of another part": "## IAM users\n### alice\nsee there\n## Storage\n### Backup\nkey: <id>\nsecret: <secret>\n",
            "users of several accounts": "iam_users:\n  prod:\n    alice:\n      " + PAIR.format("      "),
            "user named root": "iam_users:\n  root:\n    " + PAIR.format("    "),
            "resource of Terraform": 'resource "aws_iam_user" "x" {\n  name = "alice"\n}\naccess_key = "<id>"\n',
            "temporary": "iam_users:\n  - name: alice\n    access_key: <id:ASIA>\n",
        },
    ),
)
