"""Calls: what each option takes, what is wrong with a call in one line, and help that teaches."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA, akia

from patterns._fake import fake
from scanner import __version__
from scanner.cli.dispatch import COMMANDS

SECRET = fake("<secret>").decode()
SCANNING = ("scan", "staged", "commits", "history")


def call(*arguments: str, folder: Path | None = None, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """Runs `akia` with just these arguments."""
    return subprocess.run([AKIA, *arguments], cwd=folder, input=given, capture_output=True, timeout=60)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a credential in `a`, in no repository."""
    return Repository.at(tmp_path).write("a", PAIR).folder


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param([], "no command given (known: scan, staged, ", id="nothing"),
        pytest.param([""], "no command given", id="an empty word"),
        pytest.param(["scna"], "no such command: scna; did you mean scan? (known: ", id="a slip"),
        pytest.param(["--quiet", "scan"], "no such command: --quiet (known: ", id="an option in front"),
        pytest.param([SECRET], "no such command (known: ", id="a secret in place of a command"),
        pytest.param(["scan", "--colour"], "no such option: --colour; did you mean --color? (", id="a slip in an option"),
        pytest.param(["scan", "-z"], "no such option: -z (akia scan --help says more)", id="a letter"),
        pytest.param(["scan", f"--{SECRET}"], "no such option (akia scan --help says more)", id="a secret as option"),
        pytest.param(["scan", "--quie"], "no such option: --quie; did you mean --quiet?", id="half an option"),
        pytest.param(["scan", "--format"], "--format needs a value (akia scan --help", id="no value"),
        pytest.param(["scan", "--exclude", "--quiet"], "--exclude needs a value", id="an option for a value"),
        pytest.param(["scan", "--output", "--", "a"], "--output needs a value", id="an end of options for a value"),
        pytest.param(["scan", f"--quiet={SECRET}"], "--quiet takes no value (akia scan", id="a value for a flag"),
        pytest.param(["scan", "--format", "yaml"], "--format: must be one of text, json", id="an unknown form"),
        pytest.param(["scan", "--format", SECRET], "--format: must be one of text, json", id="a secret as form"),
        pytest.param(["scan", "--fail-on", "grave"], "--fail-on: must be one of info, low, medium, high, critical, never", id="severity"),
        pytest.param(["scan", "--color", "yes"], "--color: must be one of auto, always, never", id="an unknown colour"),
        pytest.param(["scan", "--jobs", "many"], "--jobs: must be a whole number, 0 or more", id="no number"),
        pytest.param(["scan", "--jobs", "-1"], "--jobs: must be a whole number, 0 or more", id="below zero"),
        pytest.param(["scan", "--jobs", "1.5"], "--jobs: must be a whole number, 0 or more", id="a fraction"),
        pytest.param(["scan", "--exclude", ""], "--exclude: must be a glob; this one matches nothing", id="no glob"),
        pytest.param(["scan", "--exclude", "#x"], "--exclude: must be a glob; this one matches nothing", id="a comment"),
        pytest.param(["scan", "--exclude", "[[:a:]]"], "--exclude: not a usable glob", id="a glob that cannot be used"),
        pytest.param(["scan", "--output", ""], "--output: must be the name of a file", id="a file without a name"),
        pytest.param(["scan", "--config", ""], "--config: must be the name of a file", id="settings without a name"),
        pytest.param(["scan", "--config", "none"], "none: No such file or directory", id="settings that are not there"),
        pytest.param(["scan", "--baseline", "none"], "none: No such file or directory", id="a baseline that is not there"),
        pytest.param(["scan", "-", "a"], "standard input (-) cannot be scanned together with other paths", id="- and a"),
        pytest.param(["commits"], "one range of commits is needed", id="no range"),
        pytest.param(["commits", "a", "b"], "one range of commits is needed", id="two ranges"),
        pytest.param(["history", "a", "b"], "one repository at a time", id="two repositories"),
        pytest.param(["explain"], "one key ID is needed, or - for standard input", id="no key"),
        pytest.param(["explain", SECRET], "this has the form of no identifier of AWS", id="a secret to explain"),
        pytest.param(["explain", "-"], "there is no identifier of AWS in standard input", id="nothing to explain"),
        pytest.param(["explain", "--format", "csv", "x"], "--format: must be one of text, json", id="a form of reports"),
        pytest.param(["patterns", "x"], "this command takes no names", id="a name where none is taken"),
        pytest.param(["staged"], "not a git repository", id="no repository"),
        pytest.param(["history"], ".: not a git repository", id="no repository for a history"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line(folder: Path, arguments: list[str], said: str) -> None:
    ended = call(*arguments, folder=folder)
    message = ended.stderr.decode()
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert message.startswith("akia: ")
    assert said in message
    assert message.count("\n") == 1
    assert SECRET[:8] not in message


@pytest.mark.parametrize("words", ["scan", "history", "staged", "baseline create", "baseline update", "commits HEAD"])
def test_a_current_folder_that_is_gone_is_said(tmp_path: Path, words: str) -> None:
    """As in a terminal that was left in a folder that another one has deleted."""
    (tmp_path / "gone").mkdir()
    script = f"cd gone && rmdir ../gone && exec {AKIA} {words}"
    ended = subprocess.run(["sh", "-c", script], cwd=tmp_path, capture_output=True, timeout=60)
    assert (ended.returncode, ended.stdout, ended.stderr.count(b"\n")) == (2, b"", 1)
    assert b"internal error" not in ended.stderr


@pytest.mark.parametrize(
    "arguments", [["--help"], ["-h"], ["help"], *([name, "--help"] for name in COMMANDS)], ids=" ".join
)
def test_help_fits_and_teaches(arguments: list[str], folder: Path) -> None:
    ended = call(*arguments, folder=folder)
    text = ended.stdout.decode()
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert [line for line in text.split("\n") if len(line) > 80] == []
    assert "usage: akia " in text
    assert "\nexamples:\n  akia " in text
    assert "\nexit status:\n  0  " in text
    assert len(text.split("usage")[-1].split("\n\n")[1]) > 40  # what the command is for


@pytest.mark.parametrize("name", [["scan"], ["hook", "install"]], ids=" ".join)
def test_help_may_stand_first(name: list[str]) -> None:
    assert call("help", *name).stdout == call(*name, "--help").stdout


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_is_given_whatever_else_is_wrong(option: str) -> None:
    assert call("scan", "--fail-on=high", option, "--nonsense").returncode == 0


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_the_version_is_told(option: str) -> None:
    ended = call(option)
    assert (ended.returncode, ended.stdout) == (0, f"akia {__version__}\n".encode())


@pytest.mark.parametrize("command", SCANNING)
def test_every_command_that_scans_takes_the_options_of_the_contract(command: str) -> None:
    text = call(command, "--help").stdout.decode()
    shared = ("--format", "--output", "--fail-on", "--baseline", "--config", "--exclude", "--quiet", "--no-progress",
              "--color", "--jobs", "--no-inline")  # fmt: skip
    own = {"staged": ("--all",), "commits": ("--all",), "history": ("--no-cache", "--allow-incomplete")}
    missing = [option for option in (*shared, *own.get(command, ())) if f"  {option} " not in text]
    assert missing == []


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["a", "--fail-on", "never"], id="behind the name"),
        pytest.param(["--fail-on", "never", "a"], id="in front of it"),
        pytest.param(["--fail-on=never", "a"], id="with a sign"),
        pytest.param(["--fail-on", "high", "a", "--fail-on", "never"], id="twice: the last counts"),
    ],
)
def test_options_stand_anywhere(folder: Path, arguments: list[str]) -> None:
    assert akia(folder, "scan", *arguments).status == 0


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        pytest.param(["--"], ["--quiet:1", "-:1", "-x:1", "a:1"], id="nothing behind it is the folder"),
        pytest.param(["--", "--quiet"], ["--quiet:1"], id="a name like an option"),
        pytest.param(["--", "-x", "a"], ["-x:1", "a:1"], id="several names"),
        pytest.param(["a", "--", "-x"], ["-x:1", "a:1"], id="names on both sides"),
        pytest.param(["./-"], ["-:1"], id="a file that is called like standard input"),
    ],
)
def test_behind_two_dashes_stand_names(folder: Path, arguments: list[str], found: list[str]) -> None:
    for name in ("--quiet", "-x", "-"):
        Repository.at(folder).write(name, PAIR)
    assert akia(folder, "scan", *arguments).found == found


def test_a_dash_is_standard_input(folder: Path) -> None:
    ended = akia(folder, "scan", "-", given=fake(PAIR))
    assert (ended.status, ended.found) == (1, ["-:1"])
    assert ended.report is not None
    assert ended.report["scan"]["source"] == "stdin"


def test_a_name_that_is_not_utf_8_is_read_and_shown(folder: Path) -> None:
    Repository.at(folder).write(b"\xff", PAIR)
    assert akia(folder, "scan", b"\xff").found == ["\\xff:1"]


def test_settings_that_are_named_count(folder: Path) -> None:
    Repository.at(folder).write("other.toml", b"fail-on = 'never'\n").write("akia.toml", b"fail-on = 'info'\n")
    assert akia(folder, "scan", "--config", "other.toml").status == 0
    assert akia(folder, "scan", "--config", "other.toml", "--fail-on", "low").status == 1
    assert akia(folder, "scan").status == 1
