"""Settings files that are symbolic links, in the index and in the base of a range: followed as they are on disk."""

from __future__ import annotations

import pytest
from repositories import PAIR, Repository
from running import Ended, akia

COMMANDS = [
    pytest.param(["staged"], id="staged"),
    pytest.param(["commits", "HEAD~1..HEAD"], id="commits"),
    pytest.param(["scan"], id="scan"),
]
SETTINGS = b'fail-on = "never"\n'


def ended(repository: Repository, command: list[str]) -> Ended:
    """How the command ends with what was written as settings, and with a leak behind it."""
    repository.add().commit()
    repository.write("a", PAIR).add()
    if command[0] == "commits":
        repository.commit()
    return akia(repository.folder, *command)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("name", "target"),
    [
        pytest.param("akia.toml", "conf/akia.toml", id="into a folder"),
        pytest.param("akia.toml", "conf/../conf/./akia.toml", id="by a way around"),
        pytest.param("akia.toml", "real[1]*.toml", id="to a name that looks like a glob"),
    ],
)
def test_a_link_within_is_followed(repository: Repository, command: list[str], name: str, target: str) -> None:
    repository.write("conf/akia.toml", SETTINGS).write("real[1]*.toml", SETTINGS).link(name, target)
    assert ended(repository, command).status == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_ignored_paths_by_a_link(repository: Repository, command: list[str]) -> None:
    report = ended(repository.write("conf/ignored", b"a\n").link(".akiaignore", "conf/ignored"), command).report or {}
    assert [item["by"] for item in report["suppressed"]] == ["ignore-file"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_to_nothing_is_no_file(repository: Repository, command: list[str]) -> None:
    assert ended(repository.link("akia.toml", "nothing"), command).status == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("target", ["../akia.toml", "/etc/hostname", "conf/../../x"])
def test_a_link_that_leads_out_is_said(repository: Repository, command: list[str], target: str) -> None:
    repository.write("../akia.toml", SETTINGS).write("../x", SETTINGS).write("conf/x", b"").link("akia.toml", target)
    done = ended(repository, command)
    assert (done.status, done.report) == (2, None)
    assert done.said.startswith("akia: akia.toml: a link that leads out of ")


@pytest.mark.parametrize("command", COMMANDS[:2])
@pytest.mark.parametrize("target", [".", "other"])
def test_a_link_to_no_file_is_said(repository: Repository, command: list[str], target: str) -> None:
    done = ended(repository.write("x", SETTINGS).link("other", "x").link("akia.toml", target), command)
    assert (done.status, done.said) == (2, "akia: akia.toml: a link to what is no file\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_one_line_without_an_end_is_no_link(repository: Repository, command: list[str]) -> None:
    assert ended(repository.write("akia.toml", SETTINGS.rstrip()), command).status == 0


def test_from_a_folder_below(repository: Repository) -> None:
    repository.write("conf/akia.toml", SETTINGS).link("akia.toml", "conf/akia.toml").commit()
    repository.write("a", PAIR).add()
    assert akia(repository.folder / "conf", "staged").status == 0
