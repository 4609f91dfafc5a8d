"""One piece of work after another, in order, which processes share as long as it takes them long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

CROWD = 128
"""Items that are worked off together."""
BATCH = 2**25
"""Bytes of them."""
WORTH = 0.2
"""Seconds that one batch must have taken for the next to be shared: a copy of a process takes a tenth of it."""


def mapped(
    items: Iterable[T],
    work: Callable[[T], R],
    jobs: int,
    weight: Callable[[T], int],
    first: Callable[[], object] = lambda: None,
) -> Iterator[tuple[T, R]]:
    """Each item with what the work makes of it, in their order, whoever does it.

    jobs: processes; with one, each item is asked for when the one before is done with. weight: bytes of an item. first:
    makes what the processes are to have in common. Raises what the work raises, WorkerError.
    """
    if jobs < 2:
        yield from ((item, work(item)) for item in items)
        return
    is_slow = False
    for batch in _batches(items, weight):
        started = time.monotonic()
        if is_slow:
            first()
        results = _shared(batch, work, jobs) if is_slow else list(map(work, batch))
        is_slow = (time.monotonic() - started) * (jobs if is_slow else 1) > WORTH
        yield from zip(batch, results, strict=True)


def _batches(items: Iterable[T], weight: Callable[[T], int]) -> Iterator[list[T]]:
    batch: list[T] = []
    size = 0
    for item in items:
        batch.append(item)
        size += weight(item)
        if len(batch) == CROWD or size >= BATCH:
            yield batch
            batch, size = [], 0
    yield batch


def _shared(batch: Sequence[T], work: Callable[[T], R], jobs: int) -> list[R]:
    """What comes after one another is alike, and takes alike long: it is dealt out like cards."""
    from scanner.workers import spread  # not on the way of a hook

    number = min(jobs, len(batch))
    parts = spread([partial(_all, batch[first::number], work) for first in range(number)])
    return [parts[at % number][at // number] for at in range(len(batch))]


def _all(items: Sequence[T], work: Callable[[T], R]) -> list[R]:
    return list(map(work, items))
