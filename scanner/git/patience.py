"""Waiting for git as long as it works: one that has opened a FIFO would be waited for without an end.

It reads from nobody but us, so that it waits for nothing if it sleeps and uses no processor time. Where Linux tells in
what it sleeps, one that opens a FIFO is known at the first look.
"""

from __future__ import annotations

import io
import os
import select
import subprocess
from contextlib import suppress
from threading import Thread
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
MUTE = 5
"""Seconds of processor time in which git says nothing, of calls that tell of each thing they are done with."""


class WithoutEndError(RepositoryError):
    """git works and does not come to an end: folders may hold one another so that there are billions of paths."""


class Watch:
    """Looks now and then whether a process works. most: seconds of processor time that it may take from now on."""

    def __init__(self, child: subprocess.Popen[bytes], most: float | None = None) -> None:
        self._child = child
        self._most = most
        self._begun = _used(child.pid) if most else None
        self._before: float | None = None
        self._idle = 0

    def look(self) -> None:
        """Ends it, and raises RepositoryError, where it opens a FIFO, does nothing for a while, or works too long."""
        if self._most and self._begun is not None and (_used(self._child.pid) or 0) - self._begun > self._most:
            self._child.kill()
            raise WithoutEndError("git does not come to an end: folders that hold one another over and over?")
        spent = _spent(self._child.pid)
        self._idle = self._idle + 1 if spent is not None and spent == self._before else 0
        self._before = spent
        if self._idle >= PATIENCE or _told(self._child.pid, "wchan") == OPENING:
            self._child.kill()
            raise RepositoryError("git waits for something that does not come: a FIFO among its files?")


def answer(child: subprocess.Popen[bytes], given: bytes | None) -> tuple[bytes, bytes]:
    """What git printed, and its messages, however long it works. given: what it reads.

    Raises RepositoryError where it does not work but waits.
    """
    questions, child.stdin = child.stdin, None  # `communicate` would write no more of them once it has timed out
    if questions is None:
        return ended(child)
    writer = writing(questions, given or b"")
    try:
        return ended(child)
    finally:
        child.kill()  # it has ended, or nobody needs it any more: either way the writer comes to an end
        writer.join()


def writing(pipe: IO[bytes], data: bytes) -> Thread:
    """Hands it over at the pace of whoever reads, who may die: that is noticed by the answers."""

    def hand_over() -> None:
        with suppress(OSError), pipe:
            pipe.write(data)

    writer = Thread(target=hand_over)
    writer.start()
    return writer


class Beside:
    """git while it works beside the scan. most: seconds of processor time for which it is waited."""

    def __init__(self, child: subprocess.Popen[bytes], most: float | None) -> None:
        self._child, self._most = child, most

    def __call__(self) -> bytes | None:
        """What it printed, once it has ended; None where it failed."""
        with self._child:
            printed, _ = ended(self._child, self._most)
        return printed if self._child.returncode == 0 else None

    def __del__(self) -> None:
        """Nobody waits for it any more: the scan has ended early."""
        if self._child.returncode is None:
            self._child.kill()
            self._child.communicate()


def ended(child: subprocess.Popen[bytes], most: float | None = None) -> tuple[bytes, bytes]:
    """What the process printed, and its messages, however long it works. Raises RepositoryError.

    most: seconds of processor time that it may take.
    """
    watch = Watch(child, most)
    while True:
        try:
            return child.communicate(timeout=GLANCE)
        except subprocess.TimeoutExpired:
            watch.look()


def output(child: subprocess.Popen[bytes], printed: IO[bytes], most: float | None = None) -> IO[bytes]:
    """What the process prints, to be read while it runs. Reading raises RepositoryError.

    most: seconds of processor time for which it may say nothing.
    """
    if not (hasattr(select, "poll") and isinstance(printed, io.BufferedReader)):
        return printed
    return io.BufferedReader(_Output(child, printed, most), READ)


class _Output(io.RawIOBase):
    """A pipe from a process. It is looked after while nothing comes; not while nobody reads, when it may well wait."""

    def __init__(self, child: subprocess.Popen[bytes], printed: io.BufferedReader, most: float | None) -> None:
        self._child, self._printed, self._most = child, printed, most
        self._poll = select.poll()
        self._poll.register(printed, select.POLLIN)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int | None:
        watch: Watch | None = None
        while not self._poll.poll(GLANCE * 1000):
            watch = watch or Watch(self._child, self._most)
            watch.look()
        return self._printed.raw.readinto(buffer)

    def close(self) -> None:
        self._printed.close()
        super().close()


def _spent(pid: int) -> float | None:
    """The processor time that a sleeping process has used; None where it works, or the system does not tell."""
    return _used(pid) if _words(pid)[:1] == [b"S"] else None


def _used(pid: int) -> float | None:
    """The processor time that a process has used, in seconds; None where the system does not tell."""
    try:
        user, system = map(int, _words(pid)[11:13])
        return (user + system) / os.sysconf("SC_CLK_TCK")
    except (ValueError, OSError):
        return None


def _words(pid: int) -> list[bytes]:
    return _told(pid, "stat").rpartition(b")")[2].split()


def _told(pid: int, name: str) -> bytes:
    """What the system tells of the process under that name; nothing where it does not."""
    try:
        with open(f"/proc/{pid}/{name}", "rb") as file:
            return file.read()
    except OSError:
        return b""
