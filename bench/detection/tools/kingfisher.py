"""Kingfisher, by its JSON report: base64 and archives are looked into, nothing is asked of AWS."""

from __future__ import annotations

import json
from pathlib import Path

from bench.detection.report import Report, Said, by_path
from bench.detection.tools.running import below, ran

ARGUMENTS = (
    "scan",
    ".",
    "--git-history",
    "none",
    "--no-validate",
    "--no-update-check",
    "--no-dedup",
    "--format",
    "json",
)


def scan(program: str, folder: Path) -> Said:
    """Scans the folder."""
    output, errors, seconds = ran([program, *ARGUMENTS], folder)
    reports = []
    for line in output.decode("utf-8", "replace").splitlines():
        found = json.loads(line).get("findings") if line.startswith("{") else None
        if isinstance(found, list):  # the line after it counts them
            reports += [_report(folder, item) for item in found]
    return Said("kingfisher", by_path(reports), output + errors, seconds)


def _report(folder: Path, item: dict[str, dict[str, object]]) -> Report:
    finding = item["finding"]
    others = finding.get("dependent_captures") or {}
    assert isinstance(others, dict)
    values = (str(finding["snippet"]), *map(str, others.values()))
    line = finding.get("line")
    return Report(below(folder, str(finding["path"])), line if isinstance(line, int) else 1, values=values)
