"""A baseline as a team uses it: made in two commands, merged from branches, outliving what git does, asked at a terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository, clean
from running import AKIA

from scanner.sources.interface import LARGEST
from scanner.suppress.baseline import parsed

FILE = ".akia-baseline"


def numbered(number: int) -> str:
    """A template of one credential among many."""
    return f"aws_access_key_id = <id#{number}>\naws_secret_access_key = <secret#{number}>\n"


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    done = subprocess.run([AKIA, *arguments], cwd=folder, capture_output=True, timeout=300, text=True)
    return done.returncode, done.stdout + done.stderr


def entries(folder: Path) -> int:
    return len(parsed("b", (folder / FILE).read_bytes()).entries)


@pytest.fixture
def known(repository: Repository) -> Repository:
    """A repository whose one credential is in its baseline."""
    repository.write("a.ini", PAIR)
    assert run(repository.folder, "baseline", "create")[0] == 0
    return repository.commit()


def test_an_old_repository_is_green_in_two_commands(repository: Repository) -> None:
    for number in range(200):
        repository.write(f"service{number % 20}/{number}.ini", numbered(number))
    repository.commit()
    assert run(repository.folder, "scan")[0] == 1
    assert run(repository.folder, "baseline", "create", "--history")[0] == 0
    for command in ("scan", "history"):
        status, said = run(repository.folder, command, "--baseline", FILE)
        assert status == 0
        assert "200 baseline entries" in said
    assert run(repository.write("new.ini", numbered(200)).folder, "scan", "--baseline", FILE)[0] == 1


def test_branches_that_both_add_merge(known: Repository) -> None:
    folder = known.folder
    for branch, numbers in (("one", (1, 2, 3)), ("two", (4, 5, 6))):
        known.git("checkout", "-q", "-b", branch, "main")
        for number in numbers:
            known.write(f"{number}.ini", numbered(number))
        assert run(folder, "baseline", "update")[0] == 0
        known.commit()
    known.git("merge", "-q", "one", "-m", "both")
    assert entries(folder) == 7
    assert run(folder, "scan", "--baseline", FILE)[0] == 0


def test_branches_of_which_one_prunes_merge(known: Repository) -> None:
    known.git("checkout", "-q", "-b", "one").remove("a.ini")
    run(known.folder, "baseline", "prune")
    known.commit().git("checkout", "-q", "-b", "two", "main").write("b.ini", OTHER)
    run(known.folder, "baseline", "update")
    known.commit().git("merge", "-q", "one", "-m", "both")
    assert run(known.folder, "scan", "--baseline", FILE)[0] == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, "/.akia-baseline merge=union\n", id="no attributes"),
        pytest.param("*.bin -text", "*.bin -text\n/.akia-baseline merge=union\n", id="others, without a line's end"),
        pytest.param("*-baseline merge=ours\n", "*-baseline merge=ours\n", id="somebody has decided"),
    ],
)
def test_git_is_told_how_to_merge_it(repository: Repository, before: str | None, after: str) -> None:
    if before:
        repository.write(".gitattributes", before.encode())
    run(repository.folder, "baseline", "create")
    assert (repository.folder / ".gitattributes").read_text() == after


def test_a_link_is_not_written_through(repository: Repository, tmp_path: Path) -> None:
    (tmp_path / "outside").write_text("")
    repository.link(".gitattributes", tmp_path / "outside")
    assert "put this into .gitattributes" in run(repository.folder, "baseline", "create")[1]
    assert (tmp_path / "outside").read_text() == ""


def test_outside_of_a_repository_there_is_nobody_to_tell(tmp_path: Path) -> None:
    assert run(tmp_path, "baseline", "create")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == [FILE]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda it: it.git("mv", "a.ini", "b.ini").commit(), id="moved"),
        pytest.param(lambda it: it.remove("a.ini").write("a.json", '{"SecretAccessKey": "<secret>", "AccessKeyId": "<id>"}').commit(), id="written in another form"),
        pytest.param(lambda it: it.write("x", b"x").commit().git("commit", "-q", "--amend", "-m", "again"), id="amended"),
        pytest.param(lambda it: it.git("checkout", "-q", "--orphan", "new").commit().git("branch", "-D", "main"), id="squashed"),
    ],
)  # fmt: skip
def test_it_outlives_what_git_does(known: Repository, change: object) -> None:
    change(known)  # type: ignore[operator]
    for command in ("scan", "history"):
        assert run(known.folder, command, "--baseline", FILE)[0] == 0


def test_a_rebased_range_is_green(known: Repository) -> None:
    known.git("checkout", "-q", "-b", "side").write("s", b"s").commit()
    known.git("checkout", "-q", "main").write("m", b"m").commit().git("checkout", "-q", "side").git(
        "rebase", "-q", "main"
    )
    assert run(known.folder, "commits", "main~1..side", "--baseline", FILE)[0] == 0


def test_what_is_stale_is_said(known: Repository) -> None:
    known.remove("a.ini").write("b.ini", OTHER)
    assert "1 of those kept is not found any more" in run(known.folder, "baseline", "update")[1]
    assert "1 entry taken out, 1 kept" in run(known.folder, "baseline", "prune")[1]
    assert "not found any more" not in run(known.folder, "baseline", "update")[1]


def test_a_part_of_the_project_does_not_prune_the_rest(known: Repository) -> None:
    known.write("d/b.ini", OTHER)
    assert run(known.folder, "baseline", "update", "d")[0] == 0
    status, said = run(known.folder, "baseline", "prune", "d")
    assert (status, entries(known.folder)) == (2, 2)
    assert "name no path" in said
    assert run(known.folder, "baseline", "prune", ".")[0] == 0
    assert entries(known.folder) == 2


def test_what_the_history_alone_holds_is_pruned_with_a_word(known: Repository) -> None:
    known.remove("a.ini").commit()
    said = run(known.folder, "baseline", "prune")[1]
    assert "with --history what the history alone holds stays in it" in said
    assert entries(known.folder) == 0


@pytest.mark.parametrize("words", [("create",), ("update",), ("prune",)], ids=" ".join)
def test_a_baseline_of_the_history_keeps_what_that_alone_holds(known: Repository, words: tuple[str, ...]) -> None:
    if "create" in words:
        known.remove(FILE)
    assert run(known.folder, "baseline", *words, "--history")[0] == 0
    known.remove("a.ini").write("b.ini", OTHER).commit()
    assert "not found any more" not in run(known.folder, "baseline", "update")[1]
    assert "0 entries taken out, 2 kept" in run(known.folder, "baseline", "prune")[1]
    for command in ("scan", "history"):
        assert run(known.folder, command, "--baseline", FILE)[0] == 0


def test_of_a_baseline_of_the_history_goes_what_neither_that_nor_the_files_hold(repository: Repository) -> None:
    repository.write("a.ini", PAIR).write("untracked.ini", OTHER)
    run(repository.folder, "baseline", "create")
    repository.add("a.ini").git("commit", "-q", "-m", "a")
    assert "0 entries taken out, 2 kept" in run(repository.folder, "baseline", "prune", "--history")[1]
    repository.remove("untracked.ini")
    assert "1 entry taken out, 1 kept" in run(repository.folder, "baseline", "prune")[1]


def test_branches_of_which_one_looked_at_the_history_merge(known: Repository) -> None:
    known.git("checkout", "-q", "-b", "one").write("b.ini", OTHER).commit()
    run(known.folder, "baseline", "update", "--history")
    known.remove("b.ini").commit().git("checkout", "-q", "-b", "two", "main").write("c.ini", numbered(3))
    run(known.folder, "baseline", "update")
    known.commit().git("merge", "-q", "one", "-m", "both")
    assert "0 entries taken out, 3 kept" in run(known.folder, "baseline", "prune")[1]


@pytest.mark.parametrize(
    ("options", "call"),
    [
        pytest.param((), "akia baseline prune --history takes them out", id="where it is looked for anyway"),
        pytest.param(("--file", "our known"), "prune --history --file 'our known' takes them out", id="elsewhere"),
    ],
)
def test_a_history_says_the_call_that_takes_out_what_it_does_not_hold(
    repository: Repository, options: tuple[str, ...], call: str
) -> None:
    repository.write("a.ini", PAIR).write("b.ini", OTHER)
    run(repository.folder, "baseline", "create", *options)
    repository.remove("b.ini").commit()
    name = options[-1] if options else FILE
    assert call in run(repository.folder, "history", "--no-cache", "--baseline", name)[1]
    run(repository.folder, "baseline", "prune", "--history", *options)
    assert "takes them out" not in run(repository.folder, "history", "--no-cache", "--baseline", name)[1]


def test_a_day_that_is_none_is_told_from_one(repository: Repository) -> None:
    status, said = run(repository.folder, "baseline", "create", "--until", "tomorrow")
    assert (status, "--until: must be a day such as 2026-12-31" in said) == (2, True)


def test_what_is_expired_is_said(repository: Repository) -> None:
    repository.write("a.ini", PAIR)
    run(repository.folder, "baseline", "create", "--until", "2020-01-01")
    assert "1 of those kept has expired" in run(repository.folder, "baseline", "update")[1]


def test_what_is_excluded_is_not_looked_at(repository: Repository) -> None:
    repository.write("a.ini", PAIR).write("vendor/b.ini", OTHER)
    run(repository.folder, "baseline", "create", "--exclude", "vendor/")
    assert entries(repository.folder) == 1


def test_the_baseline_is_the_one_that_the_settings_name(repository: Repository) -> None:
    repository.write("a.ini", PAIR).write("akia.toml", b'baseline = "known.txt"\n')
    assert run(repository.folder, "baseline", "create")[0] == 0
    assert (repository.folder / "known.txt").exists()
    assert run(repository.folder, "scan")[0] == 0


def test_it_is_said_if_not_everything_could_be_looked_at(repository: Repository) -> None:
    (repository.folder / "a.ini").symlink_to("nowhere/in/particular")
    repository.write("b.ini", PAIR)
    status, said = run(repository.folder, "baseline", "create", "b.ini", "gone.ini")
    assert (status, entries(repository.folder)) == (2, 1)
    assert "not looked at: gone.ini" in said


@pytest.mark.parametrize("command", ["scan", "staged", "commits"])
def test_one_that_is_too_large_is_not_read(known: Repository, command: str) -> None:
    with open(known.folder / "large", "wb") as file:
        file.truncate(LARGEST + 1)
    known.commit().write("x", b"x").commit()
    words = ["HEAD"] if command == "commits" else []
    status, said = run(known.folder, command, *words, "--baseline", "large")
    assert status == 2
    assert f"larger than {LARGEST:,} bytes" in said


def at_terminal(folder: Path, *answers: bytes, columns: int = 80) -> str:
    """What `akia baseline audit` shows a person who answers so."""
    process, parent = pty.fork()
    if not process:
        os.chdir(folder)
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell has its background jobs ignore it
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        os.execve(AKIA, [AKIA, "baseline", "audit"], clean() | {"TERM": "xterm"})  # noqa: S606 - the terminal is its own, so that ^C reaches it
    shown, left, last, waited = b"", [*answers], b"", 0
    while waited < 60:
        if not select.select([parent], [], [], 1)[0]:
            waited += 1
            if last == b"\x03":  # one that comes just before the read begins is not heard until that ends
                os.write(parent, last)
            continue
        try:
            more = os.read(parent, 4096)
        except OSError:  # the other side has ended
            break
        if not more:
            break
        shown += more
        if left and shown.endswith(b"[q]uit: "):
            last = left.pop(0)
            os.write(parent, last)
    os.close(parent)
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) in (0, 130)
    return shown.decode("utf-8", "replace")


def test_an_audit_is_left_and_gone_on_with(repository: Repository) -> None:
    for number in range(4):
        repository.write(f"{number}.ini", numbered(number))
    shown = at_terminal(repository.folder, b"t\n", b"q\n")
    assert "1 of 4" in shown
    assert "3 findings are not in it" in shown
    shown = at_terminal(repository.folder, b"what\n", b"\xff\n", b"R\n", b"l\n", b"s\n")
    assert "3 of 3" in shown
    assert entries(repository.folder) == 2
    reasons = {entry.reason for entry in parsed("b", (repository.folder / FILE).read_bytes()).entries.values()}
    assert reasons == {"test value", "revoked already"}


@pytest.mark.parametrize("columns", [60, 200])
def test_an_audit_shows_what_it_asks_about_as_the_report_does(repository: Repository, columns: int) -> None:
    repository.write("a.ini", PAIR)
    shown = at_terminal(repository.folder, b"q\n", columns=columns)
    assert "\x1b[" in shown
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).split("\r\n")
    exposed = next(number for number, line in enumerate(lines) if line.startswith("  exposed "))
    assert columns - 15 < len(lines[exposed]) <= columns or columns > 110 > len(lines[exposed]) > 90


def test_an_audit_asks_again_of_what_has_expired(repository: Repository) -> None:
    repository.write("a.ini", PAIR)
    run(repository.folder, "baseline", "create", "--until", "2020-01-01")
    assert "0 findings are not in it" in at_terminal(repository.folder, b"r\n")
    assert run(repository.folder, "scan", "--baseline", FILE)[0] == 0


@pytest.mark.parametrize(
    "end", [pytest.param(b"\x04", id="the end of the input"), pytest.param(b"\x03", id="an interrupt")]
)
def test_an_audit_that_ends_early_keeps_its_answers(repository: Repository, end: bytes) -> None:
    repository.write("a.ini", PAIR).write("b.ini", OTHER)
    at_terminal(repository.folder, b"t\n", end)
    assert entries(repository.folder) == 1
