"""What refs of all kinds lead to is told by them: tags of tags, of files and of folders; work trees' own refs; stashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looking import history, lost, occurrences
from repositories import PAIR, Repository

from patterns._fake import fake
from scanner.model import Occurrence

KEY = fake("<id>").decode()
SECRET = fake("<secret>").decode()
Steps = Callable[[Repository], object]
Told = tuple[str, str, str | None, tuple[str, ...], tuple[str, ...]]
"""Place, path without the names of objects, reach, refs, tips."""

ONE, TWO = "refs/tags/one", "refs/tags/two"


def begun(r: Repository) -> Repository:
    return r.write("a", b"a").commit()


def blob(r: Repository) -> str:
    return r.ask("hash-object", "-w", "--stdin", given=fake(PAIR)).decode()


def tree(r: Repository) -> str:
    """A folder in a folder, with a file in it."""
    inner = r.ask("mktree", given=b"100644 blob %s\tk.ini\n" % blob(r).encode())
    return r.ask("mktree", given=b"040000 tree %s\td\n" % inner).decode()


def twice_tagged(r: Repository, name: str) -> None:
    """By a tag, which another tag names."""
    begun(r).git("tag", "-a", "one", "-m", "x", name).git("tag", "-a", "two", "-m", "x", "one")


def only_the_outer(r: Repository, name: str) -> None:
    twice_tagged(r, name)
    r.git("tag", "-d", "one")


def message(r: Repository) -> None:
    begun(r).git("tag", "-a", "one", "-m", KEY).git("tag", "-a", "two", "-m", "x", "one")


def linked(r: Repository) -> Repository:
    begun(r).git("worktree", "add", "-q", "--detach", "../linked")
    return Repository.at(r.folder.parent / "linked")


def commit_there(r: Repository) -> Repository:
    return linked(r).write("k.ini", PAIR).commit()


def called(r: Repository) -> str:
    """A folder that is called by a key, with a file in it that is called so, too."""
    file = r.ask("hash-object", "-w", "--stdin", given=b"x").decode()
    inner = r.ask("mktree", given=b"100644 blob %s\t%s.txt\n" % (file.encode(), KEY.encode()))
    return r.ask("mktree", given=b"040000 tree %s\t%s\n" % (inner, KEY.encode())).decode()


def replacement(r: Repository) -> None:
    """Of a folder by one with such names, which only the ref of the replacement leads to."""
    begun(r).git("update-ref", "refs/replace/" + r.ask("rev-parse", "HEAD^{tree}").decode(), called(r))


def bisection(r: Repository) -> None:
    it = commit_there(r).git("update-ref", "refs/bisect/bad", "HEAD").git("reset", "-q", "--hard", "HEAD~1")
    it.git("reflog", "expire", "--expire=now", "--all")


def stash_without_a_reflog(r: Repository) -> None:
    begun(r).write("a", PAIR).git("stash", "-q")
    (r.folder / ".git/logs/refs/stash").unlink()


def files_called_like_refs(r: Repository) -> None:
    begun(r).write("a", PAIR).git("stash", "-q").git("notes", "add", "-m", fake(PAIR))
    r.write("refs/stash", b"x").write("refs/notes/commits", b"x").write("HEAD", b"x").commit()


def merge_alone_in_a_stash(r: Repository) -> None:
    """What only a merge brought in, in a linked work tree, and only staged there when it was stashed away."""
    begun(r).git("checkout", "-qb", "side").write("s", b"s").commit().git("checkout", "-q", "main")
    it = linked(r.write("m", b"m").commit())
    it.git("merge", "-q", "--no-commit", "--no-ff", "side").write("k.ini", PAIR).commit()
    it.git("reset", "-q", "--soft", "HEAD~1").git("stash", "-q")
    r.git("worktree", "remove", "--force", "../linked").git("reflog", "expire", "--expire=now", "--all")


def pull_request(r: Repository) -> None:
    begun(r).git("update-ref", "refs/pull/1/head", blob(r))


CASES: dict[str, tuple[Steps, set[Told]]] = {
    "a file that a tag names": (
        lambda r: begun(r).git("tag", "one", blob(r)),
        {("blob", "blob:", "ref", (ONE,), (ONE,))},
    ),
    "a file that a tag of a tag names": (
        lambda r: twice_tagged(r, blob(r)),
        {("blob", "blob:", "ref", (ONE, TWO), (ONE, TWO))},
    ),
    "the same without the inner tag": (
        lambda r: only_the_outer(r, blob(r)),
        {("blob", "blob:", "ref", (TWO,), (TWO,))},
    ),
    "a folder that a tag of a tag names": (
        lambda r: only_the_outer(r, tree(r)),
        {("blob", "d/k.ini", "ref", (TWO,), (TWO,))},
    ),
    "names in a folder that a tag names": (
        lambda r: begun(r).git("tag", "one", called(r)),
        {("file-name", path, "ref", (ONE,), (ONE,)) for path in (KEY, f"{KEY}/{KEY}.txt")},
    ),
    "names in a folder that a tag of a tag names": (
        lambda r: only_the_outer(r, called(r)),
        {("file-name", path, "ref", (TWO,), (TWO,)) for path in (KEY, f"{KEY}/{KEY}.txt")},
    ),
    "names in a folder that nothing names": (
        lambda r: called(begun(r)),
        {("file-name", "tree-entry:", "dangling", (), ())},
    ),
    "a file that a ref of another kind names": (
        pull_request,
        {("blob", "blob:", "ref", ("refs/pull/1/head",), ("refs/pull/1/head",))},
    ),
    "a file that nothing names": (
        lambda r: blob(begun(r)),
        {("blob", "blob:", "dangling", (), ())},
    ),
    "a message of a tag that a tag names": (
        message,
        {("tag-message", "tag-message:", "ref", (ONE, TWO), (ONE, TWO))},
    ),
    "a message of a tag that was deleted": (
        lambda r: begun(r).git("tag", "-a", "one", "-m", KEY).git("tag", "-d", "one"),
        {("tag-message", "tag-message:", "dangling", (), ())},
    ),
    "a linked work tree on no branch": (
        commit_there,
        {("blob", "k.ini", "ref", ("worktrees/linked/HEAD",), ("worktrees/linked/HEAD",))},
    ),
    "a bisection in a linked work tree": (
        bisection,
        {("blob", "k.ini", "ref", ("worktrees/linked/refs/bisect/bad",), ("worktrees/linked/refs/bisect/bad",))},
    ),
    "a stash without a reflog": (
        stash_without_a_reflog,
        {("stash", "a", "ref", ("refs/stash",), ())},
    ),
    "a stash, and a note, beside files that are called so": (
        files_called_like_refs,
        {("stash", "a", "ref", ("refs/stash",), ()), ("note", "", "ref", ("refs/notes/commits",), ())},
    ),
    "a merge alone, in a stash of a work tree that has gone": (
        merge_alone_in_a_stash,
        {("stash", "k.ini", "ref", ("refs/stash",), ())},
    ),
}


def short(item: Occurrence) -> Told:
    path = item.path or ""
    path = path[: path.find(":") + 1] or ("" if item.place == "note" else path)
    return item.place, path, item.reach, item.refs, item.tips


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()])
@pytest.mark.parametrize("options", [[], ["--object-format=sha256"]], ids=["SHA-1", "SHA-256"])
@pytest.mark.parametrize("packed", [False, True], ids=["loose", "packed"])
def test_it_is_told(
    repository: Repository, steps: Steps, expected: set[Told], options: list[str], packed: bool
) -> None:
    it = Repository(repository.folder.parent / "it", *options)
    steps(it)
    if packed:
        it.git("pack-refs", "--all").git("repack", "-qad", "--keep-unreachable")
    report = history(it.folder)
    assert {short(item) for item in occurrences(report)} == expected
    assert report.complete


def test_the_main_work_tree_is_told_from_a_linked_one(repository: Repository) -> None:
    linked(repository)
    repository.git("checkout", "-q", "--detach").write("k.ini", PAIR).commit()
    (item,) = occurrences(history(repository.folder.parent / "linked", here=True))
    assert (item.reach, item.refs, item.tips) == ("ref", ("main-worktree/HEAD",), ("main-worktree/HEAD",))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32"])
def test_no_value_is_shown_by_a_subject_in_another_encoding(repository: Repository, encoding: str) -> None:
    text = f"aws_access_key_id={KEY} aws_secret_access_key={SECRET}".encode(encoding)
    header = begun(repository).ask("cat-file", "commit", "HEAD").partition(b"\n\n")[0]
    command = ("hash-object", "-w", "-t", "commit", "--literally", "--stdin")
    repository.git("update-ref", "HEAD", repository.ask(*command, given=header + b"\n\n" + text))
    report = history(repository.folder)
    assert report.findings or encoding == "utf-32"
    shown = repr(report).replace("\\x00", "").replace("\\", "")
    assert not any(SECRET[at : at + 8] in shown for at in range(len(SECRET) - 7))


def test_a_tag_is_read_where_git_cannot_list_refs(repository: Repository) -> None:
    message(repository)
    report = history(repository.write(".git/packed-refs", b"garbage\n").folder)
    assert "tag-message" in {item.place for item in occurrences(report)}
    assert lost(report) == {"corrupt"}
