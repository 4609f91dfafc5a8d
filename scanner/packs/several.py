"""AWS credentials and packs, looked for together. What is an AWS credential is not reported as something else, too."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from scanner.detect.finder import Finder
from scanner.detect.reading import Reading
from scanner.detect.windows import Spans


class Pack(ABC):
    """What is looked for beside AWS credentials. rules: what it is known by to who remembers what it came to."""

    rules: str

    @abstractmethod
    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """See `Finder.detect`. It gives no reading without a candidate."""

    @abstractmethod
    def prepare(self) -> None:
        """See `Finder.prepare`."""

    def holds(self, data: bytes) -> bool:
        """See `Finder.holds`."""
        return next(self.detect(data), None) is not None

    def holding(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.holding`."""
        return [number for number, content in enumerate(contents) if self.holds(content)]

    def suspects(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.suspects`."""
        return self.holding(contents)


class Several:
    """Finds what any of its finders finds. packs: those beside AWS. rules: see `Pack.rules`."""

    def __init__(self, aws: Finder, packs: Sequence[Pack]) -> None:
        self._aws, self.packs = aws, packs
        self.rules = "\n".join(pack.rules for pack in packs)

    def detect(self, data: bytes, line: int = 1, column: int = 1, path: str | None = None) -> Iterator[Reading]:
        """See `Finder.detect`."""
        taken = []
        for view, candidates in self._aws.detect(data, line, column, path):
            own = [item for item in candidates if path is None or item.at(path)]  # what is none at this path is free
            taken += [(view.offset(value.start), view.offset(value.end)) for item in own for value in item.values]
            yield view, candidates
        spans = Spans(taken)
        for pack in self.packs:
            for view, candidates in pack.detect(data, line, column, path):
                free = [item for item in candidates if not spans.touch(view.offset(item.start), view.offset(item.end))]
                if free:
                    yield view, free

    def holds(self, data: bytes) -> bool:
        """See `Finder.holds`."""
        return any(finder.holds(data) for finder in (self._aws, *self.packs))

    def holding(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.holding`."""
        return sorted({number for finder in (self._aws, *self.packs) for number in finder.holding(contents)})

    def suspects(self, contents: Sequence[bytes]) -> list[int]:
        """See `Finder.suspects`."""
        return sorted({number for finder in (self._aws, *self.packs) for number in finder.suspects(contents)})

    def prepare(self) -> None:
        """See `Finder.prepare`."""
        for finder in (self._aws, *self.packs):
            finder.prepare()
