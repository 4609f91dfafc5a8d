"""Lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.detect.lines import lines_of, places

TABLE = [
    pytest.param(b"abc", 0, (1, 1), id="the first character"),
    pytest.param(b"abc", 3, (1, 4), id="behind the last"),
    pytest.param(b"a\nb", 2, (2, 1), id="the first of a line"),
    pytest.param(b"a\r\nbc", 4, (2, 2), id="Windows line ends"),
    pytest.param("é\u20ac\U0001f600x".encode(), 9, (1, 4), id="characters and not bytes"),
    pytest.param(b"\xff\xfex", 2, (1, 3), id="bytes that are not UTF-8"),
]


@pytest.mark.parametrize(("data", "offset", "expected"), TABLE)
def test_places(data: bytes, offset: int, expected: tuple[int, int]) -> None:
    assert places(data, [offset])[offset] == expected


@given(st.text(alphabet="ab\né€", max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_places_map_back(text: str, wanted: list[int]) -> None:
    offsets = [len(text[:at].encode()) for at in wanted if at <= len(text)]
    for offset, (line, column) in places(text.encode(), offsets).items():
        lines = text.split("\n")
        before = "\n".join([*lines[: line - 1], lines[line - 1][: column - 1]])
        assert len(before.encode()) == offset


def test_a_piece_counts_on_from_where_it_starts() -> None:
    assert places(b"xy\nz", [1, 3], line=7, column=5) == {1: (7, 6), 3: (8, 1)}


def test_lines_of_gives_the_lines_and_the_one_before() -> None:
    assert lines_of(b"one\ntwo\nthree\n", 5, 6) == (b"two", b"one")
    assert lines_of(b"one\ntwo", 0, 2) == (b"one", b"")
