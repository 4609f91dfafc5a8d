"""The hook under the real pre-commit program: installed from this project, run by real commits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from patterns._fake import fake

PROJECT = Path(__file__).parents[2]
PAIR = fake("aws_access_key_id = <id>\naws_secret_access_key = <secret>\n").decode()
SECRET = fake("<id>\naws_secret_access_key = <secret>").decode().split(" = ")[1]


class Checkout:
    """A repository with the hook installed."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False, timeout=600
        )

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments)

    def write(self, name: str, content: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_text(content)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Checkout]:
    base = tmp_path_factory.mktemp("hook")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    environment |= {"PRE_COMMIT_HOME": str(base / "cache"), "HOME": str(base), "PATH": _path(), "PIP_NO_COMPILE": "0"}
    product = Checkout(_product(base / "product"), environment)
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "product")):
        assert product.git(*command).returncode == 0
    head = product.git("rev-parse", "HEAD").stdout.strip()
    user = Checkout(base / "user", environment)
    user.folder.mkdir()
    user.git("init", "-q", "-b", "main")
    user.write(
        ".pre-commit-config.yaml",
        f"repos:\n- repo: {product.folder}\n  rev: {head}\n  hooks:\n  - id: akia\n  - id: akia-pre-push\n",
    )
    user.write("README", "hello\n")
    user.git("add", "-A")
    installed = user.run("pre-commit", "install", "--install-hooks", "-t", "pre-commit", "-t", "pre-push")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return user


def _path() -> str:
    return os.path.dirname(sys.executable) + os.pathsep + os.environ["PATH"]


def _product(folder: Path) -> Path:
    for name in ("scanner", "patterns"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(PROJECT / name, folder / name)
    return folder


def test_the_hook_from_first_commit_to_all_files(checkout: Checkout) -> None:
    clean = checkout.git("commit", "-m", "first")
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "Passed" in clean.stdout + clean.stderr

    checkout.write("config/aws.ini", PAIR)
    checkout.git("add", "-A")
    blocked = checkout.git("commit", "-m", "second")
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert "Failed" in said
    assert "config/aws.ini:1" in said
    assert "This commit is blocked" in said
    assert SECRET not in said

    checkout.git("commit", "--no-verify", "-m", "forced")
    checkout.write("README", "hello again\n")
    checkout.git("add", "-A")
    later = checkout.git("commit", "-m", "what was there before blocks nobody")
    assert later.returncode == 0, later.stdout + later.stderr

    everything = checkout.run("pre-commit", "run", "--all-files")
    assert everything.returncode == 1
    assert "config/aws.ini:1" in everything.stdout


def test_links_and_odd_names_count(checkout: Checkout) -> None:
    link = checkout.folder / "link"
    link.symlink_to(fake("<id:ASIA>/<secret>").decode())
    checkout.write("-- odd 'name'.txt", PAIR.replace(PAIR[20:40], fake("<id#2>").decode()))
    checkout.git("add", "-A")
    blocked = checkout.git("commit", "-m", "a link and a name")
    said = blocked.stdout + blocked.stderr
    assert blocked.returncode == 1
    assert "odd 'name'.txt:1" in said
    checkout.git("rm", "-q", "--cached", "link", "-- odd 'name'.txt")


def test_pushes_are_looked_at(checkout: Checkout) -> None:
    """pre-commit reads what git tells, and hands it on in the environment: a new branch, then one that is there."""
    checkout.git("init", "-q", "--bare", "../server.git")
    checkout.git("checkout", "-q", "--orphan", "pushed")
    checkout.git("rm", "-rq", "--cached", ".")
    checkout.git("add", ".pre-commit-config.yaml")
    checkout.git("commit", "--no-verify", "-m", "clean")
    checkout.git("remote", "add", "origin", "../server.git")
    first = checkout.git("push", "origin", "pushed")
    assert first.returncode == 0, first.stdout + first.stderr
    assert "akia (AWS credentials in what is pushed)" in first.stdout + first.stderr

    checkout.write("leak.ini", PAIR)
    checkout.git("add", "leak.ini")
    checkout.git("commit", "--no-verify", "-m", "a leak")
    checkout.git("rm", "-q", "leak.ini")
    checkout.git("commit", "--no-verify", "-m", "removed again")
    for branch in ("pushed", "pushed:another"):
        second = checkout.git("push", "origin", branch)
        said = second.stdout + second.stderr
        assert second.returncode == 1
        assert "leak.ini:1" in said
        assert "This push is blocked" in said
        assert SECRET not in said
