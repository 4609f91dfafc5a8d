"""`akia hook install`: hooks that work, beside whatever was there before, and away again without a trace."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, PERSON, Repository, clean
from running import AKIA
from servers import hook as written
from servers import pair, push, tip

BEFORE = "pre-commit.before-akia"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home for each test: some write settings into it."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    return tmp_path / "home"


@pytest.fixture
def local(tmp_path: Path) -> Repository:
    """A repository with a commit, and a remote that has it."""
    return pair(tmp_path)[0]


def install(folder: Path, *arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """`akia hook install`."""
    return subprocess.run(
        [AKIA, "hook", "install", *arguments], cwd=folder, env=clean() | (env or {}), capture_output=True, text=True
    )


def installed(folder: Path, *arguments: str) -> str:
    """What a call that must work has to say."""
    done = install(folder, *arguments)
    assert (done.returncode, done.stderr) == (0, ""), done
    return done.stdout


def refused(folder: Path, *arguments: str) -> str:
    """What a call that must fail has to say; it changes nothing."""
    before = snapshot(folder)
    done = install(folder, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert snapshot(folder) == before
    return done.stderr


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """The mode and content of all files below."""
    return {
        str(path): (path.lstat().st_mode, os.readlink(path).encode() if path.is_symlink() else path.read_bytes())
        for path in folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


def git(repository: Repository, *arguments: str, path: str = "") -> tuple[bool, str]:
    """Whether git does it, and what is said. path: what PATH is in place of the usual."""
    command = ["git", *(word for setting in PERSON for word in ("-c", setting)), *arguments]
    env = clean() | ({"PATH": path} if path else {})
    done = subprocess.run(command, cwd=repository.folder, env=env, capture_output=True, text=True)
    return done.returncode == 0, done.stdout + done.stderr


def commits(repository: Repository, path: str = "") -> tuple[bool, str]:
    """Whether git makes a commit of what is staged, and what is said."""
    return git(repository, "commit", "-m", "m", path=path)


def other(folder: Path, content: str, name: str = "pre-commit") -> Path:
    """A hook that was there before."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)
    path.chmod(0o755)
    return path


class TestHere:
    def test_commits_are_looked_at(self, local: Repository) -> None:
        said = installed(local.folder)
        hooks = local.folder / ".git" / "hooks"
        assert said == f"wrote {hooks}/pre-commit\nwrote {hooks}/pre-push\n"
        assert commits(local.write("b", b"b").add())[0]
        made, told = commits(local.write("k.ini", PAIR).add())
        assert not made
        assert "This commit is blocked" in told

    def test_pushes_are_looked_at(self, local: Repository) -> None:
        installed(local.folder)
        assert push(local.write("b", b"b").commit(), "origin", "main").went_through
        local.write("k.ini", PAIR).add().git("commit", "-q", "--no-verify", "-m", "m")
        assert "This push is blocked" in push(local, "origin", "main").said

    def test_from_a_folder_below(self, local: Repository) -> None:
        (local.folder / "below").mkdir()
        assert f"wrote {local.folder}/.git/hooks/pre-commit\n" in installed(local.folder / "below")

    def test_twice_is_as_once(self, local: Repository) -> None:
        installed(local.folder)
        before = snapshot(local.folder)
        assert installed(local.folder).count(" is there already\n") == 2
        assert snapshot(local.folder) == before

    def test_away_again(self, local: Repository) -> None:
        before = snapshot(local.folder)
        installed(local.folder)
        assert installed(local.folder, "--uninstall").count("removed ") == 2
        assert snapshot(local.folder) == before
        assert installed(local.folder, "--uninstall").startswith("there is no hook of Akia in ")

    def test_one_hook_alone(self, local: Repository) -> None:
        installed(local.folder, "pre-push")
        assert commits(local.write("k.ini", PAIR).add())[0]
        assert not push(local, "origin", "main").went_through

    def test_a_merge_is_looked_at_where_that_is_asked_for(self, local: Repository) -> None:
        installed(local.folder, "pre-merge-commit")
        local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit().git("checkout", "-q", "main")
        local.write("b", b"b").commit()
        made, told = git(local, "merge", "--no-edit", "side")
        assert not made
        assert "k.ini:1" in told

    def test_programs_without_a_path_find_it(self, local: Repository) -> None:
        installed(local.folder)
        made, told = commits(local.write("k.ini", PAIR).add(), path="/usr/bin:/bin")
        assert not made
        assert "This commit is blocked" in told

    def test_a_command_that_has_gone_is_said(self, local: Repository) -> None:
        installed(local.folder)
        path = local.folder / ".git" / "hooks" / "pre-commit"
        path.write_text(path.read_text().replace(AKIA, "/nowhere/akia"))
        made, told = commits(local.write("b", b"b").add(), path="/usr/bin:/bin")
        assert not made
        assert "akia: not found, so that nothing was looked at" in told

    def test_a_command_that_has_moved_is_found(self, local: Repository) -> None:
        installed(local.folder)
        path = local.folder / ".git" / "hooks" / "pre-commit"
        path.write_text(path.read_text().replace(AKIA, "/nowhere/akia"))
        assert (
            "This commit is blocked"
            in commits(local.write("k.ini", PAIR).add(), path=f"{Path(AKIA).parent}:/usr/bin:/bin")[1]
        )
        assert installed(local.folder, "pre-commit") == f"wrote {path}\n"
        assert AKIA in path.read_text()

    @pytest.mark.parametrize("name", [".git/hooks/pre-commit", ".pre-commit-config.yaml", "lefthook.yml"])
    def test_a_pipe_is_not_waited_for(self, local: Repository, name: str) -> None:
        (local.folder / ".git/hooks").mkdir(exist_ok=True)
        os.mkfifo(local.folder / name)
        assert f"wrote {local.folder}/.git/hooks/pre-commit\n" in installed(local.folder)
        assert commits(local.write("k", b"k").add("k"))[0]

    def test_a_name_with_spaces_and_quotes(self, tmp_path: Path) -> None:
        local = Repository(tmp_path / 'it\'s a "place" $HOME').write("a", b"a").commit()
        installed(local.folder)
        assert not commits(local.write("k.ini", PAIR).add())[0]
        assert commits(local.write("k.ini", b"b").add())[0]


