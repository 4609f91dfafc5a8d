"""Ends that come from outside: an interrupt at any moment, SIGTERM, and what is left behind (nothing)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA

from patterns._fake import fake

DELAYS = [milliseconds / 1000 for milliseconds in (0.1, 0.3, 1, 2, 3, 5, 8, 12, 17, 23, 30, 40, 55, 75, 100, 150)]
STARTED = """
import signal, sys
from scanner.cli.main import run
delay, real = float(sys.argv.pop(1)), signal.signal
def begun(*arguments):
    signal.signal = real
    signal.setitimer(signal.ITIMER_REAL, delay)
    return real(*arguments)
real(signal.SIGALRM, signal.default_int_handler)
signal.signal = begun  # the first that a command does is to say how it is ended: the clock runs from there
run()
"""
"""Runs a command that is interrupted so many seconds after it began."""


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """A command inherits what is ignored; who started the tests may ignore interrupts, as shells do for jobs."""
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(number, signal.default_int_handler) for number in numbers]
    yield
    for number, handler in zip(numbers, before, strict=True):
        signal.signal(number, handler)


@contextmanager
def waiting(command: Sequence[str], given: bytes = b"") -> Iterator[subprocess.Popen[bytes]]:
    """A command that has read what is given and waits for more of it."""
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdin is not None
    child.stdin.write(given)
    child.stdin.flush()
    try:
        yield child
    finally:
        child.kill()
        child.communicate()


LEAK = fake(PAIR) + b"\n" * 100_000
"""More than a pipe holds: once it is written, the scan is at work."""


@pytest.mark.parametrize("delay", DELAYS)
def test_an_interrupt_is_answered_from_the_first_import_on(delay: float) -> None:
    command = [sys.executable, "-c", STARTED, str(delay), "scan", "-"]
    with waiting(command) as child:
        assert child.wait(60) == 130
        assert child.stderr is not None
        assert child.stderr.read() == b"akia: interrupted\n"


@pytest.mark.parametrize("delay", DELAYS[::3])
@pytest.mark.parametrize(
    "command", [["staged"], ["commits", "HEAD"], ["history", "--no-cache"], ["scan"]], ids=" ".join
)
def test_an_interrupt_is_answered_with_git_at_work(repository: Repository, command: list[str], delay: float) -> None:
    repository.write("a", PAIR).commit().write("b", PAIR).add()
    ended = subprocess.run(
        [sys.executable, "-c", STARTED, str(delay), *command], cwd=repository.folder, capture_output=True, timeout=60
    )
    if ended.returncode == 130:
        assert (ended.stdout, ended.stderr) == (b"", b"akia: interrupted\n")
    else:  # it was done before
        assert ended.returncode == (0 if command == ["staged"] else 1)


@pytest.mark.parametrize(
    ("number", "status", "said"),
    [
        pytest.param(signal.SIGINT, 130, b"akia: interrupted\n", id="Ctrl-C"),
        pytest.param(signal.SIGTERM, 143, b"", id="SIGTERM"),
        pytest.param(signal.SIGHUP, -signal.SIGHUP, b"", id="SIGHUP"),
    ],
)
def test_a_scan_at_work_ends_at_once_and_writes_no_half_report(number: int, status: int, said: bytes) -> None:
    with waiting([AKIA, "scan", "-"], LEAK) as child:
        child.send_signal(number)
        assert child.wait(10) == status
        assert child.stdout is not None
        assert child.stderr is not None
        assert (child.stdout.read(), child.stderr.read()) == (b"", said)


def test_an_interrupt_just_before_more_is_waited_for_is_answered() -> None:
    """Once the last byte is taken, the scan is about to wait: a signal in that moment interrupts no call."""
    for _ in range(30):
        with waiting([AKIA, "scan", "-"], LEAK) as child:
            child.send_signal(signal.SIGINT)
            assert child.wait(10) == 130


EARLY = """
import signal
from scanner.cli.main import run

def late(number, handler, known=signal.signal):
    if number == signal.SIGTERM:
        raise KeyboardInterrupt
    return known(number, handler)

signal.signal = late
run()
"""
"""A command that is interrupted before it has begun."""


def test_an_interrupt_before_anything_began_is_answered() -> None:
    ended = subprocess.run([sys.executable, "-c", EARLY, "scan", "-"], input=b"", capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, b"", b"akia: interrupted\n")


def test_pressing_it_over_and_over_changes_nothing() -> None:
    with waiting([AKIA, "scan", "-"], LEAK) as child:
        while child.poll() is None:
            child.send_signal(signal.SIGINT)
        assert child.returncode == 130
        assert child.stderr is not None
        assert b"Traceback" not in child.stderr.read()


WRAPPED = """
import sys
from scanner.cli import dispatch
from scanner.cli.main import run

class Signal:
    def __set_name__(self, *_):
        raise {}

dispatch.COMMANDS["slow"] = ("slow", "")
sys.modules["slow"] = type(sys)("slow")
sys.modules["slow"].execute = lambda argv: type("Made", (), {{"member": Signal()}})
sys.argv = ["akia", "slow"]
run()
"""
"""A command to which a signal comes while it makes a class, as each module does that is loaded."""


@pytest.mark.parametrize(
    ("signalled", "status", "said"),
    [("KeyboardInterrupt", 130, b"akia: interrupted\n"), ("SystemExit(143)", 143, b"")],
    ids=["Ctrl-C", "SIGTERM"],
)
def test_a_signal_while_a_class_is_made_is_no_error(signalled: str, status: int, said: bytes) -> None:
    ended = subprocess.run([sys.executable, "-c", WRAPPED.format(signalled)], capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr) == (status, b"", said)


WORKING = """
import os, sys, time
from scanner.cli import dispatch
from scanner.cli.main import run
from scanner.workers import spread

def slow():
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(60)

dispatch.COMMANDS["slow"] = ("slow", "")
sys.modules["slow"] = type(sys)("slow")
sys.modules["slow"].execute = lambda argv: spread([slow, slow, slow])
sys.argv = ["akia", "slow"]
run()
"""
"""A command whose work three processes share."""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_no_process_is_left_behind(number: int) -> None:
    with subprocess.Popen([sys.executable, "-c", WORKING], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        workers = [int(child.stdout.readline()) for _ in range(3)]
        child.send_signal(number)
        assert child.wait(10) == 128 + number
    assert [worker for worker in workers if _eventually(lambda worker=worker: not _runs(worker))] == workers


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def _eventually(holds: Callable[[], bool]) -> bool:
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.05)
    return False
