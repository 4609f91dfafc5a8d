"""What every source is: it yields content to look at, and says what it could not look at."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Literal

from scanner.model import Blob, Skipped

Item = Blob | Skipped


class Source(ABC):
    """Where content comes from.

    name: the source's name in the report; target: what was named, as the report shows it.
    """

    name: Literal["paths", "staged", "commits", "history", "stdin"]
    target: str

    @abstractmethod
    def items(self) -> Iterator[Item]:
        """Everything within reach, each once: as a `Blob`, or as a `Skipped` where it could not be read.

        Raises RepositoryError where nothing can be said at all.
        """

    def before(self) -> Iterator[Blob]:
        """What was there already, likeliest first: a credential that stands in it is not new. Nothing by default."""
        return iter(())

    def settings(self, name: str) -> bytes | None:
        """The bytes of a settings file (`akia.toml` or the like) at the root of what is scanned; None if there is none."""
        return None
