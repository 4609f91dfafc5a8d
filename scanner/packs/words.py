"""Which words a content holds, in any case: searched one by one, which costs nothing to set up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Words = Callable[[bytes], frozenset[str]]
"""Gives those of the words that the content holds."""


def plain_words(words: Sequence[str]) -> Words:
    """A search for words, which are in lower case."""
    known = [(word, word.encode()) for word in words]

    def held(data: bytes) -> frozenset[str]:
        folded = data.lower()
        return frozenset(word for word, raw in known if raw in folded)

    return held
