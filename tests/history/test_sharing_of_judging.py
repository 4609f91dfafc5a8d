"""A history full of finds is judged by several processes, and the report is that of one."""

from __future__ import annotations

import pytest
from looking import EVERYTHING, history
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner import sharing


@pytest.fixture
def dense(repository: Repository) -> Repository:
    """Three hundred commits, with as many pairs of keys; what they bring goes and comes back."""
    for number in range(150):
        repository.write(f"{number % 7}.ini", f"{PAIR}# {number}\n").write("other.ini", OTHER if number % 2 else "")
        repository.write(f"k/{number}.ini", fake(PAIR, str(number))).commit()
    return repository


def test_it_is_the_report_of_one(dense: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = history(dense.folder, options=EVERYTHING._replace(jobs=1))._replace(seconds=0)
    monkeypatch.setattr(sharing, "WORTH", 0.0)
    monkeypatch.setattr(sharing, "CROWD", 16)
    assert history(dense.folder, options=EVERYTHING._replace(jobs=3))._replace(seconds=0) == alone
    assert len(alone.findings) > 150
