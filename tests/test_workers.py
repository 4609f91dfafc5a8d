"""Tasks that several processes take in turn come back whole and in order, whoever did them."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial

import pytest

from scanner.sources.division import EACH, PARTS, WORTH, divided
from scanner.workers import taken_in_turn


def done(number: int, seconds: float) -> tuple[int, int]:
    time.sleep(seconds)
    return number, os.getpid()


def fails() -> tuple[int, int]:
    raise ValueError("no")


def tasks(*seconds: float) -> list[Callable[[], tuple[int, int]]]:
    return [partial(done, number, each) for number, each in enumerate(seconds)]


@pytest.mark.parametrize("processes", [1, 2, 5], ids=["one process", "two", "more than tasks"])
def test_results_are_in_the_order_of_the_tasks(processes: int) -> None:
    assert [number for number, _ in taken_in_turn(tasks(0.02, 0, 0.01, 0), processes)] == [0, 1, 2, 3]


def test_whoever_is_free_takes_the_next() -> None:
    told = taken_in_turn(tasks(0.5, *[0.01] * 10), 2)
    assert len({process for _, process in told[1:]}) == 1
    assert told[0][1] != told[1][1]


def test_more_tasks_than_a_byte_can_count() -> None:
    assert [number for number, _ in taken_in_turn(tasks(*[0.0] * 300), 2)] == list(range(300))


@pytest.mark.parametrize("at", [0, 1], ids=["here or there", "there or here"])
def test_what_a_task_raises_is_raised(at: int) -> None:
    failing = tasks(0.05, 0.05)
    failing[at] = fails
    with pytest.raises(ValueError, match="no"):
        taken_in_turn(failing, 2)


def test_no_pipe_is_left_open() -> None:
    before = os.listdir("/proc/self/fd")
    taken_in_turn(tasks(0, 0, 0), 2)
    assert len(os.listdir("/proc/self/fd")) == len(before)


@pytest.mark.parametrize(
    ("sizes", "number"),
    [([], 1), ([WORTH], 1), ([WORTH] * 2, 2 * PARTS), ([WORTH * 100] + [1] * 50, 4 * PARTS), ([1] * 10, 1)],
    ids=["nothing", "what one can do", "enough for two", "one large, many small", "few small"],
)
def test_work_is_divided_in_order_and_whole(sizes: list[int], number: int) -> None:
    items = list(enumerate(sizes))
    parts = divided(items, lambda item: item[1], 4)
    assert [item for part in parts for item in part] == items
    assert len(parts) == number


def test_parts_cost_about_the_same() -> None:
    sizes = [EACH * (at % 7) for at in range(20_000)]
    costs = [sum(EACH + size for size in part) for part in divided(sizes, lambda size: size, 2)]
    assert max(costs) < 1.01 * min(costs)
