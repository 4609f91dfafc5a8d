"""git-secrets with AWS's expressions, by the lines that it prints. It looks at what git tracks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from subprocess import run

from bench.detection.report import Report, Said, by_path
from bench.detection.tools.running import ran

LINE = re.compile(r"^((?:leaks|baits)/.+?):(\d+):(.*)$")


def scan(program: str, folder: Path) -> Said:
    """Scans the folder, for which it is made a repository and no longer is one afterwards. `program` is git."""
    for words in (["init", "--quiet"], ["add", "--all", "--force"], ["secrets", "--register-aws"]):
        run([program, *words], cwd=folder, check=True, capture_output=True)
    output, errors, seconds = ran([program, "secrets", "--scan"], folder)
    shutil.rmtree(folder / ".git")
    lines = (output + errors).decode("utf-8", "replace").splitlines()
    matches = [match for match in map(LINE.match, lines) if match]
    reports = [Report(match[1], int(match[2]), values=(match[3],)) for match in matches]
    return Said("git-secrets", by_path(reports), output + errors, seconds)
