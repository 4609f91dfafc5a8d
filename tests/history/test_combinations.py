"""Hiding places that somebody chose: trees and commits made by hand, and places within places."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import history, told
from repositories import PAIR, Repository, clean

from patterns._fake import fake

KEY = fake("<id>").decode()
Steps = Callable[[Repository], object]


def begun(r: Repository) -> Repository:
    return r.write("a", b"a").commit()


def stored(r: Repository, data: bytes, kind: str = "blob") -> str:
    return r.ask("hash-object", "-w", "-t", kind, "--literally", "--stdin", given=data).decode()


def tree(r: Repository, *entries: bytes) -> str:
    """A tree made by hand, at a branch. In each entry `<key>` stands for a file with a key, `<in>` for a tree of it."""
    key = bytes.fromhex(stored(begun(r), fake(PAIR)))
    inner = bytes.fromhex(stored(r, b"100644 k.ini\0" + key, "tree"))
    other = bytes.fromhex(stored(r, b"x"))
    words = {b"<key>": key, b"<in>": inner, b"<x>": other}
    made = b"".join(entries)
    for word, name in words.items():
        made = made.replace(word, name)
    name = stored(r, made, "tree")
    r.git("update-ref", "refs/heads/made", r.ask("commit-tree", name, "-m", "x"))
    return name


def commit(r: Repository, lines: bytes = b"", message: bytes = b"x\n") -> None:
    """The last commit again, with further lines in its header."""
    header = begun(r).ask("cat-file", "commit", "HEAD").partition(b"\n\n")[0]
    r.git("update-ref", "HEAD", stored(r, header + lines + b"\n\n" + message, "commit"))


def large_tree(r: Repository) -> None:
    """It is larger than what is held in memory."""
    filler = b"".join(b"100644 %07d%s\0<x>" % (number, b"y" * 200) for number in range(150_000))
    tree(r, filler, f"100644 z-{KEY}\0".encode() + b"<x>")


def large_tag(r: Repository) -> None:
    begun(r).git("tag", "-a", "v", "-F", "-", given=b"0123456789abcde\n" * (5 * 2**19) + fake(PAIR))
    r.git("repack", "-qad")


def commit_as_a_file(r: Repository) -> None:
    name = begun(r).ask("commit-tree", "HEAD^{tree}", "-m", KEY)
    made = stored(r, b"100644 a\0" + bytes.fromhex(name.decode()), "tree")
    r.git("update-ref", "refs/heads/made", r.ask("commit-tree", made, "-m", "x"))


def removed(r: Repository) -> Repository:
    return r.write("k.ini", PAIR).commit().remove("k.ini").commit()


def promised(r: Repository) -> None:
    """A pack of which git believes that a server has it all."""
    r.write("k.ini", PAIR).commit().git("repack", "-qad")
    for path in (r.folder / ".git/objects/pack").glob("*.pack"):
        path.with_suffix(".promisor").touch()
    r.remove("k.ini").commit()


def commit_that_was_replaced(r: Repository) -> None:
    removed(r).git("replace", "HEAD", r.ask("commit-tree", "HEAD^{tree}", "-m", "x"))


def replacement(r: Repository) -> None:
    r.write("k.ini", b"x").commit().git("replace", r.ask("rev-parse", "HEAD:k.ini"), stored(r, fake(PAIR)))


def merge_head(r: Repository) -> None:
    """A commit to which nothing but a merge that is under way leads."""
    begun(r).write("k.ini", PAIR).commit()
    name = r.ask("rev-parse", "HEAD")
    r.git("reset", "-q", "--hard", "HEAD~1").git("reflog", "expire", "--expire=now", "--all")
    (r.folder / ".git/MERGE_HEAD").write_bytes(name + b"\n")


def conflict(r: Repository) -> None:
    """Both sides of a merge that is under way, after the branch that brought one of them has gone."""
    begun(r).git("checkout", "-qb", "side").write("a", PAIR).commit().git("checkout", "-q", "main")
    r.write("a", b"m").commit()
    subprocess.run(["git", "merge", "side"], cwd=r.folder, env=clean(), capture_output=True)
    r.git("branch", "-qD", "side")


def split_index(r: Repository) -> None:
    begun(r).write("k.ini", PAIR).add().git("update-index", "--split-index").write("b", b"b").add()


def sparse(r: Repository) -> None:
    r.write("d/k.ini", PAIR).write("e/e", b"e").commit().git("sparse-checkout", "set", "--cone", "e")
    assert not (r.folder / "d").exists()


def index_of_a_deleted_work_tree(r: Repository) -> None:
    begun(r).git("worktree", "add", "-q", "../linked")
    Repository.at(r.folder.parent / "linked").write("k.ini", PAIR).add()
    shutil.rmtree(r.folder.parent / "linked")


def work_tree_of_a_bare_one(r: Repository) -> Path:
    begun(r).git("clone", "-q", "--bare", ".", "../bare.git")
    Repository.at(r.folder.parent / "bare.git").git("worktree", "add", "-q", "../linked")
    Repository.at(r.folder.parent / "linked").write("k.ini", PAIR).add()
    return r.folder.parent / "bare.git"


def apart(r: Repository) -> Repository:
    """Work tree and repository lie apart."""
    folder = r.folder.parent / "apart"
    folder.mkdir()
    return Repository.at(folder).git("init", "-q", "-b", "main", "--separate-git-dir", "../own")


def submodule_apart(r: Repository) -> Path:
    inner = removed(Repository(r.folder.parent / "inner"))
    it = begun(apart(r)).git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()
    return it.folder


def other_work_tree(r: Repository) -> None:
    folder = r.folder.parent / "elsewhere"
    folder.mkdir()
    (folder / "k.ini").write_bytes(fake(PAIR))
    begun(r).git("config", "core.worktree", str(folder)).git("add", "-A")


def stash_of_a_submodule_of_a_linked_work_tree(r: Repository) -> None:
    """Its work tree is gone; an untracked file is in the stash alone, and the submodule's own stash is not the last."""
    inner = begun(Repository(r.folder.parent / "inner"))
    begun(r).git("worktree", "add", "-q", "../linked")
    linked = Repository.at(r.folder.parent / "linked")
    linked.git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()
    sub = Repository.at(linked.folder / "sub")
    sub.write("k.ini", PAIR).git("stash", "-q", "-u").write("a", b"b").git("stash", "-q")
    shutil.rmtree(linked.folder)


