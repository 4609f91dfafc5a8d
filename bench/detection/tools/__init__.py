"""One file for each program: how it is run over a folder, and how its answer is read."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.detection.report import Said
from bench.detection.tools import akia, credsweeper, detect_secrets, git_secrets, kingfisher, secretlint
from bench.install import install
from bench.peers import peers

Scan = Callable[[str, Path], Said]

SCANS: Mapping[str, Scan] = {
    "akia": akia.scan,
    "kingfisher": kingfisher.scan,
    "credsweeper": credsweeper.scan,
    "secretlint": secretlint.scan,
    "detect-secrets": detect_secrets.scan,
    "git-secrets": git_secrets.scan,
}
NPM = ("secretlint@12.0.0", "@secretlint/secretlint-rule-preset-recommend@12.0.0")


def programs(cache: Path, command: Path) -> dict[str, str]:
    """Those that are installed, by name. command: Akia's own."""
    known = {peer.name: peer.program for peer in peers(cache, command)}
    lint = cache / "secretlint" / "node_modules" / ".bin" / "secretlint"
    known["secretlint"] = str(lint) if lint.exists() else None
    return {name: program for name in SCANS if (program := known.get(name))}


def versions(cache: Path, command: Path) -> dict[str, str]:
    """Of what is installed, by name."""
    known = {peer.name: peer.own_version() for peer in peers(cache, command) if peer.program and peer.name in SCANS}
    return {**known, "secretlint": NPM[0].partition("@")[2]}


def install_all(cache: Path, root: Path) -> None:
    """Installs what is missing, and Akia anew. Raises CalledProcessError where a package manager fails."""
    install(cache, root)
    folder = cache / "secretlint"
    if shutil.which("npm") and not folder.exists():
        folder.mkdir()
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *NPM], check=True)
