"""`akia hook pre-push` as git's own hook: real pushes to real repositories."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import AKIA, akia
from servers import Pushed, hook, pair, push, tip

from patterns._fake import fake

KEY = fake("<id>").decode()
SECRET = fake("<secret>").decode()
ZERO = "0" * 40


@pytest.fixture
def local(tmp_path: Path) -> Repository:
    """A repository with the hook, whose `main` its remote `origin` has; beside it lies `server.git`."""
    repository, _ = pair(tmp_path)
    hook(repository.folder / ".git", "pre-push")
    return repository


def server(local: Repository) -> Repository:
    return Repository.at(local.folder.parent / "server.git")


def unhooked(local: Repository, *arguments: str) -> None:
    """A push that no hook looks at."""
    assert push(local, "--no-verify", *arguments).went_through


def at_another_place(local: Repository) -> Repository:
    """Another clone of the server."""
    local.git("clone", "-q", str(server(local).folder), "../other")
    return Repository.at(local.folder.parent / "other")


Case = Callable[[Repository], Pushed]


def a_commit(local: Repository) -> Pushed:
    return push(local.write("b", b"b").commit(), "origin", "main")


def nothing_new(local: Repository) -> Pushed:
    return push(local, "origin", "main")


def a_new_branch(local: Repository) -> Pushed:
    return push(local.git("checkout", "-qb", "side").write("b", b"b").commit(), "origin", "side")


def a_new_branch_with_a_leak_that_the_remote_has(local: Repository) -> Pushed:
    unhooked(local.write("k.ini", PAIR).commit(), "origin", "main")
    return push(local.git("checkout", "-qb", "side").write("b", b"b").commit(), "origin", "side")


def a_merge_of_a_leak_that_the_remote_has(local: Repository) -> Pushed:
    """What others brought in blocks nobody, even if the branch that is pushed did not have it."""
    unhooked(local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit(), "origin", "side")
    local.git("checkout", "-q", "main").write("b", b"b").commit().git("merge", "-q", "--no-edit", "side")
    return push(local, "origin", "main")


def a_deletion(local: Repository) -> Pushed:
    unhooked(local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit(), "origin", "side")
    return push(local, "origin", ":side")


def a_forced_push_that_takes_it_out(local: Repository) -> Pushed:
    unhooked(local.write("k.ini", PAIR).commit(), "origin", "main")
    local.git("reset", "-q", "--hard", "HEAD~1").write("b", b"b").commit()
    return push(local, "--force", "origin", "main")


def a_leak_on_a_branch_that_stays_here(local: Repository) -> Pushed:
    local.git("checkout", "-qb", "secret").write("k.ini", PAIR).commit().git("checkout", "-q", "main")
    return push(local.write("b", b"b").commit(), "origin", "main")


def a_tag(local: Repository) -> Pushed:
    return push(local.git("tag", "-a", "v1", "-m", "first"), "origin", "v1")


def moved_to_another_file(local: Repository) -> Pushed:
    unhooked(local.write("k.ini", PAIR).commit(), "origin", "main")
    return push(local.git("mv", "k.ini", "elsewhere.ini").commit(), "origin", "main")


def what_the_remote_allows(local: Repository) -> Pushed:
    unhooked(local.write(".akiaignore", b"*.ini\n").commit(), "origin", "main")
    return push(local.write("k.ini", PAIR).commit(), "origin", "main")


def a_word_on_its_line(local: Repository) -> Pushed:
    return push(local.write("k.ini", PAIR.replace("<id>", "<id> # akia:allow")).commit(), "origin", "main")


def all_branches_of_a_url_that_is_a_remote(local: Repository) -> Pushed:
    unhooked(local.write("k.ini", PAIR).commit(), "origin", "main")
    return push(local.git("branch", "copy"), str(server(local).folder), "--all")


SILENT = [
    a_commit,
    nothing_new,
    a_new_branch,
    a_new_branch_with_a_leak_that_the_remote_has,
    a_merge_of_a_leak_that_the_remote_has,
    a_deletion,
    a_forced_push_that_takes_it_out,
    a_leak_on_a_branch_that_stays_here,
    a_tag,
    moved_to_another_file,
    what_the_remote_allows,
    a_word_on_its_line,
    all_branches_of_a_url_that_is_a_remote,
]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.__name__.replace("_", " ")) for case in SILENT])
def test_goes_through(local: Repository, case: Case) -> None:
    pushed = case(local)
    assert pushed.went_through, pushed.said
    assert "blocked" not in pushed.said


def a_leak(local: Repository) -> Pushed:
    return push(local.write("k.ini", PAIR).commit(), "origin", "main")


def a_leak_that_is_removed_again(local: Repository) -> Pushed:
    return push(local.write("k.ini", PAIR).commit().remove("k.ini").commit(), "origin", "main")


def a_leak_on_a_new_branch(local: Repository) -> Pushed:
    return push(local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit(), "origin", "side")


def a_leak_that_another_branch_here_has(local: Repository) -> Pushed:
    local.git("checkout", "-qb", "one").write("k.ini", PAIR).commit().git("branch", "two").write("b", b"b").commit()
    return push(local, "origin", "two")


def a_leak_that_another_remote_has(local: Repository) -> Pushed:
    Repository(local.folder.parent / "private.git", "--bare")
    local.git("remote", "add", "private", "../private.git").write("k.ini", PAIR).commit()
    unhooked(local, "private", "main")
    return push(local, "origin", "main")


def a_leak_in_one_of_many(local: Repository) -> Pushed:
    local.write("b", b"b").commit().git("checkout", "-qb", "side", "HEAD~1").write("k.ini", PAIR).commit()
    return push(local, "origin", "main", "side", "HEAD~1:refs/heads/third")


def a_leak_in_a_forced_push(local: Repository) -> Pushed:
    local.write("k.ini", PAIR).git("add", "-A").git("commit", "-q", "--amend", "-m", "again")
    return push(local, "--force", "origin", "main")


def a_leak_over_what_is_not_known_here(local: Repository) -> Pushed:
    other = at_another_place(local).write("o", b"o").commit()
    other.git("push", "-q", "origin", "main")
    return push(local.write("k.ini", PAIR).commit(), "--force", "origin", "main")


def a_leak_that_was_taken_out_of_the_remote(local: Repository) -> Pushed:
    """The reference to the remote's branch still leads to it here; what git was just told counts."""
    unhooked(local.write("k.ini", PAIR).commit(), "origin", "main")
    at_another_place(local).git("reset", "-q", "--hard", "HEAD~1").git("push", "-qf", "origin", "main")
    return push(local.write("b", b"b").commit(), "origin", "main")


