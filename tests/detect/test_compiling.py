"""The search for much content is compiled where that pays, and kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from patterns._fake import fake
from scanner.detect.detector import BULK, COMPILING, of_aws

SOURCE = b"def added():\n    return sum(range(10))\n" * 1000
LEAK = fake("aws_access_key_id = <id>\naws_secret_access_key = <secret>\n")


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "akia"


def looked_at(size: int) -> int:
    """How many readings there are of a leak behind so many bytes."""
    detector = of_aws()
    for _ in range(size // len(SOURCE) + 1):
        assert not list(detector.detect(SOURCE))
    return len(list(detector.detect(LEAK)))


@pytest.mark.parametrize(
    ("size", "is_compiled"),
    [(BULK // 2, False), (BULK * 2, False), (BULK + COMPILING, True)],
    ids=["a commit", "a large commit", "a work tree"],
)
def test_it_is_compiled_where_there_is_much(cache: Path, size: int, is_compiled: bool) -> None:
    assert looked_at(size) == 1
    assert bool(list(cache.glob("prefilter-*.db"))) is is_compiled


def test_what_is_kept_serves_a_large_commit(cache: Path) -> None:
    of_aws().prepare()
    kept = next(cache.glob("prefilter-*.db"))
    before = kept.stat()
    detector = of_aws()
    list(detector.detect(SOURCE * (BULK // len(SOURCE) + 1)))
    assert type(detector._prefilter).__name__ == "Bulk"
    assert kept.stat().st_mtime_ns == before.st_mtime_ns


def test_what_earlier_versions_kept_does_not_pile_up(cache: Path) -> None:
    cache.mkdir()
    old, young, another = cache / "prefilter-0.db", cache / "prefilter-1.db", cache / "history.sqlite"
    for path in (old, young, another):
        path.write_bytes(b"")
    for path in (old, another):
        os.utime(path, (0, 0))
    of_aws().prepare()
    assert (old.exists(), young.exists(), another.exists()) == (False, True, True)
