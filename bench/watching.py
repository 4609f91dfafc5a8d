"""What a command costs with all that it starts: the memory of all of them at once, and a limit to its time."""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread, Timer

from timing import Cost

PROCESSES = Path("/proc")
LEAST = 0.01
"""Seconds from one look at the memory to the next, at the least."""

SHARE = 25
"""And at the least this many times the processor time that a look took: looking takes no more than 4 % of one core."""


def watched(command: Sequence[str], folder: Path, environment: Mapping[str, str], limit: float, keep: bool) -> Cost:
    """Runs a command as the leader of a session, with these variables beside the usual ones.

    The peak is the largest sum that was seen of the memory of all processes of the session, where what several of them
    share counts once. limit: seconds after which all are killed, and the status is that of SIGKILL. keep: whether the
    output is wanted; it is thrown away unread otherwise. Raises OSError where the command cannot be started.
    """
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=os.environ | dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output if keep else subprocess.DEVNULL,
            stderr=subprocess.STDOUT if keep else subprocess.DEVNULL,
            start_new_session=True,
        )
        memory, clock = _Memory(process.pid), Timer(limit, _kill, [process.pid])
        memory.start()
        clock.start()
        try:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - started
        finally:
            clock.cancel()
            _kill(process.pid)  # whatever has outlived its leader
            memory.ended.set()
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.join()
        output.seek(0)
        return Cost(wall, usage.ru_utime + usage.ru_stime, memory.peak, process.returncode, output.read())


class _Memory(Thread):
    """Looks at a session's memory until `ended` is set. peak: bytes."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self.session, self.ended, self.peak = session, Event(), 0

    def run(self) -> None:
        pause = 0.0
        while not self.ended.wait(pause):
            before = time.thread_time()
            self.peak = max(self.peak, sum(map(_share, _members(self.session))))
            pause = max(LEAST, SHARE * (time.thread_time() - before))


def _members(session: int) -> Iterator[Path]:
    for folder in PROCESSES.glob("[0-9]*"):
        with suppress(OSError):  # it has ended meanwhile
            if (folder / "stat").read_bytes().rpartition(b")")[2].split()[3] == b"%d" % session:
                yield folder


def _share(folder: Path) -> int:
    """Bytes of a process's memory, of each page the share that falls to it (PSS; see proc_pid_smaps(5))."""
    with suppress(OSError), (folder / "smaps_rollup").open("rb") as file:
        return sum(int(line.split()[1]) * 1024 for line in file if line.startswith(b"Pss:"))
    return 0


def _kill(group: int) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)
