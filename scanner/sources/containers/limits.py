"""How much of a container is read: what is beyond is said, and not looked at.

A few kilobytes can unpack to more than any machine holds, and a container can hold itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field

DEPTH = 5
"""Containers in one another that are opened."""
MEMBERS = 50_000
TOTAL = 4 * 2**30
"""Bytes that the members of one outermost container are unpacked to."""
RATIO = 200
"""Times what was packed; code and logs come to a tenth of that."""
FREE = 64 * 2**20
"""Bytes that may come of anything, however small it is."""
HELD = 192 * 2**20
"""Bytes of containers that have to be in memory as a whole."""


class LimitError(Exception):
    """A container goes beyond a limit; the text says which."""


@dataclass(slots=True)
class Budget:
    """What may still be unpacked from one outermost container, whatever is nested in it.

    packed: bytes of it that were read so far. held: bytes of containers that are in memory. most, total: the limits
    of members, and of the bytes that they are unpacked to.
    """

    packed: int = 0
    unpacked: int = 0
    members: int = 0
    held: int = 0
    most: int = field(default_factory=lambda: MEMBERS)
    total: int = field(default_factory=lambda: TOTAL)

    def enter(self) -> None:
        """One more member. Raises LimitError."""
        self.members += 1
        if self.members > self.most:
            raise LimitError(f"holds more than {self.most:,} members; the rest is not looked at")

    def spend(self, size: int) -> None:
        """So many bytes more were unpacked. Raises LimitError."""
        self.unpacked += size
        if self.unpacked > self.total:
            raise LimitError(f"unpacks to more than {self.total // 2**30} GiB; the rest is not looked at")
        if self.unpacked > max(FREE, RATIO * self.packed):
            raise LimitError(f"unpacks to more than {RATIO} times its size; the rest is not looked at")