def a_leak_pushed_to_a_url(local: Repository) -> Pushed:
    Repository(local.folder.parent / "nameless.git", "--bare")
    return push(local.write("k.ini", PAIR).commit().write("b", b"b").commit(), "../nameless.git", "main")


def a_leak_pushed_as_a_word_with_spaces(local: Repository) -> Pushed:
    return push(local.write("k.ini", PAIR).commit(), "origin", "HEAD@{0 minutes ago}:refs/heads/odd")


def a_message_of_a_tag(local: Repository) -> Pushed:
    return push(local.git("tag", "-a", "v1", "-m", KEY), "origin", "v1")


def a_message_of_a_tag_of_a_tag(local: Repository) -> Pushed:
    local.git("tag", "-a", "inner", "-m", KEY).git("tag", "-a", "v1", "-m", "outer", "inner")
    return push(local, "origin", "v1")


def a_tag_of_a_file(local: Repository) -> Pushed:
    name = local.ask("hash-object", "-w", "--stdin", given=fake(PAIR))
    return push(local.git("tag", "v1", name), "origin", "v1")


def a_tag_of_a_tree(local: Repository) -> Pushed:
    tree = local.write("k.ini", PAIR).add().ask("write-tree")
    return push(local.git("tag", "-a", "v1", "-m", "files", tree), "origin", "v1")


def a_note(local: Repository) -> Pushed:
    return push(local.git("notes", "add", "-m", KEY), "origin", "refs/notes/commits")


def a_message(local: Repository) -> Pushed:
    return push(local.write("b", b"b").commit("-m", KEY), "origin", "main")


def a_change_that_excuses_itself(local: Repository) -> Pushed:
    return push(local.write("k.ini", PAIR).write(".akiaignore", b"*.ini\n").commit(), "origin", "main")


