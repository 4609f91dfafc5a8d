"""Reading objects by name: all of them, in order, whatever some of them are like."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable

import pytest
from repositories import Repository

from scanner.git.objects import Object, read
from scanner.git.process import Git

Told = tuple[str, bytes]


def _git(repository: Repository) -> Git:
    return Git(os.fsencode(repository.folder), named=True)


def _read(repository: Repository, names: Iterable[bytes]) -> list[Told]:
    """Type and content of each object."""
    return [(item.type, item.read(item.size)) for item in read(_git(repository), names)]


def _store(repository: Repository, *contents: bytes) -> list[bytes]:
    return [repository.ask("hash-object", "-w", "--stdin", given=content) for content in contents]


def _damage(repository: Repository, oid: bytes, content: bytes) -> None:
    path = repository.folder / ".git/objects" / oid[:2].decode() / oid[2:].decode()
    path.chmod(0o644)
    path.write_bytes(content)


def test_none(repository: Repository) -> None:
    assert _read(repository, []) == []


def test_each_kind_by_whatever_name(repository: Repository) -> None:
    repository.write("a", "x").write("d/b", "y").commit()
    assert _read(repository, [b"HEAD:a", b":d/b"]) == [("blob", b"x"), ("blob", b"y")]
    assert [kind for kind, _ in _read(repository, [b"HEAD", b"HEAD:", b"HEAD:d"])] == ["commit", "tree", "tree"]


@pytest.mark.parametrize(
    "name", [b"nonsense", b"0" * 40, b"HEAD:nothing", b":nothing", b"HEAD", b"a b", b"", b"--help"]
)
def test_what_is_not_there(repository: Repository, name: bytes) -> None:
    (oid,) = _store(repository, b"x")
    assert _read(repository, [oid, name, oid]) == [("blob", b"x"), ("missing", b""), ("blob", b"x")]


def test_more_than_pipes_hold(repository: Repository) -> None:
    """Many names and long answers: neither side waits for the other."""
    large = os.urandom(200_000)
    names = _store(repository, b"x", b"", large)
    assert _read(repository, names * 3000) == [("blob", b"x"), ("blob", b""), ("blob", large)] * 3000


def test_what_is_not_read_to_its_end_is_passed_over(repository: Repository) -> None:
    names = _store(repository, b"x" * 3_000_000, b"abc", b"def")
    items = read(_git(repository), names)
    assert next(items).read(10) == b"x" * 10
    assert next(items).size == 3
    assert next(items).read(2) == b"de"
    assert list(items) == []


def test_nobody_waits_for_what_is_not_wanted(repository: Repository) -> None:
    items = read(_git(repository), _store(repository, b"x" * 3_000_000) * 100)
    next(items)
    items.close()  # type: ignore[attr-defined]


DAMAGE = {
    "nonsense": b"nonsense",
    "empty": b"",
    "an unknown type": zlib.compress(b"blub 3\0abc"),
    "cut off": zlib.compress(b"blob 300\0" + os.urandom(300))[:100],
    "shorter than it says": zlib.compress(b"blob 300\0abc"),
    "longer than it says": zlib.compress(b"blob 1\0abc"),
}


@pytest.mark.parametrize("how", DAMAGE)
def test_a_damaged_object_is_not_taken_for_content_and_ends_nothing(repository: Repository, how: str) -> None:
    before, broken, behind = _store(repository, b"before", b"broken", b"behind")
    _damage(repository, broken, DAMAGE[how])
    told = list(_whole(read(_git(repository), [before, broken, behind, broken, before])))
    assert [content for content in told if content is not None] == [b"before", b"behind", b"before"]
    assert len(told) == 5


def _whole(items: Iterable[Object]) -> Iterable[bytes | None]:
    """The content of each, None where it is not to be had."""
    for item in items:
        data = item.read(item.size)
        yield data if item.found and not item.broken else None


def test_a_newline_where_it_should_end_does_not_make_an_object_whole(repository: Repository) -> None:
    """What is shorter than it says swallows the next answer, in which any byte can be a newline."""
    before, broken, behind, last = _store(repository, b"before", b"broken", b"\n" * 1000, b"last")
    _damage(repository, broken, DAMAGE["shorter than it says"])
    told = list(_whole(read(_git(repository), [before, broken, behind, last])))
    assert told == [b"before", None, b"\n" * 1000, b"last"]


def test_many_damaged_and_many_missing_objects(repository: Repository) -> None:
    contents = [b"content %d" % number + os.urandom(300) for number in range(300)]
    names = _store(repository, *contents)
    for number, oid in enumerate(names):
        if number % 3 == 0:
            _damage(repository, oid, list(DAMAGE.values())[number // 3 % len(DAMAGE)])
        if number % 3 == 1:
            (repository.folder / ".git/objects" / oid[:2].decode() / oid[2:].decode()).unlink()
    told = list(_whole(read(_git(repository), names)))
    assert told == [content if number % 3 == 2 else None for number, content in enumerate(contents)]


def test_objects_of_sha_256(repository: Repository) -> None:
    other = Repository(repository.folder.parent / "other", "--object-format=sha256")
    names = _store(other, b"x", b"y")
    assert _read(other, [names[0], b"0" * 64, names[1]]) == [("blob", b"x"), ("missing", b""), ("blob", b"y")]


def test_replacements_do_not_count(repository: Repository) -> None:
    old, new = _store(repository, b"old", b"new")
    repository.git("replace", old, new)
    assert _read(repository, [old]) == [("blob", b"old")]
