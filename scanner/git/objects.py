"""Reading objects by name, many through one process.

git is given all names at once, and then needs nothing more of us: an object that is shorter than it says it is would
otherwise leave each side waiting for the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Container, Generator, Iterable, Iterator
from io import BufferedReader
from itertools import islice
from typing import IO

from scanner.git.process import Git

ASKED = 10_000
"""Names that one process is given."""

RESTARTS = 500
"""How often git may die over an object. A repository that kills it more often gets no further process."""


class Object:
    """One object, to be read before the next is asked for.

    name: as it was asked for. id, type, size: what git says; the type is `missing` or `unreadable` where there is
    nothing to read. broken: whether the content ended before its size, known once it has been read.
    """

    __slots__ = ("_following", "_left", "_stream", "broken", "id", "name", "size", "type")

    def __init__(
        self,
        name: bytes,
        kind: str,
        oid: str = "",
        size: int = 0,
        stream: IO[bytes] | None = None,
        following: bytes = b"",
    ) -> None:
        """following: the ID with which the next answer begins; empty where that is not known."""
        self.name, self.type, self.id, self.size = name, kind, oid, size
        self.broken = False
        self._stream, self._left, self._following = stream, size, following

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
        if not self._left or len(data) < wanted:
            self._end()
        return data

    def drain(self) -> bool:
        """Passes over what was not read; False where the content is broken."""
        if not self.size:
            self._end()
        while self._left:
            self.read(2**20)
        return not self.broken

    def _end(self) -> None:
        """Where the content should end, a newline follows, and then the next answer or nothing.

        The newline alone tells too little: one byte in 256 of what an object swallowed that is shorter than it says.
        """
        ends = self._stream is None or (self._stream.read(1) == b"\n" and self._is_followed(self._stream))
        self.broken = self._left > 0 or not ends
        self._left = 0

    def _is_followed(self, stream: IO[bytes]) -> bool:
        if not self._following or not isinstance(stream, BufferedReader):
            return True
        ahead = stream.peek(len(self._following))[: len(self._following)]
        return self._following.startswith(ahead)


def read(git: Git, names: Iterable[bytes]) -> Iterator[Object]:
    """The objects in the order of their names, each of which has no newline in it.

    Never raises over an object: one that git lacks is `missing`, one that it cannot read `unreadable`.
    Raises RepositoryError where git cannot be started.
    """
    left, deaths = iter(names), 0
    absent: frozenset[bytes] | None = None
    while asked := deque(islice(left, ASKED)):
        while asked and deaths < RESTARTS:
            is_done = yield from _session(git, asked, absent)
            if not is_done and absent is None:
                rest = list(left)
                left, absent = iter(rest), _absent(git, (*asked, *rest))
            deaths += not is_done
        yield from (Object(name, "unreadable") for name in asked)


def _session(git: Git, asked: deque[bytes], known: Container[bytes] | None) -> Generator[Object, None, bool]:
    """Answers through one process until all are given (True) or git dies (False); `asked` is what is still owed.

    known: what is not stored; None before that was looked for, so that what git first dies over is still owed.
    """
    absent = known or ()
    given = b"".join(name + b"\n" for name in asked if name not in absent)
    with git.stream("cat-file", "--batch", "--buffer", given=given) as answers:
        while asked:
            name = asked.popleft()
            if name in absent:
                yield Object(name, "missing")
                continue
            following = next((other for other in asked if other not in absent), b"")
            found = _parsed(name, answers.readline(), answers, following if _is_id(following) else b"")
            if found.type == "unreadable" and known is None:
                asked.appendleft(name)
                return False
            yield found
            if found.type == "unreadable" or (found.found and not found.drain()):
                return False
    return True


def _absent(git: Git, names: Iterable[bytes]) -> frozenset[bytes]:
    """The IDs of which nothing is stored: in a partial clone git before 2.45 dies over each, after it has looked
    through everything that it was promised.
    """
    wanted = {name for name in names if _is_id(name)}
    with git.stream("cat-file", "--batch-all-objects", "--unordered", "--batch-check=%(objectname)") as answers:
        for line in answers:
            wanted.discard(line.rstrip())
    return frozenset(wanted)


def _parsed(name: bytes, header: bytes, answers: IO[bytes], following: bytes) -> Object:
    """What the header announces. It must be of this object, or the one before was longer than it says."""
    words = header.rstrip(b"\n").rsplit(b" ", 2)
    if len(words) == 3 and words[2].isdigit() and (words[0] == name or not _is_id(name)):
        return Object(name, words[1].decode(), words[0].decode(), int(words[2]), answers, following)
    return Object(name, "missing" if header.startswith(name) and header.endswith(b" missing\n") else "unreadable")


def _is_id(name: bytes) -> bool:
    return len(name) in (40, 64) and not name.strip(b"0123456789abcdef")
