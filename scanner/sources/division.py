"""Dividing work, so that each part takes about as long as the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

T = TypeVar("T")

EACH = 25_000
"""Bytes that can be looked at in the time that opening one more file takes."""

WORTH = 16 * 2**20
"""Bytes to look at that are worth a process of their own: starting it takes as long as a tenth of them."""


def divided(items: Sequence[T], size: Callable[[T], int], most: int) -> list[Sequence[T]]:
    """The items in at most so many runs of about the same cost, in order. size: bytes of an item."""
    sums = list(accumulate(EACH + size(item) for item in items))
    number = max(1, min(most, sums[-1] // WORTH if sums else 0))
    parts: list[Sequence[T]] = []
    start = 0
    for part in range(1, number + 1):
        end = len(items) if part == number else bisect_right(sums, sums[-1] * part // number)
        parts.append(items[start:end])
        start = max(start, end)
    return parts
