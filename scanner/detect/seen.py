"""What a credential is at one place, in plain, for whoever holds it against what others know of it."""

from __future__ import annotations

from typing import NamedTuple

from scanner.model import Origin, Part


class Seen(NamedTuple):
    """One credential at one place, while its values are still at hand; none of them may be kept.

    values: the plain value of each part. lines: the lines that each stands on. is_held: whether it is known to be no
    leak by what stands there: an example, a placeholder, a comment.
    """

    fingerprint: str
    parts: tuple[Part, ...]
    origin: Origin
    values: tuple[bytes, ...]
    lines: tuple[bytes, ...]
    is_held: bool

    def __repr__(self) -> str:
        return f"Seen({len(self.parts)} parts)"
