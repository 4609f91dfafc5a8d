"""Reading objects by name, many through one process."""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import IO

from scanner.git.process import Git

OWED = 50
"""Names, of at most 80 bytes each, that git may owe an answer for. Every pipe holds as much (4 KiB), so that
writing never blocks while git waits for its answers to be read."""

RESTARTS = 16
"""How often git may die over an object. A repository that kills it more often gets no further process."""


class Object:
    """One object, to be read before the next is asked for.

    name: as it was asked for. id, type, size: what git says; the type is `missing` or `unreadable` where there is
    nothing to read. broken: whether the content ended before its size, known once it has been read.
    """

    __slots__ = ("_left", "_stream", "broken", "id", "name", "size", "type")

    def __init__(self, name: bytes, kind: str, oid: str = "", size: int = 0, stream: IO[bytes] | None = None) -> None:
        self.name, self.type, self.id, self.size = name, kind, oid, size
        self.broken = False
        self._stream, self._left = stream, size

    @property
    def found(self) -> bool:
        """Whether there is content to read."""
        return self._stream is not None

    def read(self, most: int) -> bytes:
        """The next bytes, at most so many; fewer only at the end."""
        wanted = min(most, self._left)
        if self._stream is None or not wanted:
            return b""
        data = self._stream.read(wanted)
        self._left -= len(data)
        if len(data) < wanted:
            self.broken, self._left = True, 0
        return data

    def drain(self) -> bool:
        """Passes over what was not read; False where the content is broken."""
        while self._left:
            self.read(2**20)
        return not self.broken and self._stream is not None and self._stream.read(1) == b"\n"


def read(git: Git, names: Iterable[bytes]) -> Iterator[Object]:
    """The objects in the order of their names, each of at most 80 bytes and without a newline.

    Never raises over an object: one that git lacks is `missing`, one that it cannot read `unreadable`.
    Raises RepositoryError where git cannot be started.
    """
    left, asked, absent = iter(names), deque[bytes](), frozenset[bytes]()
    for _ in range(RESTARTS):
        if (yield from _session(git, left, asked, absent)):
            return
        if not absent:
            rest = [*asked, *left]
            left, absent = iter(rest[len(asked) :]), _absent(git, rest)
    for name in chain(asked, left):
        yield Object(name, "unreadable")


def _session(
    git: Git, left: Iterator[bytes], asked: deque[bytes], absent: Container[bytes]
) -> Generator[Object, None, bool]:
    """Answers through one process until all are given (True) or git dies (False); `asked` is what is still owed."""
    with git.stream("cat-file", "--batch") as (questions, answers):
        _ask(questions, asked, absent)
        while True:
            _ask(questions, _more(left, asked), absent)
            if not asked:
                return True
            name = asked.popleft()
            if name in absent:
                yield Object(name, "missing")
                continue
            header = answers.readline()
            found = _parsed(name, header, answers)
            yield found
            if not header or (found.found and not found.drain()):
                return False


def _absent(git: Git, names: Iterable[bytes]) -> frozenset[bytes]:
    """The IDs of which nothing is stored: in a partial clone git before 2.45 dies over each, after it has looked
    through everything that it was promised.
    """
    wanted = {name for name in names if len(name) in (40, 64) and not name.strip(b"0123456789abcdef")}
    with git.stream("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)") as (_, answers):
        for line in answers:
            wanted.discard(line.rstrip())
    return frozenset(wanted)


def _more(left: Iterator[bytes], asked: deque[bytes]) -> list[bytes]:
    """Names to ask for now: in one go once half of what may be owed is answered. They are owed from here on."""
    if len(asked) > OWED // 2:
        return []
    more = list(islice(left, OWED - len(asked)))
    asked.extend(more)
    return more


def _ask(questions: IO[bytes], names: Iterable[bytes], absent: Container[bytes]) -> None:
    lines = b"".join(name + b"\n" for name in names if name not in absent)
    if lines:
        with suppress(OSError):  # git has died: the answers end, and that is where it is noticed
            questions.write(lines)
            questions.flush()


def _parsed(name: bytes, header: bytes, answers: IO[bytes]) -> Object:
    words = header.rstrip(b"\n").rsplit(b" ", 2)
    if len(words) == 3 and words[2].isdigit():
        return Object(name, words[1].decode(), words[0].decode(), int(words[2]), answers)
    return Object(name, "missing" if header else "unreadable")
