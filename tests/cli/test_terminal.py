"""Terminals: links where they are known to work and nowhere else, progress, lines that fit, and names that attack."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from test_output import shell, terminal

from patterns._fake import fake
from scanner.cli.links import knows_links

LINK = re.compile(r"\x1b\]8;;([^\x1b]*)\x1b\\([^\x1b]*)\x1b\]8;;\x1b\\")
KITTY = {"TERM": "xterm-kitty"}


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the terminal that the tests run in."""
    for name in (
        "TMUX",
        "TERM_PROGRAM",
        "VTE_VERSION",
        "WT_SESSION",
        "KITTY_WINDOW_ID",
        "KONSOLE_VERSION",
        "FORCE_HYPERLINK",
    ):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a leak in `d/a b`."""
    return Repository.at(tmp_path / "x").write("d/a b", PAIR).folder


@pytest.mark.parametrize(
    ("env", "known"),
    [
        pytest.param({}, False, id="nothing is told"),
        pytest.param({"TERM": "xterm-256color"}, False, id="one of many"),
        pytest.param({"TERM": "linux"}, False, id="the console"),
        pytest.param({"TERM": "tmux-256color", "KITTY_WINDOW_ID": "1"}, False, id="tmux in kitty"),
        pytest.param({"TERM": "xterm-kitty", "TMUX": "/tmp/t"}, False, id="tmux that hides"),
        pytest.param({"TERM": "dumb", "TERM_PROGRAM": "vscode"}, False, id="dumb"),
        pytest.param({"VTE_VERSION": "5000"}, False, id="a VTE that crashes"),
        pytest.param({"VTE_VERSION": "x"}, False, id="a VTE of no number"),
        pytest.param({"TERM_PROGRAM": "Apple_Terminal"}, False, id="macOS's own"),
        pytest.param({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False, id="kitty, and not wanted"),
        pytest.param({"TERM": "xterm-kitty"}, True, id="kitty"),
        pytest.param({"TERM": "foot"}, True, id="foot"),
        pytest.param({"VTE_VERSION": "7200"}, True, id="GNOME's"),
        pytest.param({"TERM_PROGRAM": "iTerm.app"}, True, id="iTerm"),
        pytest.param({"WT_SESSION": "1"}, True, id="Windows's"),
        pytest.param({"TERM": "xterm", "FORCE_HYPERLINK": "1"}, True, id="by force"),
    ],
)
def test_which_terminals_know_links(env: dict[str, str], known: bool) -> None:
    assert knows_links(env) is known


def test_places_and_steps_are_links(folder: Path) -> None:
    links = LINK.findall(terminal(folder, 100, "scan", "--no-progress", **KITTY))
    files = {address.partition("/x/")[2]: text for address, text in links if address.startswith("file://")}
    assert set(files) == {"d/a%20b"}
    assert files["d/a%20b"].startswith("d/a b:")
    pages = [address for address, text in links if address.startswith("https://docs.aws.amazon.com/")]
    assert pages


@pytest.mark.parametrize(
    ("words", "env"),
    [
        pytest.param(["scan"], {"TERM": "xterm"}, id="a terminal that is not known to"),
        pytest.param(["scan", "--color", "never"], KITTY, id="no colours wanted"),
        pytest.param(["scan"], {**KITTY, "NO_COLOR": "1"}, id="NO_COLOR"),
    ],
)
def test_no_links(folder: Path, words: list[str], env: dict[str, str]) -> None:
    assert "\x1b]8" not in terminal(folder, 100, *words, "--no-progress", **env)


@pytest.mark.parametrize("line", ["akia scan --color always", "akia scan --color always --output r; cat r"])
def test_no_links_in_pipes_and_files(folder: Path, line: str) -> None:
    shown = shell(folder, line, FORCE_HYPERLINK="1", **KITTY).stdout
    assert b"\x1b[" in shown
    assert b"\x1b]8" not in shown


def test_what_is_the_same_without_links_stays_the_same(folder: Path) -> None:
    with_links = terminal(folder, 70, "scan", "--no-progress", **KITTY)
    without = terminal(folder, 70, "scan", "--no-progress")
    assert re.sub(r" in [\d.]+ s", "", LINK.sub(r"\2", with_links)) == re.sub(r" in [\d.]+ s", "", without)


@pytest.mark.parametrize(
    "name", [b"\x1b]8;;http://evil\x1b\\x", b"a\nb", b"a;b\x07", b"\xff\xfe", "\u202egpj".encode()]
)
def test_a_name_that_attacks(folder: Path, name: bytes) -> None:
    Repository.at(folder).write(name, OTHER)
    shown = terminal(folder, 100, "scan", "--no-progress", **KITTY)
    rest = re.sub(r"\x1b\[[\d;]*m", "", LINK.sub(r"\2", shown))
    assert "\x1b" not in rest
    assert rest.replace("\n", "").isprintable()
    assert "http://evil" not in "".join(address for address, _ in LINK.findall(shown))


def test_staged_files_are_links_from_a_folder_below(repository: Repository) -> None:
    repository.write("d/x", b"").commit().write("a", PAIR).add()
    shown = terminal(repository.folder / "d", 100, "staged", "--no-progress", **KITTY)
    assert f"{repository.folder}/a" in "".join(address for address, _ in LINK.findall(shown))


@pytest.mark.parametrize(
    ("env", "colored"),
    [
        pytest.param({"CLICOLOR": "0"}, False, id="CLICOLOR=0"),
        pytest.param({"CLICOLOR": "1"}, True, id="CLICOLOR=1"),
        pytest.param({"CLICOLOR": "0", "FORCE_COLOR": "1"}, True, id="forced all the same"),
        pytest.param({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False, id="NO_COLOR first"),
    ],
)
def test_colours_by_clicolor(folder: Path, env: dict[str, str], colored: bool) -> None:
    assert ("\x1b[" in terminal(folder, 80, "scan", "--no-progress", **env)) is colored


@pytest.mark.parametrize(("value", "colored"), [("1", True), ("0", False), ("", False)])
def test_colours_in_a_pipe_by_clicolor_force(folder: Path, value: str, colored: bool) -> None:
    assert (b"\x1b[" in shell(folder, "akia scan", CLICOLOR_FORCE=value).stdout) is colored


@pytest.mark.parametrize(
    ("words", "shows"),
    [
        pytest.param(["history", "--no-cache", "--jobs", "1", "--no-progress"], False, id="not wanted"),
        pytest.param(["history", "--no-cache", "--jobs", "1", "--quiet"], False, id="quiet"),
        pytest.param(["commits", "HEAD~5000..HEAD", "--no-progress"], False, id="a range, not wanted"),
        pytest.param(["history", "--no-cache", "--jobs", "1"], True, id="a history"),
        pytest.param(["commits", "HEAD~5000..HEAD"], True, id="a range"),
        pytest.param(["ci", "--base", "HEAD~5000"], True, id="a change"),
    ],
)
def test_progress_on_a_terminal(repository: Repository, words: list[str], shows: bool) -> None:
    """A history of some seconds, in one process: the timer has time to look."""
    import subprocess

    blob = os.urandom(4000).hex()
    stream = "".join(
        f"commit refs/heads/main\ncommitter A <a@example.org> {n} +0000\ndata 1\nx\nM 100644 inline f{n % 50}\ndata {len(blob) + 8}\n{n:08}{blob}\n"
        for n in range(1, 6000)
    )
    subprocess.run(["git", "fast-import", "--quiet"], cwd=repository.folder, input=stream.encode(), check=True)
    shown = terminal(repository.folder, 100, *words)
    assert (" objects  " in shown and " MB/s" in shown) is shows
    assert words[-1] == "--quiet" or shown.rstrip().split("\n")[-1].endswith("no findings.\x1b[0m")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_progress_of_files(tmp_path: Path, jobs: str) -> None:
    line = b"resource x 0123456789abcdef secret = none\n"
    for n in range(400):
        (tmp_path / f"f{n}").write_bytes(line * 4000)
    shown = terminal(tmp_path, 100, "scan", "--jobs", jobs)
    assert " files  " in shown
    assert " seen" not in shown
    assert "Looked at 400 files, 67.2 MB" in shown
    assert " files  " not in terminal(tmp_path, 100, "scan", "--no-progress")


@pytest.mark.parametrize("columns", [50, 80])
def test_what_explain_says_fits(folder: Path, columns: int) -> None:
    key = fake("<id>").decode()
    shown = terminal(folder, columns, "explain", key)
    long = [line for line in shown.split("\n") if len(line) > columns and " " in line.strip() and "$ " not in line]
    assert [line for line in long if "https://" not in line] == []
