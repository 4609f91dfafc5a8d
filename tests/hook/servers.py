"""A repository and the one that it pushes to, with the hooks of Akia, and pushes as a person makes them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from repositories import PERSON, Repository, clean
from running import AKIA


@dataclass(frozen=True)
class Pushed:
    """How a push ended, and what was said."""

    went_through: bool
    said: str


def push(repository: Repository, *arguments: str) -> Pushed:
    """`git push` with these arguments."""
    command = ["git", *(word for setting in PERSON for word in ("-c", setting)), "push", *arguments]
    done = subprocess.run(command, cwd=repository.folder, env=clean(), capture_output=True, text=True, timeout=120)
    return Pushed(done.returncode == 0, done.stdout + done.stderr)


def hook(folder: Path, name: str, *options: str) -> None:
    """Has git run `akia hook NAME` there. folder: what `.git` is, or a bare repository."""
    words = " ".join([AKIA, "hook", name, *options, "--", '"$@"', ">&2"])
    path = folder / "hooks" / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\nexec {words}\n")
    path.chmod(0o755)


def pair(folder: Path, *options: str) -> tuple[Repository, Repository]:
    """A repository with one commit on `main`, and the bare one, `origin`, that has it. options: of `git init`."""
    server = Repository(folder / "server.git", "--bare", *options)
    local = Repository(folder / "local", *options).write("a", b"a").commit()
    local.git("remote", "add", "origin", str(server.folder)).git("push", "-q", "-u", "origin", "main")
    return local, server


def tip(repository: Repository, ref: str = "main") -> str:
    """The object that a reference points at."""
    return repository.ask("rev-parse", ref).decode()
