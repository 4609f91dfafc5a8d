"""The root user's password as people tell it in a sentence or on a line, behind the e-mail address: `root: me@acme.io / …`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from re import Match

from patterns._pattern import Anchor, Found, Pattern

PAGE_REACH = 200
"""Bytes behind the line within which the address of the sign-in page makes it AWS's."""

_WORD = rb"(?:password|passwd|pass|pwd|pw)"
_EMAIL = rb"(?<![\w.+\-])(?P<email>[\w.+\-]{1,64}@(?!\d)[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4})(?![\w@])"
_LEADS = (
    rb"[)\]>\"'`*]{0,3}(?:[ \t]{1,3}(?:/{1,2}|\|)"
    rb"|[ \t]{0,3}(?:(?:[,;:]|-{1,2}|->|=>|and|with)[ \t]{1,3})?(?:(?:the|its|root|my|our)[ \t]){0,2}"
    rb"(?:" + _WORD + rb"(?:[ \t](?:is|was|=))?(?=[ \t])|(?P<told>is(?: now)?)(?=[ \t])))[ \t]{1,3}[\"'`*]{0,3}"
)


def names_an_address(part: bytes) -> bool:
    """Whether an e-mail address may stand in it."""
    return b"@" in part


def of_aws(match: Match[bytes]) -> Iterator[Found]:
    """The address and the password, if the line speaks of AWS and of no other system, and tells a password."""
    from patterns.sign_in.password import is_password  # only where there is such a line

    data = match.string
    value = match["password"].rstrip(b".,;:)")
    start, end = data.rfind(b"\n", 0, match.start()) + 1, (data.find(b"\n", match.end()) + 1 or len(data) + 1) - 1
    line = data[start:end]
    spoken = match["told"] is None or bool(_password().search(data[start : match.start("email")]))
    near = line + data[end : end + PAGE_REACH]
    if spoken and is_password(value) and (_of_aws().search(line) or _page().search(near)) and not _other().search(line):
        at = match.start("password")
        yield Found((("password", at, at + len(value)), ("email", *match.span("email"))), "medium")


@functools.cache
def _password() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)(?<![a-z])" + _WORD + rb"(?![a-z])")


@functools.cache
def _of_aws() -> re.Pattern[bytes]:
    return re.compile(rb"(?i)(?<![a-z0-9.@\-])(?:aws|amazon(?: web services)?)(?![a-z0-9.@])")


@functools.cache
def _page() -> re.Pattern[bytes]:
    return re.compile(rb"(?<![a-z0-9\-])(?:signin|console)\.(?:aws\.amazon\.com|amazonaws)")


@functools.cache
def _other() -> re.Pattern[bytes]:
    """Systems with a root of their own."""
    return re.compile(
        rb"(?i)(?<![a-z])(?:(?:my|postgre)?sql|mariadb|mongo\w*|postgres|redis|database|db|rds"
        rb"|ldap|ssh|minio|vault|gitlab|jenkins|linux|ubuntu|server|vm|ec2|instance)(?![a-z])"
    )


PATTERN = Pattern(
    id="aws-root-password",
    title="Password of an AWS root user",
    kind="console-password",
    reference="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html",
    anchors=tuple(
        Anchor(words, ignore_case=True, after=240)
        for words in (b"aws root", b"root user", b"root account", b"root p", b"root login", b"(root)", b"root (aws", b"root (amazon")
    ),
    may_match=names_an_address,
    regex=rb"(?<![\w.\-/])(?i:root)(?![\w\-/.])[^\n]{0,160}?" + _EMAIL + rb"(?i:" + _LEADS + rb")(?P<password>[^\s\"'`<>|]{8,128})",
    longest=512,
    refine=of_aws,
    personal=True,
    examples={
        "sentence": "the root password of our AWS account (owner@acme.io) is <password>. Keep it.\n",
        "sentence with the address first": "The AWS root account email is owner@acme.io, password <password>, ask Tom.\n",
        "line": "AWS root: owner@acme.io / <password>\n",
        "account in brackets": "root (AWS account): owner@acme.io / <password>\n",
        "two strokes": "Login for AWS (root): owner@acme.io // <password>\n",
        "page below": "Root login: owner@acme.io and the root password is <password>\nhttps://console.aws.amazon.com/\n",
    },
    counterexamples={
        "root of a server": "root login of the server: owner@acme.io / <password>\n",
        "database on AWS": "AWS RDS root user: owner@acme.io / <password>\n",
        "no AWS": "root account: owner@acme.io / <password>\n",
        "no password": "AWS root: owner@acme.io / see the vault\n",
        "who it is": "The AWS root user owner@acme.io is Tom-2020-x\n",
        "another user": "AWS console: owner@acme.io / <password>\n",
    },
)  # fmt: skip
