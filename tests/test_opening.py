"""What is opened to be read is never waited for, unless somebody writes into it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Thread

import pytest
from repositories import Repository
from running import AKIA

from scanner.opening import beginning, named, opened

NO_FILES = {"a FIFO": os.mkfifo, "a folder": os.mkdir, "a link to a device": lambda path: os.symlink("/dev/zero", path)}
BY_NAME = (
    ["scan", "--config"], ["scan", "--baseline"], ["staged", "--config"], ["history", "--config"], ["report"],
    ["baseline", "import"], ["baseline", "prune", "--file"],
)  # fmt: skip


@pytest.mark.parametrize("make", [pytest.param(make, id=name) for name, make in NO_FILES.items()])
def test_what_is_no_file(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "it")
    with pytest.raises(OSError, match=r"not a regular file|Is a directory"):
        beginning(str(tmp_path / "it"), 10)


def test_a_file_behind_a_link(tmp_path: Path) -> None:
    (tmp_path / "it").write_bytes(b"0123456789")
    os.symlink("it", tmp_path / "link")
    with opened(str(tmp_path / "link")) as file:
        assert file.read() == b"0123456789"
    assert beginning(str(tmp_path / "link"), 4) == named(str(tmp_path / "link"), 4) == b"0123"
    with pytest.raises(OSError, match="link"):
        opened(str(tmp_path / "link"), follow=False)


@pytest.mark.parametrize("most", [4, 8, 100])
def test_a_pipe_is_read_to_its_end_however_slow_it_is(most: int) -> None:
    reading, writing = os.pipe()

    def write() -> None:
        for word in (b"0123", b"4567", b"89"):
            time.sleep(0.05)
            os.write(writing, word)
        os.close(writing)

    writer = Thread(target=write)
    writer.start()
    assert named(f"/dev/fd/{reading}", most) == b"0123456789"[:most]
    writer.join()
    os.close(reading)


@pytest.mark.parametrize("call", BY_NAME, ids=" ".join)
def test_a_fifo_that_nobody_writes_into(repository: Repository, call: list[str]) -> None:
    os.mkfifo(repository.folder / "pipe")
    done = subprocess.run([AKIA, *call, "pipe"], cwd=repository.folder, capture_output=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr == b"akia: pipe: a FIFO that nobody writes into\n"


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/zero")
@pytest.mark.parametrize("target", ["pipe", "/dev/zero", "/dev/tty"])
@pytest.mark.parametrize("call", ["scan", "staged", "history"])
def test_a_baseline_of_the_settings_that_is_no_file(repository: Repository, call: str, target: str) -> None:
    """The settings are those of what is scanned."""
    os.mkfifo(repository.folder / "pipe")
    repository.link("known", target).write("akia.toml", b'baseline = "known"\n').add("akia.toml")
    done = subprocess.run([AKIA, call], cwd=repository.folder, capture_output=True, timeout=60)
    assert (done.returncode, b"known: " in done.stderr) == (2, True)
