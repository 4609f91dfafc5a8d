"""Where a key can hide in a repository beside the files of its commits: each place is built, and found."""

from __future__ import annotations

import hashlib
import os
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from looking import history, told
from repositories import PAIR, Repository, clean

from patterns._fake import fake

KEY = fake("<id>").decode()
Steps = Callable[[Repository], object]
LINES = b"".join(b"line %d of a file that is long enough\n" % number for number in range(500))


def begun(r: Repository) -> Repository:
    return r.write("a", b"a").commit()


def loose(r: Repository, data: bytes, kind: str = "blob") -> str:
    return r.ask("hash-object", "-w", "-t", kind, "--literally", "--stdin", given=data).decode()


def head(r: Repository) -> str:
    return r.ask("rev-parse", "HEAD").decode()


def kept_pack(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().git("repack", "-qad")
    for path in (r.folder / ".git/objects/pack").glob("*.pack"):
        path.with_suffix(".keep").write_text("for good")
    r.remove("k.ini").commit().git("gc", "-q")


def many_packs(r: Repository) -> None:
    begun(r).git("repack", "-qd").write("k.ini", PAIR).commit().git("repack", "-qd").git("repack", "-qa")
    r.git("multi-pack-index", "write")


def cruft_pack(r: Repository) -> None:
    begun(r).write("k.ini", PAIR).commit().git("reset", "-q", "--hard", "HEAD~1").git("reflog", "expire", "--all")
    r.git("reflog", "expire", "--expire=all", "--all").git("repack", "-qd", "--cruft", "-a")
    assert list((r.folder / ".git/objects/pack").glob("*.mtimes"))


def deep_deltas(r: Repository) -> None:
    for number in range(60):
        r.write("t", LINES + (fake(PAIR) if number == 30 else b"%d" % number)).commit()
    r.git("repack", "-qadf", "--depth=250", "--window=250")


def lenders(r: Repository) -> None:
    """A chain of three, by relative paths."""
    folders = [r.folder.parent / name for name in ("far", "near")]
    far = Repository(folders[0]).write("k.ini", PAIR).commit()
    near = begun(Repository(folders[1]))
    (near.folder / ".git/objects/info/alternates").write_text("../../../far/.git/objects\n")
    (r.folder / ".git/objects/info/alternates").write_text("# who lends\n../../../near/.git/objects\n")
    begun(r).git("update-ref", "refs/heads/borrowed", head(far))


def quoted_lender(r: Repository) -> None:
    far = Repository(r.folder.parent / "far\tfar").write("k.ini", PAIR).commit()
    name = str(far.folder).replace("\t", "\\t")
    (r.folder / ".git/objects/info/alternates").write_text(f'"{name}/.git/objects"\n')
    begun(r).git("update-ref", "refs/heads/borrowed", head(far))


def lost_commit(r: Repository) -> None:
    begun(r).write("k.ini", PAIR).add()
    r.git("commit-tree", "-m", "alone", r.ask("write-tree").decode()).git("rm", "-qf", "k.ini")


def lost_tree(r: Repository) -> None:
    begun(r).write(f"d/{KEY}", b"x").add()
    r.ask("write-tree")
    r.git("rm", "-qfr", "d")


def rebased_away(r: Repository) -> None:
    begun(r).git("checkout", "-qb", "side").write("k.ini", PAIR).commit().write("k.ini", b"clean").commit()
    r.git("checkout", "-q", "main").write("m", b"m").commit().git("checkout", "-q", "side")
    r.git("reset", "-q", "--hard", "main").write("k.ini", b"clean").commit()


def staged_part_of_a_stash(r: Repository) -> None:
    begun(r).write("a", PAIR).add().write("a", b"b").git("stash", "-q")


def octopus(r: Repository) -> None:
    begun(r)
    for name in ("x", "y"):
        r.git("checkout", "-qb", name, "main").write(name, b"x").commit()
    r.git("checkout", "-q", "main").write("m", b"m").commit().git("merge", "-q", "--no-commit", "x", "y").write(
        "k.ini", PAIR
    ).commit()
    assert len(r.ask("log", "-1", "--format=%P").split()) == 3


def tagger(r: Repository) -> None:
    begun(r).git("-c", f"user.email={KEY}@example.org", "tag", "-a", "v1", "-m", "one")


def tag_of_a_tag(r: Repository) -> None:
    begun(r).git("tag", "-a", "v1", "-m", fake(PAIR)).git("tag", "-a", "v2", "-m", "of v1", "v1").git("tag", "-d", "v1")


def with_header(r: Repository, lines: bytes) -> None:
    """A commit like the last one, with further lines at the end of its header."""
    above, _, message = r.ask("cat-file", "commit", "HEAD").partition(b"\n\n")
    r.git("update-ref", "HEAD", loose(r, above + b"\n" + lines + b"\n\n" + message + b"\n", "commit"))


def signature(r: Repository) -> None:
    with_header(begun(r), b"gpgsig -----BEGIN PGP SIGNATURE-----\n " + KEY.encode() + b"\n -----END PGP SIGNATURE-----")


def merged_tag(r: Repository) -> None:
    tag = b"object %s\ntype commit\ntag v1\ntagger A <a@example.org> 1700000000 +0000\n\n" % head(begun(r)).encode()
    with_header(r, b"mergetag " + (tag + fake(PAIR)).strip().replace(b"\n", b"\n "))


def foreign_letters(r: Repository) -> None:
    begun(r).write("b", b"b").add()
    r.git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-qm", b"caf\xe9 " + KEY.encode())


def original(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().git("update-ref", "refs/original/refs/heads/main", "HEAD")
    r.git("update-ref", "-d", "HEAD").git("rm", "-qrf", "--cached", ".").remove("k.ini")


def embedded(r: Repository) -> None:
    """A submodule that keeps its own `.git` folder."""
    inner = Repository(r.folder / "sub").write("k.ini", PAIR).commit()
    inner.remove("k.ini").commit()
    r.git("-c", "advice.addEmbeddedRepo=false", "add", "sub").git("commit", "-qm", "x")


def submodule_of_a_submodule(r: Repository) -> None:
    core = Repository(r.folder.parent / "core").write("k.ini", PAIR).commit()
    middle = begun(Repository(r.folder.parent / "middle"))
    middle.git("submodule", "--quiet", "add", str(core.folder), "core").commit()
    begun(r).git("submodule", "--quiet", "add", str(middle.folder), "middle").commit()
    r.git("submodule", "--quiet", "update", "--init", "--recursive")
    assert not (core.remove("k.ini").commit().folder / "k.ini").exists()


def submodule_of_a_work_tree(r: Repository) -> None:
    inner = Repository(r.folder.parent / "inner").write("k.ini", PAIR).commit()
    begun(r).git("worktree", "add", "-q", "../linked")
    linked = Repository.at(r.folder.parent / "linked")
    linked.git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()


def graft(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().remove("k.ini").commit().write("b", b"b").commit()
    (r.folder / ".git/info").mkdir(exist_ok=True)
    (r.folder / ".git/info/grafts").write_text(head(r) + "\n")


def nothing_committed(r: Repository) -> None:
    r.write("k.ini", PAIR).add()


def unborn(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().git("checkout", "-q", "--orphan", "new").git("rm", "-qrf", ".")


def detached(r: Repository) -> None:
    begun(r).git("checkout", "-q", "--detach").write("k.ini", PAIR).commit()


def staged_name(r: Repository) -> None:
    """Names of which git keeps only what the one before has not."""
    begun(r).git("update-index", "--index-version", "4").write(f"{KEY[:-1]}-", b"x").write(KEY, b"y").add()


def no_tree(r: Repository) -> None:
    """Content of any kind, stored as a tree."""
    begun(r)
    loose(r, fake(PAIR), "tree")


def packed_no_tree(r: Repository) -> None:
    begun(r).git("pack-objects", "-q", ".git/objects/pack/pack", given=loose(r, fake(PAIR), "tree").encode() + b"\n")
    r.git("prune-packed", "-q")


def made_up_type(r: Repository) -> None:
    """Newer versions of git write none."""
    data = b"stuff %d\0" % len(fake(PAIR)) + fake(PAIR)
    name = hashlib.sha1(data, usedforsecurity=False).hexdigest()
    path = begun(r).folder / ".git/objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(data))


def written_to(r: Repository, name: str) -> None:
    begun(r)
    (r.folder / ".git" / name).parent.mkdir(parents=True, exist_ok=True)
    (r.folder / ".git" / name).write_bytes(fake(PAIR))


PLACES: dict[str, tuple[Steps, tuple[str, str]]] = {
    "a pack that is kept": (kept_pack, ("blob", "k.ini")),
    "several packs with the same object, and an index of all": (many_packs, ("blob", "k.ini")),
    "a cruft pack": (cruft_pack, ("blob", "k.ini")),
    "one of sixty versions that are deltas": (deep_deltas, ("blob", "t")),
    "a lender's lender, by relative paths": (lenders, ("blob", "k.ini")),
    "a lender whose path is quoted": (quoted_lender, ("blob", "k.ini")),
    "a commit that nothing names": (lost_commit, ("blob", "k.ini")),
    "a name in a tree that nothing names": (lost_tree, ("file-name", "")),
    "a commit that was rebased away": (rebased_away, ("blob", "k.ini")),
    "the staged part of a stash": (staged_part_of_a_stash, ("stash", "a")),
    "a merge of three": (octopus, ("blob", "k.ini")),
    "the address of who tagged": (tagger, ("commit-header", "commit-header")),
    "the message of a tag that a tag names": (tag_of_a_tag, ("tag-message", "tag-message")),
    "a signature": (signature, ("commit-header", "commit-header")),
    "a tag within a merge": (merged_tag, ("commit-header", "commit-header")),
    "a message of another encoding": (foreign_letters, ("commit-message", "commit-message")),
    "what was saved before a rewrite": (original, ("blob", "k.ini")),
    "a submodule with its own folder": (embedded, ("blob", "sub/k.ini")),
    "a submodule of a submodule": (submodule_of_a_submodule, ("blob", "middle/core/k.ini")),
    "a submodule of a linked work tree": (submodule_of_a_work_tree, ("blob", "sub/k.ini")),
    "behind a graft": (graft, ("blob", "k.ini")),
    "the index, before the first commit": (nothing_committed, ("index", "k.ini")),
    "another branch than the one that is not born": (unborn, ("blob", "k.ini")),
    "a commit that HEAD alone names": (detached, ("blob", "k.ini")),
    "a name that is only staged": (staged_name, ("file-name", "")),
    "content that is stored as a tree": (no_tree, ("other", "tree")),
    "content that is packed as a tree": (packed_no_tree, ("other", "tree")),
    "a file of the name d that was a folder": (
        lambda r: r.write("d/k.ini", PAIR).commit().git("rm", "-qr", "d").write("d", b"x").commit(),
        ("blob", "d/k.ini"),
    ),
    "a name of another case": (lambda r: r.write("K.ini", PAIR).write("k.ini", b"x").commit(), ("blob", "K.ini")),
    "a folder's name": (lambda r: r.write(f"{KEY}/x/y", b"x").commit(), ("file-name", "")),
    "a name with a newline": (lambda r: r.write(f"a\n{KEY}\n", b"x").commit(), ("file-name", "a\n")),
    "a name with bytes that are no text": (
        lambda r: r.write(b"\xff\xfe.ini", PAIR).commit(),
        ("blob", "\\xff\\xfe.ini"),
    ),
    "a path with a newline": (lambda r: r.write("a\nb", PAIR).commit(), ("blob", "a\nb")),
    "a path with a tab and a quote": (lambda r: r.write('a\t"b', PAIR).commit(), ("blob", 'a\t"b')),
    "what was fetched": (lambda r: written_to(r, "FETCH_HEAD"), ("other", ".git/FETCH_HEAD")),
    "a message that is being written": (lambda r: written_to(r, "COMMIT_EDITMSG"), ("other", ".git/COMMIT_EDITMSG")),
    "a hook": (lambda r: written_to(r, "hooks/pre-push"), ("other", ".git/hooks/pre-push")),
}


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in PLACES.items()])
def test_a_hiding_place(repository: Repository, steps: Steps, expected: tuple[str, str]) -> None:
    steps(repository)
    report = history(repository.folder)
    place, path = expected
    assert any(kind == place and where.startswith(path) for kind, where in told(report)), told(report)
    assert report.complete, report.skipped


def test_an_object_of_no_known_type_is_said(repository: Repository) -> None:
    made_up_type(repository)
    report = history(repository.folder)
    assert report.findings or not report.complete


FROM_A_LINKED_WORK_TREE: dict[str, tuple[Steps, tuple[str, str]]] = {
    "a removed file": (lambda r: r.write("k.ini", PAIR).commit().remove("k.ini").commit(), ("blob", "k.ini")),
    "the common settings": (
        lambda r: begun(r).git("config", "remote.o.url", f"https://{KEY}@example.org/x"),
        ("other", ".git/config"),
    ),
    "a reflog of another branch": (
        lambda r: begun(r).git("update-ref", "--create-reflog", "-m", f"see {KEY}", "refs/heads/b", "HEAD"),
        ("reflog", ".git/logs/refs/heads/b"),
    ),
    "the main work tree's index": (lambda r: begun(r).write("k.ini", PAIR).add(), ("index", "k.ini")),
    "a submodule": (embedded, ("blob", "sub/k.ini")),
}


@pytest.mark.parametrize(
    ("steps", "expected"), [pytest.param(*case, id=name) for name, case in FROM_A_LINKED_WORK_TREE.items()]
)
def test_from_a_linked_work_tree(repository: Repository, steps: Steps, expected: tuple[str, str]) -> None:
    steps(repository)
    repository.git("worktree", "add", "-q", "--detach", "../linked")
    report = history(repository.folder.parent / "linked", here=True)
    assert expected in told(report), (told(report), report.skipped)


@pytest.mark.parametrize("size", [2**20, 33 * 2**20, 70 * 2**20], ids=["small", "one piece and more", "three pieces"])
@pytest.mark.parametrize("packed", [False, True], ids=["loose", "packed"])
def test_the_end_of_a_large_file_at_two_paths(repository: Repository, size: int, packed: bool) -> None:
    data = b"0123456789abcde\n" * (size // 16) + fake(PAIR)
    repository.write("one", data).write("two", data).commit()
    if packed:
        repository.git("-c", "core.bigFileThreshold=512m", "repack", "-qad")
    report = history(repository.folder)
    assert told(report) == {("blob", "one"), ("blob", "two")}
    assert {item.start_line for finding in report.findings for item in finding.occurrences} == {size // 16 + 1}


@pytest.mark.parametrize("shift", [-200, -60, -20, 0, 20])
def test_across_the_border_of_a_piece(repository: Repository, shift: int) -> None:
    filler = b"0123456789abcde\n" * (2 * 2**20)
    repository.write("k", filler[: 32 * 2**20 + shift] + b"\n" + fake(PAIR) + filler).commit()
    (finding,) = history(repository.folder).findings
    assert [(part.role) for part in finding.parts] == ["id", "secret"]


def test_a_long_message(repository: Repository) -> None:
    message = b"0123456789abcde\n" * (3 * 2**20) + fake(PAIR)
    begun(repository).git("commit", "-q", "--allow-empty", "--cleanup=verbatim", "-F", "-", given=message)
    report = history(repository.folder)
    assert ("commit-message", "commit-message") in told(report)


def test_the_reader_starts_nothing_of_the_repository(repository: Repository) -> None:
    """Filters, text converters, hooks and the like are all set to leave a trace."""
    trace = repository.folder.parent / "trace"
    repository.write(".gitattributes", b"* filter=f diff=d merge=m text eol=crlf\n").write("k.ini", PAIR).commit()
    for name in ("filter.f.clean", "filter.f.smudge", "filter.f.process", "diff.d.textconv", "diff.d.command",
                 "diff.external", "core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program"):  # fmt: skip
        repository.git("config", name, f"touch {trace}; false")
    repository.git("config", "filter.f.required", "true").git("config", "log.showSignature", "true")
    assert ("blob", "k.ini") in told(history(repository.folder))
    assert not trace.exists()


def test_a_bare_repository_of_packed_objects_alone(repository: Repository, tmp_path: Path) -> None:
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit().git("gc", "-q")
    shutil.copytree(repository.folder / ".git", tmp_path / "bare.git")
    Repository.at(tmp_path / "bare.git").git("config", "core.bare", "true")
    assert ("blob", "k.ini") in told(history(tmp_path / "bare.git"))
    assert os.environ.keys() >= clean().keys() - {"LC_ALL"}
