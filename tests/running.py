"""Running the installed command, as a user or a hook does."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

AKIA = str(Path(sys.executable).parent / "akia")


def held_to_modes() -> list[str]:
    """Words before a command to which the mode of a file counts, as it does not for root."""
    if os.getuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("nothing is out of reach for root, and there is no setpriv")
    overriding = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={overriding}", f"--inh-caps={overriding}"]


@dataclass(frozen=True)
class Ended:
    """How a run ended: its status, the JSON report if there is one, and what was said on standard error."""

    status: int
    report: dict[str, Any] | None
    said: str

    @property
    def found(self) -> list[str]:
        """`path:line` of everything found."""
        findings = self.report["findings"] if self.report else []
        return sorted(f"{item['path']}:{item['start_line']}" for finding in findings for item in finding["occurrences"])


def akia(folder: Path, *arguments: str | bytes, env: Mapping[str, str] | None = None, given: bytes = b"") -> Ended:
    """Runs `akia` with these arguments, the report as JSON. env: what to set beside the usual environment."""
    command = [AKIA, arguments[0], "--format", "json", *arguments[1:]]
    done = subprocess.run(
        command, cwd=folder, env=os.environ | dict(env or {}), input=given, capture_output=True, timeout=300
    )
    report = json.loads(done.stdout) if done.stdout else None
    return Ended(done.returncode, report, done.stderr.decode())
