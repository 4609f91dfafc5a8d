"""What names and comments tell of two values: whether they are called alike, and whether both are in force.

A word in the name of an ID tells something where a secret has it as well: `PROD_…` beside `DEV_…`. Where none has it,
it is just how somebody calls an ID.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from patterns._names import named, squeeze
from scanner.detect.candidate import Candidate

FRIEND, NEUTRAL, STRANGER = range(3)
REACH = 240
"""Bytes to the left of a value in which a comment that it stands in begins."""


def affinities(data: bytes, firsts: Sequence[Candidate], seconds: Sequence[Candidate]) -> tuple[list[bytes], ...]:
    """The word that each value is told from its like by; empty where it has none that tells something."""
    words = [[qualifier(data, item) for item in items] for items in (firsts, seconds)]
    shared = set(words[0]) & set(words[1])
    return tuple([word if word in shared else b"" for word in some] for some in words)


def affinity(one: bytes, other: bytes) -> int:
    """What two such words say."""
    if one and other:
        return FRIEND if one == other else STRANGER
    return NEUTRAL


def qualifier(data: bytes, item: Candidate) -> bytes:
    """What the name says beyond `AWS access key ID` and the like: `prod`, `2`, `backup`. Empty if nothing."""
    name, gap = named(data, item.start)
    if not any(sign in gap for sign in (b"=", b":", b">")) or b"\n" in gap or _key_id().search(name):
        return b""
    return squeeze(_common().sub(b"", name.lower()))


def is_commented(data: bytes, item: Candidate) -> bool:
    """Whether the value stands in a comment."""
    return bool(_comment().match(data[max(0, item.start - REACH) : item.start].rpartition(b"\n")[2]))


@functools.cache
def _key_id() -> re.Pattern[bytes]:
    return re.compile(rb"^A[KBS]IA[A-Z0-9]{16}$")


@functools.cache
def _comment() -> re.Pattern[bytes]:
    return re.compile(rb"[ \t+\-]*(?:#|//|;|--[ \t]|/?\*|<!--|(?i:rem)\b)|.{0,200}?[ \t](?:#|//|--)[ \t]")


@functools.cache
def _common() -> re.Pattern[bytes]:
    return re.compile(
        rb"aws|amazon|s3a?|fs\.|iam|ec2|access|secret|session|security|token|credentials?|keys?|pair|identifier|"
        rb"(?<![a-z])ids?(?![a-z])|ids?$|value|user_?name|user|auth|pass(?:word|wd)?|pwd|login|my|the|is|default|env|export|config|static|cloud|spring|provider"
    )
