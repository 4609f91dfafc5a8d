"""Waiting for git as long as it works: one that has opened a FIFO would be waited for without an end.

It reads from nobody but us, so that it waits for nothing if it sleeps and uses no processor time. Where Linux tells in
what it sleeps, one that opens a FIFO is known at the first look.
"""

from __future__ import annotations

import io
import select
import subprocess
from typing import IO, Any

from scanner.errors import RepositoryError

GLANCE = 1.0
"""Seconds after which it is looked at whether git works."""
PATIENCE = 10
"""Looks in a row at which it sleeps and has done nothing, after which it is ended."""
OPENING = b"wait_for_partner"
"""What opening a FIFO waits in, by Linux's own name."""
READ = 2**16
"""Bytes that are read at once: a pipe holds no more."""


class Watch:
    """Looks now and then whether a process works."""

    def __init__(self, child: subprocess.Popen[bytes]) -> None:
        self._child = child
        self._before: int | None = None
        self._idle = 0

    def look(self) -> None:
        """Ends it, and raises RepositoryError, where it opens a FIFO or has done nothing for a while."""
        spent = _spent(self._child.pid)
        self._idle = self._idle + 1 if spent is not None and spent == self._before else 0
        self._before = spent
        if self._idle >= PATIENCE or _told(self._child.pid, "wchan") == OPENING:
            self._child.kill()
            raise RepositoryError("git waits for something that does not come: a FIFO among its files?")


def ended(child: subprocess.Popen[bytes]) -> tuple[bytes, bytes]:
    """What the process printed, and its messages, however long it works. Raises RepositoryError."""
    watch = Watch(child)
    while True:
        try:
            return child.communicate(timeout=GLANCE)
        except subprocess.TimeoutExpired:
            watch.look()


def output(child: subprocess.Popen[bytes], printed: IO[bytes]) -> IO[bytes]:
    """What the process prints, to be read while it runs. Reading raises RepositoryError."""
    if not (hasattr(select, "poll") and isinstance(printed, io.BufferedReader)):
        return printed
    return io.BufferedReader(_Output(child, printed), READ)


class _Output(io.RawIOBase):
    """A pipe from a process. It is looked after while nothing comes; not while nobody reads, when it may well wait."""

    def __init__(self, child: subprocess.Popen[bytes], printed: io.BufferedReader) -> None:
        self._child, self._printed = child, printed
        self._poll = select.poll()
        self._poll.register(printed, select.POLLIN)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        watch = Watch(self._child)
        while not self._poll.poll(GLANCE * 1000):
            watch.look()
        return self._printed.raw.readinto(buffer)

    def close(self) -> None:
        self._printed.close()
        super().close()


def _spent(pid: int) -> int | None:
    """The processor time that a sleeping process has used; None where it works, or the system does not tell."""
    words = _told(pid, "stat").rpartition(b")")[2].split()
    try:
        return int(words[11]) + int(words[12]) if words[0] == b"S" else None
    except (IndexError, ValueError):
        return None


def _told(pid: int, name: str) -> bytes:
    """What the system tells of the process under that name; nothing where it does not."""
    try:
        with open(f"/proc/{pid}/{name}", "rb") as file:
            return file.read()
    except OSError:
        return b""
