"""What lies in a repository's own folder and is no object of it: leftovers, strays, whole repositories, links."""

from __future__ import annotations

import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import history, lost, occurrences, told
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake

KEY = fake("<id>").decode()
HEX = "abcd" * 16
Steps = Callable[[Repository], object]


def begun(r: Repository) -> Repository:
    return r.write("a", b"a").commit()


def loose(r: Repository) -> Path:
    """Where an object with a key lies that nothing names; its folder's name has a letter in it."""
    for number in range(100):
        name = begun(r).ask("hash-object", "-w", "--stdin", given=fake(PAIR) + b"# %d\n" % number).decode()
        path = r.folder / ".git/objects" / name[:2] / name[2:]
        if name[:2].upper() != name[:2]:
            return path
        path.unlink()
    raise AssertionError


def moved(r: Repository, name: str) -> None:
    """The object lies elsewhere below `.git`."""
    path, target = loose(r), r.folder / ".git" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(path, target)


def uppercase(r: Repository) -> None:
    path = loose(r)
    path.parent.rename(path.parent.with_name(path.parent.name.upper()))


def cut_short(r: Repository) -> None:
    """A file of many lines whose writing was killed."""
    lines = b"".join(os.urandom(40).hex().encode() + b"\n" for _ in range(5000))
    name = begun(r).ask("hash-object", "-w", "--stdin", given=fake(PAIR) + lines).decode()
    path = r.folder / ".git/objects" / name[:2] / name[2:]
    (path.parent / "tmp_obj_aBcDeF").write_bytes(path.read_bytes()[:20_000])
    path.unlink()


def written(r: Repository, name: str, text: str = PAIR) -> None:
    path = begun(r).folder / ".git" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(fake(text))


def packed(r: Repository, suffix: str) -> None:
    """A file beside a pack."""
    (path,) = (begun(r).git("repack", "-qad").folder / ".git/objects/pack").glob("*.pack")
    path.with_suffix(suffix).write_bytes(fake(f"# {PAIR}"))


def hidden(r: Repository, name: str) -> None:
    """A whole repository of packed objects below `.git`."""
    other = Repository(begun(r).folder.parent / "other").write("k.ini", PAIR).commit().remove("k.ini").commit()
    other.git("clone", "-q", "--bare", ".", str(r.folder / ".git" / name))


def submodule(r: Repository) -> Repository:
    """One whose key is in its history alone."""
    inner = Repository(r.folder.parent / "inner").write("k.ini", PAIR).commit()
    inner.remove("k.ini").commit()
    return begun(r).git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()


def checkout_deleted(r: Repository) -> None:
    shutil.rmtree(submodule(r).folder / "sub")


def deinitialised(r: Repository) -> None:
    submodule(r).git("submodule", "--quiet", "deinit", "-f", "sub").git("rm", "-qf", "sub").commit()


def of_a_commit_ago(r: Repository) -> None:
    """The submodule is gone from the work tree and the index; git keeps its repository."""
    submodule(r).git("rm", "-qf", "sub").commit()


def new_work_tree(r: Repository, name: str, content: bytes) -> None:
    """Part of `.git` is a link to another repository's, as git-new-workdir makes them."""
    other = begun(Repository(r.folder.parent / "other"))
    path = other.folder / ".git" / name
    path.write_bytes(path.read_bytes() + content if path.exists() else content)
    top = Path(name).parts[0]
    own = begun(r).folder / ".git" / top
    shutil.rmtree(own) if own.is_dir() else own.unlink(missing_ok=True)
    own.symlink_to(other.folder / ".git" / top)


def own_folder_apart(r: Repository) -> None:
    """What all work trees share is another repository's; HEAD and what is being written are not."""
    other = begun(Repository(r.folder.parent / "other"))
    (r.folder / ".git/commondir").write_text(f"{other.folder}/.git\n")
    (r.folder / ".git/MERGE_MSG").write_bytes(fake(PAIR))


def large_file(r: Repository, folder: Path, content: str = PAIR) -> None:
    path = folder / "objects" / HEX[:2] / HEX[2:4] / HEX
    path.parent.mkdir(parents=True)
    path.write_bytes(fake(content))
    begun(r)


def storage(r: Repository, value: str, folder: Path) -> None:
    large_file(r, folder)
    r.git("config", "lfs.storage", value)


def lender_of_large_files(r: Repository) -> None:
    other = Repository(r.folder.parent / "other")
    large_file(other, other.folder / ".git/lfs")
    (begun(r).folder / ".git/objects/info/alternates").write_text(f"{other.folder}/.git/objects\n")


