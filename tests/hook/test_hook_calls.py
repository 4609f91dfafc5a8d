"""`akia hook`: what is wrong with a call in one line, and help that fits."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from running import AKIA

from scanner.cli.hook import HOOKS


def call(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs `akia hook` in a folder that is no repository, with nothing on standard input."""
    return subprocess.run([AKIA, "hook", *arguments], cwd=folder, input="", capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param([], "the name of a hook is needed: pre-push, pre-receive, update, install", id="nothing"),
        pytest.param(["pre-commit"], "the name of a hook is needed", id="a hook that is another command"),
        pytest.param(["--uninstall"], "the name of a hook is needed", id="an option in front"),
        pytest.param(["pre-push", "--quite"], "no such option: --quite; did you mean --quiet?", id="a slip"),
        pytest.param(["pre-push", "a", "b", "c"], "a remote and its URL are needed, and nothing else", id="too much"),
        pytest.param(["pre-receive", "a"], "no name is needed", id="a name that nobody needs"),
        pytest.param(["update", "a"], "a reference, its old and its new object are needed", id="too little"),
        pytest.param(["update", "refs/heads/x", "HEAD", "--", "--all"], "this is not what git tells", id="no objects"),
        pytest.param(["install", "--everywhere"], "no such option", id="an option that is none"),
    ],
)
def test_a_wrong_call_is_one_line(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = call(tmp_path, *arguments)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert done.stderr.startswith("akia: ")
    assert said in done.stderr


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in HOOKS)], ids=" ".join)
def test_help_fits(tmp_path: Path, arguments: list[str]) -> None:
    done = call(tmp_path, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in done.stdout.split("\n") if len(line) > 80] == []
    assert "examples:\n  " in done.stdout
