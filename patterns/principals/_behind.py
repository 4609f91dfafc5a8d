"""What stands behind the words by which a key is called: whether its name ends there, and what is said of it. Support."""

from __future__ import annotations

import functools
import re

from patterns._phrases import any_of, either


@functools.cache
def the_key() -> re.Pattern[bytes]:
    """The key itself, right behind the words that call it so."""
    return re.compile(rb"[ \t:=(\[\"'`]{1,6}(?:is[ \t:\"'`]{1,4})?A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])")


@functools.cache
def right_here() -> re.Pattern[bytes]:
    """That it is the one beside the words."""
    return re.compile(rb"(?i)[ \t]{1,3}(?:right )?(?:below|above|here)\b")


_GOES_ON = (
    "for, of, to, with, in, from, on, until, along, and, or, as, because, since, so, that, which, we, you, they, he, she",
    "aws, amazon, user(s), account(s), owner, identity, access, pair(s), id(s), secret(s), my security credentials",
    "below, above, here, goes, must, was, were, has, have, had, leaked, downloaded, exported, saved",
    "remove before, delete before, do not share, do not commit, do not leak, do not push",
    "unfortunately, sadly, temporarily, currently, btw, fyi",
)
_IS = (
    "below, above, here, as follows, that, this, a, the, mine, ours",
    "in use, used, shared, active, valid, still, live, exposed",
)


@functools.cache
def goes_on() -> re.Pattern[bytes]:
    """No further word, or one with which a name does not go on."""
    words = either(
        rb"(?:access[ \-]?)?keys?(?=[ \t]*(?:[^\w \t\-]|\Z))",
        rb"%b\b" % any_of(*_GOES_ON),
        rb"(?:is|are)[ \t]+%b\b" % any_of(*_IS),
        rb"(?:is|are)(?=[ \t]*(?::|\Z))",
        rb"(?:(?:is|are)[ \t]+[\"'`]?)?A[KS]IA",
    )
    return re.compile(rb"(?i)(?![ \t]{1,4}[a-z])|[ \t]{1,4}%b" % words)


_NONE = (
    "none, n/a, no, not, null, nil, false, zero, {zero}, absent, missing, ask, see, kept, stored",
    "gone, lost, removed, deleted, disabled, deactivated, inactive, revoked, rotated, retired, replaced, destroyed, expired",
    "{open}redacted, {open}hidden, {open}censored, {open}masked, {open}your, {crosses}",
    "sample(s), example(s), fake, dummy, mock, placeholder(s)",
)


@functools.cache
def none() -> re.Pattern[bytes]:
    """Words, or signs in place of a value, that say that it does not stand here."""
    words = any_of(*_NONE, zero=rb"0(?![\w.])", open=rb"[<\[({]{0,2}", crosses=b"x{3,}")
    return re.compile(rb"(?i)[ \t:=\-(]{1,6}(?:%b\b|\*{3}|\.{3}(?!\.*[ \t]{1,3}A[KS]IA))" % words)


@functools.cache
def value_of_a_person() -> re.Pattern[bytes]:
    """A name, an address or an account in the place of a value."""
    return re.compile(rb"[ \t]{0,4}[:=][ \t]{0,4}(?:(?!A[KS]IA|[A-Za-z0-9+/]{40})[A-Za-z]|\d{12}(?!\d))")
