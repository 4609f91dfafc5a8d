"""Expressions that are made of phrases."""

from __future__ import annotations

import re

import pytest

from patterns._phrases import any_of, either, phrase, vocabulary


@pytest.mark.parametrize(("written", "said"), [
    pytest.param("key(s)", ("key", "keys"), id="what may be missing"),
    pytest.param("(the )key( id(s))", ("key", "the key", "key id", "the key ids"), id="what may be missing inside of it"),
    pytest.param("avoid*", ("avoid", "avoiding"), id="how a word goes on"),
    pytest.param("[very ]big", ("big", "very big", "very very very big"), id="what may be said several times"),
    pytest.param("as {word} as", ("as good as",), id="another expression"),
    pytest.param("n/a +1.", ("n/a +1.",), id="signs"),
    pytest.param("clé", ("clé",), id="letters beyond ASCII"),
])  # fmt: skip
def test_what_a_phrase_stands_for(written: str, said: tuple[str, ...]) -> None:
    expression = re.compile(phrase(written, b" ", {"word": b"[a-z]+"}))
    assert all(expression.fullmatch(one.encode()) for one in said)
    assert not expression.fullmatch(said[0].encode() + b"?")


def test_a_blank_is_the_gap_of_the_place() -> None:
    assert re.fullmatch(phrase("access key", rb"[ \-]", {}), b"access-key")


def test_of_several_phrases_the_longer_one_is_taken() -> None:
    assert re.match(any_of("key, key id", "key identifier"), b"key identifier").end() == 14  # type: ignore[union-attr]


def test_words_may_be_made_of_those_above_them() -> None:
    words = vocabulary({"key": "key(s)", "keys": "access{sign}{key}"}, b" ", {"sign": b"-"})
    assert re.fullmatch(words["keys"], b"access-keys")


def test_expressions_are_tried_in_their_order() -> None:
    assert re.match(either(b"a", b"ab"), b"ab")[0] == b"a"  # type: ignore[index]


def test_a_name_that_is_not_known_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        phrase("{word}", b" ", {})
