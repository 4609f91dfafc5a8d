"""A line that tells with which address and password the root user signs in."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Signal, Subject
from patterns.principals._prose import LINE, line_around
from patterns.principals._subjects import password

PAGE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html"

_ROOT = rb"(?<![\w.\-/])(?i:(?<!non )(?<!non-)(?<!not )root)(?![\w\-/.])"
_ADDRESS = rb"(?<![\w.+\-])[\w.+\-]{1,64}@(?!\d{1,3}\.\d)[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4}(?![\w@])"
_LEADS = rb"(?i:[/|]|\b(?:password|passwd|pass|pwd|pw)(?: (?:is|was|=))?|\bis(?: now)?)"


def of_aws(match: Match[bytes] | None, subject: Subject) -> bool:
    """The line, or the sign-in page below it, is AWS's."""
    if match is None or not password(match, subject):
        return False
    before, after = line_around(match)
    below = match.string[match.end() : match.end() + LINE]
    return bool(
        _aws().search(before + match[0] + after) or b"console.aws.amazon" in below or b"signin.aws.amazon" in below
    )


@functools.cache
def _aws() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)(?<![a-z0-9.@\-])(?:aws|amazon)(?![a-z0-9.@])")


SIGNALS = (
    Signal(
        id="root-sign-in",
        says="root",
        strength="medium",
        scope="near",
        detail="The line tells with which address and password the root user signs in.",
        reference=PAGE,
        needs=(b"root",),
        in_line=True,
        regex=_ROOT + rb"[^\n@]{0,160}?" + _ADDRESS + rb"[^\n]{0,40}?" + _LEADS + rb"[ \t]{1,3}[\"'`*]{0,3}\S{8}",
        accept=of_aws,
        examples={
            "sentence": "the root password of our AWS account (owner@acme.io) is <password>\n",
            "line": "AWS root: owner@acme.io / <password>\n",
            "page below": "Root login: owner@acme.io and the root password is <password>\nhttps://console.aws.amazon.com/\n",
        },
        counterexamples={
            "user": "AWS console login\nuser: alice\npassword: <password>\nhttps://acme.signin.aws.amazon.com/console\n",
            "user beside root's address": "AWS root: owner@acme.io (password in the safe)\nhttps://acme.signin.aws.amazon.com/console\n"
            "user: alice\npassword: <password>\n",
            "key": "AWS root: owner@acme.io\nAWS_ACCESS_KEY_ID=<id>\n",
            "no address": "AWS root user\nuser: alice\npassword: <password>\nhttps://acme.signin.aws.amazon.com/console\n",
        },
    ),
)