def linked_to_folders(r: Repository, name: str) -> None:
    """Part of the objects lies elsewhere, behind a link."""
    path = r.folder / ".git" / name
    if name == "objects":
        removed(r)
    else:
        oid = stored(begun(r), fake(PAIR))
        path = r.folder / ".git/objects" / oid[:2]
    shutil.move(path, r.folder.parent / "moved")
    os.symlink(r.folder.parent / "moved", path)


def zipped_large_file(r: Repository) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("k.ini", fake(PAIR))
    path = begun(r).folder / ".git/lfs/objects/ab/cd" / ("abcd" * 16)
    path.parent.mkdir(parents=True)
    path.write_bytes(made.getvalue())


def written(r: Repository, name: str, text: str = PAIR) -> None:
    path = begun(r).folder / ".git" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fake(text))


def note_that_was_removed(r: Repository) -> None:
    begun(r).git("notes", "--ref", "x/y", "add", "-m", fake(PAIR)).git("notes", "--ref", "x/y", "remove", "HEAD")


def ignored_in_a_stash(r: Repository) -> None:
    r.write(".gitignore", b"*.ini\n").commit().write("k.ini", PAIR).git("stash", "-q", "--all")


PLACES: dict[str, tuple[Steps, tuple[str, str]]] = {
    "a file that its tree calls a submodule": (lambda r: tree(r, b"160000 sub\0<key>"), ("blob", "sub")),
    "a folder that its tree calls a submodule": (lambda r: tree(r, b"160000 sub\0<in>"), ("blob", "blob:")),
    "a file that its tree calls a folder": (lambda r: tree(r, b"40000 sub\0<key>"), ("blob", "blob:")),
    "a folder that its tree calls a file": (lambda r: tree(r, b"100644 sub\0<in>"), ("blob", "blob:")),
    "a file of no known mode": (lambda r: tree(r, b"777 k.ini\0<key>"), ("blob", "k.ini")),
    "the second file of a name": (lambda r: tree(r, b"100644 a\0<x>", b"100644 a\0<key>"), ("blob", "a")),
    "a file called dot dot": (lambda r: tree(r, b"100644 ..\0<key>"), ("blob", "..")),
    "a file in a folder called .git": (lambda r: tree(r, b"40000 .git\0<in>"), ("blob", ".git/k.ini")),
    "a name with a slash": (lambda r: tree(r, f"100644 a/{KEY}\0".encode() + b"<x>"), ("file-name", "tree-entry:")),
    "a name in a very large tree": (large_tree, ("other", "tree:")),
    "a message of a very large tag": (large_tag, ("tag-message", "tag-message:")),
    "a commit that a tree calls a file": (commit_as_a_file, ("commit-message", "commit-message:")),
    "the encoding of a message": (
        lambda r: commit(r, b"\nencoding " + KEY.encode()),
        ("commit-header", "commit-header:"),
    ),
    "a header of no known name": (
        lambda r: commit(r, b"\nx " + fake(PAIR).strip().replace(b"\n", b"\n ")),
        ("commit-header", "commit-header:"),
    ),
    "a message in UTF-16": (
        lambda r: commit(r, message=fake(PAIR).decode().encode("utf-16-le")),
        ("commit-message", "commit-message:"),
    ),
    "behind the end of a message": (
        lambda r: commit(r, message=b"x\0" + fake(PAIR)),
        ("commit-message", "commit-message:"),
    ),
    "a promised pack": (promised, ("blob", "k.ini")),
    "packs with bitmaps, tables and an index of all": (
        lambda r: removed(r).git("commit-graph", "write", "--reachable").git("repack", "-qadb", "--write-midx"),
        ("blob", "k.ini"),
    ),
    "behind a commit that was replaced": (commit_that_was_replaced, ("blob", "k.ini")),
    "a replacement": (replacement, ("blob", "blob:")),
    "a merge that is under way": (merge_head, ("blob", "k.ini")),
    "a side of a conflict": (conflict, ("blob", "a")),
    "an index in two parts": (split_index, ("index", "k.ini")),
    "what is not checked out": (sparse, ("blob", "d/k.ini")),
    "the index of a work tree that was deleted": (index_of_a_deleted_work_tree, ("index", "k.ini")),
    "a bare repository's work tree": (work_tree_of_a_bare_one, ("index", "k.ini")),
    "a repository apart from its work tree": (lambda r: removed(apart(r)).folder, ("blob", "k.ini")),
    "a submodule of such a one": (submodule_apart, ("blob", "sub/k.ini")),
    "the index of a work tree elsewhere": (other_work_tree, ("index", "k.ini")),
    "an older stash of a submodule whose work tree is gone": (
        stash_of_a_submodule_of_a_linked_work_tree,
        ("stash", "sub/k.ini"),
    ),
    "objects behind a link": (lambda r: linked_to_folders(r, "objects"), ("blob", "k.ini")),
    "some objects behind a link": (lambda r: linked_to_folders(r, "objects/some"), ("blob", "blob:")),
    "a container of Git LFS": (zipped_large_file, ("other", ".git/lfs/objects/ab/cd/")),
    "a download of Git LFS": (lambda r: written(r, "lfs/incomplete/x.part"), ("other", ".git/lfs/incomplete/x.part")),
    "a resolution that git remembers": (lambda r: written(r, "rr-cache/ab/preimage"), ("other", ".git/rr-cache/ab")),
    "a rebase that is under way": (lambda r: written(r, "rebase-merge/message"), ("other", ".git/rebase-merge")),
    "an index that is being written": (lambda r: written(r, "index.lock"), ("other", ".git/index.lock")),
    "a comment in settings": (lambda r: written(r, "config.worktree", "# <id>\n"), ("other", ".git/config.worktree")),
    "what a repository says of itself": (lambda r: written(r, "description"), ("other", ".git/description")),
    "a branch that is not born": (
        lambda r: begun(r).git("symbolic-ref", "HEAD", f"refs/heads/{KEY}"),
        ("other", ".git/HEAD"),
    ),
    "where a ref leads": (
        lambda r: begun(r).git("symbolic-ref", "refs/heads/x", f"refs/heads/{KEY}"),
        ("other", ".git/refs/heads/x"),
    ),
    "a ref that is a link": (lambda r: os.symlink(KEY, begun(r).folder / ".git/refs/heads/x"), ("other", ".git/refs")),
    "the message with which HEAD was moved": (
        lambda r: begun(r).git("symbolic-ref", "-m", KEY, "HEAD", "refs/heads/main"),
        ("reflog", ".git/logs/HEAD"),
    ),
    "a name for a stash": (
        lambda r: begun(r).write("a", b"b").git("stash", "push", "-q", "-m", KEY),
        ("commit-message", "commit-message:"),
    ),
    "an ignored file in a stash": (ignored_in_a_stash, ("stash", "k.ini")),
    "a note that was removed": (note_that_was_removed, ("note", "")),
}


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in PLACES.items()])
def test_it_is_found(repository: Repository, steps: Steps, expected: tuple[str, str]) -> None:
    folder = steps(repository)
    report = history(folder if isinstance(folder, Path) else repository.folder)
    places = {(item.place, item.path or "") for finding in report.findings for item in finding.occurrences}
    assert any(kind == expected[0] and path.startswith(expected[1]) for kind, path in places), (
        told(report),
        report.skipped,
    )
    assert report.complete, report.skipped
