"""Which words a content holds, in any case: all searched at once by Hyperscan."""

from __future__ import annotations

from collections.abc import Sequence

import hyperscan

from scanner.detect.bulk import database, escaped
from scanner.packs.words import Words

FLAGS = hyperscan.HS_FLAG_CASELESS | hyperscan.HS_FLAG_SINGLEMATCH | hyperscan.HS_FLAG_DOTALL


def bulk_words(words: Sequence[str]) -> Words:
    """A search for words, which are in lower case."""
    if not words:
        return lambda _: frozenset()
    compiled = database([(escaped(word.encode()), FLAGS) for word in words])
    scratch = hyperscan.Scratch(compiled)

    def held(data: bytes) -> frozenset[str]:
        found: list[int] = []
        compiled.scan(data, match_event_handler=_collect, scratch=scratch, context=found)
        return frozenset(words[number] for number in found)

    return held


def _collect(number: int, _start: int, _end: int, _flags: int, found: object) -> None:
    assert isinstance(found, list)  # noqa: S101 - Hyperscan's types do not carry what we hand it
    found.append(number)
