"""Decoding of values that hold more than they show. Support: no pattern stands here."""

from __future__ import annotations

import binascii
import re

from patterns._pattern import Told


def unquoted(value: bytes) -> bytes:
    """The value with its percent signs resolved."""
    return re.sub(rb"%([0-9A-Fa-f]{2})", lambda sign: bytes([int(sign[1], 16)]), value)


def unbased(value: bytes) -> bytes:
    """What base64 of either alphabet, with or without its padding, stands for; empty where it is none."""
    plain = value.replace(b"-", b"+").replace(b"_", b"/").rstrip(b"=")
    try:
        return binascii.a2b_base64(plain + b"=" * (-len(plain) % 4))
    except binascii.Error:
        return b""


def key_body(pem: bytes) -> bytes:
    """The base64 of a private key without frame and line ends, which are written in many ways.

    Nor with what stands before each line: the sign of a diff, which is a character of base64, or a number.
    """
    margin = re.match(rb"\s*([+\-]|\d{1,5}[:|]?(?=[ \t]))[ \t]*[A-Za-z]", pem)
    if margin:
        pem = re.sub(rb"(?m)^[ \t]*(?:[+\-]|\d{1,5}[:|]?(?=[ \t]))", b"", pem)
    return re.sub(rb"-----[A-Z ]{5,40}-----|\\{1,4}[nrt]|[^A-Za-z0-9+/=]", b"", pem)


def epoch(moment: bytes) -> int | None:
    """Seconds since 1970 of `2026-01-31T12:00:00Z` or `20260131T120000Z`; None where it is no moment."""
    from datetime import UTC, datetime  # costs a hook that finds nothing 2 ms

    digits = re.sub(rb"[^0-9]", b"", moment[:19]).decode()
    try:
        return int(datetime.strptime(digits[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC).timestamp())
    except ValueError:
        return None


def service_user(alias: bytes) -> Told | None:
    """Who `alice-at-123456789013` is: the user name of IAM's service-specific credentials, `+1` for a second one.

    Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_service-specific-creds.html
    """
    found = re.fullmatch(rb"(?P<user>[\w+=,.@\-]{1,64}?)(?:\+\d{1,3})?-at-(?P<account>\d{12})(?:\+\d{1,3})?", alias)
    return Told(account=found["account"].decode(), user=found["user"].decode()) if found else None
