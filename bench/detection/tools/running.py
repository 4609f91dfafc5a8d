"""Starts a program over a folder and takes the time."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from pathlib import Path


def ran(command: Sequence[str], folder: Path) -> tuple[bytes, bytes, float]:
    """Standard output, standard error, seconds. The status says only whether something was found, and is not asked."""
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, check=False)
    return done.stdout, done.stderr, time.perf_counter() - started


def below(folder: Path, path: str) -> str:
    """A path as the truth has it: relative, the outermost file of what is in an archive."""
    text = path.removeprefix("./").removeprefix(f"{folder}/")
    return text.partition("!")[0]
