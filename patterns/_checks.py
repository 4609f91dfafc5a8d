"""Predicates that tell made-up, hashed and spoken values from random ones.

Each threshold is followed by the share of real keys that it loses, measured on 200,000 random 40-character keys
by `python bench/thresholds.py`.
"""

from __future__ import annotations

import binascii
import itertools
import math
from collections import Counter

HEX = frozenset(b"0123456789abcdefABCDEF")
DIGITS = frozenset(b"0123456789")
LOWER = frozenset(b"abcdefghijklmnopqrstuvwxyz")
UPPER = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
BASE32 = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")


def entropy(value: bytes) -> float:
    """Shannon entropy of the bytes of `value`, in bits per byte."""
    total = len(value)
    return -sum(n / total * math.log2(n / total) for n in Counter(value).values())


def is_hex(value: bytes) -> bool:
    """Whether `value` is hexadecimal throughout, as hashes and Ethereum addresses are."""
    return HEX.issuperset(value)


def is_key_id(value: bytes) -> bool:
    """Whether it is an access key ID: in a user's place it tells that its secret stands in the password's."""
    return len(value) == 20 and value.startswith((b"AKIA", b"ASIA")) and value.isalnum() and value.isupper()


def is_wordy(value: bytes, most: int = 20) -> bool:
    """Whether more than `most` letters follow a letter of their own case, as in words, paths and identifiers."""
    pairs = list(itertools.pairwise(value))
    return any(sum(a in case and b in case for a, b in pairs) > most for case in (LOWER, UPPER))


def is_sequence(value: bytes, most: int = 7, interleaved: int = 12) -> bool:
    """Whether more than `most` neighbours differ by one, as in `abcdefgh` and `87654321`.

    Or more than `interleaved` characters and the next but one, as in `a1B2c3D4e5` and `1q2w3e4r`.
    """
    folded = value.lower()
    return (
        sum(abs(a - b) == 1 for a, b in itertools.pairwise(value)) > most
        or sum(abs(a - b) == 1 for a, b in zip(folded, folded[2:], strict=False)) > interleaved
    )


def is_encoded_text(value: bytes) -> bool:
    """Whether `value` is base64 of nothing but printable ASCII."""
    try:
        decoded = binascii.a2b_base64(value + b"=" * (-len(value) % 4))
    except binascii.Error:
        return False
    return all(32 <= byte < 127 or byte in b"\t\r\n" for byte in decoded)


def has_mixed_classes(value: bytes) -> bool:
    """Whether `value` has upper case, lower case, and a digit or a sign."""
    kinds = set(value)
    return bool(kinds & UPPER and kinds & LOWER and kinds - UPPER - LOWER)


def looks_random(value: bytes) -> bool:
    """Whether 40 characters of base64 could be a secret access key.

    Random keys pass with a probability of 0.9995 (no digit and no sign: 0.025 %, entropy below 4.25: 0.009 %,
    wordy: 0.007 %, sequence: 0.002 %).
    """
    return (
        has_mixed_classes(value)
        and not is_hex(value)
        and entropy(value) >= 4.25
        and not is_wordy(value)
        and not is_sequence(value)
        and not is_encoded_text(value)
    )
