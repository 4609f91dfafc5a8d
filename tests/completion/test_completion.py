"""`akia completion`: what each shell itself completes, held to the parsers; and that no name of a file is run."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from repositories import Repository
from running import AKIA

from scanner.cli.completion.outline import commands
from scanner.cli.dispatch import COMMANDS
from scanner.cli.hook import HOOKS

BASH = """\
source <("$AKIA" completion bash)
read -ra COMP_WORDS <<< "$LINE"
[[ $LINE == *' ' ]] && COMP_WORDS+=("")
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
_akia 2>/dev/null
printf '%s\\n' "${COMPREPLY[@]}"
"""
FISH = '"$AKIA" completion fish | source; complete -C "$LINE"'


def in_bash(line: str, folder: Path) -> list[str]:
    """What bash's own function for completion is told."""
    return _told(["bash", "--norc", "-c", BASH], line, folder)


def in_fish(line: str, folder: Path) -> list[str]:
    """What fish offers, without its descriptions."""
    return [item.partition("\t")[0] for item in _told(["fish", "--no-config", "-c", FISH], line, folder)]


def _told(command: list[str], line: str, folder: Path) -> list[str]:
    env = {**os.environ, "AKIA": AKIA, "LINE": line}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, timeout=60)
    assert done.stderr == b""
    return [item for item in done.stdout.decode().split("\n") if item]


SHELLS = [
    pytest.param(in_bash, id="bash"),
    pytest.param(
        in_fish, id="fish", marks=pytest.mark.skipif(not shutil.which("fish"), reason="there is no fish here")
    ),
]
HOSTILE = "x$(touch${IFS}ran);y"
CASES = [
    pytest.param("akia hi", {"history"}, set(), id="a command"),
    pytest.param("akia ", set(COMMANDS), {"install"}, id="all commands"),
    pytest.param("akia --ver", {"--version"}, set(), id="an option without a command"),
    pytest.param("akia hook ", set(HOOKS), {"history"}, id="the commands of a group"),
    pytest.param("akia hook install --un", {"--uninstall"}, set(), id="an option below a group"),
    pytest.param(
        "akia hook install pre-", {"pre-commit", "pre-push"}, set(), id="the names of a command below a group"
    ),
    pytest.param("akia scan --fo", {"--format"}, {"--fail-on"}, id="an option"),
    pytest.param("akia history --no-c", {"--no-cache"}, set(), id="an option of one command"),
    pytest.param("akia scan --no-c", set(), {"--no-cache"}, id="an option of another command"),
    pytest.param("akia scan --format ", {"json", "sarif", "html"}, {"a.json", "--quiet"}, id="values"),
    pytest.param("akia explain --format ", {"json", "text"}, {"sarif"}, id="values of another command"),
    pytest.param("akia commits --fail-on cr", {"critical"}, set(), id="the beginning of a value"),
    pytest.param("akia baseline pr", {"prune"}, set(), id="an action"),
    pytest.param("akia completion ", {"bash", "zsh", "fish"}, set(), id="the shells"),
    pytest.param("akia report a", {"a.json"}, set(), id="a file"),
    pytest.param("akia scan --output a", {"a.json"}, set(), id="a file as a value"),
    pytest.param("akia explain a", set(), {"a.json"}, id="no file where none is taken"),
    pytest.param("akia baseline ", {"import"}, {"a.json"}, id="an action before files"),
    pytest.param("akia baseline import a", {"a.json"}, {"audit"}, id="a file behind an action"),
    pytest.param("akia commits ", set(), {"a.json", "main"}, id="no branch where there is no repository"),
]
IN_A_REPOSITORY = [
    pytest.param("akia commits ", {"HEAD", "main", "side/one", "v1"}, {"a b"}, id="references"),
    pytest.param("akia commits si", {"side/one"}, {"main"}, id="the beginning of one"),
    pytest.param("akia commits main..", {"main..side/one", "main..HEAD"}, {"side/one"}, id="the other end"),
    pytest.param("akia commits main..si", {"main..side/one"}, {"main..main"}, id="the beginning of the other end"),
    pytest.param("akia commits v1...ma", {"v1...main"}, {"v1..main"}, id="three dots"),
    pytest.param("akia ci --base ", {"main", "v1"}, set(), id="where a change begins"),
    pytest.param("akia scan ", set(), {"main"}, id="none where files are meant"),
]


@pytest.mark.parametrize(("line", "offered", "silent"), CASES)
@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_offered(tmp_path: Path, shell, line: str, offered: set[str], silent: set[str]) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "a.json").touch()
    (tmp_path / "d").mkdir()
    told = set(shell(line, tmp_path))
    assert offered <= told
    assert not silent & told


