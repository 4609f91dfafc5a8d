"""What cannot be looked at is said, the rest is looked at, and nothing is fetched."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import commits, history, lost, occurrences, told
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.cli.main import main
from scanner.model import Report

Break = Callable[[Repository], object]


def objects(r: Repository) -> Path:
    return r.folder / ".git" / "objects"


def path_of(r: Repository, name: str) -> Path:
    """Where a loose object is kept."""
    oid = r.ask("rev-parse", name).decode()
    return objects(r) / oid[:2] / oid[2:]


def the(r: Repository, suffix: str) -> Path:
    """The one pack, or what lies beside it."""
    (path,) = (objects(r) / "pack").glob(f"*{suffix}")
    path.chmod(0o644)
    return path


def changed(path: Path, change: Callable[[bytes], bytes]) -> None:
    path.chmod(0o644)
    path.write_bytes(change(path.read_bytes()))


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


def packed(r: Repository) -> Repository:
    return r.git("repack", "-qad")


def no_commit(r: Repository) -> None:
    """One in the middle, which a commit-graph goes on to list."""
    r.git("commit-graph", "write", "--reachable")
    path_of(r, "HEAD~1").unlink()


def junk_pack(r: Repository) -> None:
    (objects(r) / "pack" / "tmp_pack_aBcDeF").write_bytes(b"PACK\0\0\0\2\0\0\0\5")


def unlisted(r: Repository) -> None:
    """A pack that holds more than its index lists: the index of a smaller pack lies beside it."""
    some = b"\n".join(r.ask("rev-list", "--objects", "--no-object-names", "HEAD").split()[:5]) + b"\n"
    r.git("pack-objects", "-q", "../small", given=some)
    packed(r)
    (small,) = r.folder.parent.glob("small-*.idx")
    changed(the(r, ".idx"), lambda _: small.read_bytes())


def borrowed_from_nowhere(r: Repository) -> None:
    (objects(r) / "info" / "alternates").write_text("../../gone\n")


def no_ref_target(r: Repository) -> None:
    (r.folder / ".git/refs/heads/gone").write_text("1" * 40 + "\n")


BROKEN: dict[str, tuple[Break, str]] = {
    "a file's content is missing": (lambda r: path_of(r, "HEAD:b").unlink(), "missing"),
    "a folder is missing": (lambda r: path_of(r, "HEAD:d").unlink(), "missing"),
    "the tree of a commit is missing": (lambda r: path_of(r, "HEAD~1^{tree}").unlink(), "missing"),
    "a commit is missing": (no_commit, "corrupt"),
    "what is staged alone is missing": (
        lambda r: (r.write("new", b"staged").add(), path_of(r, ":new").unlink()),
        "missing",
    ),
    "what a tag names is missing": (
        lambda r: (
            r.git("tag", "-a", "v", "-m", "v", r.ask("hash-object", "b").decode()),
            path_of(r, "HEAD:b").unlink(),
        ),
        "corrupt",
    ),
    "a ref names what is missing": (no_ref_target, "corrupt"),
    "an object is empty": (lambda r: changed(path_of(r, "HEAD:b"), lambda _: b""), "unreadable"),
    "an object ends too early": (lambda r: changed(path_of(r, "HEAD:b"), lambda data: data[:-9]), "truncated"),
    "an object is no zlib": (lambda r: changed(path_of(r, "HEAD:b"), lambda data: b"x" * len(data)), "unreadable"),
    "a commit is no zlib": (lambda r: changed(path_of(r, "HEAD"), lambda data: b"x" * len(data)), "corrupt"),
    "an object is a folder": (lambda r: (path_of(r, "HEAD:b").unlink(), path_of(r, "HEAD:b").mkdir()), "unreadable"),
    "a pack without its index": (lambda r: the(packed(r), ".idx").unlink(), "corrupt"),
    "an index without its pack": (lambda r: the(packed(r), ".pack").unlink(), "pack"),
    "an empty pack": (lambda r: changed(the(packed(r), ".pack"), lambda _: b""), "unreadable"),
    "an index that ends too early": (lambda r: changed(the(packed(r), ".idx"), lambda data: data[:1100]), "pack"),
    "an empty index": (lambda r: changed(the(packed(r), ".idx"), lambda _: b""), "pack"),
    "an index of another kind": (lambda r: changed(the(packed(r), ".idx"), lambda d: flipped(d, 7)), "pack"),
    "an index that leaves something out": (unlisted, "pack"),
    "a pack that is not finished": (junk_pack, "corrupt"),
    "a lender that is gone": (borrowed_from_nowhere, "alternate"),
}


def filled(r: Repository) -> Repository:
    """Three commits; nothing in them is of interest."""
    text = b"".join(b"%d\n" % number for number in range(5000))
    for number in range(3):
        r.write("a", b"%d" % number).write("b", text + b"%d" % number).write("d/c", b"c%d" % number).commit()
    return r


def is_said(reason: str, report: Report) -> bool:
    """Newer versions of git go on behind a missing commit, and name it."""
    return reason in lost(report) or (reason == "corrupt" and "missing" in lost(report))


@pytest.mark.parametrize(("damage", "reason"), [pytest.param(*case, id=name) for name, case in BROKEN.items()])
def test_damage_is_said(repository: Repository, damage: Break, reason: str, capsys: pytest.CaptureFixture[str]) -> None:
    damage(filled(repository))
    assert is_said(reason, history(repository.folder)), history(repository.folder).skipped
    call = ["history", "--no-cache", "--no-progress", str(repository.folder)]
    assert (main(call), main([*call, "--allow-incomplete"])) == (2, 0)
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(("damage", "reason"), [pytest.param(*case, id=name) for name, case in BROKEN.items()])
def test_what_is_left_is_looked_at(repository: Repository, damage: Break, reason: str) -> None:
    """Whatever is damaged, a key elsewhere is found; where git can still tell, with its path."""
    damage(filled(repository))
    other = repository.ask("hash-object", "-w", "--stdin", given=fake(PAIR))
    repository.git("update-ref", "refs/tags/key", other)
    report = history(repository.folder)
    assert report.findings
    assert is_said(reason, report)


INDEXES = [
    "an index that ends too early",
    "an empty index",
    "an index of another kind",
    "an index that leaves something out",
]


@pytest.mark.parametrize("name", INDEXES)
def test_a_pack_is_read_without_an_index_that_is_damaged(repository: Repository, name: str) -> None:
    filled(repository).write("k.ini", PAIR).commit()
    BROKEN[name][0](repository)
    report = history(repository.folder)
    assert any(found.path and found.path.endswith(".pack!k.ini") for found in occurrences(report))
    assert "pack" in lost(report)


def test_attribution_outlives_a_missing_commit(repository: Repository) -> None:
    filled(repository).write("k.ini", PAIR).commit().remove("k.ini").commit()
    path_of(repository, "HEAD~3").unlink()
    (found,) = occurrences(history(repository.folder))
    assert (found.path, found.reach, found.refs) == ("k.ini", "ref", ("refs/heads/main",))
    assert found.commit is not None
    assert found.commit.id == repository.ask("rev-parse", "HEAD~1").decode()


def test_attribution_outlives_a_missing_tree(repository: Repository) -> None:
    filled(repository).write("k.ini", PAIR).commit().remove("k.ini").write("a", b"9").commit().write("a", b"8").commit()
    path_of(repository, "HEAD~1^{tree}").unlink()
    (found,) = occurrences(history(repository.folder))
    assert (found.path, found.reach) == ("k.ini", "ref")


def test_many_broken_objects_do_not_hide_the_others(repository: Repository) -> None:
    for number in range(60):
        repository.write(f"f/{number:02}", b"%d" % number)
    repository.write("k.ini", PAIR).commit()
    for number in range(60):
        changed(path_of(repository, f"HEAD:f/{number:02}"), lambda _: b"")
    assert history(repository.folder).findings


def test_a_pack_cut_short_gives_what_is_left(repository: Repository) -> None:
    """git reads nothing of it."""
    chance = random.Random(1)  # noqa: S311 - the same each time
    repository.write("z", chance.randbytes(100_000)).add().git("commit", "-qm", fake(PAIR))
    packed(repository)
    changed(the(repository, ".pack"), lambda data: data[: len(data) - 5000])
    report = history(repository.folder)
    assert report.findings
    assert not report.complete


def test_any_one_byte_of_a_pack(repository: Repository) -> None:
    """A changed byte never goes unsaid, unless it changes nothing."""
    packed(filled(repository))
    path, index = the(repository, ".pack"), the(repository, ".idx")
    whole, names = path.read_bytes(), index.read_bytes()
    chance = random.Random(3)  # noqa: S311 - the same each time
    for at in chance.sample(range(12, len(whole) - 20), 25):
        path.write_bytes(flipped(whole, at))
        report = history(repository.folder)
        assert not report.complete or not report.findings, at
    assert index.read_bytes() == names


def shallow(r: Repository) -> Path:
    r.git("clone", "-q", "--depth=1", f"file://{r.folder}", "../clone")
    return r.folder.parent / "clone"


def blobless(r: Repository) -> Path:
    r.git("config", "uploadpack.allowFilter", "true")
    r.git("clone", "-q", "--no-checkout", "--filter=blob:none", f"file://{r.folder}", "../clone")
    return r.folder.parent / "clone"


def treeless(r: Repository) -> Path:
    r.git("config", "uploadpack.allowFilter", "true")
    r.git("clone", "-q", "--no-checkout", "--filter=tree:0", f"file://{r.folder}", "../clone")
    return r.folder.parent / "clone"


@pytest.mark.parametrize("clone", [shallow, blobless, treeless])
@pytest.mark.parametrize("remote", ["there", "gone"])
def test_a_clone_of_a_part_fetches_nothing(
    repository: Repository, clone: Callable[[Repository], Path], remote: str
) -> None:
    folder = clone(filled(repository))
    Repository.at(folder).git("config", "user.note", fake("see <id>"))
    if remote == "gone":
        shutil.rmtree(repository.folder)
    before = sorted(path for path in (folder / ".git").rglob("*"))
    report = history(folder)
    assert report.findings
    assert lost(report) & {"shallow", "missing", "partial"}
    assert sorted(path for path in (folder / ".git").rglob("*")) == before


@pytest.mark.parametrize("clone", [blobless, treeless])
def test_a_range_of_what_is_not_here(repository: Repository, clone: Callable[[Repository], Path]) -> None:
    report = commits(clone(filled(repository)), "HEAD~1..HEAD")
    assert "missing" in lost(report)


def test_a_range_over_the_border(repository: Repository) -> None:
    filled(repository)
    report = commits(shallow(repository), "HEAD")
    assert lost(report) == {"shallow"}


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
class TestOwnership:
    def test_a_repository_of_somebody_else(self, repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
        given_away(filled(repository).folder)
        assert main(["history", "--no-cache", str(repository.folder)]) == 2
        assert "belongs to another user" in capsys.readouterr().err

    def test_a_submodule_of_somebody_else(self, repository: Repository) -> None:
        filled(Repository(repository.folder / "sub"))
        repository.write("k.ini", PAIR).git("-c", "advice.addEmbeddedRepo=false", "add", "-A").commit()
        given_away(repository.folder / "sub")
        report = history(repository.folder)
        assert ("blob", "k.ini") in told(report)
        assert "submodule" in lost(report)


def given_away(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        os.chown(path, 65534, 65534, follow_symlinks=False)


def test_a_broken_submodule_is_said(repository: Repository) -> None:
    filled(Repository(repository.folder / "sub"))
    repository.write("k.ini", OTHER).git("-c", "advice.addEmbeddedRepo=false", "add", "-A").commit()
    (repository.folder / "sub/.git/HEAD").unlink()
    report = history(repository.folder)
    assert ("blob", "k.ini") in told(report)
    assert "submodule" in lost(report)


def test_no_link_leads_to_another_repository(repository: Repository) -> None:
    """The work tree of a submodule is a link that leads out."""
    outside = Repository(repository.folder.parent / "outside").write("k.ini", PAIR).commit()
    filled(Repository(repository.folder / "sub"))
    repository.git("-c", "advice.addEmbeddedRepo=false", "add", "sub").git("commit", "-qm", "x")
    shutil.rmtree(repository.folder / "sub")
    repository.link("sub", str(outside.folder))
    assert not history(repository.folder).findings