FOUND = {
    a_leak: "k.ini:1",
    a_leak_that_is_removed_again: "k.ini:1",
    a_leak_on_a_new_branch: "k.ini:1",
    a_leak_that_another_branch_here_has: "k.ini:1",
    a_leak_that_another_remote_has: "k.ini:1",
    a_leak_in_one_of_many: "k.ini:1",
    a_leak_in_a_forced_push: "k.ini:1",
    a_leak_over_what_is_not_known_here: "k.ini:1",
    a_leak_that_was_taken_out_of_the_remote: "k.ini:1",
    a_leak_pushed_to_a_url: "k.ini:1",
    a_leak_pushed_as_a_word_with_spaces: "k.ini:1",
    a_message_of_a_tag: "tag message",
    a_message_of_a_tag_of_a_tag: "tag message",
    a_tag_of_a_file: "blob",
    a_tag_of_a_tree: "k.ini:1",
    a_note: "commit",
    a_message: "commit message",
    a_change_that_excuses_itself: "k.ini:1",
}


@pytest.mark.parametrize(
    ("case", "told"), [pytest.param(*item, id=item[0].__name__.replace("_", " ")) for item in FOUND.items()]
)
def test_is_blocked(local: Repository, case: Case, told: str) -> None:
    pushed = case(local)
    assert not pushed.went_through, pushed.said
    assert "akia: This push is blocked; nothing of it has left this machine." in pushed.said
    assert told in pushed.said
    assert SECRET not in pushed.said
    assert SECRET[4:-4] not in pushed.said
    assert SECRET.encode() not in server(local).ask("log", "--all", "-p", "--format=%B")


class TestWhatIsSaid:
    def test_one_report_for_all_that_is_pushed(self, local: Repository) -> None:
        local.write("k.ini", PAIR).commit().git("checkout", "-qb", "side", "HEAD~1").write("l.ini", OTHER).commit()
        pushed = push(local, "origin", "main", "side")
        assert pushed.said.count("This push is blocked") == 1
        assert "2 AWS credentials in 2 places" in pushed.said
        assert all(f"commit {tip(local, branch)[:12]}" in pushed.said for branch in ("main", "side"))

    def test_how_to_take_it_out_of_the_last_commit(self, local: Repository) -> None:
        said = a_leak(local).said
        assert "$ git commit --amend" in said
        assert "rebase" not in said

    def test_that_way_leads_out(self, local: Repository) -> None:
        a_leak(local)
        local.write("k.ini", b"taken out").add().git("commit", "-q", "--amend", "--no-edit")
        assert push(local, "origin", "main").went_through

    def test_how_to_take_it_out_of_earlier_commits(self, local: Repository) -> None:
        start = tip(local)[:12]
        assert f"$ git rebase -i {start}\n" in a_leak_that_is_removed_again(local).said

    def test_that_way_leads_out_too(self, local: Repository) -> None:
        """Both commits are dropped in the editor; what stays can be pushed."""
        said = a_leak_that_is_removed_again(local.write("b", b"b").commit()).said
        start = said.split("$ git rebase -i ")[1].split("\n")[0]
        local.git("rebase", "-q", "-i", start, env={"GIT_SEQUENCE_EDITOR": "sed -i s/^pick/drop/"})
        assert push(local, "origin", "main").went_through

    def test_merges_are_kept_by_the_way_out(self, local: Repository) -> None:
        local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit().git("checkout", "-q", "main")
        local.write("b", b"b").commit().git("merge", "-q", "--no-edit", "side")
        assert "$ git rebase -i -r " in push(local, "origin", "main").said

    def test_the_first_commit_has_no_parent_to_begin_at(self, tmp_path: Path) -> None:
        Repository(tmp_path / "server.git", "--bare")
        local = Repository(tmp_path / "local").write("k.ini", PAIR).commit().write("b", b"b").commit()
        hook(local.folder / ".git", "pre-push")
        assert "$ git rebase -i --root\n" in push(local, "../server.git", "main").said

    def test_a_tag_is_to_be_written_anew(self, local: Repository) -> None:
        assert "git tag -d NAME" in a_message_of_a_tag(local).said


