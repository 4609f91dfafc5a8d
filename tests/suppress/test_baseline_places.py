"""The baseline that the settings name lies at the root of what is scanned; one that is named in a call, where it says."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import akia


@pytest.fixture
def known(repository: Repository) -> Repository:
    """A repository with a leak that its baseline knows, staged and committed; `d` is a folder in it."""
    repository.write("d/x", b"x\n").commit()
    repository.write("a", PAIR)
    assert akia(repository.folder, "scan").report["findings"]  # type: ignore[index]
    finding = akia(repository.folder, "scan").report["findings"][0]  # type: ignore[index]
    line = f"{finding['fingerprint']}\t{finding['kind']}\t-\t-\t-\told\n"
    return repository.write("known/list", line.encode()).write("akia.toml", b'baseline = "known/list"\n').commit()


def kept_back(folder: Path, *words: str) -> list[str]:
    report = akia(folder, *words).report
    assert report is not None
    return ["a finding" for _ in report["findings"]] + [item["by"] for item in report["suppressed"]]


@pytest.mark.parametrize("below", [".", "d"])
@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["staged", "--all", "{top}/a"], id="staged"),
        pytest.param(["commits", "HEAD", "--all"], id="commits"),
        pytest.param(["history"], id="history"),
        pytest.param(["scan", "{top}"], id="scan"),
    ],
)
def test_the_settings_name_it_from_the_root(known: Repository, words: list[str], below: str) -> None:
    if words[0] == "commits":  # its base must hold the settings, and it must bring something in
        known.write("b", PAIR).commit()
    words = [word.replace("{top}", str(known.folder)) for word in words]
    assert kept_back(known.folder / below, *words) == ["baseline"]


def test_from_elsewhere(known: Repository, tmp_path: Path) -> None:
    assert kept_back(tmp_path, "scan", str(known.folder)) == ["baseline"]


@pytest.mark.parametrize("below", [".", "d"])
def test_a_call_names_it_from_the_current_folder(known: Repository, below: str) -> None:
    known.write("akia.toml", b"").commit()
    name = "known/list" if below == "." else "../known/list"
    assert kept_back(known.folder / below, "staged", f"--baseline={name}", str(known.folder / "a")) == ["baseline"]


def test_in_the_work_tree_alone_it_counts_for_what_is_staged(known: Repository) -> None:
    known.git("rm", "-q", "--cached", "known/list")
    assert kept_back(known.folder / "d", "staged", str(known.folder / "a")) == ["baseline"]


def test_a_large_file_at_two_paths_is_read_at_both(repository: Repository) -> None:
    content = b"x = 1\n" * 6_000_000
    repository.write("m", b"").commit().write("a", content).write("b", content).add()
    assert akia(repository.folder, "staged").status == 0
