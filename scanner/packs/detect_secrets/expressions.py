"""What detect-secrets' detectors are searched for with Hyperscan: their own expressions, and stand-ins where they have
none.

Hyperscan may find more than they do, never less: the detectors themselves decide on the line.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

import hyperscan

from scanner.detect.bulk import escaped
from scanner.packs.detect_secrets.detectors import Detector

Expression = tuple[bytes, int]
"""An expression and its flags, as Hyperscan takes them."""
LINES = hyperscan.HS_FLAG_MULTILINE
WORDS = (
    rb"api_?key|auth_?key|service_?key|account_?key|db_?key|database_?key|priv_?key|private_?key|client_?key|db_?pass|"
    rb"database_?pass|key_?pass|password|passwd|pwd|secret|contrase"
)


def expressions(known: Sequence[Detector]) -> Iterator[tuple[int, Expression]]:
    """The number of each detector with an expression that is found wherever it finds something."""
    for number, detector in enumerate(known):
        for expression in _of(detector):
            yield number, _usable(*expression)


def loose() -> list[Expression]:
    """What a file holds in which quotes that are added could make a detector find something: long words, or names."""
    return [
        (rb"[0-9A-Fa-f]{9}", 0),
        (rb"[A-Za-z0-9+/\\\-_=]{22}", 0),
        (WORDS, hyperscan.HS_FLAG_CASELESS),
        (rb"!!binary", 0),
    ]


def _of(detector: Detector) -> Iterator[tuple[bytes, int]]:
    if detector.is_of_words:
        yield WORDS, hyperscan.HS_FLAG_CASELESS
    elif detector.is_of_entropy:
        yield _quoted(detector.plugin.charset, detector.plugin.entropy_limit), 0
    else:
        for expression in detector.plugin.denylist:
            yield _translated(expression)


def _quoted(characters: str, limit: float) -> bytes:
    """A quoted text of so many characters as it takes to be so random."""
    least = math.floor(2**limit) + 1
    inside = b"".join(escaped(char.encode()) for char in characters)
    return rb"[\x22\x27][%b]{%d,}[\x22\x27]" % (inside, least)


def _translated(expression: re.Pattern[str]) -> tuple[bytes, int]:
    verbose = b"(?x)" if expression.flags & re.VERBOSE else b""
    caseless = hyperscan.HS_FLAG_CASELESS if expression.flags & re.IGNORECASE else 0
    return verbose + expression.pattern.encode(), caseless | LINES


def _usable(expression: bytes, flags: int) -> Expression:
    """The expression as it is, or weakened by Hyperscan itself where it has something that only that can do."""
    try:
        hyperscan.Database().compile(expressions=[expression], ids=[0], flags=[flags])
    except hyperscan.HyperscanError:
        flags |= hyperscan.HS_FLAG_PREFILTER
    return expression, flags
