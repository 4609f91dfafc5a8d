"""What finds candidates: in one content, and which of many contents may hold any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from scanner.detect.reading import Reading


class Finder(Protocol):
    """The patterns of AWS credentials, one pack, or all together."""

    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """The candidates in the content, which begins at that place of the file at that path.

        Where the path is not known, whatever may be one at some path. The first reading of content that may tell of a
        whole account has no candidates.
        """

    def holds(self, data: bytes) -> bool:
        """Whether there is a candidate in the content, at some path, or it may tell of a whole account."""

    def holding(self, contents: Sequence[bytes]) -> list[int]:
        """The numbers of those contents that hold something, as `holds` tells it of each."""

    def suspects(self, contents: Sequence[bytes]) -> list[int]:
        """The numbers of those contents in which there may be something."""

    def prepare(self) -> None:
        """Loads what serves much content best: to be called before processes share it."""
