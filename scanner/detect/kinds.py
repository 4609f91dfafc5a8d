"""Kinds of clues: what each is known by, as the patterns have it and the encodings write it."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from patterns._pattern import Anchor, Pattern
from scanner.detect.encodings import (
    WORDS,
    Form,
    arrays,
    ascii85_forms,
    base32_forms,
    base64_forms,
    escaped_forms,
    nested_forms,
    rows,
    widened,
)
from scanner.detect.runs import is_base32, is_mixed, runs

AROUND = 1536
"""Bytes on either side of an encoded anchor that are decoded: a key ID vouches for a secret that is so far away."""
MARGIN = 256
"""Bytes that escapes may add to how far a value stands from its anchor."""
BROKEN = 96
"""Bytes in which it is told whether a key ID is broken."""
GAP = rb"[\s+.&|<>^\\_,]{0,40}[bruf@]{0,2}"
"""What may stand between two literals that are one value."""
ARRAY = 512
"""Bytes of an array in which a word stands."""
FRAME = 128
"""Bytes in which it is told whether a file in uuencode begins."""

OF_ACCOUNT, IN_BASE64, IN_STATE = b"<root_account>", b"dXNlcixhcm4s", b'"aws_caller_identity",'
"""What stands in every content that speaks of a whole account, as IAM's credential report does; how such a report
begins (`user,arn,`) in base64, as IAM hands it out; and what says in Terraform's state who ran it. They hold no
credential, and are to be looked at all the same.
"""
ACCOUNTS = frozenset({OF_ACCOUNT, IN_BASE64, IN_STATE})
SIGN_IN = b"signin.aws"
"""What stands beside most passwords for the console; looked for in base64 alone."""
GZIP = b"H4sI"
PACKED = (
    Form(b"H4sIA", b"\x1f\x8b\x08\0", 0),
    Form(b"H4sIC", b"\x1f\x8b\x08\x08", 0),
    Form(b"UEsDB", b"PK\x03\x04", 0),
)
"""How gzip begins, without a file name in it, as user data of machines and Helm releases do, or with one; and ZIP."""
UUENCODED = tuple(
    (head, head + rb"[0-7]{2,3} [^\r\n]{1,80}\r?\n[!-`]") for head in (b"begin 4", b"begin 6", b"begin 7", b"begin 06")
)
"""How a file in uuencode begins: with the permissions that it had."""


class Kind(NamedTuple):
    """A literal that gives a clue where the expression, if there is one, matches from it on.

    span: bytes that the expression spans at most. form: set if it stands in base64. in_base32: set if it stands in
    base32. is_framed: set in a block that says where it ends. before, after: bytes from its beginning within which
    there may be something to decode.
    """

    literal: bytes
    ignore_case: bool = False
    expression: bytes = b""
    span: int = 0
    form: Form | None = None
    in_base32: bool = False
    is_framed: bool = False
    before: int = AROUND
    after: int = AROUND


class Kinds:
    """The kinds of clues that there are for the patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        anchors = [anchor for pattern in patterns for anchor in pattern.anchors]
        wide = (Kind(widened(anchor.literal), anchor.ignore_case) for anchor in anchors)
        self._near = list(dict.fromkeys([*(_of_anchor(anchor) for anchor in anchors if anchor.clue), *_broken()]))
        self._marked: dict[bytes, list[Kind]] = {
            b"IA": list(_broken_word()),
            b"begin ": [
                Kind(head, expression=expression, span=FRAME, is_framed=True) for head, expression in UUENCODED
            ],
            b"<~": [Kind(form, is_framed=True) for form in dict.fromkeys(ascii85_forms())],
            b"<": [Kind(OF_ACCOUNT)],
            IN_BASE64: [Kind(IN_BASE64)],
            IN_STATE: [Kind(IN_STATE)],
            b"\0": [*dict.fromkeys(wide), *(Kind(widened(word, 4)) for word in WORDS)],
        }
        inner = [*WORDS, *(form.shown for form in base64_forms(WORDS))]
        for mark, form in (*escaped_forms(dict.fromkeys(inner)), *rows()):
            self._marked.setdefault(mark, []).append(Kind(form, ignore_case=True))
        self._marked[b"0x"] = [
            Kind(first, True, expression, span=ARRAY) for first, expression in arrays(dict.fromkeys(inner))
        ]
        exact = (anchor.literal for anchor in anchors if not anchor.ignore_case and len(anchor.literal) > 3)
        forms = (
            *base64_forms(dict.fromkeys([*WORDS, *exact, SIGN_IN])),
            *nested_forms(WORDS),
            *base64_forms([GZIP]),
            *PACKED,
        )
        self._encoded = [Kind(form.shown, form=form) for form in _apart(forms)]

    def all(self) -> list[Kind]:
        """All of them, for a prefilter that has a search of its own."""
        return [
            *self._near,
            *(kind for kinds in self._marked.values() for kind in kinds),
            *self._encoded,
            *_in_base32(),
        ]

    def present(self, data: bytes, folded: bytes, anchors: Container[tuple[bytes, bool]]) -> Iterator[Kind]:
        """Those whose literals the content holds.

        folded: the content in lower case. anchors: the literals of anchors that it holds, and whether in any case.
        Most content has few of the marks, and few runs of base64 that are long enough: there is little to search for.
        """
        yield from (kind for kind in self._near if (kind.literal, kind.ignore_case) in anchors)
        for mark, kinds in self._marked.items():
            if mark in data:
                yield from (kind for kind in kinds if kind.literal in (folded if kind.ignore_case else data))
        mixed: list[bytes] = []
        others: list[bytes] = []
        for run in runs(data):
            (mixed if is_mixed(run) else others).append(run)
        yield from _held(self._encoded, mixed)
        if pure := [run for run in others if is_base32(run)]:
            yield from _held(_in_base32(), pure)


