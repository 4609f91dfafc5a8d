"""Repositories, environments and folders made to run something: nothing of it runs, and nothing changes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import time
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository, clean
from running import akia

HOOKS = (
    "pre-commit", "post-index-change", "reference-transaction", "fsmonitor-watchman", "post-checkout", "pre-auto-gc",
    "post-rewrite", "proc-receive", "pre-receive", "update", "sendemail-validate", "p4-pre-submit",
)  # fmt: skip

CONFIG = """
[core]
    repositoryFormatVersion = 1
    fsmonitor = TRAP fsmonitor
    hooksPath = HOOKS
    pager = TRAP pager
    editor = TRAP editor
    sshCommand = TRAP ssh
    askPass = TRAP askpass
    gitProxy = TRAP proxy
    alternateRefsCommand = TRAP alternate-refs
    attributesFile = ATTRIBUTES
    untrackedCache = true
[extensions]
    partialClone = origin
[diff]
    external = TRAP diff
    autoRefreshIndex = true
[diff "trap"]
    textconv = TRAP textconv
    command = TRAP diff-command
    cachetextconv = true
[filter "trap"]
    clean = TRAP clean
    smudge = TRAP smudge
    process = TRAP process
    required = true
[merge "trap"]
    driver = TRAP merge
[credential]
    helper = !TRAP credential
[alias]
    ls-files = !TRAP alias
    rev-parse = !TRAP alias
    diff-index = !TRAP alias
    cat-file = !TRAP alias
    check-ignore = !TRAP alias
[pager]
    ls-files = TRAP pager
    rev-parse = TRAP pager
    cat-file = TRAP pager
    diff-index = TRAP pager
    ls-tree = TRAP pager
[gpg]
    program = TRAP gpg
[log]
    showSignature = true
[gc]
    auto = 1
    recentObjectsHook = TRAP recent-objects
[maintenance]
    auto = true
[uploadpack]
    packObjectsHook = TRAP pack-objects
[trailer "trap"]
    command = TRAP trailer
    cmd = TRAP trailer
[submodule "trap"]
    path = sub
    url = ext::TRAP submodule
    update = !TRAP update
    active = true
