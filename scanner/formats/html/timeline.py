"""When which credential stood in the repository: bars on a scale from the first commit of all to the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from scanner.formats.stay import moment, stay
from scanner.model import Finding

WIDTH = 1000
"""Units of the scale."""
THINNEST = 6
"""Units of a bar that is a single moment."""


class Bar(NamedTuple):
    """Where the bar of a finding begins, and how wide it is. It goes on to the end where it stands at a tip."""

    x: float
    width: float


class Timeline(NamedTuple):
    """The scale. `years` are the beginnings of years on it: number and place."""

    start: datetime
    end: datetime
    years: tuple[tuple[int, float], ...]

    @classmethod
    def of(cls, findings: Sequence[Finding]) -> Timeline | None:
        """The scale that all commits of the findings fit on; None where none has a date."""
        times = [stay(finding) for finding in findings]
        dates = [made for time in times if time for commit in (time.first, time.last) if (made := moment(commit))]
        if not dates:
            return None
        start, end = min(dates), max(dates)
        bare = cls(start, end, ())
        years = range(start.year + 1, end.year + 1)
        return bare._replace(years=tuple((year, bare.at(datetime(year, 1, 1, tzinfo=end.tzinfo))) for year in years))

    def at(self, when: datetime) -> float:
        """The place of a moment."""
        whole = (self.end - self.start).total_seconds()
        return round(WIDTH * (when - self.start).total_seconds() / whole, 1) if whole else 0.0

    def bar(self, finding: Finding) -> Bar | None:
        """The bar of a finding; None where no commit of it has a date."""
        time = stay(finding)
        if time is None or not (first := moment(time.first)) or not (last := moment(time.last)):
            return None
        left, right = self.at(first), WIDTH if time.tips else self.at(last)
        width = max(right - left, THINNEST)
        return Bar(round(min(left, WIDTH - width), 1), round(width, 1))
