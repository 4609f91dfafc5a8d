"""Profiles: in which one a key is kept, and by which one a call asked who it is. Support: no signal stands here."""

from __future__ import annotations

import functools
import re
from re import Match

from patterns._signal import Subject
from patterns.principals._objects import is_compared

REACH = 1000
"""Bytes above an answer within which the call is looked for, and above a key within which a profile is named."""
ASK = rb"(?i:get-?(?:sts)?-?caller-?identity)"
PROFILE = rb"(?:--profile[ \t=]{1,4}|-ProfileName[ \t]{1,4}|\bAWS_PROFILE=)[\"']?(?P<profile>[\w.@\-]{1,64})"


def kept_in_it(match: Match[bytes] | None, subject: Subject) -> bool:
    """Whether the key stands in the section of the profile that the match names, or of the default one if of none."""
    if match is None or not subject.key_id or is_compared(match):
        return False
    asked = match["profile"] or _usual(match.string)
    return asked is not None and _section(match.string, subject.key_id.encode()) == asked


def is_of_another_profile(match: Match[bytes], subject: Subject) -> bool:
    """Whether the match is the answer to a call by a profile, and nothing says that the key is kept in that one.

    The AWS CLI then takes the profile's key, whatever is set in the environment.
    """
    data, key = match.string, (subject.key_id or "").encode()
    calls = list(_call().finditer(data, max(0, match.start() - REACH), match.end()))
    if not calls or not key:
        return False
    named, section = _profile().search(calls[-1][0]), _section(data, key)
    if section is not None:
        asked = named["profile"] if named else _usual(data)
        return asked is not None and asked != section
    if named is None or b"AWS_PROFILE" in named[0]:
        return False
    return not _is_named(named["profile"], data, data.find(key))


def _usual(data: bytes) -> bytes | None:
    """The profile that a call takes which names none, where it can be told."""
    return b"default" if b"[default]" in data and b"AWS_PROFILE" not in data else None


def _section(data: bytes, key: bytes) -> bytes | None:
    """The name of the section of a file of credentials in which the key stands."""
    sections = list(_header().finditer(data, 0, max(0, data.find(key))))
    return sections[-1]["section"] if sections else None


def _is_named(profile: bytes, data: bytes, at: int) -> bool:
    """Whether a word above the key, or on its line, is the profile's name."""
    around = data[max(0, at - REACH) : at] + data[at : at + REACH].split(b"\n", 1)[0]
    return bool(re.search(rb"(?<![\w\-])" + re.escape(profile) + rb"(?![\w\-])", around))


@functools.cache
def _header() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[ \t]*\[(?:profile[ \t]+)?(?P<section>[\w.@\-]{1,64})\][ \t]*\r?$")


@functools.cache
def _call() -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^[^\n]{0,300}?" + ASK + rb"[^\n]{0,300}")


@functools.cache
def _profile() -> re.Pattern[bytes]:
    return re.compile(PROFILE)
