"""detect-secrets, by the baseline that it writes; it shows no values but their SHA-1."""

from __future__ import annotations

import json
from pathlib import Path

from bench.detection.report import Report, Said, by_path
from bench.detection.tools.running import below, ran

ARGUMENTS = ("scan", "--all-files", "--no-verify", ".")


def scan(program: str, folder: Path) -> Said:
    """Scans the folder."""
    output, errors, seconds = ran([program, *ARGUMENTS], folder)
    reports = [
        Report(below(folder, path), int(item["line_number"]), values=(item["hashed_secret"],))
        for path, items in json.loads(output)["results"].items()
        for item in items
    ]
    return Said("detect-secrets", by_path(reports), output + errors, seconds)
