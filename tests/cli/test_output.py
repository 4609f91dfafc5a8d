"""Where reports go: closed, full and broken outputs, files of every kind, encodings; and terminals."""

from __future__ import annotations

import json
import os
import pty
import re
import shlex
import subprocess
import threading
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA, held_to_modes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a leak in `a`, and a clean file `b`."""
    return Repository.at(tmp_path / "x").write("a", PAIR).write("b", "ä\n").folder


def shell(folder: Path, line: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Runs a line of shell in which `akia` is the command."""
    path = {"PATH": f"{Path(AKIA).parent}:{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=folder, env=os.environ | path | env, capture_output=True, timeout=60
    )


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        pytest.param("akia scan a >&-", 1, "standard output: closed", id="closed, and a leak"),
        pytest.param("akia scan b >&-", 2, "standard output: closed", id="closed"),
        pytest.param("akia scan b --quiet >&-", 0, "", id="closed, and nothing to say"),
        pytest.param("akia scan a > /dev/full", 1, "standard output: No space left on device", id="full, and a leak"),
        pytest.param("akia scan b --format json > /dev/full", 2, "standard output: No space left", id="full"),
        pytest.param("akia --help >&-", 2, "standard output: closed", id="help to nobody"),
        pytest.param("akia --version > /dev/full", 2, "standard output: No space left on device", id="version"),
        pytest.param("akia patterns > /dev/full", 2, "standard output: No space left on device", id="patterns"),
        pytest.param("akia scan a 2>&- >/dev/null", 1, "", id="nowhere to complain to"),
        pytest.param("akia scan not-there 2>&- >/dev/null", 2, "", id="a complaint and nowhere to put it"),
        pytest.param("akia scan not-there 2>/dev/full >/dev/null", 2, "", id="a complaint and no room for it"),
        pytest.param("akia scan a <&- >/dev/null", 1, "", id="no standard input"),
        pytest.param("akia scan - <&-", 2, "standard input is closed", id="no standard input to scan"),
        pytest.param("akia explain - <&-", 2, "standard input is closed", id="no standard input to explain"),
        pytest.param("akia scan a <&- >&- 2>&-", 1, "", id="nothing open at all"),
    ],
)
def test_what_cannot_be_written_or_read(folder: Path, line: str, status: int, said: str) -> None:
    ended = shell(folder, line)
    assert ended.returncode == status
    assert said in ended.stderr.decode()
    assert ended.stderr.count(b"\n") == bool(said)


@pytest.mark.parametrize("name", ["r.json", "d/r.json", "./d/../r.json", "[a] b*.json", "link.json"])
@pytest.mark.parametrize("call", ["akia scan", "akia scan . b", "cd d; akia scan .."])
def test_a_report_is_not_found_in_the_report_that_takes_its_place(folder: Path, name: str, call: str) -> None:
    (folder / "d").mkdir()
    (folder / "link.json").symlink_to("d/behind.json")
    written = folder / name
    line = f"{call} --format json --output '{written}'"
    assert shell(folder, line).returncode == 1
    assert written.stat().st_size > 1000
    (folder / "a").unlink()
    assert shell(folder, line).returncode == 0
    assert json.loads(written.read_text())["scan"]["complete"] is True


def test_what_is_named_is_read_even_where_the_report_goes(folder: Path) -> None:
    assert shell(folder, "akia scan a --format json --output a").returncode == 1


def test_a_reader_that_has_gone_is_no_fault_of_the_scan(folder: Path) -> None:
    text = shell(folder, "akia scan --format json | head -c 1; echo ${PIPESTATUS[0]}")
    assert text.stdout.split() in ([b"{1"], [b"{", b"1"])
    assert b"Traceback" not in text.stderr
    many = shell(folder, "for i in $(seq 400); do cp a c$i; done; akia scan | head -1; echo ${PIPESTATUS[0]}")
    assert many.stdout.split(b"\n")[-2] == b"1"
    assert b"Traceback" not in many.stderr


def test_a_report_to_a_file_leaves_standard_output_empty(folder: Path) -> None:
    ended = shell(folder, "akia scan --format json --output r.json")
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, b"", b"")
    assert json.loads((folder / "r.json").read_bytes())["summary"]["findings"] == 1
    assert [path.name for path in folder.iterdir() if path.name.startswith(".akia")] == []


def test_an_output_of_one_dash_is_standard_output(folder: Path) -> None:
    assert json.loads(shell(folder, "akia scan --format json --output -").stdout)["schema_version"] == 1


def test_a_clean_and_quiet_run_makes_an_empty_file(folder: Path) -> None:
    assert shell(folder, "akia scan b --quiet --output r").returncode == 0
    assert (folder / "r").read_bytes() == b""


@pytest.mark.parametrize(
    ("target", "message"),
    [
        pytest.param("none/r", "none/r: No such file or directory", id="in a folder that is not there"),
        pytest.param(".", ".: Is a directory", id="a folder"),
        pytest.param("none/", "none/: No such file or directory", id="a name that ends in a slash"),
        pytest.param("a/r", "a/r: Not a directory", id="below a file"),
        pytest.param("n" * 300, "n: File name too long", id="too long a name"),
        pytest.param("/dev/full", "/dev/full: No space left on device", id="a device that is full"),
    ],
)
@pytest.mark.parametrize(("name", "status"), [pytest.param("a", 1, id="a leak"), pytest.param("b", 2, id="clean")])
def test_a_file_that_cannot_be_written(folder: Path, name: str, status: int, target: str, message: str) -> None:
    ended = shell(folder, f"akia scan {name} --output {target}")
    assert (ended.returncode, ended.stdout) == (status, b"")
    assert ended.stderr.decode().endswith(f"{message}\n")
    assert ended.stderr.count(b"\n") == 1


