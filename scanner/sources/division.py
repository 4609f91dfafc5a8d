"""Dividing work, so that each part takes about as long as the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import TypeVar

T = TypeVar("T")

EACH = 25_000
"""Bytes that can be looked at in the time that opening one more file takes."""

WORTH = 16 * 2**20
"""Bytes to look at that are worth a process of their own: starting it takes as long as a tenth of them."""


PARTS = 8
"""Parts for each process, as some take longer than others: whoever is done early takes the next."""


def divided(items: Sequence[T], size: Callable[[T], int], processes: int) -> list[Sequence[T]]:
    """The items in order, in parts of about the same cost: one, or several for each process that is worth its start.

    size: bytes of an item. processes: at most.
    """
    sums = list(accumulate(EACH + size(item) for item in items))
    number = min(processes, sums[-1] // WORTH if sums else 0)
    if number < 2:
        return [items]
    ends = [bisect_right(sums, sums[-1] * part // (number * PARTS)) for part in range(number * PARTS)]
    return [items[start:end] for start, end in pairwise([*ends, len(items)])]
