"""What processes share comes out as if one had done it all."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scanner import sharing
from scanner.sharing import mapped


def weight(item: int) -> int:
    return item * 1024


@pytest.mark.parametrize("worth", [0.0, 1e9], ids=["every batch is shared", "none is worth it"])
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_in_order_whoever_does_it(jobs: int, worth: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "WORTH", worth)
    numbers = [*range(1000), *range(5)]
    assert list(mapped(numbers, str, jobs, weight)) == [(number, str(number)) for number in numbers]


def test_the_work_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "WORTH", 0.0)
    workers = {pid for _, pid in mapped(range(1000), lambda _: os.getpid(), 2, weight)}
    assert len(workers) > 2, "each batch but the first by a process of its own beside this one"


def test_one_alone_asks_for_an_item_when_the_last_is_done() -> None:
    done: list[int] = []
    given_out: list[tuple[int, int]] = []

    def items() -> Iterator[int]:
        for number in range(3):
            given_out.append((number, len(done)))
            yield number

    for number, _ in mapped(items(), str, 1, weight):
        done.append(number)
    assert given_out == [(0, 0), (1, 1), (2, 2)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised(jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sharing, "WORTH", 0.0)
    with pytest.raises(ZeroDivisionError):
        list(mapped([1] * 500 + [0], lambda number: 1 // number, jobs, weight))


@given(st.lists(st.integers(0, 3000), max_size=60))
def test_nothing_is_lost_between_batches(numbers: list[int]) -> None:
    assert [item for item, _ in mapped(numbers, str, 2, weight)] == numbers
