"""Working at several things at the same time, each in a copy of this process.

`fork` shares what is loaded already and starts in a few milliseconds; the results travel back through pipes, pickled.
Where there is no safe `fork` (macOS, Windows), one thing is done after the other.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import Generic, NoReturn, TypeVar, cast

from scanner.errors import AkiaError

T = TypeVar("T")

NUMBER = 2
"""Bytes of a task's number in the pipe, which holds a page at least: the parts of 256 processes."""


class WorkerError(AkiaError):
    """A process ended before it had said what it found, as the system ends one that takes too much memory."""


def available() -> int:
    """How many processes can work at the same time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def spread(tasks: Sequence[Callable[[], T]]) -> list[T]:
    """The results in the order of the tasks; the first is done here, each other in a process of its own.

    Raises what a task raises, WorkerError. No process outlives the call.
    """
    if len(tasks) < 2:
        return [task() for task in tasks]
    workers: list[_Worker[T]] = []
    try:
        for task in tasks[1:]:
            workers.append(_Worker(task))  # noqa: PERF401 - those that were started must be known if one cannot be
        first = tasks[0]()
        return [first, *(worker.result() for worker in workers)]
    finally:
        for worker in workers:
            worker.end()


def taken_in_turn(tasks: Sequence[Callable[[], T]], processes: int) -> list[T]:
    """The results in the order of the tasks; whichever process is free does the next: nobody knows how long each takes.

    Raises what a task raises, WorkerError.
    """
    numbers, writing = os.pipe()
    try:
        os.write(writing, b"".join(at.to_bytes(NUMBER) for at in range(len(tasks))))
    finally:
        os.close(writing)
    try:
        done = spread([partial(_as_long_as_there_are, tasks, numbers)] * min(processes, len(tasks)))
    finally:
        os.close(numbers)
    results = {number: result for part in done for number, result in part.items()}
    return [results[number] for number in range(len(tasks))]


def _as_long_as_there_are(tasks: Sequence[Callable[[], T]], numbers: int) -> dict[int, T]:
    """Does the tasks whose numbers come out of the pipe, each of which comes out once."""
    done = {}
    while number := os.read(numbers, NUMBER):
        at = int.from_bytes(number)
        done[at] = tasks[at]()
    return done


class _Worker(Generic[T]):
    """A copy of this process that does one task and sends its result."""

    def __init__(self, task: Callable[[], T]) -> None:
        import pickle  # only where there is more than one, and once for all of them

        self._load = pickle.loads
        self._end, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os.close(self._end)
            _work(task, writing)
        os.close(writing)

    def result(self) -> T:
        """What the task returned. Raises what it raised, WorkerError."""
        with open(self._end, "rb", closefd=False) as pipe:
            data = pipe.read()
        if not data:
            raise WorkerError("a process that was scanning has been ended from outside (too little memory?)")
        done, value = self._load(data)
        if not done:
            raise value
        return cast("T", value)

    def end(self) -> None:
        """Ends the process if it still runs, and forgets it."""
        os.close(self._end)
        with suppress(ProcessLookupError):
            os.kill(self._process, signal.SIGKILL)
        with suppress(ChildProcessError):
            os.waitpid(self._process, 0)


def _work(task: Callable[[], T], pipe: int) -> NoReturn:
    """Does the task and ends the process, past everything that the copied one would do at its end."""
    import pickle

    try:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent has heard it too, and ends this process
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        try:
            answer: tuple[bool, object] = True, task()
        except Exception as error:  # noqa: BLE001 - carried over to the parent
            answer = False, error
        with open(pipe, "wb") as file:
            pickle.dump(answer, file, pickle.HIGHEST_PROTOCOL)
    finally:
        os._exit(0)
