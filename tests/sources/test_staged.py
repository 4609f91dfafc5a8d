"""`akia staged`: what a commit would bring in, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reports import found, left, staged
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.errors import RepositoryError

Steps = Callable[[Repository], object]

SILENT: dict[str, Steps] = {
    "nothing is staged": lambda r: r.write("a", PAIR).commit(),
    "nothing, before the first commit": lambda r: r,
    "only the work tree holds it": lambda r: r.write("a", "x").commit().write("a", PAIR),
    "an untracked file": lambda r: r.write("a", PAIR),
    "the index is clean again": lambda r: r.write("a", PAIR).add().write("a", "x").add(),
    "a moved file": lambda r: r.write("a", PAIR).commit().git("mv", "a", "b"),
    "a moved file with lines above": lambda r: (
        r.write("a", PAIR).commit().git("mv", "a", "b").write("b", "x\n" + PAIR).add()
    ),
    "lines added above": lambda r: r.write("a", PAIR).commit().write("a", "x\ny\n" + PAIR).add(),
    "a copy of what HEAD holds elsewhere": lambda r: (
        r.write("a", PAIR).write("b").commit().write("b", "y\n" + PAIR).add()
    ),
    "a copy of what stands in a sub-folder": lambda r: r.write("x/y/a", PAIR).commit().write("b", PAIR).add(),
    "two files become one": lambda r: r.write("a", PAIR).write("b", OTHER).commit().write("c", PAIR + OTHER).add(),
    "a deletion": lambda r: r.write("a", PAIR).commit().remove("a").add(),
    "a deletion from the index alone": lambda r: r.write("a", PAIR).commit().git("rm", "-q", "--cached", "a"),
    "a change of mode": lambda r: r.write("a", PAIR).commit().git("update-index", "--chmod=+x", "a"),
    "the intent to add": lambda r: r.write("b").commit().write("a", PAIR).git("add", "-N", "a"),
    "the intent to add, before the first commit": lambda r: r.write("a", PAIR).git("add", "-N", "a"),
    "a name that HEAD held": lambda r: r.write(fake("<id>"), "x").commit().write(fake("<id>"), "y").add(),
    "a link to what HEAD held": lambda r: r.write("a", PAIR).commit().link("b", "a").add(),
}


@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in SILENT.items()])
def test_what_is_not_new_is_not_said(repository: Repository, steps: Steps) -> None:
    steps(repository)
    report = staged(repository.folder)
    assert (found(report), report.complete) == ([], True)


def _merging(r: Repository) -> Repository:
    """A merge on the way, without conflict, that brings `theirs` in."""
    r.write("a", "x").commit().git("checkout", "-q", "-b", "other").write("theirs", PAIR).commit()
    return (
        r.git("checkout", "-q", "main")
        .write("ours", "x")
        .commit()
        .git("merge", "-q", "--no-commit", "--no-ff", "other")
    )


def _conflict(r: Repository, base: str, ours: str, theirs: str) -> Repository:
    """A merge that stopped over `a`."""
    r.write("a", base).commit().git("checkout", "-q", "-b", "other").write("a", theirs).commit()
    r.git("checkout", "-q", "main").write("a", ours).commit()
    with pytest.raises(AssertionError):
        r.git("merge", "-q", "other")
    return r


FOUND: dict[str, tuple[Steps, list[str]]] = {
    "the first commit": (lambda r: r.write("a", PAIR).add(), ["a:1"]),
    "a new file": (lambda r: r.write("b").commit().write("d/a", PAIR).add(), ["d/a:1"]),
    "a new line": (lambda r: r.write("a", "x\n").commit().write("a", "x\n" + PAIR).add(), ["a:2"]),
    "the index, whatever the work tree holds": (lambda r: r.write("a", PAIR).add().write("a", "x"), ["a:1"]),
    "the index, where the work tree holds nothing": (lambda r: r.write("a", PAIR).add().remove("a"), ["a:1"]),
    "beside what was there": (
        lambda r: r.write("a", PAIR).commit().write("a", PAIR + "\n" * 9 + OTHER).add(),
        ["a:12"],
    ),
    "a new secret of an old ID": (
        lambda r: r.write("a", PAIR).commit().write("a", PAIR.replace("<secret>", "<secret#2>")).add(),
        ["a:1"],
    ),
    "what was in a commit once and is not in HEAD": (
        lambda r: r.write("a", PAIR).commit().write("a", "x").commit().write("a", PAIR).add(),
        ["a:1"],
    ),
    "what only another branch holds": (
        lambda r: (
            r.write("b")
            .commit()
            .git("checkout", "-q", "-b", "o")
            .write("a", PAIR)
            .commit()
            .git("checkout", "-q", "main")
            .write("a", PAIR)
            .add()
        ),
        ["a:1"],
    ),
    "the same in two files": (lambda r: r.write("a", PAIR).write("b", "\n" + PAIR).add(), ["a:1", "b:2"]),
    "the same content at two paths": (lambda r: r.write("a", PAIR).write("b", PAIR).add(), ["a:1", "b:1"]),
    "what a merge brings in": (_merging, ["theirs:1"]),
    "their side of a conflict": (lambda r: _conflict(r, "x", "y", "y\n" + PAIR), ["a:2"]),
    "nothing of our side of a conflict": (lambda r: _conflict(r, "x", PAIR, "y"), []),
    "a conflict between deleting and changing": (
        lambda r: _conflict(r.write("b"), "x", "y", PAIR) and r.write("b", OTHER).add("b"),
        ["a:1", "b:1"],
    ),
    "a new side beside a clean file": (lambda r: _conflict(r, "x", "y", "z").write("b", PAIR).add("b"), ["b:1"]),
    "a name": (lambda r: r.write(fake("k/<id>.txt"), "x").add(), [fake("k/<id>.txt:1").decode()]),
    "the target of a link": (lambda r: r.link("l", fake("<id>")).add(), ["l:1"]),
    "a file that becomes a link": (
        lambda r: r.write("l", "x").commit().remove("l").link("l", fake("/srv/<id>/x")).add(),
        ["l:1"],
    ),
    "an ignored file that was forced in": (lambda r: r.write(".gitignore", "a").write("a", PAIR).add("a"), ["a:1"]),
    "a file in place of a folder": (
        lambda r: r.write("d/x", "x").commit().remove("d/x").git("rm", "-q", "--cached", "d/x").write("e", PAIR).add(),
        ["e:1"],
    ),
    "UTF-16": (lambda r: r.write("a", b"\xff\xfe" + fake(PAIR).decode().encode("utf-16-le")).add(), ["a:1"]),
}


@pytest.mark.parametrize(
    ("steps", "expected"), [pytest.param(steps, expected, id=name) for name, (steps, expected) in FOUND.items()]
)
def test_what_is_new_is_found(repository: Repository, steps: Steps, expected: list[str]) -> None:
    steps(repository)
    report = staged(repository.folder)
    assert (found(report), report.complete) == (expected, True)


@pytest.mark.parametrize("first", [True, False])
def test_a_repository_of_sha_256(tmp_path: Path, first: bool) -> None:
    repository = Repository(tmp_path / "r", "--object-format=sha256").write("a", PAIR)
    if not first:
        repository.commit().write("b", OTHER)
    assert found(staged(repository.add().folder)) == ["a:1" if first else "b:1"]


ODD_NAMES = [
    pytest.param(b"new\nline", "new\nline", id="newline"),
    pytest.param(b"tab\there", "tab\there", id="tab"),
    pytest.param(b"\x1b[31mred", "\x1b[31mred", id="escape"),
    pytest.param(b"latin-\xe4", "latin-\\xe4", id="not UTF-8"),
    pytest.param("größe".encode(), "größe", id="UTF-8"),
    pytest.param(b"-rf", "-rf", id="leading dash"),
    pytest.param(b"--", "--", id="two dashes"),
    pytest.param(b":(top)x", ":(top)x", id="pathspec magic"),
    pytest.param(b":/x", ":/x", id="a colon and a slash"),
    pytest.param(b"*[a]?", "*[a]?", id="glob"),
    pytest.param(b"behind ", "behind ", id="trailing space"),
    pytest.param(b'"quoted"', '"quoted"', id="quotes"),
    pytest.param(b"back\\slash", "back\\slash", id="backslash"),
    pytest.param(b"a b c", "a b c", id="spaces"),
    pytest.param(b"..x", "..x", id="two dots that lead nowhere"),
    pytest.param(b"d/..." + b"/x" * 40, "d/..." + "/x" * 40, id="deep"),
    pytest.param(b"n" * 255, "n" * 255, id="as long as may be"),
]


@pytest.mark.parametrize(("name", "shown"), ODD_NAMES)
def test_odd_names(repository: Repository, name: bytes, shown: str) -> None:
    repository.write(name, PAIR).add()
    assert found(staged(repository.folder)) == [f"{shown}:1"]
    assert found(staged(repository.folder, name)) == [f"{shown}:1"]
    repository.commit()
    assert found(staged(repository.folder, name)) == [f"{shown}:1"]


@pytest.fixture
def files(repository: Repository) -> Repository:
    """`old` and `d/old` hold what HEAD holds, `new` and `d/new` something new; `gone` is deleted."""
    repository.write("old", "\n" + PAIR).write("d/old", "\n\n" + PAIR).write("new").write("d/new").write("gone")
    repository.write("e/gone").write("clean").commit()
    return repository.write("new", OTHER).write("d/new", "\n" + OTHER).remove("gone").remove("e/gone").add()


@pytest.mark.parametrize(
    ("below", "names", "expected"),
    [
        pytest.param(".", [], ["d/new:2", "new:1"], id="none named"),
        pytest.param("d", [], ["d/new:2", "new:1"], id="none named, from a folder"),
        pytest.param(".", ["clean"], [], id="a clean file"),
        pytest.param(".", ["gone"], [], id="a deleted file"),
        pytest.param(".", ["e"], [], id="a folder of deleted files"),
        pytest.param(".", ["new"], ["new:1"], id="a changed file"),
        pytest.param(".", ["old"], ["old:2"], id="one that does not differ, read whole"),
        pytest.param(".", ["new", "d/old"], ["d/old:3", "new:1"], id="one of each"),
        pytest.param(".", ["new", "new", "./new", "d/../new"], ["new:1"], id="one file in many words"),
        pytest.param(".", ["d"], ["d/new:2", "d/old:3"], id="a folder"),
        pytest.param(".", ["d/"], ["d/new:2", "d/old:3"], id="a folder with its slash"),
        pytest.param(".", ["."], ["d/new:2", "d/old:3", "new:1", "old:2"], id="this folder"),
        pytest.param("d", ["new", "old"], ["d/new:2", "d/old:3"], id="from a folder"),
        pytest.param("d", ["."], ["d/new:2", "d/old:3"], id="the folder one is in"),
        pytest.param("d", ["../old"], ["old:2"], id="a file further up"),
        pytest.param("d", [".."], ["d/new:2", "d/old:3", "new:1", "old:2"], id="the folder above"),
    ],
)
def test_named_files(files: Repository, below: str, names: list[str], expected: list[str]) -> None:
    report = staged(files.folder / below, *names)
    assert (found(report), left(report)) == (expected, [])


@pytest.mark.parametrize("name", ["new", "old", "d/new", "d"])
def test_absolute_names(files: Repository, tmp_path: Path, name: str) -> None:
    relative = found(staged(files.folder, name))
    (tmp_path / "way").symlink_to(files.folder)
    for below in (".", "d"):
        assert found(staged(files.folder / below, str(files.folder / name))) == relative
        assert found(staged(files.folder / below, str(tmp_path / "way" / name))) == relative


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("untracked", id="untracked"),
        pytest.param("nowhere", id="neither here nor there"),
        pytest.param("../outside", id="outside"),
        pytest.param("..", id="the folder above"),
        pytest.param("/", id="the root"),
        pytest.param("", id="empty"),
        pytest.param("ne", id="the beginning of a name"),
        pytest.param("new/x", id="below a file"),
        pytest.param("way/old", id="behind a link"),
        pytest.param("sub/x", id="in a submodule"),
        pytest.param(".git/config", id="in .git"),
    ],
)
def test_a_file_that_the_index_does_not_know_is_said(files: Repository, tmp_path: Path, name: str) -> None:
    files.write("untracked", PAIR).write("../outside", PAIR).link("way", ".").add("way")
    other = Repository(tmp_path / "other").write("x", PAIR).commit()
    files.git("submodule", "--quiet", "add", str(other.folder), "sub")
    report = staged(files.folder, name, "new")
    assert (found(report), left(report)) == (["new:1"], [f"{name}: missing!"])


def test_named_files_before_the_first_commit(repository: Repository) -> None:
    repository.write("a", PAIR).write("d/b", OTHER).add()
    assert found(staged(repository.folder, "d/b")) == ["d/b:1"]
    assert left(staged(repository.folder, "c")) == ["c: missing!"]


def test_all_is_what_the_touched_files_hold(files: Repository) -> None:
    files.write("old", "\n" + PAIR + OTHER).add()
    assert found(staged(files.folder)) == ["d/new:2", "new:1", "old:4"]
    assert found(staged(files.folder, everything=True)) == ["d/new:2", "new:1", "old:2", "old:4"]


@pytest.mark.parametrize("names", [[], ["a"], ["."]])
def test_each_side_of_a_conflict_is_looked_at(repository: Repository, names: list[str]) -> None:
    _conflict(repository, "x", "ours\n" + OTHER, "\n\n" + PAIR)
    assert found(staged(repository.folder, *names)) == ["a:3"]
    assert found(staged(repository.folder, *names, everything=True)) == ["a:2", "a:3"]


def test_submodules_are_named(repository: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "other").write("x", PAIR).commit()
    repository.git("submodule", "--quiet", "add", str(other.folder), "sub")
    report = staged(repository.folder)
    assert (found(report), left(report), report.complete) == ([], ["sub: submodule"], True)


def test_a_file_that_is_called_a_submodule_is_looked_at(repository: Repository) -> None:
    name = repository.ask("hash-object", "-w", "--stdin", given=fake(PAIR)).decode()
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{name},sub")
    report = staged(repository.folder)
    assert (found(report), left(report)) == (["sub:1"], [])


@pytest.mark.parametrize("how", ["diff.ignoreSubmodules", "submodule.sub.ignore"])
def test_submodules_are_named_whatever_is_configured(repository: Repository, tmp_path: Path, how: str) -> None:
    other = Repository(tmp_path / "other").write("x", PAIR).commit()
    repository.git("submodule", "--quiet", "add", str(other.folder), "sub").git("config", how, "all")
    assert left(staged(repository.folder)) == ["sub: submodule"]


def test_a_missing_object_is_said_and_the_rest_is_read(repository: Repository) -> None:
    repository.write("a", "lost").write("b", PAIR).add()
    lost = repository.ask("rev-parse", ":a").decode()
    (repository.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    report = staged(repository.folder)
    assert (found(report), left(report), report.complete) == (["b:1"], ["a: missing!"], False)


def test_a_broken_object_is_said_and_the_rest_is_read(repository: Repository) -> None:
    repository.write("a", "broken").write("b", PAIR).add()
    broken = repository.ask("rev-parse", ":a").decode()
    path = repository.folder / ".git/objects" / broken[:2] / broken[2:]
    path.chmod(0o644)
    path.write_bytes(b"not an object")
    report = staged(repository.folder)
    assert (found(report), report.complete) == (["b:1"], False)
    assert [item.path for item in report.skipped] == ["a"]


def test_what_HEAD_lacks_held_nothing(repository: Repository) -> None:  # noqa: N802 - git's own word
    """An old blob that is missing cannot say what is known: all is new then, and the scan is complete."""
    repository.write("a", PAIR).commit()
    lost = repository.ask("rev-parse", "HEAD:a").decode()
    repository.write("a", "\n" + PAIR).add()
    (repository.folder / ".git/objects" / lost[:2] / lost[2:]).unlink()
    report = staged(repository.folder)
    assert (found(report), report.complete) == (["a:2"], True)


def test_the_index_that_git_names(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a", PAIR).add()
    other = str(repository.folder / ".git/other-index")
    repository.write("b", OTHER).git("update-index", "--add", "b", env={"GIT_INDEX_FILE": other})
    monkeypatch.setenv("GIT_INDEX_FILE", other)
    assert found(staged(repository.folder)) == ["b:1"]
    assert found(staged(repository.folder, "b")) == ["b:1"]
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    assert found(staged(repository.folder)) == ["b:1"]


def test_the_repository_that_git_names(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("a", PAIR).add()
    elsewhere = Repository(tmp_path / "elsewhere").write("b", OTHER).add()
    monkeypatch.setenv("GIT_DIR", str(repository.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repository.folder))
    with pytest.raises(RepositoryError):
        staged(elsewhere.folder)
    monkeypatch.setenv("GIT_WORK_TREE", str(elsewhere.folder))
    assert found(staged(elsewhere.folder)) == ["a:1"]


def test_a_linked_worktree(repository: Repository, tmp_path: Path) -> None:
    repository.write("a", PAIR).commit().git("worktree", "add", "-q", "-b", "w", str(tmp_path / "w"))
    linked = Repository.at(tmp_path / "w")
    linked.write("b", OTHER + PAIR).add()
    assert found(staged(linked.folder)) == ["b:1"]
    assert found(staged(repository.folder)) == []


@pytest.mark.parametrize("name", ["HEAD^{tree}", "HEAD:d"])
def test_where_git_cannot_follow_head_all_that_is_staged_is_looked_at(repository: Repository, name: str) -> None:
    repository.write("d/a", b"1").write("b", b"2").commit()
    oid = repository.ask("rev-parse", name).decode()
    repository.write("b", b"3").add()
    (repository.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()
    assert found(staged(repository.folder)) == []
    report = staged(repository.write("d/k.ini", PAIR).add().folder)
    assert (found(report), report.complete) == (["d/k.ini:1"], True)


@pytest.mark.parametrize("below", [".", "objects", "refs"])
def test_a_bare_repository_has_nothing_staged(tmp_path: Path, below: str) -> None:
    bare = Repository(tmp_path / "bare", "--bare")
    with pytest.raises(RepositoryError, match="inside a work tree"):
        staged(bare.folder / below)


def test_inside_git_s_own_folder_nothing_is_staged(repository: Repository) -> None:
    with pytest.raises(RepositoryError, match="inside a work tree"):
        staged(repository.folder / ".git")


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(RepositoryError, match="not a git repository"):
        staged(tmp_path)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        pytest.param(lambda r: r.write("akia.toml", 'exclude = ["b"]').add(), ["a:1"], id="staged"),
        pytest.param(lambda r: r.write("akia.toml", 'exclude = ["b"]'), ["a:1", "b:1"], id="only in the work tree"),
        pytest.param(lambda r: r.write(".akiaignore", "b").add(), ["a:1"], id="the ignore file"),
    ],
)
def test_settings_are_those_of_the_index(repository: Repository, settings: Steps, expected: list[str]) -> None:
    settings(repository.write("a", PAIR).write("b", OTHER).add())
    (repository.folder / "d").mkdir()
    assert found(staged(repository.folder)) == expected
    assert found(staged(repository.folder / "d")) == expected


def test_a_large_object_is_read_in_pieces(repository: Repository) -> None:
    line = b"x" * 63 + b"\n"
    repository.write("a", line * 2**19 + fake(PAIR) + line * 2**19 + fake(OTHER)).write("b", b"y" * (33 << 20)).add()
    assert set(found(staged(repository.folder))) == {f"a:{2**19 + 1}", f"a:{2**20 + 3}"}


def test_asterisks_for_a_password_are_new_where_their_user_is(repository: Repository) -> None:
    table = "User name,Password,Console sign-in URL\n{},********,https://123456789013.signin.aws.amazon.com/console\n"
    repository.write("a.csv", table.format("alice")).commit()
    repository.write("a.csv", "\n" + table.format("alice")).add()
    assert staged(repository.folder).suppressed == ()
    repository.write("b.csv", table.format("bob")).add()
    assert [item.by for item in staged(repository.folder).suppressed] == ["placeholder"]
