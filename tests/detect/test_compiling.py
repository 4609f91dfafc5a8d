"""The search for much content is compiled where that pays, and kept."""

from __future__ import annotations

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
