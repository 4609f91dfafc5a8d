"""Who tries Akia out with the key of AWS's own documentation is told why it is held back, and what to do instead."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import AKIA, akia

EXAMPLE = (
    b"aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n"
)


def text(folder: Path) -> str:
    """What `akia scan` prints for people."""
    return subprocess.run([AKIA, "scan"], cwd=folder, capture_output=True, timeout=60).stdout.decode()


def test_the_example_of_the_documentation_is_explained(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("a", EXAMPLE)
    ended = akia(tmp_path, "scan")
    assert (ended.status, ended.found) == (0, [])
    assert ended.report is not None
    (held,) = ended.report["suppressed"]
    assert held["by"] == "documentation-example"
    assert "opens nothing; to try Akia out, make up another" in held["reason"]
    shown = " ".join(text(tmp_path).split())
    assert "left out on purpose: it opens nothing. To see Akia at work, make up a key of the same form" in shown
    assert "no findings; 1 suppressed (1 documentation example)." in shown


def test_beside_a_real_leak_there_is_no_need_to_explain(tmp_path: Path) -> None:
    Repository.at(tmp_path).write("a", EXAMPLE).write("b", PAIR)
    assert "on purpose" not in text(tmp_path)
    assert "1 suppressed (1 documentation example)" in text(tmp_path)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"AWS_SECRET_ACCESS_KEY=${SECRET}\n", id="a reference"),
        pytest.param(b"aws_access_key_id = AKIA" + b"X" * 16 + b"\n", id="crossed out"),
        pytest.param(b"aws_secret_access_key = YOUR_SECRET_ACCESS_KEY_HERE_PLEASE_REPLAC\n", id="words"),
    ],
)
def test_what_stands_in_place_of_a_value_is_no_leak(tmp_path: Path, content: bytes) -> None:
    ended = akia(Repository.at(tmp_path).write("a", content).folder, "scan", "--fail-on", "info")
    assert (ended.status, ended.found) == (0, [])
    assert ended.report is not None
    assert {item["by"] for item in ended.report["suppressed"]} <= {"placeholder"}
