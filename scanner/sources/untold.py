"""Commits of which it cannot be told what they bring in, as a report says it."""

from __future__ import annotations

from collections.abc import Iterator

from scanner.git.comparing import Untold
from scanner.model import Skipped

MOST_NAMED = 100
"""Commits that are named one by one."""


def endless(untold: Untold) -> Iterator[Skipped]:
    """The commits that bring in more paths than can be told."""
    detail = "it brings in more paths than can be told: folders that hold one another over and over?"
    yield from (Skipped(f"commit:{commit}", "limit", detail, incomplete=True) for commit in untold.endless[:MOST_NAMED])
    if len(untold.endless) > MOST_NAMED:
        yield Skipped(".", "limit", f"the same of {len(untold.endless) - MOST_NAMED:,} more commits", incomplete=True)