PLACES: dict[str, tuple[Steps, tuple[str, str]]] = {
    "an object in a folder of capitals": (uppercase, ("other", ".git/objects/")),
    "an object by another name": (lambda r: moved(r, "objects/ab/note"), ("other", ".git/objects/ab/note")),
    "an object by a name that is too long": (lambda r: moved(r, f"objects/ab/{HEX[2:]}"), ("other", ".git/objects/ab")),
    "an object in no folder": (lambda r: moved(r, f"objects/{HEX[:40]}"), ("other", ".git/objects/abcd")),
    "an object among the packs": (lambda r: moved(r, "objects/pack/x"), ("other", ".git/objects/pack/x")),
    "an object that was moved away": (lambda r: moved(r, "old/ab/cd"), ("other", ".git/old/ab/cd")),
    "a file among the objects": (lambda r: written(r, "objects/note"), ("other", ".git/objects/note")),
    "a comment on lenders": (
        lambda r: written(r, "objects/info/alternates", "# <id>\n"),
        ("other", ".git/objects/info/alternates"),
    ),
    "lenders by HTTP": (
        lambda r: written(r, "objects/info/http-alternates", "https://<id>@example.org/x\n"),
        ("other", ".git/objects/info/http-alternates"),
    ),
    "why a pack is kept": (lambda r: packed(r, ".keep"), ("other", ".git/objects/pack/pack-")),
    "what promised a pack": (lambda r: packed(r, ".promisor"), ("other", ".git/objects/pack/pack-")),
    "a table of no pack": (lambda r: written(r, "objects/pack/x.rev"), ("other", ".git/objects/pack/x.rev")),
    "a file where submodules are kept": (lambda r: written(r, "modules/x/note"), ("other", ".git/modules/x/note")),
    "the first line of packed refs": (
        lambda r: written(r, "packed-refs", "# pack-refs with: peeled fully-peeled sorted <id>\n"),
        ("other", ".git/packed-refs"),
    ),
    "a repository below .git": (lambda r: hidden(r, "old.git"), ("blob", ".git/old.git/k.ini")),
    "a repository among the objects": (lambda r: hidden(r, "objects/old"), ("blob", ".git/objects/old/k.ini")),
    "a repository among reflogs": (lambda r: hidden(r, "logs/old"), ("blob", ".git/logs/old/k.ini")),
    "a submodule whose folder was deleted": (checkout_deleted, ("blob", "sub/k.ini")),
    "a submodule that was given up": (deinitialised, ("blob", "sub/k.ini")),
    "a submodule that was removed": (of_a_commit_ago, ("blob", "sub/k.ini")),
    "the settings of a shared repository": (
        lambda r: new_work_tree(r, "config", fake("# <id>\n")),
        ("other", ".git/config"),
    ),
    "the reflogs of a shared repository": (
        lambda r: new_work_tree(r, "logs/HEAD", fake(f"{'0' * 40} {'0' * 40} A <a@b.c> 1 +0000\tsee <id>\n")),
        ("reflog", ".git/logs/HEAD"),
    ),
    "what is this work tree's own": (own_folder_apart, ("other", ".git/MERGE_MSG")),
    "large files in the work tree": (
        lambda r: storage(r, "../large", r.folder / "large"),
        ("other", "/"),
    ),
    "large files elsewhere": (
        lambda r: storage(r, str(r.folder.parent / "large"), r.folder.parent / "large"),
        ("other", "/"),
    ),
    "large files by a name of one's own": (
        lambda r: storage(r, "large", r.folder / ".git/large"),
        ("other", ".git/large/objects/ab/cd/"),
    ),
    "a lender's large files": (lender_of_large_files, ("other", "/")),
}


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in PLACES.items()])
def test_it_is_found(repository: Repository, steps: Steps, expected: tuple[str, str]) -> None:
    steps(repository)
    report = history(repository.folder)
    place, path = expected
    assert any(kind == place and where.startswith(path) for kind, where in told(report)), (told(report), report.skipped)
    assert report.complete, report.skipped


def packs_and_tables(r: Repository) -> None:
    for number in range(3):
        r.write("a", b"%d" % number).commit()
    r.git("repack", "-qadb", "--write-midx").git("commit-graph", "write", "--reachable", "--split", "--changed-paths")
    r.git("commit-graph", "write", "--reachable").write("b", b"b").commit()


