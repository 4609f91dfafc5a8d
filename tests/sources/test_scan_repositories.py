"""`akia scan` where there is more than one repository, none that can be used, or one that the environment names."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from reports import found, left, scan
from repositories import OTHER, PAIR, Repository

Steps = Callable[[Repository, Path], object]


def _submodule(r: Repository, scratch: Path) -> Repository:
    """`sub`, whose own `.gitignore` names `ignored`."""
    other = Repository(scratch / "other").write(".gitignore", "ignored\n").write("a", PAIR).commit()
    return r.git("submodule", "--quiet", "add", str(other.folder), "sub")


NESTED: dict[str, tuple[Steps, list[str], list[str]]] = {
    "an untracked repository": (lambda r, _: Repository(r.folder / "n").write("a", PAIR).commit(), ["n/a:1"], []),
    "one without a commit": (lambda r, _: Repository(r.folder / "n").write("a", PAIR), ["n/a:1"], []),
    "one that ignores for itself": (
        lambda r, _: Repository(r.folder / "n").write(".gitignore", "a\n").write("a", PAIR).write("b", OTHER),
        ["n/b:1"],
        [],
    ),
    "its own list holds, not the outer one": (
        lambda r, _: Repository(r.write(".gitignore", "a\n").folder / "n").write("a", PAIR),
        ["n/a:1"],
        [],
    ),
    "one that is ignored": (
        lambda r, _: Repository(r.write(".gitignore", "n\n").folder / "n").write("a", PAIR).commit(),
        [],
        [],
    ),
    "three of them, one in the other": (
        lambda r, _: Repository(Repository(r.folder / "n").folder / "x/m").write("a", PAIR),
        ["n/x/m/a:1"],
        [],
    ),
    "one in a tracked folder": (
        lambda r, _: Repository(r.write("d/b", OTHER).commit().folder / "d/n").write("a", PAIR),
        ["d/b:1", "d/n/a:1"],
        [],
    ),
    "one of SHA-256": (
        lambda r, _: Repository(r.folder / "n", "--object-format=sha256").write("a", PAIR).commit(),
        ["n/a:1"],
        [],
    ),
    "a bare one": (
        lambda r, _: Repository(r.folder / "n.git", "--bare").write("hooks/a", PAIR),
        ["n.git/hooks/a:1"],
        [],
    ),
    "a linked worktree": (
        lambda r, _: r.write("a", PAIR).commit().git("worktree", "add", "-q", "--detach", "w"),
        ["a:1", "w/a:1"],
        [],
    ),
    "a submodule": (_submodule, ["sub/a:1"], []),
    "a submodule with files of its own": (
        lambda r, s: _submodule(r, s).write("sub/ignored", OTHER).write("sub/b", OTHER),
        ["sub/a:1", "sub/b:1"],
        [],
    ),
    "a submodule that is not checked out": (
        lambda r, s: _submodule(r, s).commit().git("submodule", "--quiet", "deinit", "-f", "sub").write("a", PAIR),
        ["a:1"],
        ["sub/: submodule"],
    ),
    "a submodule that was removed": (
        lambda r, s: subprocess.run(["rm", "-rf", _submodule(r, s).commit().folder / "sub"], check=True),
        [],
        [],
    ),
    "what is no repository, though it has .git": (
        lambda r, _: r.write("n/.git/x", PAIR).write("n/a", PAIR),
        ["n/a:1"],
        [],
    ),
    "a .git that leads nowhere": (
        lambda r, _: r.write("n/.git", "gitdir: nowhere\n").write("n/a", PAIR),
        ["n/a:1"],
        [],
    ),
}


@pytest.mark.parametrize(
    ("steps", "expected", "omitted"), [pytest.param(*case, id=name) for name, case in NESTED.items()]
)
def test_repositories_within(
    repository: Repository, tmp_path: Path, steps: Steps, expected: list[str], omitted: list[str]
) -> None:
    steps(repository, tmp_path)
    report = scan(repository.folder)
    assert (found(report), left(report)) == (expected, omitted)


@pytest.mark.parametrize(
    ("steps", "expected", "omitted"), [pytest.param(*case, id=name) for name, case in NESTED.items()]
)
def test_repositories_in_a_folder_that_is_none(
    repository: Repository, tmp_path: Path, steps: Steps, expected: list[str], omitted: list[str]
) -> None:
    """The same from the folder above, which is in no repository, and holds those that submodules came from."""
    steps(repository, tmp_path)
    report = scan(tmp_path, "repository")
    assert (found(report), left(report)) == (expected, omitted)


@pytest.fixture
def tree(repository: Repository) -> Repository:
    """`build` is ignored, but for what was forced in."""
    repository.write(".gitignore", "build\n*.log\n").write("build/a", PAIR).write("build/x/y.log", OTHER)
    return repository.write("src/a", "\n" + PAIR).write("src/x.log", OTHER).commit()


@pytest.mark.parametrize(
    ("below", "paths", "expected"),
    [
        pytest.param(".", ["src"], ["a:2"], id="a folder in the work tree"),
        pytest.param("src", [], ["a:2"], id="the folder one is in"),
        pytest.param("src", ["."], ["a:2"], id="the same by name"),
        pytest.param(".", ["src/x.log"], ["src/x.log:1"], id="an ignored file"),
        pytest.param("src", ["x.log"], ["x.log:1"], id="an ignored file from its folder"),
        pytest.param(".", ["build"], ["a:1", "x/y.log:1"], id="an ignored folder"),
        pytest.param(".", ["build/x"], ["y.log:1"], id="a folder in an ignored one"),
        pytest.param("build", ["."], ["a:1", "x/y.log:1"], id="the ignored folder one is in"),
        pytest.param("build", [], ["a:1", "x/y.log:1"], id="the same without a name"),
        pytest.param("src", [".."], ["src/a:2"], id="the folder above"),
        pytest.param("src", ["../build"], ["a:1", "x/y.log:1"], id="an ignored folder from elsewhere"),
        pytest.param(".", ["src", "build"], ["build/a:1", "build/x/y.log:1", "src/a:2"], id="two folders"),
        pytest.param(".", [".", "build"], ["build/a:1", "build/x/y.log:1", "src/a:2"], id="all, and what is ignored"),
    ],
)
def test_what_is_named_is_read(tree: Repository, below: str, paths: list[str], expected: list[str]) -> None:
    report = scan(tree.folder / below, *paths)
    assert (found(report), left(report)) == (expected, [])


def test_a_file_of_git_is_read_when_it_is_named(repository: Repository) -> None:
    repository.write(".git/config.bak", PAIR)
    assert found(scan(repository.folder, ".git/config.bak")) == [".git/config.bak:1"]
    assert found(scan(repository.folder, ".git")) == ["config.bak:1"]


@pytest.mark.parametrize(("below", "expected"), [(".git", ["x/y:1"]), (".git/x", ["y:1"])])
def test_from_git_s_own_folder_it_is_a_folder_like_any_other(
    repository: Repository, below: str, expected: list[str]
) -> None:
    repository.write(".git/x/y", PAIR).write("a", "nothing").commit()
    for paths in ([], ["."]):
        report = scan(repository.folder / below, *paths)
        assert (found(report), report.complete) == (expected, True)


def test_a_folder_of_a_submodule(repository: Repository, tmp_path: Path) -> None:
    _submodule(repository, tmp_path).write("sub/d/b", "\n" + PAIR).write("sub/ignored", OTHER)
    assert found(scan(repository.folder, "sub")) == ["a:1", "d/b:2"]
    assert found(scan(repository.folder, "sub/d")) == ["b:2"]
    assert found(scan(repository.folder / "sub/d")) == ["b:2"]
    assert found(scan(repository.folder, "sub/ignored")) == ["sub/ignored:1"]
    assert found(scan(repository.folder, "sub", ".")) == ["sub/a:1", "sub/d/b:2"]


def test_a_git_folder_that_is_a_link(repository: Repository, tmp_path: Path) -> None:
    (repository.folder / ".git").rename(tmp_path / "moved")
    repository.link(".git", tmp_path / "moved").write("a", PAIR).write("i", OTHER).write(".gitignore", "i\n")
    assert (found(scan(repository.folder)), left(scan(repository.folder))) == (["a:1"], [])
    assert "repository/a:1" in found(scan(tmp_path, ".", exclude=["moved"]))


@pytest.mark.parametrize("below", [".", "hooks"])
def test_a_bare_repository_is_said_to_be_one(tmp_path: Path, below: str) -> None:
    bare = Repository(tmp_path / "bare.git", "--bare").write("hooks/update", PAIR)
    report = scan(bare.folder / below)
    assert found(report) == ["hooks/update:1" if below == "." else "update:1"]
    assert left(report) == ([".: repository"] if below == "." else [])
    assert report.complete


def test_the_environment_decides_only_where_nothing_is_named(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(".gitignore", "a\n").write("a", PAIR).write("b", "\n" + PAIR)
    other = Repository(tmp_path / "other").write(".git/info/exclude", "b\n")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    assert found(scan(repository.folder)) == []
    assert found(scan(repository.folder, ".")) == ["b:2"]
    assert found(scan(tmp_path, "repository")) == ["b:2"]
    monkeypatch.setenv("GIT_WORK_TREE", str(tmp_path))
    assert found(scan(repository.folder, ".")) == ["b:2"]
    monkeypatch.setenv("GIT_COMMON_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "no-index"))
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(tmp_path))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    assert found(scan(repository.folder, ".")) == ["b:2"]


def test_nested_repositories_are_found_whatever_the_environment_names(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Repository(repository.folder / "n").write(".gitignore", "a\n").write("a", PAIR).write("b", OTHER)
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
    assert found(scan(repository.folder)) == ["n/b:1"]
    monkeypatch.setenv("GIT_WORK_TREE", str(repository.folder))
    assert found(scan(repository.folder)) == ["n/b:1"]


def test_a_linked_worktree(repository: Repository, tmp_path: Path) -> None:
    repository.write(".gitignore", "i\n").write("a", PAIR).commit()
    repository.git("worktree", "add", "-q", "--detach", str(tmp_path / "w"))
    linked = Repository.at(tmp_path / "w").write("i", OTHER).write("b", "\n" + OTHER)
    assert found(scan(linked.folder)) == ["a:1", "b:2"]


def test_a_repository_of_sha_256(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r", "--object-format=sha256").write(".gitignore", "i\n")
    assert found(scan(repository.write("i", OTHER).write("a", PAIR).commit().folder)) == ["a:1"]


BROKEN: dict[str, Callable[[Repository], object]] = {
    "HEAD is missing": lambda r: r.remove(".git/HEAD"),
    "HEAD is nonsense": lambda r: r.write(".git/HEAD", "nonsense\n"),
    "the configuration cannot be understood": lambda r: r.write(".git/config", "[core\n"),
    "the configuration is of a future version": lambda r: r.git("config", "core.repositoryFormatVersion", "99"),
    "an extension is unknown": lambda r: r.git("config", "core.repositoryFormatVersion", "1").git(
        "config", "extensions.unheardOf", "1"
    ),
    "the index is cut off": lambda r: (r.folder / ".git/index").write_bytes(b"DIRC"),
    "the objects are gone": lambda r: (r.folder / ".git/objects").rename(r.folder / ".git/elsewhere"),
    ".git leads nowhere": lambda r: (
        (r.folder / ".git").rename(r.folder.parent / "moved") and r.write(".git", "gitdir: nowhere\n")
    ),
    ".git is empty": lambda r: (r.folder / ".git").rename(r.folder.parent / "moved") and r.write(".git", ""),
}


@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in BROKEN.items()])
def test_a_broken_repository_is_said_and_read_as_files(
    repository: Repository, steps: Callable[[Repository], object]
) -> None:
    repository.write("a", PAIR).write(".gitignore", "i\n").write("i", OTHER).commit()
    steps(repository)
    report = scan(repository.folder)
    assert (found(report), left(report)) == (["a:1"], [".: repository!"])
    assert "\n" not in report.skipped[0].detail


@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in BROKEN.items()])
def test_a_broken_repository_further_down_is_read_as_files(
    repository: Repository, tmp_path: Path, steps: Callable[[Repository], object]
) -> None:
    repository.write("a", PAIR).write(".gitignore", "i\n").write("i", OTHER).commit()
    steps(repository)
    report = scan(tmp_path)
    assert [path for path in found(report) if not path.startswith("moved/")] == ["repository/a:1"]
    assert {item.reason for item in report.skipped} <= {"repository"}


def test_a_work_tree_that_is_elsewhere(repository: Repository, tmp_path: Path) -> None:
    """Whoever wrote the configuration does not decide that other files are looked at, or that these are not."""
    repository.write("a", PAIR).write("../b", OTHER).commit()
    for elsewhere in ("/nowhere", str(tmp_path), "../..", ".."):
        repository.git("config", "core.worktree", elsewhere)
        assert found(scan(repository.folder)) == ["a:1"]
        assert found(scan(tmp_path, "repository")) == ["a:1"]


def test_a_repository_of_somebody_else(repository: Repository) -> None:
    if os.getuid():
        pytest.skip("only root can give a folder away")
    repository.write("a", PAIR).commit()
    for folder, _, files in os.walk(repository.folder):
        for name in [".", *files]:
            os.chown(os.path.join(folder, name), 12345, 12345)
    report = scan(repository.folder)
    assert (found(report), left(report)) == (["a:1"], [".: repository!"])
    assert "safe.directory" in report.skipped[0].detail


def test_a_folder_needs_no_git_and_a_repository_does(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("a", PAIR)
    (tmp_path / "plain").mkdir()
    Repository.at(tmp_path / "plain").write("a", PAIR)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (found(scan(tmp_path / "plain")), left(scan(tmp_path / "plain"))) == (["a:1"], [])
    report = scan(repository.folder)
    assert (found(report), left(report)) == (["a:1"], [".: repository!"])
    assert "git is not installed" in report.skipped[0].detail
