"""Runs of CI systems: real clones, and the environment that each system gives."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from repositories import OTHER, PAIR, Repository
from running import AKIA

ZERO = "0" * 40
Variables = dict[str, str]


class Project:
    """A project on a server, `origin.git`, and what happened in it, by name.

    main: `start`, then `leaky` that brings in k.ini, then `tip`. A branch `feature` parts at `tip`: `clean`, then
    `head`, which brings in f.ini. `merged` is what a merge of it into main would be. A tag `v1` with a message stands
    at `head`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        work = Repository(folder / "work").write("a", b"a").commit()
        self.names = {"start": _head(work)}
        self.names["leaky"] = _head(work.write("k.ini", PAIR).commit())
        self.names["tip"] = _head(work.write("b", b"b").commit())
        work.git("checkout", "-qb", "feature")
        self.names["clean"] = _head(work.write("c", b"c").commit())
        self.names["head"] = _head(work.write("f.ini", OTHER).commit())
        work.git("tag", "-a", "v1", "-m", "first")
        work.git("checkout", "-q", "--detach", "main").git("merge", "-q", "--no-ff", "-m", "merge", "feature")
        self.names["merged"] = _head(work)
        self.names["tag"] = work.ask("rev-parse", "v1").decode()
        work.git("branch", "gh-readonly-queue/main/pr-1").git("checkout", "-q", "main")
        self.work = work
        self.server = Repository(folder / "origin.git", "--bare")
        work.git("push", "-q", "--mirror", str(self.server.folder))

    def clone(self, *options: str, at: str = "head") -> Repository:
        """A clone as CI makes it: a commit is checked out, whatever branch it is of."""
        target = self.folder / f"clone-{len(list(self.folder.iterdir()))}"
        Repository.at(self.folder).git("clone", "-q", *options, f"file://{self.server.folder}", str(target))
        made = Repository.at(target)
        return made.git("checkout", "-q", "--detach", self.names.get(at, at))


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    status: int
    found: list[str]
    said: str
    target: str
    source: str


def run(clone: Repository, variables: Mapping[str, str], *options: str) -> Ended:
    """`akia ci` in the clone, with just this environment. options: of it."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH") if name in os.environ}
    command = [AKIA, "ci", "--format", "json", *options]
    done = subprocess.run(
        command, cwd=clone.folder, env=kept | dict(variables), capture_output=True, text=True, timeout=120
    )
    report = json.loads(done.stdout) if done.stdout else {"findings": [], "scan": {"target": "", "source": ""}}
    found = sorted({item["path"] for finding in report["findings"] for item in finding["occurrences"]})
    return Ended(done.returncode, found, done.stderr, report["scan"]["target"], report["scan"]["source"])


def _head(repository: Repository) -> str:
    return repository.ask("rev-parse", "HEAD").decode()
