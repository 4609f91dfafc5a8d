"""The programs that are measured, each with the options that let it do its best at the same task."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FILES = "FILES"
"""Stands for the names of the staged files."""

Arguments = tuple[str, ...] | None
"""Of one task; None where the program has no such thing."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A program.

    program: where it is, None if it is not installed; staged, tree: its arguments for what is staged, and for the
    work tree it is started in; prepare: what it needs once in a repository; says: where its output tells how much
    it has looked at; version: how it tells its own; scans: whether it looks at anything at all.
    """

    name: str
    program: str | None
    staged: Arguments = None
    tree: Arguments = None
    prepare: Arguments = None
    says: str = r"(?!)"
    version: str | Arguments = ("--version",)
    scans: bool = True

    def command(self, arguments: Sequence[str], files: Sequence[str] = ()) -> list[str]:
        """What is to be run. The program must be there."""
        assert self.program is not None
        return [self.program, *(word for item in arguments for word in (files if item == FILES else [item]))]

    def shown(self, arguments: Sequence[str]) -> str:
        """The same, for people."""
        return " ".join([os.path.basename(self.program or self.name), *arguments])

    def quoted(self, output: bytes) -> str:
        """How much it says that it looked at."""
        return ", ".join(re.findall(self.says, output.decode("utf-8", "replace"))) or "nothing"

    def own_version(self) -> str:
        """The version that is installed."""
        if not isinstance(self.version, tuple):
            return self.version or "?"
        said = subprocess.run(self.command(self.version), capture_output=True, text=True, check=False)
        return (re.search(r"\d+\.\d+[\w.]*", said.stdout + said.stderr) or ["?"])[0]


def peers(cache: Path, akia: Path) -> list[Peer]:
    """All of them, Akia first. cache: where `install` puts the others; akia: the command itself."""
    scripts = cache / "scanners" / "bin"
    kingfisher = next(scripts.parent.glob("lib/*/site-packages/kingfisher/bin/kingfisher"), None)
    cores = str(os.cpu_count() or 1)
    return [
        Peer("akia", _found(akia), ("staged",), ("scan",), says=r"Looked at (.+?) in "),
        Peer("python -c pass", _found(akia.with_name("python")), ("-c", "pass"), scans=False),
        Peer(
            "kingfisher",  # the binary itself, without the Python script that pip puts before it
            _found(kingfisher),
            ("scan", "--staged", "--no-validate", "--no-update-check", "."),
            ("scan", "--git-history", "none", "--exclude", "**/.git/**", "--no-validate", "--no-update-check", "."),
            says=r"(?:Bytes|Blobs) Scanned\.+: (.+)",
        ),
        Peer("detect-secrets-hook", _found(scripts / "detect-secrets-hook"), ("--no-verify", FILES)),
        Peer("detect-secrets", _found(scripts / "detect-secrets"), tree=("scan", "--no-verify")),
        Peer(
            "git-secrets",
            shutil.which("git-secrets") and shutil.which("git"),
            ("secrets", "--scan", "--cached"),
            ("secrets", "--scan"),
            prepare=("secrets", "--register-aws"),
            version=_packaged("git-secrets"),
        ),
        Peer("credsweeper", _found(scripts / "credsweeper"), ("--path", FILES)),
        Peer("ripgrep", shutil.which("rg"), tree=("-F", "AKIA")),
        Peer("ripgrep, a thread a core", shutil.which("rg"), tree=("--threads", cores, "-F", "AKIA")),
    ]


def _found(path: Path | None) -> str | None:
    return str(path) if path and path.exists() else None


def _packaged(name: str) -> str:
    """The version that Debian's package has, of a program that does not tell."""
    asked = ("dpkg-query", "--show", "--showformat=${Version}", name)
    if not shutil.which(asked[0]):
        return "?"
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout or "?"
