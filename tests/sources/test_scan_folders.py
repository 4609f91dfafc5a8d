"""`akia scan` outside git: every file, on every level less what `.gitignore` files name."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports import found, scan
from repositories import OTHER, PAIR, Repository

from scanner.model import Blob
from scanner.sources.paths import PathsSource

Steps = Callable[[Repository], object]


@pytest.fixture
def folder(tmp_path: Path) -> Repository:
    """A folder that is in no repository."""
    (tmp_path / "folder").mkdir()
    return Repository.at(tmp_path / "folder")


IGNORING: dict[str, tuple[Steps, list[str]]] = {
    "no ignore file": (lambda r: r.write("d/a", PAIR), ["d/a:1"]),
    "at the top": (lambda r: r.write(".gitignore", "a\n").write("a", PAIR).write("d/a", PAIR), []),
    "anchored": (lambda r: r.write(".gitignore", "/a\n").write("a", PAIR).write("d/a", PAIR), ["d/a:1"]),
    "in a folder": (lambda r: r.write("d/.gitignore", "a\n").write("a", PAIR).write("d/e/a", PAIR), ["a:1"]),
    "anchored in a folder": (
        lambda r: r.write("d/.gitignore", "/a\n").write("d/a", PAIR).write("d/e/a", PAIR),
        ["d/e/a:1"],
    ),
    "a folder": (lambda r: r.write(".gitignore", "d/\n").write("d/a", PAIR).write("e/d", OTHER), ["e/d:1"]),
    "taken back in": (lambda r: r.write(".gitignore", "*.x\n!a.x\n").write("a.x", PAIR).write("b.x", PAIR), ["a.x:1"]),
    "taken back in further down": (
        lambda r: r.write(".gitignore", "a\n").write("d/.gitignore", "!a\n").write("a", PAIR).write("d/a", PAIR),
        ["d/a:1"],
    ),
    "nothing is taken back from an ignored folder": (
        lambda r: r.write(".gitignore", "d\n!d/a\n").write("d/.gitignore", "!a\n").write("d/a", PAIR),
        [],
    ),
    "a comment and a blank": (lambda r: r.write(".gitignore", "# a\n\n").write("a", PAIR), ["a:1"]),
    "line ends of Windows": (lambda r: r.write(".gitignore", "x\r\na\r\n").write("a", PAIR), []),
    "a mark of UTF-8": (lambda r: r.write(".gitignore", b"\xef\xbb\xbfa\n").write("a", PAIR), []),
    "a pattern that is none": (
        lambda r: r.write(".gitignore", "[z-a]\n!\n\\\na\n").write("a", PAIR).write("b", OTHER),
        ["b:1"],
    ),
    "a link in its place": (lambda r: r.write("x", "a\n").link(".gitignore", "x").write("a", PAIR), ["a:1"]),
    "a FIFO in its place": (lambda r: os.mkfifo(r.write("a", PAIR).folder / ".gitignore"), ["a:1"]),
    "a folder in its place": (lambda r: r.write(".gitignore/x", "a\n").write("a", PAIR), ["a:1"]),
    "the file itself": (lambda r: r.write(".gitignore", "a\n" + PAIR), [".gitignore:2"]),
    "git's own folder": (lambda r: r.write(".git/a", PAIR).write("d/.git/a", PAIR).write("d/b", OTHER), ["d/b:1"]),
    "git's own file": (lambda r: r.write("d/.git", PAIR).write("d/b", OTHER), ["d/b:1"]),
    "what only begins like git's folder": (lambda r: r.write(".github/a", PAIR), [".github/a:1"]),
}


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in IGNORING.items()])
def test_ignore_files(folder: Repository, steps: Steps, expected: list[str]) -> None:
    steps(folder)
    assert found(scan(folder.folder, ".")) == expected


def test_a_crowd_of_unusable_ignore_files_uses_nothing_up(folder: Repository) -> None:
    for number in range(300):
        folder.write(f"{number}/.gitignore/x", "a\n")
    before = len(os.listdir("/proc/self/fd"))
    assert found(scan(folder.write("a", PAIR).folder, ".")) == ["a:1"]
    assert len(os.listdir("/proc/self/fd")) <= before + 5


NAMES = st.sampled_from(["a", "b", "ab", "a.x", "b.x", "ä", "a b", "#a", "!a", "[a]", "a\\b"])
PATHS = st.lists(NAMES, min_size=1, max_size=4).map("/".join)
GLOBS = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            "*",
            "**",
            "?",
            ".x",
            "/",
            "!",
            "[ab]",
            "[!a]",
            "\\a",
            "\\#",
            "#",
            "ä",
            " ",
            "\\ ",
            "ab",
            "a.x",
            "[",
            "]",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    paths=st.sets(PATHS, min_size=3, max_size=12), lists=st.dictionaries(PATHS, st.lists(GLOBS, max_size=4), max_size=3)
)
def test_outside_git_the_same_is_ignored_as_git_would(
    tmp_path: Path, paths: set[str], lists: dict[str, list[str]]
) -> None:
    scratch = Path(tempfile.mkdtemp(dir=tmp_path))
    folder, git_dir = scratch / "tree", str(scratch / "git")
    folder.mkdir(parents=True)
    for path in sorted(paths):
        if not any((folder / above).is_file() for above in _above(path)) and not (folder / path).is_dir():
            Repository.at(folder).write(path, path)
    for path, globs in lists.items():
        below = next((above for above in [path, *_above(path)] if (folder / above).is_dir()), ".")
        Repository.at(folder).write(f"{below}/.gitignore", "\n".join(globs).encode() + b"\n")
    git = Repository.at(folder).git("init", "-q", "--bare", git_dir)
    listed = git.ask("--git-dir", git_dir, "--work-tree", ".", "ls-files", "-z", "-o", "--exclude-standard")
    items = PathsSource([str(folder)]).items(lambda _: False)
    assert {item.origin.path for item in items if isinstance(item, Blob)} == set(listed.decode().split("\0")[:-1])


def _above(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:end]) for end in range(len(parts) - 1, 0, -1)]


ODD_NAMES = [
    pytest.param(b"new\nline", "new\nline", id="newline"),
    pytest.param(b"tab\there", "tab\there", id="tab"),
    pytest.param(b"\x1b[31mred", "\x1b[31mred", id="escape"),
    pytest.param(b"latin-\xe4", "latin-\\xe4", id="not UTF-8"),
    pytest.param("größe".encode(), "größe", id="UTF-8"),
    pytest.param(b"-rf", "-rf", id="leading dash"),
    pytest.param(b":(top)x", ":(top)x", id="pathspec magic"),
    pytest.param(b"*[a]?", "*[a]?", id="glob"),
    pytest.param(b"behind ", "behind ", id="trailing space"),
    pytest.param(b'"quoted"', '"quoted"', id="quotes"),
    pytest.param(b"back\\slash", "back\\slash", id="backslash"),
    pytest.param(b"..x", "..x", id="two dots that lead nowhere"),
    pytest.param(b"~", "~", id="tilde"),
    pytest.param(b"$HOME", "$HOME", id="dollar"),
    pytest.param(b"d/" + b"x/" * 60 + b"a", "d/" + "x/" * 60 + "a", id="deep"),
    pytest.param(b"n" * 254, "n" * 254, id="as long as may be"),
]


@pytest.mark.parametrize("kind", ["plain", "untracked", "tracked"])
@pytest.mark.parametrize(("name", "shown"), ODD_NAMES)
def test_odd_names(folder: Repository, name: bytes, shown: str, kind: str) -> None:
    if kind != "plain":
        folder.git("init", "-q")
    folder.write(name, PAIR).write(b"+" + name + b"/a", "\n" + PAIR)
    if kind == "tracked":
        folder.commit()
    top = name.split(b"/")[0]
    assert found(scan(folder.folder)) == sorted([f"{shown}:1", f"+{shown}/a:2"])
    assert found(scan(folder.folder, os.fsdecode(b"+" + name))) == ["a:2"]
    assert found(scan(folder.folder, os.fsdecode(b"./" + name))) == [f"{shown}:1"]
    assert found(scan(folder.folder.parent, os.fsdecode(b"folder/" + top))) != []


def test_a_name_can_hold_a_credential(folder: Repository) -> None:
    name = folder.write("x", "<id>").folder.joinpath("x").read_text()
    folder.remove("x").write(f"d/{name}.txt", "x")
    report = scan(folder.folder)
    assert [(item.path, item.place) for finding in report.findings for item in finding.occurrences] == [
        (f"d/{name}.txt", "file-name")
    ]


def test_a_folder_of_many_files(folder: Repository) -> None:
    for number in range(20_000):
        (folder.folder / f"{number:05}").touch()
    folder.write("10000", PAIR).write("19999", OTHER)
    for git in (False, True):
        if git:
            folder.git("init", "-q")
        report = scan(folder.folder)
        assert (found(report), report.blobs) == (["10000:1", "19999:1"], 20_000)


@pytest.mark.parametrize("git", [False, True])
def test_folders_nested_beyond_what_the_system_takes(folder: Repository, git: bool) -> None:
    """3,000 levels: the path is longer than the system takes. What can be read is read, and the rest is said."""
    if git:
        folder.git("init", "-q")
    _nested(folder.folder, 3000)
    try:
        report = scan(folder.write("a", PAIR).folder)
        assert "a:1" in found(report)
        assert not report.complete
        assert len(report.skipped) == 1
    finally:
        _removed(folder.folder, 3000)


def test_folders_nested_as_deep_as_the_system_takes(folder: Repository) -> None:
    deep = "d/" * 1900 + "a"
    handle = _nested(folder.folder, 1900)
    try:
        assert found(scan(folder.write(deep, PAIR).folder)) == [deep + ":1"]
    finally:
        _removed(folder.folder, handle)


def _nested(folder: Path, levels: int) -> int:
    """Makes `d/d/d/…` with an `a` at the end."""
    handle = os.open(folder, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=handle)
        inner = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(os.open("a", os.O_CREAT | os.O_WRONLY, dir_fd=handle))
    os.close(handle)
    return levels


def _removed(folder: Path, levels: int) -> None:
    """Takes it away, level by level from above: Python's own way is too deep for it."""
    for number in range(levels):
        os.rename(folder / "d", folder / f"e{number}")
        if (folder / f"e{number}/d").exists():
            os.rename(folder / f"e{number}/d", folder / "d")
