"""What the scanners look at: made once, the same everywhere, and kept in the benches' own folder."""

from __future__ import annotations

import base64
import os
import random
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from patterns._fake import fake

WHEELS = ("botocore==1.27.96", "django==5.1.4", "kubernetes==31.0.0", "sphinx==8.1.3", "sympy==1.13.3")
"""150 MB of code, data and prose in 7,800 files; botocore's are full of what AWS calls its credentials."""

PLANTED = "leaked.env"
"""A file with a made-up key: a scanner that does not name it has not looked."""

KEY = "AWS_ACCESS_KEY_ID=<id>\nAWS_SECRET_ACCESS_KEY=<secret>\n"
COMMITS, PER_COMMIT, CHANGED, MEGABYTES = 50, 6, 3, 20


def committed_tree(cache: Path) -> Path:
    """A git repository with the unpacked wheels, a planted key in each package."""
    tree = cache / "tree"
    if not (tree / ".git" / "packed-refs").exists():
        shutil.rmtree(tree, ignore_errors=True)
        for wheel in _downloaded(cache / "wheels"):
            folder = tree / wheel.name.split("-")[0].lower()
            zipfile.ZipFile(wheel).extractall(folder)
            (folder / PLANTED).write_bytes(fake(KEY, salt=folder.name))
        _git(tree, "init", "--quiet")
        _committed(tree, "What package managers deliver")
        _git(tree, "gc", "--quiet")  # as a clone has it: packed
        _git(tree, "pack-refs", "--all")
    return tree


def hook_repository(folder: Path, planted: bool = False) -> list[str]:
    """Makes a repository of 300 files in 50 commits; the names of the files that are staged in it."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet")
    sources = _sources()
    for number in range(COMMITS):
        for source in sources[number * PER_COMMIT : (number + 1) * PER_COMMIT]:
            shutil.copy(source, folder / f"{number}_{source.name}")
        _committed(folder, f"Commit {number}")
    changed = sorted(path.name for path in folder.glob("*.py"))[:: COMMITS * PER_COMMIT // CHANGED][:CHANGED]
    for name in changed:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n\ndef added():\n    return sum(range(10))\n")
    if planted:
        (folder / PLANTED).write_bytes(fake(KEY))
        changed.append(PLANTED)
    _git(folder, "add", "--", *changed)
    return changed


def shapes(cache: Path) -> dict[str, Path]:
    """Files by what stands in them, 20 MB each: source code first, then what makes scanners stall.

    Written piece by piece: a process that is started is charged with the memory of the one that starts it.
    """
    noise = random.Random(20261124)
    makers: dict[str, Callable[[bytes], bytes]] = {
        "source code": bytes,
        "the same on a single line": lambda piece: piece.replace(b"\n", b" "),
        "lines of 800 spaces": lambda piece: (b" " * 800 + b"\n") * (len(piece) // 801),
        "base64 on a single line": lambda piece: base64.b64encode(noise.randbytes(len(piece) // 4 * 3)),
        "a name without a value, over and over": lambda piece: b"aws_secret_access_key = \n" * (len(piece) // 25),
    }
    (cache / "shapes").mkdir(exist_ok=True)
    files = {shape: cache / "shapes" / f"{number}.txt" for number, shape in enumerate(makers)}
    for shape, path in files.items():
        with path.open("wb") as file:
            file.writelines(map(makers[shape], _endless()))
    return files


def _sources() -> list[Path]:
    """Files of Python's own library: at hand everywhere, and source code."""
    return sorted(Path(sysconfig.get_path("stdlib")).glob("[a-z]*/[a-z]*.py"))


def _endless() -> Iterator[bytes]:
    left = MEGABYTES * 10**6
    for path in cycle(_sources()):
        data = path.read_bytes()[:left]
        left -= len(data)
        yield data
        if not left:
            return


def _downloaded(folder: Path) -> list[Path]:
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*pip, "--platform", "any", "--python-version", "3.12", "--dest", folder, *WHEELS], check=True)
    return sorted(folder.glob("*.whl"))


def _committed(folder: Path, message: str) -> None:
    _git(folder, "add", "--all", "--force")
    _git(folder, "-c", "user.name=bench", "-c", "user.email=bench@localhost", "commit", "--quiet", "-m", message)


def _git(folder: Path, *arguments: str) -> None:
    own = (f"core.hooksPath={os.devnull}", "commit.gpgSign=false", "gc.auto=0")
    settings = [word for setting in own for word in ("-c", setting)]
    subprocess.run(["git", *settings, *arguments], cwd=folder, check=True)