def _held(kinds: Sequence[Kind], runs: Sequence[bytes]) -> Iterator[Kind]:
    """Those whose literals stand in the runs."""
    joined = b" ".join(runs)
    return (kind for kind in kinds if kind.literal in joined)


@functools.cache
def _in_base32() -> Sequence[Kind]:
    return [Kind(form, in_base32=True) for form in dict.fromkeys(base32_forms(WORDS))]


def _apart(forms: Iterable[Form]) -> Iterable[Form]:
    """Those that read differently."""
    return {form.shown: form for form in forms}.values()


def _of_anchor(anchor: Anchor) -> Kind:
    """Of an anchor whose values may have escapes in them, by which they reach farther."""
    before, after = anchor.before + MARGIN, anchor.after + MARGIN
    return Kind(anchor.literal, anchor.ignore_case, anchor.expression, anchor.after, before=before, after=after)


def _broken() -> Iterator[Kind]:
    """Key IDs that are broken behind the prefix: in literals side by side, over lines, by colours, in RTF."""
    ends = rb"(?:=\r?\n|\\\r?\n|\x1b\[|\}\{\\|[\"']" + GAP + rb"[\"'])"
    for word in (b"AKIA", b"ASIA"):
        yield Kind(word, expression=word + rb"[A-Z0-9]{0,15}" + ends, span=BROKEN)


def _broken_word() -> Iterator[Kind]:
    """Key IDs of which the prefix itself is cut in two, in literals or by a line of quoted-printable."""
    for word in (b"AKIA", b"ASIA"):
        for sign, gap in ((b'"', GAP + b'"'), (b"'", GAP + b"'"), (b"=", rb"\r?\n")):
            head, rest = word[:2] + sign, gap + word[2:] + rb"(?:[A-Z0-9]{4}|" + sign + b")"
            yield Kind(head, expression=head + rest, span=BROKEN)
        for sign in (b'"', b"'", b"\n"):
            rest = rb"(?:[A-Z0-9]{4}|" + (sign if sign != b"\n" else rb"=\r?\n") + b")"
            yield Kind(sign + word[1:], expression=sign + word[1:] + rest, span=BROKEN)
