"""What every format is: a pure function from the report to text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import NamedTuple

from scanner.model import Report


class Style(NamedTuple):
    """How to show a report, where a format has a choice.

    color: whether to use terminal colours. width: columns to wrap at.
    quiet: findings alone, without a summary.
    blocked: whether the findings make the scan fail, and so block a commit.
    link: gives the address of a file that the report names; None where the terminal makes no links.
    now: when the report is written, in UTC; for the one format that demands a time.
    """

    color: bool = False
    width: int = 100
    quiet: bool = False
    blocked: bool = False
    link: Callable[[str], str | None] | None = None
    now: str = "1970-01-01T00:00:00"


class Format(ABC):
    """One form of the report."""

    @abstractmethod
    def render(self, report: Report, style: Style) -> str:
        """The whole document: valid Unicode, empty or ending in a newline, without any secret."""
