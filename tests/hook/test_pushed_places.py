"""Where a key can hide in a push beside the files of a branch: pre-push and both hooks of a server find it alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from servers import Pushed, hook, pair, push

from patterns._fake import fake

KEY = fake("<id>").decode()
SECRET = fake("<secret>").decode()
Case = Callable[[Repository], Pushed]


@pytest.fixture(params=["pre-push", "pre-receive", "update"])
def local(request: pytest.FixtureRequest, tmp_path: Path) -> Repository:
    """A repository whose `main` its remote has; one of the hooks looks at what it pushes."""
    repository, server = pair(tmp_path)
    hook(repository.folder / ".git" if request.param == "pre-push" else server.folder, request.param)
    return repository


def unhooked(local: Repository, *arguments: str) -> None:
    """A push that no hook looks at."""
    hooks = [
        path for path in local.folder.parent.glob("**/hooks/*") if path.name in ("pre-push", "pre-receive", "update")
    ]
    for path in hooks:
        path.chmod(0o644)
    assert push(local, *arguments).went_through
    for path in hooks:
        path.chmod(0o755)


def blob(local: Repository, data: bytes) -> str:
    return local.ask("hash-object", "-w", "--stdin", given=data).decode()


def tree(local: Repository, data: bytes, path: str = "d/k.ini") -> str:
    return local.write(path, data).add().ask("write-tree").decode()


def branch_of_an_old_name(local: Repository) -> Pushed:
    """The name is no news, whatever it holds."""
    unhooked(local.git("branch", f"fix-{KEY}"), "origin", f"fix-{KEY}")
    local.git("checkout", "-q", f"fix-{KEY}").write("b", b"b").commit()
    return push(local, "origin", f"fix-{KEY}")


def branch_that_is_deleted(local: Repository) -> Pushed:
    unhooked(local.git("branch", f"fix-{KEY}"), "origin", f"fix-{KEY}")
    return push(local, "origin", f":fix-{KEY}")


def entry(local: Repository, kind: str, name: str) -> str:
    """A folder with something in it that is called by a key."""
    line = f"{'040000' if kind == 'tree' else '160000'} {kind} {name}\t{KEY}\n"
    return local.ask("mktree", given=line.encode()).decode()


def clean_tree(local: Repository) -> Pushed:
    return push(local, "origin", f"{tree(local, b'nothing')}:refs/tags/tree")


def branch_of_an_ignored_name(local: Repository) -> Pushed:
    unhooked(local.write(".akiaignore", b"refs/\n").commit(), "origin", "main")
    return push(local.git("branch", f"fix-{KEY}"), "origin", f"fix-{KEY}")


SILENT: dict[str, Case] = {
    "a branch by a name that is there": branch_of_an_old_name,
    "a branch that is deleted": branch_that_is_deleted,
    "a clean folder": clean_tree,
    "a name that settings let pass": branch_of_an_ignored_name,
}


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in SILENT.items()])
def test_goes_through(local: Repository, case: Case) -> None:
    pushed = case(local)
    assert pushed.went_through, pushed.said


def twice_tagged(local: Repository, name: str) -> Pushed:
    local.git("tag", "-a", "one", "-m", "x", name).git("tag", "-a", "two", "-m", "x", "one")
    return push(local, "origin", "two")


def name_within_a_tag(local: Repository) -> Pushed:
    """The tag's own name holds it, the reference's does not."""
    local.git("tag", "-a", f"v-{KEY}", "-m", "x").git("update-ref", "refs/tags/v", f"refs/tags/v-{KEY}")
    return push(local, "origin", "v")


def stash(local: Repository, *options: str) -> Pushed:
    return push(
        local.write("n" if options else "a", PAIR).git("stash", "-q", *options), "origin", "refs/stash:refs/heads/x"
    )


def merge_alone(local: Repository) -> Pushed:
    local.git("checkout", "-qb", "side").write("s", b"s").commit().git("checkout", "-q", "main").write(
        "m", b"m"
    ).commit()
    local.git("merge", "-q", "--no-commit", "--no-ff", "side").write("k.ini", PAIR).commit()
    return push(local, "origin", "main")


def merge_of_another_root(local: Repository) -> Pushed:
    """Nothing of the other root stays but its history."""
    local.git("checkout", "-q", "--orphan", "other").git("rm", "-qrf", ".").write("k.ini", PAIR).commit()
    local.git("checkout", "-q", "main").git(
        "merge", "-q", "--allow-unrelated-histories", "-s", "ours", "-m", "m", "other"
    )
    return push(local, "origin", "main")


def another_root_by_force(local: Repository) -> Pushed:
    local.git("checkout", "-q", "--orphan", "other").write("k.ini", PAIR).commit()
    return push(local, "--force", "origin", "other:main")


def from_a_linked_work_tree(local: Repository) -> Pushed:
    local.git("worktree", "add", "-q", "-b", "side", "../linked")
    return push(Repository.at(local.folder.parent / "linked").write("k.ini", PAIR).commit(), "origin", "side")


def beside_a_deletion(local: Repository) -> Pushed:
    unhooked(local.git("branch", "old"), "origin", "old")
    return push(local.write("k.ini", PAIR).commit(), "origin", ":old", "main")


def tagger(local: Repository) -> Pushed:
    local.git("-c", f"user.email={KEY}@example.org", "tag", "-a", "v1", "-m", "x")
    return push(local, "origin", "v1")


FOUND: dict[str, Case] = {
    "the name of a branch": lambda it: push(it.git("branch", f"fix-{KEY}"), "origin", f"fix-{KEY}"),
    "the name of a tag": lambda it: push(it.git("tag", f"v-{KEY}"), "origin", f"v-{KEY}"),
    "the name of a branch with a commit": lambda it: push(
        it.git("checkout", "-qb", f"fix-{KEY}").write("b", b"b").commit(), "origin", f"fix-{KEY}"
    ),
    "another name for what is pushed": lambda it: push(it, "origin", f"main:refs/heads/{KEY}"),
    "the name that a tag gives itself": name_within_a_tag,
    "the address of who tagged": tagger,
    "a tag of a tag of a file": lambda it: twice_tagged(it, blob(it, fake(PAIR))),
    "a tag of a tag of a folder": lambda it: twice_tagged(it, tree(it, fake(PAIR))),
    "a file alone": lambda it: push(it, "origin", f"{blob(it, fake(PAIR))}:refs/keys/x"),
    "a folder alone": lambda it: push(it, "origin", f"{tree(it, fake(PAIR))}:refs/tags/x"),
    "a name in a folder alone": lambda it: push(it, "origin", f"{tree(it, b'x', f'd/{KEY}')}:refs/tags/x"),
    "a note": lambda it: push(it.git("notes", "add", "-m", fake(PAIR)), "origin", "refs/notes/*"),
    "a stash": stash,
    "an untracked file in a stash": lambda it: stash(it, "-u"),
    "a merge alone": merge_alone,
    "a merge that keeps nothing of the other root": merge_of_another_root,
    "another root by force": another_root_by_force,
    "the name of a folder with nothing in it": lambda it: push(
        it, "origin", f"{entry(it, 'tree', it.ask('mktree').decode())}:refs/tags/x"
    ),
    "the name of a submodule in a folder alone": lambda it: push(
        it, "origin", f"{entry(it, 'commit', it.ask('rev-parse', 'HEAD').decode())}:refs/tags/x"
    ),
    "a linked work tree": from_a_linked_work_tree,
    "beside a deletion": beside_a_deletion,
    "UTF-16": lambda it: push(it.write("k.ini", fake(PAIR).decode().encode("utf-16")).commit(), "origin", "main"),
    "a link": lambda it: push(it.link("l", fake("<id>")).commit(), "origin", "main"),
    "all at once or nothing": lambda it: push(it.write("k.ini", PAIR).commit(), "--atomic", "origin", "main"),
}


@pytest.mark.parametrize("case", [pytest.param(case, id=name) for name, case in FOUND.items()])
def test_is_stopped(local: Repository, case: Case) -> None:
    pushed = case(local)
    assert not pushed.went_through, pushed.said
    assert "This push is blocked" in pushed.said or "push refused: 1 AWS credential" in pushed.said
    assert not any(SECRET[at : at + 8] in pushed.said for at in range(len(SECRET) - 7))


PARTS = {"shallow": "--depth=1", "without files": "--filter=blob:none", "without folders": "--filter=tree:0"}


@pytest.mark.parametrize("part", [pytest.param(option, id=words) for words, option in PARTS.items()])
@pytest.mark.parametrize("ref", ["main", "HEAD:refs/heads/new"])
def test_from_a_clone_of_a_part(tmp_path: Path, part: str, ref: str) -> None:
    """What is pushed is here; nothing else is fetched for it."""
    local, server = pair(tmp_path)
    server.git("config", "uploadpack.allowFilter", "true")
    for number in range(3):
        local.write("a", b"%d" % number).write(f"d/{number}", b"x%d" % number).commit()
    local.git("push", "-q", "origin", "main").git("clone", "-q", part, f"file://{server.folder}", "../part")
    clone = Repository.at(tmp_path / "part")
    hook(clone.folder / ".git", "pre-push")
    assert push(clone.write("b", b"b").commit(), "origin", ref).went_through
    pushed = push(clone.write("k.ini", PAIR).commit(), "origin", ref)
    assert not pushed.went_through
    assert "This push is blocked" in pushed.said