def test_an_old_report_is_replaced_as_a_whole_and_keeps_its_mode(folder: Path) -> None:
    (folder / "r").write_bytes(b"old " * 100_000)
    (folder / "r").chmod(0o600)
    assert shell(folder, "akia scan b --output r").returncode == 0
    assert (folder / "r").stat().st_mode & 0o777 == 0o600
    assert (folder / "r").read_bytes().startswith(b"Looked at 1 file")


def test_a_link_stays_a_link(folder: Path) -> None:
    (folder / "real").write_bytes(b"old")
    (folder / "r").symlink_to("real")
    (folder / "dangling").symlink_to("made")
    for name in ("r", "dangling"):
        assert shell(folder, f"akia scan b --output {name}").returncode == 0
        assert (folder / name).is_symlink()
    real, made = (re.sub(rb"in [\d.]+ s", b"", (folder / name).read_bytes()) for name in ("real", "made"))
    assert real == made != b"old"


def test_a_fifo_gets_the_report(folder: Path) -> None:
    os.mkfifo(folder / "r")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append((folder / "r").read_bytes()))
    reader.start()
    assert shell(folder, "akia scan a --format json --output r").returncode == 1
    reader.join(10)
    assert json.loads(read[0])["summary"]["findings"] == 1


@pytest.mark.parametrize("target", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_by_its_name(folder: Path, target: str) -> None:
    piped = shell(folder, f"akia scan a --format json --output {target} | cat")
    assert json.loads(piped.stdout)["summary"]["findings"] == 1


def test_what_may_not_be_written_to(folder: Path) -> None:
    (folder / "r").write_bytes(b"old")
    (folder / "r").chmod(0o400)
    scan = shlex.join([*held_to_modes(), AKIA, "scan", "b"])
    assert shell(folder, f"{scan} --output r").returncode == 2
    (folder / "r").chmod(0o600)
    folder.chmod(0o500)
    assert shell(folder, f"{scan} --output new").returncode == 2
    assert shell(folder, f"{scan} --output r").returncode == 0
    folder.chmod(0o700)
    assert (folder / "r").read_bytes().startswith(b"Looked at")


@pytest.mark.parametrize(
    "env",
    [
        pytest.param({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, id="the locale C"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, id="ASCII for Python"),
        pytest.param({"PYTHONIOENCODING": "utf-16"}, id="UTF-16 for Python"),
        pytest.param({"LC_ALL": "nonsense"}, id="a locale that is not there"),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_output_is_utf_8_whatever_the_locale(folder: Path, form: str, env: dict[str, str]) -> None:
    Repository.at(folder).write("naïve 日本.txt", PAIR.replace("<id>", "<id#2>"))
    ended = shell(folder, f"akia scan --format {form}; akia scan ö", **env)
    assert "naïve 日本.txt" in ended.stdout.decode()
    assert ended.stderr.decode().endswith("akia: not looked at: ö: there is no such file or folder\n")


def terminal(folder: Path, columns: int, *arguments: str, **env: str) -> str:
    """What `akia` shows on a terminal of so many columns."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        line = f"stty cols {columns} rows 50; exec {AKIA} {' '.join(arguments)}"
        os.execve("/bin/sh", ["sh", "-c", line], {**os.environ, "TERM": "xterm", **env})  # noqa: S606
    shown = b""
    while True:
        try:
            data = os.read(screen, 65536)
        except OSError:  # Linux's way to say that nobody is there any more
            data = b""
        if not data:
            break
        shown += data
    os.waitpid(child, 0)
    os.close(screen)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_lines_of_our_own_words_fit_the_terminal(folder: Path, columns: int) -> None:
    shown = re.sub(r"\x1b\[[\d;]*m", "", terminal(folder, columns, "scan", "--no-progress"))
    told = [
        line
        for line in shown.split("\n")
        if not re.match(r"  (id|secret)  |MEDIUM|CRITICAL|Looked|  known| +[$-]| +USER", line)
    ]
    assert [line for line in told if len(line) > columns and " " in line.strip()] == []
    assert len(told) > 5


@pytest.mark.parametrize(
    ("options", "env", "colored"),
    [
        pytest.param([], {}, True, id="a terminal"),
        pytest.param([], {"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param([], {"NO_COLOR": ""}, True, id="NO_COLOR that is empty"),
        pytest.param([], {"TERM": "dumb"}, False, id="a terminal that knows none"),
        pytest.param(["--color", "never"], {"FORCE_COLOR": "1"}, False, id="an option beats the environment"),
        pytest.param(["--color", "always"], {"NO_COLOR": "1"}, True, id="the other way round"),
    ],
)
def test_colours_on_a_terminal(folder: Path, options: list[str], env: dict[str, str], colored: bool) -> None:
    shown = terminal(folder, 80, "scan", "--no-progress", *options, **env)
    assert ("\x1b[1;31mCRITICAL" in shown) is colored
    assert ("\x1b" in shown) is colored


@pytest.mark.parametrize(
    ("line", "colored"),
    [
        pytest.param("akia scan", False, id="a pipe"),
        pytest.param("FORCE_COLOR=1 akia scan", True, id="a pipe by force"),
        pytest.param("akia scan --color always", True, id="a pipe that is asked to"),
        pytest.param("akia scan --output r; cat r", False, id="a file"),
        pytest.param("akia scan --color always --format json", False, id="a document"),
    ],
)
def test_colours_elsewhere(folder: Path, line: str, colored: bool) -> None:
    assert (b"\x1b[" in shell(folder, line).stdout) is colored


def test_without_a_terminal_nothing_is_shown_of_progress(folder: Path) -> None:
    repository = Repository(folder).commit()
    assert shell(repository.folder, "akia history").stderr == b""
