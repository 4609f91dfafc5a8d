"""The bench of histories measures what it says it does."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA

BENCH = Path(__file__).parents[1] / "bench"
MARKS = ("<!-- What bench/histories.py printed begins here. -->\n", "<!-- And here it ends. -->\n")
HOLDING = "import sys; held = bytearray(b'x') * (int(sys.argv[1]) << 20); {}"
FORKS = (
    "import os, time; [os.fork() or (time.sleep(1.5), os._exit(0)) for _ in range(3)]; [os.wait() for _ in range(3)]"
)
MIB = 1 << 20

pytestmark = pytest.mark.skipif(not BENCH.exists(), reason="a source distribution comes without the benches")


def bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, BENCH / "histories.py", "--akia", AKIA, *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def test_it_measures_all_of_akias_scans_and_leaves_the_repository_as_it_is(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "a").write("old.ini", PAIR).commit().remove("old.ini").commit()
    before = repository.ask("for-each-ref"), repository.ask("count-objects", "-v"), repository.ask("status", "-s")
    page, scratch = tmp_path / "page.md", tmp_path / "scratch"
    page.write_text(f"before\n{MARKS[0]}an older table\n{MARKS[1]}after\n")
    done = bench("--only", "git", "--rounds", "2", "--scratch", scratch, "--page", page, repository.folder)
    assert done.returncode == 0, done.stderr
    rows = {
        row[0]: row for row in (line.strip("| ").split(" | ") for line in done.stdout.splitlines() if " | " in line)
    }
    said = {name: re.findall(r"\w+ findings?", row[-1]) for name, row in rows.items() if name.startswith("akia")}
    assert said == {
        "akia": ["1 finding"],
        "akia, remembering": ["1 finding"],
        "akia, again": ["1 finding"],
        "akia, after new commits": ["2 findings"],
    }
    assert "git" in rows
    assert "kingfisher" not in rows
    assert "misses a planted key" not in done.stdout
    assert all(int(row[6].removesuffix(" MB")) > 5 for name, row in rows.items() if name in said)
    text = page.read_text()
    assert text.startswith(f"before\n{MARKS[0]}\nMeasured on")
    assert text.endswith(f"\n\n{MARKS[1]}after\n")
    assert "an older table" not in text
    assert list(scratch.iterdir()) == []
    assert before == (
        repository.ask("for-each-ref"),
        repository.ask("count-objects", "-v"),
        repository.ask("status", "-s"),
    )


def test_the_page_has_a_place_for_its_tables() -> None:
    text = (BENCH.parent / "docs" / "performance.md").read_text(encoding="utf-8")
    assert [text.count(mark) for mark in MARKS] == [1, 1]
    assert (
        text.index(MARKS[0])
        < text.index(MARKS[1])
        < text.index("<!-- Below this line stands what bench/run.py printed.")
    )


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="memory is read from Linux's /proc")
@pytest.mark.parametrize(
    ("code", "least", "most"),
    [
        pytest.param(HOLDING.format("import time; time.sleep(1.5)"), 100, 130, id="a process alone"),
        pytest.param(HOLDING.format(FORKS), 100, 160, id="what children share with it counts once"),
        pytest.param(HOLDING.format(FORKS.replace("time.sleep", "bytearray(b'y') * (50 << 20), time.sleep")), 240, 300, id="what children hold themselves is added"),
    ],
)  # fmt: skip
def test_memory_is_that_of_all_processes_at_once(
    code: str, least: int, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(BENCH)
    from watching import watched

    peak = watched([sys.executable, "-c", code, "100"], tmp_path, {}, 60, True).peak
    assert least * MIB < peak < most * MIB


def test_what_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(BENCH)
    from watching import watched

    cost = watched(["sh", "-c", "sleep 60 & echo $!; wait"], tmp_path, {}, 1.5, True)
    assert cost.status == -9
    assert 1.4 < cost.wall < 10
    left, patience = Path("/proc", cost.output.decode().strip(), "stat"), time.monotonic() + 10
    while left.exists() and left.read_text().rpartition(")")[2].split()[0] != "Z":
        assert time.monotonic() < patience
