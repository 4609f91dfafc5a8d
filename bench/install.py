"""Puts the other scanners, and Akia as its users have it, into the benches' own folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

SCANNERS = ("kingfisher-bin==2.14.0", "detect-secrets==1.5.0", "credsweeper==1.19.5")
"""From the Python package index; the newest when docs/performance.md was written."""

PACKAGES = {"rg": "ripgrep", "git-secrets": "git-secrets"}
"""Debian's packages by the command that each brings."""


def install(cache: Path, root: Path) -> None:
    """Installs what is missing, and Akia anew. Raises CalledProcessError where pip or apt-get fails."""
    _pip(cache / "akia", str(root))
    done = cache / "scanners" / "-".join(SCANNERS)
    if not done.exists():
        _pip(cache / "scanners", *SCANNERS)
        done.touch()
    missing = [package for command, package in PACKAGES.items() if not shutil.which(command)]
    if missing:
        _packages(missing)


def _pip(folder: Path, *wanted: str) -> None:
    """Installs into a virtual environment of its own: from wheels, compiled to bytecode, nothing editable."""
    if not folder.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--compile", *wanted], check=True)


def _packages(missing: list[str]) -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(f"left out, for want of root and apt-get: {' '.join(missing)}", file=sys.stderr)
        return
    subprocess.run(["apt-get", "update", "-qq"], check=True)
    subprocess.run(["apt-get", "install", "-qq", "--yes", *missing], check=True, stdout=subprocess.DEVNULL)
