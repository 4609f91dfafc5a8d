"""Lines on which literals stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner.judge import lines
from scanner.judge.lines import Lines

LITERALS = frozenset((b"ab", b"b", b"aa"))


def plainly(text: bytes) -> dict[bytes, list[tuple[int, int]]]:
    """The same, looked for line by line."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    at = 0
    for line in text.split(b"\n"):
        for literal in LITERALS:
            if literal in line:
                found.setdefault(literal, []).append((at, at + len(line)))
        at += len(line) + 1
    return found


@given(st.lists(st.text("ab\n ", max_size=30), min_size=1, max_size=4))
def test_versions_of_a_text_are_read_as_if_each_were_the_first(versions: list[str]) -> None:
    seen = Lines()
    for text in versions:
        assert seen.holding(LITERALS, text.encode()) == plainly(text.encode())


def test_no_more_lines_are_remembered_than_are_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST", 10)
    text = b"\n".join(b"b%d" % number for number in range(30))
    seen = Lines()
    for _ in range(2):
        assert seen.holding(LITERALS, text) == plainly(text)
    assert len(seen) == 30
    seen.holding(LITERALS, b"b")
    assert len(seen) == 1
