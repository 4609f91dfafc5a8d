"""Runs of characters of base64, in which something may stand encoded."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from scanner.detect.encodings import BASE32

RUN = 24
"""Characters of base64 in a row that an encoded anchor stands in: a key ID alone is 27."""
RUN_OF_BASE32 = 32
"""The same of base32."""
LONG = b"b" * RUN
"""Such a run in what `_signs` makes of the content."""
REACH = 16_384
"""Bytes on either side in which a run of base32 ends."""


def runs(data: bytes) -> Iterator[bytes]:
    """The runs that an encoded anchor may stand in."""
    signs = data.translate(_signs())
    at = signs.find(LONG)
    while at >= 0:
        end = signs.find(b" ", at + RUN)
        yield data[at:end] if end >= 0 else data[at:]
        at = signs.find(LONG, end) if end >= 0 else -1


def run_at(data: bytes, at: int) -> bytes:
    """The run of characters of base64 that the place lies in."""
    before, after = rest().match(data[max(0, at - REACH) : at][::-1]), rest().match(data, at, at + REACH)
    return data[at - (before.end() if before else 0) : after.end() if after else at]


def is_in_one(data: bytes, at: int, size: int) -> bool:
    """Whether the bytes at `at`, so many, stand in a run of base64 that an encoded anchor may stand in."""
    low = max(0, at - RUN)
    part = data[low : at + size + RUN]
    signs = part.translate(_signs())
    start, end = signs.rfind(b" ", 0, at - low) + 1, signs.find(b" ", at - low)
    run = part[start : end if end >= 0 else len(part)]
    return len(run) >= RUN and at + size <= low + start + len(run) and is_mixed(run)


def is_mixed(run: bytes) -> bool:
    """Whether it has letters of either case, as all base64 has that is not short; others are no base64."""
    return run != run.lower() and run != run.upper()


def is_base32(run: bytes) -> bool:
    """Whether it has nothing but characters of base32, in capitals or in small letters."""
    return len(run) >= RUN_OF_BASE32 and not (run.translate(None, BASE32) and run.translate(None, BASE32.lower()))


@functools.cache
def _signs() -> bytes:
    """What each byte is: `b` for a character of base64 in either alphabet, a blank for any other."""
    alphabet = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
    return bytes(98 if byte in alphabet else 32 for byte in range(256))


@functools.cache
def rest() -> re.Pattern[bytes]:
    """What is left of a run."""
    return re.compile(rb"[A-Za-z0-9+/_\-]*+")
