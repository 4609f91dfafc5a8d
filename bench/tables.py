"""Tables and goals, from what was measured."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from peers import Arguments, Peer
from timing import Cost


@dataclass(frozen=True, slots=True)
class Goal:
    """What is aimed at, and what it came to; `bound` is the most that still meets it."""

    text: str
    bound: float
    measured: float | None

    def __str__(self) -> str:
        if self.measured is None:
            return f"- {self.text}: not measured, or what was planted was not found"
        met = "met" if self.measured <= self.bound else "**not met**"
        return f"- {self.text}: {met} ({self.measured:.2f} against at most {self.bound:.2f})"


def goals(hook: Mapping[str, Cost], tree: Mapping[str, Cost], hostile: Mapping[str, Cost]) -> list[Goal]:
    """The goals, each as a ratio of two times of this run."""
    source, *others = [item.wall for item in hostile.values()]
    return [
        Goal("commit: at most 5 times `python -c pass`", 5, _ratio(hook, "python -c pass")),
        Goal("commit: a fifth of detect-secrets-hook", 1 / 5, _ratio(hook, "detect-secrets-hook")),
        Goal("commit: a tenth of kingfisher", 1 / 10, _ratio(hook, "kingfisher")),
        Goal("work tree: a fifth of kingfisher", 1 / 5, _ratio(tree, "kingfisher")),
        Goal("work tree: at most 5 times ripgrep", 5, _ratio(tree, "ripgrep")),
        Goal("hostile shapes: no slower than source code (10 % allowed)", 1.1, max(others) / source),
    ]


def _ratio(costs: Mapping[str, Cost], other: str) -> float | None:
    return costs["akia"].wall / costs[other].wall if {"akia", other} <= costs.keys() else None


def times(
    able: Mapping[Peer, Arguments], costs: Mapping[str, Cost], heading: str, checks: Mapping[str, str], size: int = 0
) -> str:
    """One row for each program. size: bytes that were to be looked at, for the speed; 0 leaves it out."""
    own = costs["akia"].wall
    speed = (" speed |", " ---: |") if size else ("", "")
    rows = [
        f"| program | command | wall | times akia | user+sys |{speed[0]} peak memory | runs | status | {heading} |",
        f"| --- | --- | ---: | ---: | ---: |{speed[1]} ---: | ---: | ---: | --- |",
    ]
    for peer, arguments in able.items():
        item = costs[peer.name]
        rate = f" {size / 1e6 / item.wall:,.1f} MB/s |" if size else ""
        rows.append(
            f"| {peer.name} | `{peer.shown(arguments or ())}` | {item.wall:.3f} s | {item.wall / own:.2f} "
            f"| {item.cpu:.3f} s |{rate} {item.peak / 1e6:.0f} MB | {item.runs} | {item.status} | {checks[peer.name]} |"
        )
    return "\n".join(rows)


def machine() -> str:
    """What all of it ran on, and how memory is to be read."""
    own = getrusage(RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)
    floor = f"Memory is that of the largest process, and never shown below this harness's own ({own:.0f} MB)."
    return f"{cores()} Times are medians. {floor}"


def cores() -> str:
    """What all of it ran on."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        model = next(line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Measured on {os.cpu_count()} cores ({model}), {system}."


def versions(there: Sequence[Peer]) -> str:
    """Each program's version."""
    return "Versions: " + ", ".join(f"{peer.name} {peer.own_version()}" for peer in there) + "."