def zlibs_of_nothing(r: Repository) -> None:
    """Files that begin as if they were packed."""
    for number, head in enumerate((b"x^", b"x\x9c", b"x\xda" + b"\0" * 20, b"\x78\x01")):
        (begun(r).folder / ".git" / f"file{number}").write_bytes(head)


def other_names_in_a_storage(r: Repository) -> None:
    """The setting for large files names a folder of other things."""
    folder = r.folder.parent / "home"
    for name in ("k.ini", "objects/k.ini", f"objects/ab/cd/{HEX[1:]}0", "objects/ab/cd/k.ini", f"objects/{HEX}"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(fake(PAIR))
    begun(r).git("config", "lfs.storage", str(folder))


SILENT: dict[str, Steps] = {
    "packs, and tables of them": packs_and_tables,
    "what only looks packed": zlibs_of_nothing,
    "other files where large ones would be": other_names_in_a_storage,
    "a lender without any": lambda r: (r.folder / ".git/objects/info/alternates").write_text("..\n"),
}


@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in SILENT.items()])
def test_stays_silent(repository: Repository, steps: Steps) -> None:
    steps(repository)
    report = history(begun(repository).folder)
    assert (report.findings, report.skipped, report.complete) == ((), (), True)


LINKS: dict[str, str] = {
    "reflogs": "logs",
    "a hook": "hooks/pre-commit",
    "a submodule": "modules/sub",
    "a folder of one's own": "x",
}


@pytest.mark.parametrize("name", [pytest.param(name, id=words) for words, name in LINKS.items()])
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_link_that_leads_out_is_said_and_not_followed(repository: Repository, name: str, kind: str) -> None:
    outside = begun(repository).folder.parent / "outside"
    outside.mkdir()
    (outside / "k.ini").write_bytes(fake(PAIR))
    path = repository.folder / ".git" / name
    path.parent.mkdir(exist_ok=True)
    shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    path.symlink_to(outside / "k.ini" if kind == "file" else outside)
    report = history(repository.folder)
    assert not report.findings
    assert [(item.path, item.reason) for item in report.skipped] == [(f".git/{name}", "link")]
    assert report.complete


@pytest.mark.parametrize("gone", ["HEAD", "refs"])
def test_a_broken_repository_of_a_submodule_is_said(repository: Repository, gone: str) -> None:
    """Nothing of it is checked out, and git takes it for no repository."""
    checkout_deleted(repository)
    path = repository.folder / ".git/modules/sub" / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert lost(history(repository.folder)) == {"submodule"}


def test_what_merely_looks_like_a_repository_is_said(repository: Repository) -> None:
    folder = begun(repository).folder / ".git/x"
    for name in ("HEAD", "objects", "refs"):
        (folder / name).mkdir(parents=True)
    assert lost(history(repository.folder)) == {"submodule"}


def test_refs_that_git_cannot_list_hide_nothing_else(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit().git("pack-refs", "--all")
    path = repository.folder / ".git/packed-refs"
    path.write_bytes(path.read_bytes() + fake("aws_access_key_id = <id#2>\naws_secret_access_key = <secret#2>\n"))
    report = history(repository.folder)
    assert told(report) == {("blob", "k.ini"), ("other", ".git/packed-refs")}
    assert lost(report) == {"corrupt"}


@pytest.mark.parametrize("where", ["../../nowhere", "/nowhere", "/nowhere/at/all"])
def test_the_work_tree_need_not_be_there(repository: Repository, where: str) -> None:
    """By the settings it lies where nothing is."""
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit().git("config", "core.worktree", where)
    report = history(repository.folder / ".git")
    assert {item.path for item in occurrences(report)} == {"k.ini"}
    assert report.complete


def test_an_object_whose_writing_was_killed_is_read_as_far_as_it_goes(repository: Repository) -> None:
    cut_short(repository)
    report = history(repository.folder)
    assert [where.endswith("/tmp_obj_aBcDeF!blob") for _, where in told(report)] == [True]
    assert [item.reason for item in report.skipped if item.incomplete] == ["truncated"]


def test_a_bomb_among_the_objects_is_said(repository: Repository) -> None:
    """Half a gigabyte of nothing, and a key at its end."""
    packing = zlib.compressobj(9)
    parts = [packing.compress(b"\0" * 2**24) for _ in range(32)]
    path = begun(repository).folder / ".git/objects/tmp"
    path.write_bytes(b"".join([*parts, packing.compress(b"\n" + fake(OTHER)), packing.flush()]))
    assert [(item.path, item.reason) for item in history(repository.folder).skipped] == [(".git/objects/tmp", "limit")]
