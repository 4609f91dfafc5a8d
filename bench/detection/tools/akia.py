"""Akia, by its JSON report."""

from __future__ import annotations

import json
import time
from pathlib import Path
from subprocess import run
from typing import Any

from bench.detection.report import Part, Report, Said, by_path


def scan(program: str, folder: Path) -> Said:
    """Scans the folder. Raises CalledProcessError where the scan ends in a way that is no answer."""
    command = [program, "scan", ".", "--format", "json", "--no-progress", "--no-inline"]
    started = time.perf_counter()
    done = run(command, cwd=folder, capture_output=True, check=False)
    seconds = time.perf_counter() - started
    reports = [report for finding in json.loads(done.stdout)["findings"] for report in _reports(finding)]
    return Said("akia", by_path(reports), done.stdout + done.stderr, seconds)


def _reports(finding: dict[str, Any]) -> list[Report]:
    """One for each file that it occurs in."""
    parts = tuple(Part(item["role"], item["masked"], item["location"]["start_line"]) for item in finding["parts"])
    principal = finding["principal"]
    return [
        Report(
            place["path"].partition("!")[0],
            place["start_line"],
            finding["severity"],
            parts,
            principal["type"],
            principal["account_id"],
            principal["name"],
            finding["kind"],
        )
        for place in finding["occurrences"]
    ]
