"""Windows: parts of a content that are worth a look, as offsets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

Window = tuple[int, int]


def merged(windows: Iterable[Window]) -> list[Window]:
    """The windows sorted, those that touch made one."""
    result: list[Window] = []
    for low, high in sorted(windows):
        if result and low <= result[-1][1]:
            result[-1] = (result[-1][0], max(high, result[-1][1]))
        else:
            result.append((low, high))
    return result


class Spans:
    """Parts of a content that may overlap."""

    def __init__(self, spans: Iterable[Window]) -> None:
        self._spans = merged(spans)

    def touch(self, low: int, high: int) -> bool:
        """Whether something between `low` and `high` belongs to one of them."""
        number = bisect_left(self._spans, (high, 0))
        return number > 0 and self._spans[number - 1][1] > low
