"""Who signs in with a password: the e-mail address, the user and the sign-in page that stand nearest to it."""

from __future__ import annotations

import functools
import re

from patterns._pattern import Role
from patterns.sign_in.page import PAGE
from patterns.sign_in.words import APART


def signer(data: bytes, low: int, high: int, at: int) -> list[tuple[Role, int, int]]:
    """The parts within data[low:high] that tell who signs in with the password at `at`: of each kind the nearest."""
    parts: list[tuple[Role, int, int]] = []
    for role, expression in (("email", _email()), ("user", _user()), ("url", _url())):
        span = _nearest(expression, role, data, low, high, at)
        if span:
            parts.append((role, *span))  # type: ignore[arg-type]
    return parts


def _nearest(
    expression: re.Pattern[bytes], role: str, data: bytes, low: int, high: int, at: int
) -> tuple[int, int] | None:
    spans = [found.span(role) for found in expression.finditer(data, low, high)]
    return min(spans, key=lambda span: abs(span[0] - at), default=None)


@functools.cache
def _email() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?<![\w.+\-])(?P<email>[\w.+\-]{1,64}@(?!\d{1,3}\.\d)[A-Za-z0-9\-]{1,63}(?:\.[A-Za-z0-9\-]{1,63}){1,4})(?![\w@])"
    )


@functools.cache
def _user() -> re.Pattern[bytes]:
    return re.compile(
        rb"(?:(?i:iam(?:_user)?:\s{1,40}(?:(?!name:)\w{2,20}:[^\n]{0,80}\n\s{1,40}){0,4}name:[ \t])"
        rb"|(?i:user[ _\-]?(?:name)?|login)(?:[\"'`*]{0,3}[ \t]*(?:[:|(]|=>?)[ \t]*(?:aws\.String\()?|"
        + APART
        + rb"|>)|(?i:-user-?name)[ \t]{1,4})"
        rb"[\"'`*]{0,3}(?P<user>(?-i:(?!AWS\b))[\w+=,.\-]{0,63}[\w+=\-])(?![\w@]|[ \t]*:)"
    )


@functools.cache
def _url() -> re.Pattern[bytes]:
    return re.compile(rb"(?P<url>%b)" % PAGE)
