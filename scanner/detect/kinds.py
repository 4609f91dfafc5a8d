"""The kinds of clues that there are: what the patterns look for, as the encodings write it."""

from __future__ import annotations

import functools
from collections.abc import Container, Iterable, Iterator, Sequence

from patterns._pattern import Anchor, Pattern
from scanner.detect.broken import broken
from scanner.detect.encodings import (
    WORDS,
    Form,
    base32_forms,
    base64_forms,
    nested_forms,
    widened,
)
from scanner.detect.groups import GROUPS, Group
from scanner.detect.kind import Kind
from scanner.detect.runs import is_base32, is_mixed, runs

MARGIN = 256
"""Bytes that escapes may add to how far a value stands from its anchor."""

SIGN_IN = b"signin.aws"
"""What stands beside most passwords for the console; looked for in base64 alone."""
GZIP = b"H4sI"
PACKED = (
    Form(b"H4sIA", b"\x1f\x8b\x08\0", 0),
    Form(b"H4sIC", b"\x1f\x8b\x08\x08", 0),
    Form(b"UEsDB", b"PK\x03\x04", 0),
)
"""How gzip begins, without a file name in it, as user data of machines and Helm releases do, or with one; and ZIP."""


class Kinds:
    """The kinds of clues that there are for the patterns."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self._anchors = [anchor for pattern in patterns for anchor in pattern.anchors]
        self._near = list(dict.fromkeys([*(_of_anchor(anchor) for anchor in self._anchors if anchor.clue), *broken()]))
        self._groups = (*GROUPS, Group(lambda data, _: b"\0" in data, lambda: self._wide))

    def all(self) -> list[Kind]:
        """All of them, for a prefilter that has a search of its own."""
        grouped = (kind for group in self._groups for kind in group.kinds())
        return [*self._near, *grouped, *self._encoded, *_in_base32()]

    def present(self, data: bytes, folded: bytes, anchors: Container[tuple[bytes, bool]]) -> Iterator[Kind]:
        """Those whose literals the content holds.

        folded: the content in lower case. anchors: the literals of anchors that it holds, and whether in any case.
        Most content is of few groups, and has few runs of base64 that are long enough: there is little to search for.
        """
        yield from (kind for kind in self._near if (kind.literal, kind.ignore_case) in anchors)
        for group in self._groups:
            if group.can_be_in(data, folded):
                yield from (kind for kind in group.kinds() if kind.literal in (folded if kind.ignore_case else data))
        mixed: list[bytes] = []
        others: list[bytes] = []
        for run in runs(data):
            (mixed if is_mixed(run) else others).append(run)
        if mixed:
            yield from _held(self._encoded, mixed)
        if pure := [run for run in others if is_base32(run)]:
            yield from _held(_in_base32(), pure)

    @functools.cached_property
    def _wide(self) -> list[Kind]:
        wide = (Kind(widened(anchor.literal), anchor.ignore_case) for anchor in self._anchors)
        return [*dict.fromkeys(wide), *(Kind(widened(word, 4)) for word in WORDS)]

    @functools.cached_property
    def _encoded(self) -> list[Kind]:
        exact = (anchor.literal for anchor in self._anchors if not anchor.ignore_case and len(anchor.literal) > 3)
        forms = (
            *base64_forms(dict.fromkeys([*WORDS, *exact, SIGN_IN])),
            *nested_forms(WORDS),
            *base64_forms([GZIP]),
            *PACKED,
        )
        return [Kind(form.shown, form=form) for form in _apart(forms)]


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