class TestBeside:
    """What was there before stays, and runs first."""

    def test_a_hook_runs_first(self, local: Repository) -> None:
        hooks = local.folder / ".git" / "hooks"
        other(hooks, "#!/bin/sh\necho first >> ran\n")
        said = installed(local.folder)
        assert f"moved {hooks}/pre-commit to {hooks}/{BEFORE}, which runs first\n" in said
        assert not commits(local.write("k.ini", PAIR).add())[0]
        assert (local.folder / "ran").read_text() == "first\n"

    def test_a_hook_that_fails_has_the_last_word(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", "#!/bin/sh\necho no; exit 3\n")
        installed(local.folder)
        made, told = commits(local.write("k.ini", PAIR).add())
        assert not made
        assert told == "no\n"

    def test_a_hook_that_is_no_shell_script(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", "#!/usr/bin/env python3\nopen('ran', 'w').write('x')\n")
        installed(local.folder)
        assert commits(local.write("b", b"b").add())[0]
        assert (local.folder / "ran").exists()

    def test_both_are_told_what_is_pushed(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", '#!/bin/sh\necho "$@" > told\ncat >> told\n', "pre-push")
        installed(local.folder)
        local.write("k.ini", PAIR).add().git("commit", "-q", "--no-verify", "-m", "m")
        assert "This push is blocked" in push(local, "origin", "main").said
        url = local.folder.parent / "server.git"
        line = f"refs/heads/main {tip(local)} refs/heads/main {tip(local, 'HEAD~1')}"
        assert (local.folder / "told").read_text() == f"origin {url}\n{line}\n"

    def test_a_hook_that_does_not_read_what_is_pushed(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", "#!/bin/sh\nexit 0\n", "pre-push")
        installed(local.folder)
        assert push(local.write("b", b"b").add().git("commit", "-qm", "m"), "origin", "main").went_through

    def test_a_hook_that_is_switched_off_stays_so(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", "#!/bin/sh\nexit 1\n").chmod(0o644)
        installed(local.folder)
        assert commits(local.write("b", b"b").add())[0]

    @pytest.mark.parametrize("target", ["../../script", "../../nowhere"])
    def test_a_link(self, local: Repository, target: str) -> None:
        other(local.folder, "#!/bin/sh\necho first >> ran\n", "script")
        link = local.folder / ".git" / "hooks" / "pre-commit"
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(target)
        before = snapshot(link.parent)
        installed(local.folder)
        assert not commits(local.write("k.ini", PAIR).add())[0]
        assert (local.folder / "ran").exists() == (target == "../../script")
        installed(local.folder, "--uninstall")
        assert snapshot(link.parent) == before

    def test_all_is_as_it_was(self, local: Repository) -> None:
        other(local.folder / ".git" / "hooks", "#!/bin/sh\nexit 0\n")
        before = snapshot(local.folder)
        installed(local.folder)
        installed(local.folder)
        installed(local.folder, "--uninstall")
        assert snapshot(local.folder) == before

    def test_what_was_kept_is_never_lost(self, local: Repository) -> None:
        """Another hook took the place of Akia's since."""
        hooks = local.folder / ".git" / "hooks"
        other(hooks, "#!/bin/sh\n# one\n")
        installed(local.folder)
        other(hooks, "#!/bin/sh\n# two\n")
        assert "kept from before, and there is another pre-commit now" in refused(local.folder)
        assert "left " in installed(local.folder, "--uninstall", "pre-commit")
        assert (hooks / BEFORE).read_text() == "#!/bin/sh\n# one\n"

    @pytest.mark.parametrize(
        ("content", "said"),
        [
            pytest.param(
                "#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\n",
                ".pre-commit-config.yaml",
                id="pre-commit",
            ),
            pytest.param("#!/bin/sh\ncall_lefthook run pre-commit\n", "lefthook keeps this hook", id="lefthook"),
            pytest.param(
                "#!/usr/bin/env ruby\n# Entrypoint for Overcommit hook\n", "Overcommit keeps", id="Overcommit"
            ),
            pytest.param("#!/bin/sh\n# husky\n", ".husky/pre-commit", id="an old husky"),
            pytest.param(
                '#!/bin/sh\nexec run-parts "hooks/$(basename "$0").d"\n', "asks for its own name", id="its own name"
            ),
        ],
    )
    def test_what_another_program_keeps_is_left_alone(self, local: Repository, content: str, said: str) -> None:
        other(local.folder / ".git" / "hooks", content)
        assert said in refused(local.folder)
        assert installed(local.folder, "pre-push").startswith("wrote ")

    @pytest.mark.parametrize(
        ("content", "is_left"),
        [
            pytest.param("#!/bin/sh\n# akia staged would be nice\nexit 0\n", False, id="a comment"),
            pytest.param("#!/bin/sh\nakia scan .\n", False, id="another command"),
            pytest.param("#!/bin/sh\nexec akia staged\n", True, id="as the docs show it"),
            pytest.param('#!/bin/sh\n"$HOME/bin/akia" --quiet staged || exit 1\n', True, id="by its path"),
        ],
    )
    def test_what_calls_akia_itself_is_left_as_it_is(self, local: Repository, content: str, is_left: bool) -> None:
        path = other(local.folder / ".git" / "hooks", content)
        said = installed(local.folder)
        assert (f"left {path} as it is: it calls akia staged itself" in said) is is_left
        assert (path.read_text() == content) is is_left
        assert f"wrote {local.folder}/.git/hooks/pre-push" in said

    @pytest.mark.parametrize(
        ("settings", "is_left"),
        [
            pytest.param("repos: []  # id: akia\n", False, id="a comment"),
            pytest.param("- id: akia-pre-push\n", False, id="the other hook"),
            pytest.param("  - id: akia\n", True, id="it is named"),
            pytest.param("  hooks: [{id: 'akia'}]\n", True, id="in braces"),
        ],
    )
    def test_pre_commit_that_calls_akia_is_enough(self, local: Repository, settings: str, is_left: bool) -> None:
        local.write(".pre-commit-config.yaml", settings.encode())
        other(local.folder / ".git" / "hooks", "#!/bin/sh\n# File generated by pre-commit: https://pre-commit.com\n")
        done = install(local.folder, "pre-commit")
        assert ("pre-commit calls Akia, as .pre-commit-config.yaml has it" in done.stdout) is is_left
        assert (done.returncode == 0) is is_left

    def test_pre_commit_that_will_call_akia_too_is_said(self, local: Repository) -> None:
        local.write(".pre-commit-config.yaml", b"  - id: akia\n")
        said = installed(local.folder)
        assert said.count("names akia too: after pre-commit install both would look") == 1

    def test_pre_commit_keeps_akias_hook_when_it_comes_later(self, local: Repository) -> None:
        """The real program moves it to `.legacy`, and runs it first."""
        installed(local.folder, "pre-commit")
        local.write(".pre-commit-config.yaml", b"repos: []\n").add().git("commit", "-q", "--no-verify", "-m", "m")
        program = Path(AKIA).parent / "pre-commit"
        subprocess.run([program, "install"], cwd=local.folder, env=clean(), check=True, capture_output=True)
        made, told = commits(local.write("k.ini", PAIR).add())
        assert not made
        assert "This commit is blocked" in told
        assert "pre-commit uninstall, and then this again" in installed(local.folder, "--uninstall")
        subprocess.run([program, "uninstall"], cwd=local.folder, env=clean(), check=True, capture_output=True)
        assert "removed " in installed(local.folder, "--uninstall")


class TestElsewhere:
    def test_a_folder_of_the_project(self, local: Repository) -> None:
        """Others get it: no path of this machine may stand in it."""
        local.git("config", "core.hooksPath", ".githooks")
        said = installed(local.folder)
        assert f"wrote {local.folder}/.githooks/pre-commit\n" in said
        assert "committed, they run for others" in said
        assert str(Path(AKIA).parent) not in (local.folder / ".githooks" / "pre-commit").read_text()
        assert (
            "This commit is blocked"
            in commits(local.write("k.ini", PAIR).add(), f"{Path(AKIA).parent}:/usr/bin:/bin")[1]
        )

    def test_a_folder_for_all_repositories(self, local: Repository, home: Path) -> None:
        local.git("config", "--global", "core.hooksPath", "~/hooks")
        said = installed(local.folder)
        assert f"wrote {home}/hooks/pre-push\n" in said
        assert "core.hooksPath (global) leads there, so that they run in all repositories" in said
        assert not commits(local.write("k.ini", PAIR).add())[0]
        assert not (local.folder / ".git" / "hooks" / "pre-commit").exists()

    def test_husky(self, local: Repository) -> None:
        local.git("config", "core.hooksPath", ".husky/_")
        assert "husky keeps the hooks here: write akia staged in .husky/pre-commit" in refused(local.folder)

    def test_husky_that_calls_akia_is_enough(self, local: Repository) -> None:
        local.git("config", "core.hooksPath", ".husky/_").write(".husky/pre-commit", b"npm test\nakia staged\n")
        assert "husky keeps the hooks here" in refused(local.folder)
        assert "husky calls Akia already" in installed(local.folder, "pre-commit")

    @pytest.mark.parametrize(("run", "is_left"), [("akia staged", True), ("# akia staged", False), ("true", False)])
    def test_lefthook_that_calls_akia_is_enough(self, local: Repository, run: str, is_left: bool) -> None:
        local.write("lefthook.yml", f"pre-commit:\n  jobs:\n    - run: {run}\n".encode())
        other(local.folder / ".git" / "hooks", "#!/bin/sh\ncall_lefthook run pre-commit\n")
        done = install(local.folder, "pre-commit")
        assert ("lefthook calls akia staged, as lefthook.yml has it" in done.stdout) is is_left
        assert (done.returncode == 0) is is_left

    def test_a_linked_work_tree(self, local: Repository) -> None:
        local.git("worktree", "add", "-q", "../linked", "-b", "linked")
        linked = Repository.at(local.folder.parent / "linked")
        assert f"wrote {local.folder}/.git/hooks/pre-commit\n" in installed(linked.folder)
        assert not commits(linked.write("k.ini", PAIR).add())[0]
        assert not commits(local.write("k.ini", PAIR).add())[0]

    def test_a_submodule(self, local: Repository, tmp_path: Path) -> None:
        inner = Repository(tmp_path / "inner").write("a", b"a").commit()
        local.git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()
        assert f"wrote {local.folder}/.git/modules/sub/hooks/pre-commit\n" in installed(local.folder / "sub")
        assert not commits(Repository.at(local.folder / "sub").write("k.ini", PAIR).add())[0]
        assert not (local.folder / ".git" / "hooks" / "pre-commit").exists()

    def test_a_server(self, local: Repository) -> None:
        server = Repository.at(local.folder.parent / "server.git")
        assert installed(server.folder) == f"wrote {server.folder}/hooks/pre-receive\n"
        assert push(local.write("b", b"b").commit(), "origin", "main").went_through
        assert "push refused" in push(local.write("k.ini", PAIR).commit(), "origin", "main").said

    def test_a_server_with_a_hook(self, local: Repository) -> None:
        """The older one is told what is pushed too, and its arguments."""
        server = Repository.at(local.folder.parent / "server.git")
        other(server.folder / "hooks", "#!/bin/sh\ncat > told\n", "pre-receive")
        other(server.folder / "hooks", "#!/bin/sh\necho $# > told-too\n", "update")
        installed(server.folder, "pre-receive", "update")
        assert push(local.write("b", b"b").commit(), "origin", "main").went_through
        assert (server.folder / "told").read_text().endswith(f"{tip(local)} refs/heads/main\n")
        assert (server.folder / "told-too").read_text() == "3\n"

    def test_no_repository(self, tmp_path: Path) -> None:
        assert "not a git repository" in refused(tmp_path)

    def test_where_hooks_are_switched_off(self, local: Repository) -> None:
        local.git("config", "core.hooksPath", "/dev/null")
        assert "/dev/null" in refused(local.folder)

    def test_a_folder_in_the_place_of_a_hook(self, local: Repository) -> None:
        (local.folder / ".git" / "hooks" / "pre-push").mkdir(parents=True)
        assert "pre-push: Is a directory" in refused(local.folder)

    @pytest.mark.skipif(not os.path.isdir("/sys/kernel"), reason="no folder is known that even root cannot write to")
    def test_a_folder_that_cannot_be_written_to(self, local: Repository) -> None:
        local.git("config", "core.hooksPath", "/sys/kernel")
        assert refused(local.folder).startswith("akia: /sys/kernel/pre-commit: ")

    @pytest.mark.parametrize("words", [["post-commit"], ["--", "--global"]])
    def test_a_hook_that_is_none_of_ours(self, local: Repository, words: list[str]) -> None:
        assert "akia: the hooks are pre-commit, pre-merge-commit, pre-push, " in refused(local.folder, *words)


class TestGlobal:
    def test_new_repositories_have_the_hooks(self, home: Path, tmp_path: Path) -> None:
        said = installed(tmp_path, "--global")
        assert f"set init.templateDir to {home}/.config/akia/template in git's global settings\n" in said
        local = Repository(tmp_path / "new").write("k.ini", PAIR).add()
        assert not commits(local)[0]
        assert (local.folder / ".git" / "info" / "exclude").exists()

    def test_so_have_clones(self, local: Repository, tmp_path: Path) -> None:
        installed(tmp_path, "--global")
        local.git("clone", "-q", "../server.git", "../clone")
        assert not commits(Repository.at(tmp_path / "clone").write("k.ini", PAIR).add())[0]

    def test_git_init_adds_them(self, local: Repository, tmp_path: Path) -> None:
        own = other(local.folder / ".git" / "hooks", "#!/bin/sh\n", "pre-push")
        installed(tmp_path, "--global")
        local.git("init", "-q")
        assert not commits(local.write("k.ini", PAIR).add())[0]
        assert own.read_text() == "#!/bin/sh\n"

    def test_away_again(self, home: Path, tmp_path: Path) -> None:
        (home / ".gitconfig").write_text("[user]\n\tname = A\n")
        before = snapshot(home)
        installed(tmp_path, "--global")
        assert installed(tmp_path, "--global").count("is there already") == 2
        assert "took init.templateDir out" in installed(tmp_path, "--global", "--uninstall")
        assert snapshot(home) == before
        assert not (home / ".config" / "akia").exists()

    def test_another_template_is_left_alone(self, home: Path, local: Repository) -> None:
        local.git("config", "--global", "init.templateDir", "/somewhere")
        assert "init.templateDir (global) is /somewhere" in refused(home, "--global")
        assert installed(home, "--global", "--uninstall").startswith("there is no hook of Akia in ")
        assert local.ask("config", "--global", "init.templateDir") == b"/somewhere"

    def test_hooks_elsewhere_are_left_alone(self, home: Path, local: Repository) -> None:
        local.git("config", "--global", "core.hooksPath", "~/hooks")
        assert f"core.hooksPath (global) is {home}/hooks" in refused(home, "--global")

    def test_what_a_repository_has_set_does_not_count(self, local: Repository) -> None:
        local.git("config", "core.hooksPath", ".githooks")
        assert "set init.templateDir" in installed(local.folder, "--global")

    def test_the_users_own_settings_file_is_written(self, home: Path, tmp_path: Path) -> None:
        done = install(tmp_path, "--global", env={"GIT_CONFIG_GLOBAL": str(tmp_path / "mine")})
        assert done.returncode == 0, done
        assert "templateDir" in (tmp_path / "mine").read_text()
        assert not (home / ".gitconfig").exists()


def test_what_is_installed_is_what_the_docs_show(local: Repository) -> None:
    """A hook written by hand and one that is installed say the same of a push."""
    written(local.folder / ".git", "pre-push")
    by_hand = push(local.write("k.ini", OTHER).commit(), "origin", "main").said
    (local.folder / ".git" / "hooks" / "pre-push").unlink()
    installed(local.folder, "pre-push")
    told = push(local, "origin", "main").said
    assert [line for line in told.splitlines() if line.startswith("akia: ")] == [
        line for line in by_hand.splitlines() if line.startswith("akia: ")
    ]
