"""Starting git: with which environment, from where, and what is said when it fails."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from repositories import Repository

from scanner.errors import RepositoryError
from scanner.git.environment import HOOK, environment
from scanner.git.process import Git, printable


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        pytest.param("PATH", True, id="of the system"),
        pytest.param("HOME", True, id="where the user's settings are"),
        pytest.param("HTTPS_PROXY", True, id="of others"),
        pytest.param("GIT_DIR", False, id="of a hook, where something was named"),
        pytest.param("GIT_SSH_COMMAND", False, id="a program"),
        pytest.param("GIT_CONFIG_COUNT", False, id="settings"),
        pytest.param("GIT_TRACE2_EVENT", False, id="a file to write"),
        pytest.param("GIT_SOMETHING_OF_TOMORROW", False, id="unheard of"),
        pytest.param("git_ssh", False, id="small, as Windows takes it"),
        pytest.param("LANGUAGE", False, id="the language of messages"),
    ],
)
def test_the_environment_of_git(name: str, kept: bool) -> None:
    assert (environment({name: "x"}, ()).get(name) == "x") == kept


def test_what_hooks_are_told_counts_where_nothing_was_named() -> None:
    assert environment(dict.fromkeys(HOOK, "x"), HOOK).items() >= dict.fromkeys(HOOK, "x").items()


@pytest.mark.parametrize("name", ["GIT_ALLOW_PROTOCOL", "GIT_OPTIONAL_LOCKS", "LC_ALL", "GIT_TERMINAL_PROMPT"])
def test_what_is_fixed_is_not_for_others_to_say(name: str) -> None:
    assert environment({name: "x"}, {name})[name] != "x"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain größe 日本", "plain größe 日本"),
        ("a\nb", "a\\nb"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\u202e"),
        ("\udce4", "\\udce4"),
        ("a\\b", "a\\b"),
    ],
)
def test_messages_are_one_line_without_commands_for_a_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["rev-parse", "--verify", "nonsense"], "git: Needed a single revision", id="a fatal error"),
        pytest.param(["no-such-command"], "git: 'no-such-command' is not a git command", id="no such command"),
        pytest.param(["cat-file", "-p", ":\x1b[31m\nx"], "git: path", id="control characters"),
        pytest.param(["cat-file", "-e", ":nothing"], "git", id="hardly a word"),
    ],
)
def test_what_git_says_is_passed_on_in_one_line(repository: Repository, arguments: list[str], said: str) -> None:
    with pytest.raises(RepositoryError) as raised:
        Git(os.fsencode(repository.folder), named=True).run(*arguments)
    assert said in str(raised.value)
    assert str(raised.value).isprintable()


def test_a_hint_is_not_what_went_wrong(repository: Repository) -> None:
    """git says so wherever the file of grafts is named, as it is to keep the repository's own from being read."""
    repository.git("config", "alias.die", "!kill -9 $PPID").git("config", "alias.say", "!echo hint: so >&2; exit 1")
    for name in ("die", "say"):
        with pytest.raises(RepositoryError, match="git failed without a word"):
            Git(os.fsencode(repository.folder)).run(name)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError, match=r"cannot be started: .*nowhere"):
        Git(os.fsencode(tmp_path / "nowhere"), named=True).run("version")


@pytest.mark.parametrize("kind", ["missing", "a folder", "not executable"])
def test_the_first_git_that_can_be_run_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    if kind == "a folder":
        (tmp_path / "git").mkdir()
    if kind == "not executable":
        (tmp_path / "git").write_text("x")
    before = os.environ["PATH"]
    monkeypatch.setenv("PATH", os.pathsep.join([str(tmp_path), before]))
    assert Git().run("version").startswith(b"git version")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RepositoryError, match="not installed"):
        Git().run("version")