[remote "origin"]
    url = ext::TRAP remote
    fetch = +refs/heads/*:refs/remotes/origin/*
    promisor = true
    partialCloneFilter = blob:none
    uploadpack = TRAP uploadpack
    proxy = TRAP proxy
[remote "local"]
    url = ELSEWHERE
    promisor = true
    uploadpack = TRAP uploadpack
[protocol]
    allow = always
[protocol "ext"]
    allow = always
[protocol "file"]
    allow = always
[include]
    path = INCLUDED
[includeIf "gitdir:/"]
    path = INCLUDED
"""

INCLUDED = """
[core]
    fsmonitor = TRAP included-fsmonitor
    pager = TRAP included-pager
[diff]
    external = TRAP included-diff
"""


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that every trap writes to."""
    return tmp_path / "canary"


@pytest.fixture
def trap(tmp_path: Path, canary: Path) -> Path:
    """A program that writes down how it was called."""
    path = tmp_path / "trap"
    path.write_text(f'#!/bin/sh\necho "$0 $*" >> {canary}\n')
    path.chmod(0o755)
    return path


@pytest.fixture
def hostile(repository: Repository, trap: Path, tmp_path: Path) -> Repository:
    """A repository with every trap set, findings, and objects that only a promisor remote would have."""
    other = Repository(tmp_path / "elsewhere").write("x", "y").commit()
    repository.write("a", PAIR).write("d/b", "old\n").write("lost", "lost\n").write("staged-lost", "x\n")
    repository.write(".gitattributes", "* filter=trap diff=trap merge=trap text\n").write(".gitignore", "*.log\n")
    repository.commit().write("d/b", "old\n" + OTHER).write("staged-lost", "y\n").add()
    repository.write("untracked", "\n" + PAIR)
    for name in ("HEAD:lost", ":staged-lost"):
        oid = repository.ask("rev-parse", name).decode()
        (repository.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()
    os.utime(repository.folder / "a", (1, 1))  # what git would look at again
    hooks = tmp_path / "hooks"
    for folder in (hooks, repository.folder / ".git/hooks"):
        folder.mkdir(exist_ok=True)
        for name in HOOKS:
            (folder / name).write_text(f"#!/bin/sh\nexec {trap} hook {name}\n")
            (folder / name).chmod(0o755)
    slots = {
        "TRAP": str(trap), "HOOKS": str(hooks), "INCLUDED": str(tmp_path / "included"), "ELSEWHERE": str(other.folder),
        "ATTRIBUTES": str(tmp_path / "attributes"),
    }  # fmt: skip
    (tmp_path / "attributes").write_text("* filter=trap diff=trap\n")
    (tmp_path / "included").write_text(_filled(INCLUDED, slots))
    with open(repository.folder / ".git/config", "a") as file:
        file.write(_filled(CONFIG, slots))
    return repository


def _filled(text: str, slots: dict[str, str]) -> str:
    for name, value in slots.items():
        text = text.replace(name, value)
    return text


def _state(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file below, with the time of its last change and a digest of its content; folders too."""
    found = {}
    for below, folders, files in os.walk(folder):
        for name in [*folders, *files]:
            path = Path(below, name)
            digest = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            found[str(path.relative_to(folder))] = (path.lstat().st_mtime_ns, digest)
    return found


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["status"], id="fsmonitor, or a filter"),
        pytest.param(["diff"], id="an external diff"),
        pytest.param(["diff", "--no-ext-diff"], id="a text converter"),
        pytest.param(["add", "untracked"], id="a filter"),
        pytest.param(["fetch", "origin"], id="a remote"),
        pytest.param(["cat-file", "-p", "HEAD:lost"], id="a promisor remote"),
        pytest.param(["commit", "-m", "x"], id="a hook"),
        pytest.param(["version"], id="nothing"),
    ],
)
def test_the_traps_are_set(hostile: Repository, canary: Path, command: list[str]) -> None:
    """git itself falls into them, or what follows would prove nothing."""
    subprocess.run(["git", *command], cwd=hostile.folder, env=clean(), capture_output=True, stdin=subprocess.DEVNULL)
    assert canary.exists() == (command != ["version"])


CALLS = [
    pytest.param(".", ["scan"], ["a:1", "d/b:2", "untracked:2"], id="scan"),
    pytest.param(".", ["scan", "."], ["a:1", "d/b:2", "untracked:2"], id="scan by name"),
    pytest.param(".", ["scan", "d"], ["b:2"], id="scan of a folder"),
    pytest.param(".", ["scan", "a", "d"], ["a:1", "d/b:2"], id="scan of two"),
    pytest.param("d", ["scan"], ["b:2"], id="scan from a folder"),
    pytest.param(
        "..",
        ["scan", "repository", "trap"],
        ["repository/a:1", "repository/d/b:2", "repository/untracked:2"],
        id="scan of two from above",
    ),
    pytest.param(".", ["staged"], ["d/b:2"], id="staged"),
    pytest.param(".", ["staged", "--all"], ["d/b:2"], id="staged, whole files"),
    pytest.param(".", ["staged", "a", "lost"], ["a:1"], id="staged files"),
    pytest.param("d", ["staged", "."], ["d/b:2"], id="staged, a folder"),
]


@pytest.mark.parametrize(("below", "call", "expected"), CALLS)
def test_nothing_runs_and_nothing_changes(
    hostile: Repository, canary: Path, below: str, call: list[str], expected: list[str]
) -> None:
    before = _state(hostile.folder)
    ended = akia(hostile.folder / below, *call)
    assert not canary.exists(), canary.read_text()
    assert _state(hostile.folder) == before
    assert (ended.found, ended.status) == (expected, 1)
    assert ended.said.count("\n") <= 1


def test_nothing_runs_where_it_is_found_on_the_way(hostile: Repository, canary: Path) -> None:
    before = _state(hostile.folder)
    ended = akia(hostile.folder.parent, "scan", ".", "--exclude", "elsewhere")
    assert not canary.exists(), canary.read_text()
    assert _state(hostile.folder) == before
    assert {"repository/a:1", "repository/d/b:2", "repository/untracked:2"} <= set(ended.found)


def test_a_missing_object_is_not_fetched_and_is_said(hostile: Repository, canary: Path) -> None:
    config = (hostile.folder / ".git/config").read_bytes()
    (hostile.folder / ".git/config").unlink()
    hostile.git("update-index", "--force-remove", "d/b").write(".git/config", config)
    canary.unlink()  # git's own hook
    ended = akia(hostile.folder, "staged")
    assert not canary.exists(), canary.read_text()
    assert ended.report
    assert [(item["path"], item["incomplete"]) for item in ended.report["skipped"]] == [("staged-lost", True)]
    assert (ended.found, ended.status) == ([], 2)
    assert "staged-lost" in ended.said


@pytest.fixture
def environment(trap: Path, tmp_path: Path) -> dict[str, str]:
    """Every variable that could make git, or a library that drives it, run or write something."""
    programs = tmp_path / "exec-path"
    programs.mkdir()
    for name in ("git-ls-files", "git-rev-parse", "git-remote-ext", "git"):
        (programs / name).symlink_to(trap)
    (tmp_path / "global").write_text(f"[core]\n\tfsmonitor = {trap} global\n[alias]\n\tls-files = !{trap}\n")
    names = (
        "GIT_EXTERNAL_DIFF", "GIT_SSH", "GIT_SSH_COMMAND", "GIT_PAGER", "GIT_EDITOR", "GIT_SEQUENCE_EDITOR", "GIT_ASKPASS",
        "GIT_PROXY_COMMAND", "GIT_PYTHON_GIT_EXECUTABLE", "PAGER", "EDITOR", "VISUAL", "SSH_ASKPASS",
    )  # fmt: skip
    traces = (
        "GIT_TRACE",
        "GIT_TRACE2",
        "GIT_TRACE2_EVENT",
        "GIT_TRACE_SETUP",
        "GIT_TRACE_PACKET",
        "GIT_TRACE_PERFORMANCE",
    )
    return {
        **dict.fromkeys(names, str(trap)),
        **dict.fromkeys(traces, str(tmp_path / "canary")),
        "GIT_PYTHON_TRACE": "full",
        "GIT_PYTHON_REFRESH": "raise",
        "GIT_CONFIG_COUNT": "1",
        "GIT_CONFIG_KEY_0": "core.fsmonitor",
        "GIT_CONFIG_VALUE_0": str(trap),
        "GIT_CONFIG_PARAMETERS": f"'core.fsmonitor={trap}'",
        "GIT_CONFIG_GLOBAL": str(tmp_path / "global"),
        "GIT_CONFIG_SYSTEM": str(tmp_path / "global"),
        "GIT_EXEC_PATH": str(programs),
        "GIT_TEMPLATE_DIR": str(tmp_path / "hooks"),
        "GIT_ALLOW_PROTOCOL": "ext:file",
        "GIT_OPTIONAL_LOCKS": "1",
        "GIT_LITERAL_PATHSPECS": "0",
        "GIT_ICASE_PATHSPECS": "1",
        "GIT_NO_REPLACE_OBJECTS": "",
        "GIT_REPLACE_REF_BASE": "refs/heads",
        "GIT_ATTR_SOURCE": "HEAD",
    }


def test_the_environment_is_a_trap(hostile: Repository, environment: dict[str, str], canary: Path) -> None:
    subprocess.run(["git", "ls-files"], cwd=hostile.folder, env=clean() | environment, capture_output=True)
    assert canary.exists()


@pytest.mark.parametrize(("below", "call", "expected"), CALLS)
def test_nothing_in_the_environment_makes_git_run_or_write(
    hostile: Repository, environment: dict[str, str], canary: Path, below: str, call: list[str], expected: list[str]
) -> None:
    Repository(hostile.folder / "d/nested").write("x", "y")
    before = _state(hostile.folder)
    ended = akia(hostile.folder / below, *call, env=environment)
    assert not canary.exists(), canary.read_text()
    assert _state(hostile.folder) == before
    assert (ended.found, ended.status) == (expected, 1)


@pytest.mark.parametrize("endless", ["/dev/zero", "/dev/stdin", "/dev/tty"])
def test_a_configuration_that_includes_what_has_no_end(repository: Repository, endless: str) -> None:
    nested = Repository(repository.folder / "nested").write("a", PAIR).git("config", "include.path", endless)
    started = time.monotonic()
    for call, folder in ((["scan"], repository), (["scan", "nested"], repository), (["scan", "."], nested)):
        assert akia(folder.folder, *call).status == 1
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("search", [".", "", "here"])
@pytest.mark.parametrize("behind", [False, True])
def test_git_is_never_taken_from_the_folder_that_is_scanned(
    repository: Repository, trap: Path, canary: Path, search: str, behind: bool
) -> None:
    """An empty entry of PATH, or a relative one, means the current folder: ours, or the one that git is started in."""
    repository.write("a", PAIR).commit().write("b", OTHER).add()
    for folder in (".", "here"):
        (repository.folder / folder).mkdir(exist_ok=True)
        (repository.folder / folder / "git").symlink_to(trap)
    parts = [os.environ["PATH"], search] if behind else [search, os.environ["PATH"]]
    env = {"PATH": os.pathsep.join(parts)}
    for call in (["scan"], ["scan", "."], ["staged"]):
        assert akia(repository.folder, *call, env=env).status == 1
    assert akia(repository.folder.parent, "scan", "repository", env=env).status == 1
    assert akia(repository.folder, "staged", env={"PATH": search}).status == 2
    assert not canary.exists(), canary.read_text()


@pytest.mark.parametrize("link", ["absolute", "relative"])
def test_a_git_file_that_leads_to_a_hostile_folder(
    hostile: Repository, tmp_path: Path, canary: Path, link: str
) -> None:
    victim = Repository.at(tmp_path / "victim").write("a", PAIR)
    target = hostile.folder / ".git" if link == "absolute" else "../repository/.git"
    victim.write(".git", f"gitdir: {target}\n")
    before = _state(hostile.folder)
    for call in (["scan"], ["staged"]):
        akia(victim.folder, *call)
    assert "victim/a:1" in akia(tmp_path, "scan", ".").found
    assert not canary.exists(), canary.read_text()
    assert _state(hostile.folder) == before


MODULES = (
    "conftest", "sitecustomize", "usercustomize", "scanner/__init__", "scanner/cli/main", "patterns/__init__", "git",
    "hyperscan", "pathspec", "rich/__init__", "json", "argparse", "re", "akia", "encodings/__init__", "codecs",
)  # fmt: skip


@pytest.fixture
def python_tree(repository: Repository, canary: Path) -> Repository:
    """A project whose every module would write down that it was imported."""
    trap = f"open({str(canary)!r}, 'a').write(__name__ + ' ')\n".encode()
    for name in MODULES:
        repository.write(f"{name}.py", trap)
    points = b"[akia.patterns]\ntrap = conftest\n"
    repository.write("akia.dist-info/METADATA", b"Metadata-Version: 2.1\nName: akia-trap\nVersion: 1\n")
    repository.write("akia.dist-info/entry_points.txt", points).write("akia.egg-info/entry_points.txt", points)
    repository.write("pyproject.toml", b"[project.entry-points.'akia.patterns']\ntrap = 'conftest'\n")
    repository.write("setup.cfg", b"[options.entry_points]\nakia.patterns =\n    trap = conftest\n")
    repository.write("x.pth", b"import conftest\n").write("a", PAIR)
    Repository(repository.folder / "nested").write("b", "x")
    return repository.git("add", "a")


@pytest.mark.parametrize("call", [["scan"], ["scan", "."], ["staged"], ["patterns"]])
def test_nothing_of_what_is_scanned_is_imported(python_tree: Repository, canary: Path, call: list[str]) -> None:
    assert akia(python_tree.folder, *call).status == (0 if call == ["patterns"] else 1)
    assert not canary.exists(), canary.read_text()
