"""Key IDs that are broken: in literals side by side, over lines, by what a terminal or a text processor puts in."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

from scanner.detect.kind import Kind

PREFIXES = (b"AKIA", b"ASIA")
BROKEN = 96
"""Bytes in which it is told whether a key ID is broken."""
GAP = rb"[\s+.&|<>^\\_,]{0,40}[bruf@]{0,2}"
"""What may stand between two literals that are one value."""
ENDS = (b"KIA", b"SIA", b'"IA', b"'IA", b"\nIA")
"""What stands wherever a prefix is broken: its end, behind where it broke."""


def broken() -> Iterator[Kind]:
    """Behind the prefix: in literals side by side, over lines, by colours, in RTF."""
    ends = rb"(?:=\r?\n|\\\r?\n|\x1b\[|\}\{\\|[\"']" + GAP + rb"[\"'])"
    for word in PREFIXES:
        yield Kind(word, expression=word + rb"[A-Z0-9]{0,15}" + ends, span=BROKEN)


@functools.cache
def words_broken() -> Sequence[Kind]:
    """In the prefix itself, in literals or by a line of quoted-printable."""
    kinds = []
    for word in PREFIXES:
        for sign, gap in ((b'"', GAP + b'"'), (b"'", GAP + b"'"), (b"=", rb"\r?\n")):
            head, rest = word[:2] + sign, gap + word[2:] + rb"(?:[A-Z0-9]{4}|" + sign + b")"
            kinds.append(Kind(head, expression=head + rest, span=BROKEN))
        for sign in (b'"', b"'", b"\n"):
            rest = rb"(?:[A-Z0-9]{4}|" + (sign if sign != b"\n" else rb"=\r?\n") + b")"
            kinds.append(Kind(sign + word[1:], expression=sign + word[1:] + rest, span=BROKEN))
    return kinds
