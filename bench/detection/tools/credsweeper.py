"""CredSweeper, by its JSON report: files of every name, archives and encodings to a depth of three."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from bench.detection.report import Report, Said, by_path
from bench.detection.tools.running import below, ran

ARGUMENTS = ("--path", ".", "--pedantic", "--depth", "3", "--jobs", str(os.cpu_count() or 1), "--save-json")


def scan(program: str, folder: Path) -> Said:
    """Scans the folder."""
    with tempfile.TemporaryDirectory() as scratch:
        answer = Path(scratch) / "answer.json"
        _, errors, seconds = ran([program, *ARGUMENTS, str(answer)], folder)
        output = answer.read_bytes()
    reports = [
        Report(_outermost(folder, item["path"], item["info"]), int(item["line_num"]), values=(item["value"] or "",))
        for found in json.loads(output)
        for item in found["line_data_list"]
    ]
    return Said("credsweeper", by_path(reports), output + errors, seconds)


def _outermost(folder: Path, path: str, info: str) -> str:
    """What is found inside of another file has that file's name first in `info`."""
    known = below(folder, path)
    if (folder / known).is_file():
        return known
    words = (word.partition(":")[2] for word in (info or "").split("|"))
    return next((below(folder, word) for word in words if (folder / below(folder, word)).is_file()), known)
