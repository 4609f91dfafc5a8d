"""Holds the pack of detect-secrets' detectors against detect-secrets itself, on a folder: time, and what both find.

python bench/packs.py FOLDER      both have to be installed beside this Python
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

BIN = Path(sys.executable).parent
SETTINGS = 'packs = ["aws", "detect-secrets"]\n'
Found = set[tuple[str, int, str]]
"""(path, line, type)."""


def main() -> None:
    """Measures each once and prints a table, then what only one of them has found."""
    folder = Path(sys.argv[1]).resolve()
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    print(f"{len(files):,} files, {sum(path.stat().st_size for path in files) / 1e6:.1f} MB\n")
    with tempfile.NamedTemporaryFile("w", suffix=".toml") as settings:
        settings.write(SETTINGS)
        settings.flush()
        scan = [str(BIN / "akia"), "scan", "--config", settings.name, "--format", "json", "--no-progress"]
        print("| command | wall | user+sys | found |\n| --- | --- | --- | --- |")
        ours, known = _ours(_timed("akia scan", scan, folder))
        alone = _ours(_timed("akia scan --jobs 1", [*scan, "--jobs", "1"], folder))[0]
    theirs = _theirs(
        _timed("detect-secrets scan", [str(BIN / "detect-secrets"), "scan", "--all-files", "--no-verify"], folder)
    )
    assert alone == ours
    _compare(ours, theirs, known)


def _timed(name: str, command: list[str], folder: Path) -> dict[str, Any]:
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, check=False, env=os.environ)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic() - started
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    answer: dict[str, Any] = json.loads(done.stdout)
    count = len(answer["findings"]) if "findings" in answer else sum(map(len, answer["results"].values()))
    print(f"| `{name}` | {wall:.1f} s | {used:.1f} s | {count:,} |", flush=True)
    return answer


def _ours(report: dict[str, Any]) -> tuple[Found, set[tuple[str, int]]]:
    """What the pack finds, and the lines where an AWS credential stands or something is held back."""
    findings = report["findings"]
    pack = [item for item in findings if item["kind"].startswith("detect-secrets-")]
    rest = [item for item in findings if item not in pack] + [item["finding"] for item in report["suppressed"]]
    places = {(place["path"], place["start_line"], item["title"]) for item in pack for place in item["occurrences"]}
    aws = {(part["location"]["path"], part["location"]["start_line"]) for item in rest for part in item["parts"]}
    aws |= {(place["path"], place["start_line"]) for item in rest for place in item["occurrences"]}
    return places, aws


def _theirs(answer: dict[str, Any]) -> Found:
    return {(path, item["line_number"], item["type"]) for path, some in answer["results"].items() for item in some}


def _compare(ours: Found, theirs: Found, known: set[tuple[str, int]]) -> None:
    aws = {item for item in theirs - ours if item[:2] in known}
    again = {item for item in ours - theirs if (item[0], item[2]) in {(path, kind) for path, _, kind in theirs}}
    print(
        f"\nboth: {len(ours & theirs):,}; theirs where Akia reports an AWS credential or holds it back: {len(aws)}; ",
        end="",
    )
    print(f"ours where theirs has the first line alone: {len(again)}")
    for name, items in (("theirs alone", theirs - ours - aws), ("ours alone", ours - theirs - again)):
        print(f"{name}: {len(items):,}", *sorted(items)[:20], sep="\n  ")


if __name__ == "__main__":
    main()
