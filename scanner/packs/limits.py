"""What keeps memory bounded where content is made to hold too much."""

from __future__ import annotations

MOST = 100_000
"""Candidates of one pack in one content. Far fewer different ones are reported, which is said then."""
