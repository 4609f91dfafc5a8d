"""Ignored and excluded paths: globs as git reads them, everything that is held back listed with where that is said."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository, clean
from running import Ended, akia

from scanner.config import Rule
from scanner.errors import ConfigError
from scanner.suppress.ignore import Globs

PATHS = (
    "a", "b", "d/a", "d/b", "d/e/a", "d/e/b", "x.pem", "d/x.pem", "fixtures/x", "src/fixtures/y", "src/fixtures/z/w",
    "#a", "!b", "a b", "ä", "d/[x]", "d/.h", ".h", "a\\b", " s", "t ",
)  # fmt: skip


def held_back(globs: list[str]) -> set[str]:
    """Which of the paths the globs leave out."""
    return {path for path in PATHS if Globs([Rule(glob, "here") for glob in globs])(path)}


@pytest.mark.parametrize("globs", [
    ["a"], ["/a"], ["d"], ["d/"], ["a/"], ["d/*"], ["d/**"], ["**/a"], ["a/**"], ["/**/a"], ["d/**/b"], ["d/*/a"],
    ["*"], ["**"], ["**/"], ["/*"], ["/"], ["//"], ["d//a"], [".*"], ["d/?"], ["[a-c]"], ["[a"], ["d/\\[x\\]"],
    ["*.pem", "!d/x.pem"], ["!a"], ["!a", "a"], ["d/*", "!d/a"], ["d/**", "!d/a"], ["*", "!*/", "!d/a"],
    ["fixtures/"], ["/fixtures/"], ["src/fixtures"], ["**/fixtures/**"], ["d/e/a"], ["e/a"],
    ["\\#a"], ["#a"], ["\\!b"], ["a b"], ["a\\ b"], ["ä"], ["a "], ["t\\ "], [" s"],
], ids=" ".join)  # fmt: skip
def test_globs_mean_what_they_mean_to_git(globs: list[str], tmp_path: Path) -> None:
    (tmp_path / "globs").write_text("\n".join(globs) + "\n")
    subprocess.run(["git", "init", "-q", tmp_path / "tree"], check=True, env=clean())
    asked = subprocess.run(
        ["git", "-c", f"core.excludesFile={tmp_path / 'globs'}", "check-ignore", "-z", "--stdin"],
        cwd=tmp_path / "tree",
        env=clean(),
        input="\0".join(PATHS).encode(),
        stdout=subprocess.PIPE,
    )
    assert held_back(globs) == set(asked.stdout.decode().split("\0")[:-1])


def test_a_path_can_be_taken_back_from_a_folder_that_is_left_out() -> None:
    """Where git looks no further into the folder: what is asked for by name is not overlooked here."""
    assert held_back(["d", "!d/a"]) == {"d/b", "d/e/a", "d/e/b", "d/x.pem", "d/[x]", "d/.h"}


@pytest.mark.parametrize(
    "glob", [pytest.param("[[:alpha:]]", id="a class by its name"), pytest.param("a\\", id="a cut off escape")]
)
def test_a_glob_that_cannot_be_used_is_said_with_its_place(glob: str) -> None:
    with pytest.raises(ConfigError, match=r"^\.akiaignore:7: not a usable glob$"):
        Globs([Rule("fine", ".akiaignore:6"), Rule(glob, ".akiaignore:7")])


def test_without_rules_nothing_is_left_out() -> None:
    globs = Globs(())
    assert not globs
    assert not globs("a")


@pytest.fixture
def folder(tmp_path: Path) -> Repository:
    """Two credentials, the first of them in three files, in no repository."""
    (tmp_path / "tree").mkdir()
    return Repository.at(tmp_path / "tree").write("a", PAIR).write("d/a", PAIR).write("d/b", OTHER)


def suppressed(ended: Ended) -> list[tuple[str, str, str]]:
    """By what, of which path, and where that is said, for everything suppressed."""
    assert ended.report is not None
    return [
        (item["by"], item["finding"]["parts"][0]["location"]["path"], item["where"])
        for item in ended.report["suppressed"]
    ]


def skipped(ended: Ended) -> list[tuple[str, str, bool]]:
    """Path, reason and whether the scan is incomplete for it."""
    assert ended.report is not None
    return [(item["path"], item["reason"], item["incomplete"]) for item in ended.report["skipped"]]


def test_what_an_ignore_file_holds_back_is_listed_with_its_line(folder: Repository) -> None:
    ended = akia(folder.write(".akiaignore", b"# samples\nd/\n!d/b\n").folder, "scan")
    assert (ended.status, ended.found) == (1, ["a:1", "d/b:1"])
    assert suppressed(ended) == [("ignore-file", "d/a", ".akiaignore:2")]


def test_everything_ignored_is_a_clean_run(folder: Repository) -> None:
    ended = akia(folder.write(".akiaignore", b"*\n").folder, "scan")
    assert (ended.status, ended.found) == (0, [])
    assert [by for by, _, _ in suppressed(ended)] == ["ignore-file", "ignore-file"]


def test_a_file_that_is_named_is_read_whatever_is_ignored(folder: Repository) -> None:
    ended = akia(folder.write(".akiaignore", b"*\n").folder, "scan", "d/b")
    assert (ended.status, ended.found, suppressed(ended)) == (1, ["d/b:1"], [])


def test_a_folder_that_is_named_has_an_ignore_file_of_its_own(folder: Repository) -> None:
    folder.write(".akiaignore", b"*\n").write("d/.akiaignore", b"/a\n")
    ended = akia(folder.folder, "scan", "d")
    assert (ended.found, suppressed(ended)) == (["b:1"], [("ignore-file", "a", ".akiaignore:1")])


def test_of_several_folders_the_current_one_says_what_is_ignored(folder: Repository) -> None:
    folder.write(".akiaignore", b"d/a\n").write("d/.akiaignore", b"*\n").write("e/c", b"")
    ended = akia(folder.folder, "scan", "d", "e")
    assert (ended.found, suppressed(ended)) == (["d/b:1"], [("ignore-file", "d/a", ".akiaignore:1")])


def test_the_hook_ignores_what_the_index_says(repository: Repository) -> None:
    repository.write("a", PAIR).write(".akiaignore", b"a\n").add()
    ended = akia(repository.write(".akiaignore", b"").folder, "staged")
    assert (ended.status, suppressed(ended)) == (0, [("ignore-file", "a", ".akiaignore:1")])


@pytest.mark.parametrize(
    ("globs", "found", "left_out"),
    [
        pytest.param(["nothing"], ["a:1", "d/a:1", "d/b:1"], [], id="a glob that meets nothing"),
        pytest.param(["a"], ["d/b:1"], ["a", "d/a"], id="a name anywhere"),
        pytest.param(["/a"], ["d/a:1", "d/b:1"], ["a"], id="a path from the root"),
        pytest.param(["d/"], ["a:1"], ["d/"], id="a folder, told once"),
        pytest.param(["a", "!d/a"], ["d/a:1", "d/b:1"], ["a"], id="several, the last of which decides"),
    ],
)
def test_what_is_excluded_is_skipped_and_leaves_the_scan_complete(
    folder: Repository, globs: list[str], found: list[str], left_out: list[str]
) -> None:
    ended = akia(folder.folder, "scan", *(f"--exclude={glob}" for glob in globs))
    assert (ended.found, skipped(ended)) == (found, [(path, "excluded", False) for path in left_out])
    quoted = ", ".join(f"'{glob}'" for glob in globs)
    told = akia(folder.write("akia.toml", f"exclude = [{quoted}]".encode()).folder, "scan")
    assert (told.found, skipped(told)) == (ended.found, skipped(ended))
    assert ended.report is not None
    assert ended.report["scan"]["complete"] is True


def test_an_option_adds_to_what_the_settings_exclude(folder: Repository) -> None:
    ended = akia(folder.write("akia.toml", b"exclude = ['/a']").folder, "scan", "--exclude", "d/a")
    assert (ended.status, ended.found) == (1, ["d/b:1"])


def test_all_excluded_is_a_clean_run(folder: Repository) -> None:
    assert akia(folder.folder, "scan", "--exclude", "*").status == 0


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param(".akiaignore", b"a\n[[:alpha:]]\n", "akia: .akiaignore:2: not a usable glob\n", id="ignored"),
        pytest.param(
            "akia.toml", b"exclude=['[[:a:]]']", "akia: akia.toml: exclude: not a usable glob\n", id="excluded"
        ),
        pytest.param(".akiaignore", b"\xff", "akia: .akiaignore: not UTF-8 (at byte 0)\n", id="not UTF-8"),
    ],
)
def test_a_glob_that_cannot_be_used_ends_the_scan(folder: Repository, name: str, content: bytes, said: str) -> None:
    ended = akia(folder.write(name, content).folder, "scan")
    assert (ended.status, ended.report, ended.said) == (2, None, said)
