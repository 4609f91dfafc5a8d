"""What is shown of a value, and what it is known by: masks and fingerprints. No plain secret leaves this module."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from scanner.conceal import LONG, SHOWN


def masked(role: str, raw: bytes) -> str:
    """The value with asterisks in place of what must not be shown.

    Of an ID the first and last four characters; of a secret of 32 characters or more likewise, the asterisks
    not telling its length beyond 32; of anything shorter that is secret nothing at all. Of a URL its address, without
    what stands before the host or behind the path. What is no secret (a user's name, an e-mail address) is shown.
    """
    text = raw.decode("utf-8", "replace")
    if role in ("user", "email"):
        return text
    if role == "url":
        return _address(text)
    if role == "id" or (role in ("secret", "token", "key") and len(text) >= LONG):
        return text[:SHOWN] + "*" * min(len(text) - 2 * SHOWN, 32) + text[-SHOWN:]
    return "*" * 8


def _address(url: str) -> str:
    """Scheme, host and path. Nothing where the text begins in the middle of a query."""
    plain = re.split(r"[?#&;]", url, maxsplit=1)[0]
    scheme, sign, rest = plain.partition("://") if "://" in plain else ("", "", plain)
    host, slash, path = rest.partition("/")
    if "=" in host or (not sign and "=" in path):
        return "*" * 8
    return scheme + sign + host.rpartition("@")[2] + slash + path


def fingerprint(pattern: str, raw: bytes) -> str:
    """What a value is known by: 32 hexadecimal digits of a digest of the pattern and the value, nothing else.

    Only for values that a machine chose. One that a person chose could be guessed from its digest.
    """
    return hashlib.sha256(b"akia/1/" + pattern.encode() + b"\0" + raw).hexdigest()[:32]


def combined(kind: str, parts: Iterable[str]) -> str:
    """The fingerprint of a credential: of its kind and of the fingerprints, or the non-secret values, of its parts."""
    return hashlib.sha256("\0".join((f"akia/1/{kind}", *parts)).encode("utf-8", "surrogateescape")).hexdigest()[:32]
