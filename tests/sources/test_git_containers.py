"""What git packs its objects in, where it lies as a file: bundles, packs, objects by themselves, patches of bytes."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from histories import history
from reports import found, left, scan
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.sources.containers import entries, limits, packs

LINES = b"".join(b"%d\n" % (number * 7919) for number in range(2000))
THIRD = "aws_access_key_id = <id#3>\naws_secret_access_key = <secret#3>\n"


def versions(r: Repository) -> Repository:
    """Files that are stored as deltas, one that is none, and a message."""
    for number in range(4):
        r.write("conf/app.ini", b"%d\n" % number + LINES + fake(PAIR)).commit()
    r.write("bin/x", os.urandom(3000)).commit()
    return r.git("commit", "-q", "--allow-empty", "-m", fake(OTHER).decode())


def bundle(r: Repository, *what: str, version: int = 2) -> bytes:
    r.git("bundle", "create", "-q", f"--version={version}", "../made", *(what or ("--all",)))
    return (r.folder.parent / "made").read_bytes()


def pack(r: Repository) -> bytes:
    r.git("gc", "-q")
    return next((r.folder / ".git/objects/pack").glob("*.pack")).read_bytes()


def loose(r: Repository, what: str) -> bytes:
    name = r.ask("rev-parse", what).decode()
    return (r.folder / ".git/objects" / name[:2] / name[2:]).read_bytes()


def named(r: Repository) -> bytes:
    """A pack whose deltas call their bases by name."""
    names = r.ask("rev-list", "--objects", "--all", "--no-object-names") + b"\n"
    r.git("pack-objects", "-q", "../made", given=names)
    return next(r.folder.parent.glob("made-*.pack")).read_bytes()


WHOLE: dict[str, Callable[[Repository], bytes]] = {
    "a bundle": lambda r: bundle(r, version=3 if r.ask("rev-parse", "--show-object-format") == b"sha256" else 2),
    "a bundle of version 3": lambda r: bundle(r, version=3),
    "a pack": pack,
    "a pack whose deltas name their bases": named,
}


@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in WHOLE.items()])
@pytest.mark.parametrize("kind", ["sha1", "sha256"])
def test_every_object_is_found_by_its_path(tmp_path: Path, kind: str, made: Callable[[Repository], bytes]) -> None:
    r = versions(Repository(tmp_path / "r", f"--object-format={kind}"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b").write_bytes(made(r))
    report = scan(tmp_path / "out")
    message = f"b!commit:{r.ask('rev-parse', 'HEAD').decode()}:"
    assert {path.rpartition(":")[0] + ":" for path in found(report)} == {"b!conf/app.ini:", message}
    assert left(report) == []


def test_in_a_commit_and_in_an_archive_it_is_opened_too(repository: Repository, tmp_path: Path) -> None:
    data = bundle(versions(Repository(tmp_path / "other")))
    repository.write("old.bundle", data).commit()
    assert "old.bundle!conf/app.ini" in {path.rpartition(":")[0] for path in found(history(repository.folder))}


def test_a_delta_without_its_base_gives_what_it_inserts_and_is_said(tmp_path: Path) -> None:
    r = versions(Repository(tmp_path / "r"))
    r.write("conf/app.ini", LINES + b"new\n" + fake("key <id#3> and\n  <secret#3>\n")).commit()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b").write_bytes(bundle(r, "HEAD~1..main"))
    report = scan(tmp_path / "out")
    assert {"AKIA", "b!delta"} <= {word for path in found(report) for word in ("AKIA", path.partition(":")[0])}
    assert left(report) == ["b: missing!"]


def test_a_pack_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    r = versions(Repository(tmp_path / "r"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out/p").write_bytes(pack(r)[:-300])
    report = scan(tmp_path / "out")
    assert "p!conf/app.ini" in {path.rpartition(":")[0] for path in found(report)}
    assert left(report) == ["p: corrupt!"]


def test_what_stands_behind_the_objects_is_looked_at(tmp_path: Path) -> None:
    data = pack(Repository(tmp_path / "r").write("a", b"a").commit())
    (tmp_path / "out").mkdir()
    (tmp_path / "out/p").write_bytes(data[:-20] + fake(PAIR) + data[-20:])
    assert found(scan(tmp_path / "out")) == ["p:1"]


@pytest.mark.parametrize("large", [False, True], ids=["held", "streamed"])
def test_a_large_object_is_streamed(tmp_path: Path, large: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entries, "LARGEST", 1000 if large else 2**20)
    monkeypatch.setattr(packs, "LARGEST", 1000 if large else 2**20)
    r = Repository(tmp_path / "r").write("big", LINES + fake(PAIR)).commit()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/p").write_bytes(bundle(r))
    report = scan(tmp_path / "out")
    assert (found(report), left(report)) == (["p!big:2001"], [])


def test_more_objects_than_members_are_looked_at_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBERS", 5)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/p").write_bytes(bundle(versions(Repository(tmp_path / "r"))))
    assert left(scan(tmp_path / "out")) == ["p: limit!"]


def made_of(*entries: bytes) -> bytes:
    """A pack of these, by hand."""
    data = b"PACK" + (2).to_bytes(4, "big") + len(entries).to_bytes(4, "big") + b"".join(entries)
    return data + hashlib.sha1(data, usedforsecurity=False).digest()


def number(value: int, first: int = 7) -> bytes:
    """As packs write it. first: bits in the first byte, beside which there may be a type."""
    low, rest = value & (1 << first) - 1, value >> first
    return bytes([low | 0x80 * bool(rest)]) + (number(rest) if rest else b"")


def entry(kind: int, data: bytes, base: bytes = b"") -> bytes:
    size = number(len(data), 4)
    return bytes([size[0] | kind << 4]) + size[1:] + base + zlib.compress(data)


def test_deltas_that_fail_at_their_end_cost_no_more_than_others(tmp_path: Path) -> None:
    """Each would be 30 MiB, a byte less than it says."""
    base = os.urandom(2**20)
    name = hashlib.sha1(b"blob %d\0" % len(base) + base, usedforsecurity=False).digest()
    delta = number(2**20) + number(30 * 2**20 + 1) + b"\xf0\0\0\x10" * 30  # the whole base, thirty times
    (tmp_path / "p").write_bytes(made_of(entry(3, base), *[entry(7, delta, name)] * 400))
    assert left(scan(tmp_path)) == ["p: corrupt!", "p: limit!"]


def test_deltas_that_hang_on_nothing_are_said(tmp_path: Path) -> None:
    """On a name that nothing has, on themselves, and on a place before the pack."""
    deltas = (entry(7, b"\3\3\3abc", bytes(20)), entry(6, b"abcd", b"\0"), entry(6, b"abcd", b"\xff\x7f"))
    (tmp_path / "p").write_bytes(made_of(*deltas))
    assert left(scan(tmp_path)) == ["p: missing!"]


@pytest.mark.parametrize("level", range(10))
def test_an_object_by_itself_is_opened(tmp_path: Path, level: int) -> None:
    data = fake(PAIR)
    (tmp_path / "x").write_bytes(zlib.compress(b"blob %d\0" % len(data) + data, level))
    report = scan(tmp_path)
    assert (found(report), left(report)) == (["x!blob:1"], [])


def test_objects_of_all_types_are_opened(tmp_path: Path) -> None:
    r = Repository(tmp_path / "r").write("a", b"a").add().git("commit", "-q", "-m", fake(PAIR).decode())
    r.git("tag", "-a", "v", "-m", fake(OTHER).decode()).write(fake("<id#3>").decode(), b"").commit()
    (tmp_path / "out").mkdir()
    for name, what in (("c", "HEAD~1"), ("t", "v"), ("d", "HEAD^{tree}")):
        (tmp_path / "out" / name).write_bytes(loose(r, what))
    report = scan(tmp_path / "out")
    assert {path.partition(":")[0] for path in found(report)} == {"c!commit", "d!tree", "t!tag"}


def test_what_zlib_packed_is_opened_whatever_follows(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(zlib.compress(fake(PAIR)) * 8 + fake(OTHER))
    report = scan(tmp_path)
    assert (found(report), left(report)) == ([*sorted(f"x!x:{2 * n + 1}" for n in range(8)), "x:1"], [])


SILENT = {
    "a formula": b"x^2 + y^2",
    "many formulas that are all the same": b"x^2\n" * 5000,
    "a list": b"(4) items\n" * 900,
    "letters": b"HK\nabcdefghijk\n" * 300,
    "random bytes behind the mark of zlib": b"x\x9c" + os.urandom(5000),
    "a patch that speaks of others": b"diff --git a/x b/x\n+GIT binary patch\n",
    "a pack of nothing": b"PACK is how it begins",
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in SILENT.items()])
def test_what_only_begins_so_is_no_container(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x").write_bytes(data)
    report = scan(tmp_path)
    assert (report.findings, report.skipped) == ((), ())


CRLF = b"\r\n"
PATCHES: dict[str, Callable[[Repository], bytes]] = {
    "as a mail": lambda r: r.ask("format-patch", "--stdout", "--binary", "-1"),
    "as a mail that came": lambda r: (
        b"Return-Path: <a@b.example>\nSubject: [PATCH] add\n\n" + r.ask("diff", "--binary", "HEAD~", "HEAD")
    ),
    "of Mercurial": lambda r: b"# HG changeset patch\n# User a\nadd\n\n" + r.ask("diff", "--binary", "HEAD~", "HEAD"),
    "of Debian": lambda r: b"Description: add\nForwarded: no\n---\n" + r.ask("diff", "--binary", "HEAD~", "HEAD"),
    "as a commit": lambda r: r.ask("show", "--binary"),
    "with the line ends of Windows": lambda r: r.ask("show", "--binary").replace(b"\n", CRLF) + CRLF,
    "what is taken away": lambda r: r.ask("diff", "--binary", "HEAD", "HEAD~1"),
}


@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in PATCHES.items()])
@pytest.mark.parametrize("form", ["literal", "delta"])
def test_a_patch_of_bytes_is_read(tmp_path: Path, form: str, made: Callable[[Repository], bytes]) -> None:
    noise = os.urandom(3000)
    r = Repository(tmp_path / "r").write("bin/x", b"\0" + (noise if form == "delta" else b"")).commit()
    r.write("bin/x", b"\0" + noise[:1500] + fake(PAIR) + noise[1500:]).commit()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/p").write_bytes(made(r) + b"\n")
    report = scan(tmp_path / "out")
    assert {path.rpartition(":")[0] for path in found(report)} == {"p!bin/x"}
    assert left(report) == []


def test_a_patch_that_is_damaged_is_said(tmp_path: Path) -> None:
    r = Repository(tmp_path / "r").write("bin/x", b"\0").commit().write("bin/x", b"\0" + os.urandom(300)).commit()
    (tmp_path / "out").mkdir()
    lines = r.ask("show", "--binary").partition(b"\nliteral ")
    (tmp_path / "out/p").write_bytes(lines[0] + lines[1] + lines[2].replace(b"\nz", b"\n\x14", 1))
    assert left(scan(tmp_path / "out")) == ["p!bin/x: corrupt!"]


def test_a_pack_without_its_index_is_read_in_a_repository(repository: Repository) -> None:
    versions(repository).git("gc", "-q")
    (index,) = (repository.folder / ".git/objects/pack").glob("*.idx")
    index.unlink()
    assert any("!conf/app.ini" in path for path in found(history(repository.folder)))


def test_an_unfinished_pack_is_read(repository: Repository, tmp_path: Path) -> None:
    data = pack(versions(Repository(tmp_path / "other")))
    repository.write("a", b"a").commit()
    (repository.folder / ".git/objects/pack").mkdir(exist_ok=True)
    (repository.folder / ".git/objects/pack/tmp_pack_aBcDeF").write_bytes(data)
    report = history(repository.folder)
    assert "objects/pack/tmp_pack_aBcDeF!conf/app.ini" in {path.rpartition(":")[0] for path in found(report)}
    assert report.complete
