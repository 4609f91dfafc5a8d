"""Real git repositories for tests, built step by step; each step gives the repository back."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from patterns._fake import fake

PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
"""A template of `patterns._fake`: one credential, whose first part stands on line 1."""

OTHER = "aws_access_key_id = <id#2>\naws_secret_access_key = <secret#2>\n"

PERSON = (
    "user.name=A", "user.email=a@example.org", "commit.gpgSign=false", "protocol.file.allow=always",
    "maintenance.auto=false",  # it would work on beside the test
)  # fmt: skip


class Repository:
    """A repository in `folder`, which is made. options: of `git init`."""

    def __init__(self, folder: Path, *options: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.git("init", "-q", "-b", "main", *options)

    @classmethod
    def at(cls, folder: Path) -> Self:
        """One that is there already."""
        found = cls.__new__(cls)
        found.folder = folder
        return found

    def ask(self, *arguments: str | bytes, given: bytes = b"", env: Mapping[str, str] | None = None) -> bytes:
        """What git prints, without the line's end. given: its standard input; env: what to set beside the usual."""
        command = ["git", *(word for setting in PERSON for word in ("-c", setting)), *arguments]
        done = subprocess.run(
            command, cwd=self.folder, env=clean() | dict(env or {}), input=given, capture_output=True, timeout=600
        )
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout.removesuffix(b"\n")

    def git(self, *arguments: str | bytes, given: bytes = b"", env: Mapping[str, str] | None = None) -> Self:
        """Runs git for what it does."""
        self.ask(*arguments, given=given, env=env)
        return self

    def write(self, name: str | bytes, content: str | bytes = "") -> Self:
        """A file in the work tree, its folders too. Text is a template of `patterns._fake`, bytes are as they are."""
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(fake(content) if isinstance(content, str) else content)
        return self

    def link(self, name: str, target: str | bytes | Path) -> Self:
        """A symbolic link in the work tree."""
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        os.symlink(os.fsencode(target), os.fsencode(self.folder / name))
        return self

    def remove(self, name: str) -> Self:
        """Takes a file away from the work tree."""
        (self.folder / name).unlink()
        return self

    def add(self, *names: str | bytes) -> Self:
        """Stages these, or everything."""
        return self.git("--literal-pathspecs", "add", "-A", "-f", "--", *names) if names else self.git("add", "-A")

    def commit(self, *options: str) -> Self:
        """Stages everything and commits it."""
        return self.add().git("commit", "-q", "--allow-empty", "-m", "a commit", *options)


def clean() -> dict[str, str]:
    """The environment without what git's own variables would change."""
    return {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {"LC_ALL": "C.UTF-8"}
