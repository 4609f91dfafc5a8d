"""Whether forty characters are a value of their own, or a part of something longer or of something else. Support."""

from __future__ import annotations

import functools
import re

MARGIN = b" \t\r\n+->|"
"""What may stand beside a line of a block: blanks, and the signs of a diff or of a quotation."""
_BETWEEN = rb"[\"'][ \t]{0,8}[+.\\]?[ \t]{0,8}\r?\n[ \t]{0,80}[+.]?[ \t]{0,8}[bruf]?[\"']"
"""What stands between the literals of one value, on lines of their own: no comma."""


def is_part(data: bytes, start: int, end: int) -> bool:
    """Whether what stands there is the end of a wrapped block, one of several literals, an object in a bucket, of a resource's ARN, or a digest."""
    return (
        bool(_scheme().search(data, max(0, start - 16), start))
        or _is_of_an_arn(data, start)
        or _is_an_objects(data, start)
        or _continues_a_block(data, start)
        or _is_a_piece(data, start, end)
    )


def _continues_a_block(data: bytes, start: int) -> bool:
    """Whether the line before is base64 from end to end, so that this is the last line of a wrapped block."""
    line_start = data.rfind(b"\n", max(0, start - 200), start)
    if line_start < 0 or data[line_start:start].strip(MARGIN):
        return False
    previous = data[max(0, line_start - 200) : line_start].rsplit(b"\n", 1)[-1].strip(MARGIN)
    return len(previous) >= 48 and bool(_base64_line().fullmatch(previous))


def _is_a_piece(data: bytes, start: int, end: int) -> bool:
    """Whether it is one of three literals in a row, or more, that make up one long value."""
    return bool(
        _pieces_before().search(data, max(0, start - 200), start) or _pieces_behind().match(data, end, end + 400)
    )


@functools.cache
def _pieces_before() -> re.Pattern[bytes]:
    return re.compile(rb"[\"'][A-Za-z0-9+/]{40,}%b\Z" % _BETWEEN)


@functools.cache
def _pieces_behind() -> re.Pattern[bytes]:
    return re.compile(rb"%b[A-Za-z0-9+/]{40,}%b[A-Za-z0-9+/]{8,}" % (_BETWEEN, _BETWEEN))


def _is_an_objects(data: bytes, start: int) -> bool:
    """Whether it is the key of an object in a bucket that is named right before."""
    return bool(_object_key().search(data, max(0, start - 160), start))


def _is_of_an_arn(data: bytes, start: int) -> bool:
    return bool(_arn().search(data, max(0, start - 160), start))


@functools.cache
def _scheme() -> re.Pattern[bytes]:
    """By which a password was hashed, as directories have it before the digest: `{SSHA}`; or that it is encrypted: `ENC(`."""
    return re.compile(rb"(?:\{(?:[A-Z][A-Z0-9\-]{2,11}|cipher)\}|\bENC[(\[])\Z")


@functools.cache
def _arn() -> re.Pattern[bytes]:
    return re.compile(rb"\barn:aws[\w\-]*:[^\s\"'`,]{1,120}:\Z")


@functools.cache
def _object_key() -> re.Pattern[bytes]:
    quote = rb"\\{0,3}[\"']"
    return re.compile(
        rb"(?i:bucket(?:_?name)?)%b?\s{0,4}[:=]\s{0,4}%b[^\"'\\\n]{1,80}%b\s{0,4},\s{0,80}%b?[Kk]ey%b?\s{0,4}[:=]\s{0,4}%b\Z"
        % ((quote,) * 6)
    )


@functools.cache
def _base64_line() -> re.Pattern[bytes]:
    return re.compile(rb"[A-Za-z0-9+/]+")
