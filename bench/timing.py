"""What a process costs: wall time, processor time, memory; and several of them measured in turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

SLOW = 60.0
"""Seconds; what takes longer runs once, and is not repeated."""


@dataclass(frozen=True, slots=True)
class Cost:
    """wall, cpu (user and system): seconds; peak: bytes of the largest single process; runs: how many were measured."""

    wall: float
    cpu: float
    peak: int
    status: int
    output: bytes = field(repr=False)
    runs: int = 1


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Runs a whole process, with all that it starts, in the folder. Raises OSError where it cannot be started."""
    with tempfile.TemporaryFile() as output:
        started = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
        return Cost(wall, usage.ru_utime + usage.ru_stime, peak, process.returncode, output.read())


def in_turns(commands: Mapping[str, Sequence[str]], folder: Path, rounds: int) -> dict[str, Cost]:
    """The medians of each command after one run to warm up. Rounds go A B C A B C: all meet the same weather."""
    runs: dict[str, list[Cost]] = {}
    for name, command in commands.items():
        print(f"  {' '.join(command)[:100]}", file=sys.stderr)
        runs[name] = [cost(command, folder)]
    quick = [name for name in commands if runs[name][0].wall <= SLOW]
    for _ in range(rounds):
        for name in quick:
            runs[name].append(cost(commands[name], folder))
    return {name: middle(costs[1:] or costs) for name, costs in runs.items()}


def middle(costs: Sequence[Cost]) -> Cost:
    """Of several runs of one command: the medians of its times, the highest of its peaks, the rest from the last."""
    return Cost(
        median(item.wall for item in costs),
        median(item.cpu for item in costs),
        max(item.peak for item in costs),
        costs[-1].status,
        costs[-1].output,
        len(costs),
    )