@pytest.mark.parametrize(("line", "offered", "silent"), IN_A_REPOSITORY)
@pytest.mark.parametrize("shell", SHELLS)
def test_which_references_are_offered(
    repository: Repository, shell, line: str, offered: set[str], silent: set[str]
) -> None:  # type: ignore[no-untyped-def]
    repository.write("f", b"").commit().git("branch", "side/one").git("tag", "v1").git("branch", HOSTILE)
    told = set(shell(line, repository.folder))
    assert offered <= told
    assert not silent & told


def test_a_reference_that_a_shell_would_run_is_not_offered(repository: Repository) -> None:
    """bash puts words on the line as they are; zsh and fish quote them."""
    repository.write("f", b"").commit().git("branch", HOSTILE)
    told = in_bash("akia commits ", repository.folder)
    assert [word for word in told if not word.startswith("-")] == ["HEAD", "main"]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("command", [pytest.param(command, id=command.name) for command in commands()])
def test_every_option_is_offered(tmp_path: Path, shell, command) -> None:  # type: ignore[no-untyped-def]
    told = shell(f"akia {command.name} --", tmp_path)
    wanted = {name for option in command.options for name in option.names if name.startswith("--")}
    assert {item for item in told if item.startswith("--")} == wanted


@pytest.mark.parametrize("name", ["$(touch run)", "`touch run`", "; touch run", "*", "a b", "-rf", "\x1b[31m"])
def test_a_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert name in in_bash("akia scan ", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def typed(command: list[str], setup: str, keys: str, folder: Path) -> str:
    """The words that an interactive shell runs when the keys and Return are pressed; it shows them in place of akia."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ |= {"PATH": f"{Path(AKIA).parent}:{os.environ['PATH']}", "TERM": "xterm", "HOME": str(folder)}
        os.execvp(command[0], command)  # noqa: S606
    waiting = [f"{setup}akia() {{ echo RUN: $*; }}; echo READ''Y\n", f"{keys}\n"]
    shown, end = "", time.monotonic() + 60
    while time.monotonic() < end and "\nRUN: " not in shown:
        if select.select([screen], [], [], 0.5)[0]:
            shown += re.sub(r"\r|\x1b\[[\d;?]*[a-zA-Z]", "", os.read(screen, 65536).decode("utf-8", "replace"))
        elif waiting and (len(waiting) == 2 or "\nREADY" in shown):
            os.write(screen, waiting.pop(0).encode())
    os.close(screen)
    os.waitpid(child, 0)
    return shown.rpartition("\nRUN: ")[2].partition("\n")[0]


TYPED = [
    pytest.param("akia his\t", "history", id="a command"),
    pytest.param("akia history --no-ca\t", "history --no-cache", id="an option"),
    pytest.param("akia scan --format sa\t", "scan --format sarif", id="a value"),
    pytest.param("akia scan --format=sa\t", "scan --format=sarif", id="a value behind ="),
    pytest.param("akia hook ins\t --unin\t", "hook install --uninstall", id="below a group"),
    pytest.param("akia report only\t", "report only-one.json", id="a file"),
    pytest.param("akia baseline pru\t", "baseline prune", id="an action"),
]


REFS = [
    pytest.param("akia commits si\t", "commits side/one", id="a branch"),
    pytest.param("akia commits main..si\t", "commits main..side/one", id="the other end"),
    pytest.param("akia ci --base si\t", "ci --base side/one", id="a value"),
]


@pytest.mark.parametrize(("keys", "words"), REFS)
@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_references_at_tab(repository: Repository, shell: str, keys: str, words: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"there is no {shell} here")
    repository.write("f", b"").commit().git("branch", "side/one").git("branch", HOSTILE)
    setup = {
        "bash": "source <(akia completion bash); ",
        "zsh": "autoload -Uz compinit; compinit -u -D; source <(akia completion zsh); ",
    }[shell]
    command = ["bash", "--norc", "-i"] if shell == "bash" else ["zsh", "-f", "-i"]
    assert typed(command, setup, keys, repository.folder) == words


@pytest.mark.parametrize(("keys", "words"), TYPED)
def test_a_real_bash_completes_at_tab(tmp_path: Path, keys: str, words: str) -> None:
    (tmp_path / "only-one.json").touch()
    assert typed(["bash", "--norc", "-i"], "source <(akia completion bash); ", keys, tmp_path) == words


@pytest.mark.skipif(not shutil.which("zsh"), reason="there is no zsh here")
@pytest.mark.parametrize(("keys", "words"), TYPED)
def test_a_real_zsh_completes_at_tab(tmp_path: Path, keys: str, words: str) -> None:
    (tmp_path / "only-one.json").touch()
    setup = "autoload -Uz compinit; compinit -u -D; source <(akia completion zsh); "
    assert typed(["zsh", "-f", "-i"], setup, keys, tmp_path) == words


@pytest.mark.parametrize("arguments", [[], ["tcsh"], ["bash", "zsh"]])
def test_another_shell_is_said(arguments: list[str]) -> None:
    done = subprocess.run([AKIA, "completion", *arguments], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the name of a shell is needed: bash, zsh, fish" in done.stderr