class TestStatus:
    def test_what_cannot_be_looked_at_stops_the_push(self, local: Repository) -> None:
        """A file of a commit that lies beside what is sent: git itself would not notice."""
        local.write("b", b"b").commit().remove("b").commit()
        name = local.ask("rev-parse", "HEAD~1:b").decode()
        (local.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
        pushed = push(local, "origin", "main")
        assert not pushed.went_through
        assert "akia: This push is stopped: not everything that is pushed could be looked at" in pushed.said

    def test_an_object_that_is_not_here(self, local: Repository) -> None:
        ended = akia(local.folder, "hook", "pre-push", given=f"x {'1' * 40} refs/heads/x {ZERO}\n".encode())
        assert ended.status == 2

    @pytest.mark.parametrize(
        "line",
        [
            pytest.param(b"one two\n", id="too few words"),
            pytest.param(b"refs/heads/x --all refs/heads/x " + ZERO.encode() + b"\n", id="an option for an object"),
            pytest.param(b"refs/heads/x HEAD refs/heads/x " + ZERO.encode() + b"\n", id="a name for an object"),
        ],
    )
    def test_what_git_never_tells(self, local: Repository, line: bytes) -> None:
        done = _hook(local, given=line)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr == b"akia: this is not what git tells this hook\n"

    def test_nothing_is_pushed(self, local: Repository) -> None:
        done = _hook(local, given=b"")
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def test_a_deletion_is_not_looked_at(self, local: Repository) -> None:
        done = _hook(local, given=f"(delete) {ZERO} refs/heads/x {'1' * 40}\n".encode())
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")

    def test_options_count(self, local: Repository) -> None:
        hook(local.folder / ".git", "pre-push", "--fail-on", "never", "--quiet")
        assert a_leak(local).went_through

    def test_sha256(self, tmp_path: Path) -> None:
        local, _ = pair(tmp_path, "--object-format=sha256")
        hook(local.folder / ".git", "pre-push")
        assert "k.ini:1" in a_leak(local).said


class TestPreCommit:
    """What pre-commit tells at its stage pre-push; test_pre_commit.py runs the program itself."""

    def test_what_it_names_is_looked_at(self, local: Repository) -> None:
        old = tip(local)
        local.write("k.ini", PAIR).commit().write("b", b"b").commit()
        told = {"PRE_COMMIT_FROM_REF": old, "PRE_COMMIT_TO_REF": tip(local), "PRE_COMMIT_REMOTE_NAME": "origin"}
        assert _hook(local, env=told).returncode == 1
        assert _hook(local, env=told | {"PRE_COMMIT_TO_REF": old}).returncode == 0

    def test_a_whole_branch(self, local: Repository) -> None:
        local.git("checkout", "-q", "--orphan", "new").write("k.ini", PAIR).commit().git("checkout", "-q", "main")
        told = {"PRE_COMMIT_LOCAL_BRANCH": "refs/heads/new", "PRE_COMMIT_REMOTE_NAME": "origin"}
        assert _hook(local, env=told).returncode == 1

    def test_where_it_names_nothing_head_counts(self, local: Repository) -> None:
        assert _hook(local, env={}).returncode == 0
        assert _hook(local.write("k.ini", PAIR).commit(), env={}).returncode == 1


def _hook(
    local: Repository, given: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The hook alone. env: what pre-commit tells; None where it is not at work."""
    import os

    told = {} if env is None else {"PRE_COMMIT": "1"} | env
    command = [AKIA, "hook", "pre-push"] + (["origin", "url"] if env is None else [])
    return subprocess.run(
        command, cwd=local.folder, env=os.environ | told, input=given, capture_output=True, timeout=60
    )


def test_nothing_heavy_is_loaded(local: Repository) -> None:
    """A hook pays for each import."""
    import sys

    local.write("b", b"b").commit()
    line = f"refs/heads/main {tip(local)} refs/heads/main {tip(local, 'HEAD~1')}\n"
    code = (
        "import sys\n"
        "from scanner.cli.main import main\n"
        "status = main(['hook', 'pre-push', '--quiet', 'origin', 'url'])\n"
        "heavy = {'git', 'hyperscan', 'rich', 'detect_secrets', 'dulwich', 'isal', 'pathspec', 'jinja2', 'sqlite3'}\n"
        "print(status, sorted(heavy & set(sys.modules)), 'scanner.judge.judge' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=local.folder, input=line.encode(), capture_output=True, timeout=60
    )
    assert done.stdout.decode().strip() == "0 [] False", done.stderr
