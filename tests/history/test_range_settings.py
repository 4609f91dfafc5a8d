"""A change cannot excuse itself by a baseline either: the one that counts stood where the range begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import AKIA, akia

from scanner.cli.main import main

FILE, ZERO = ".akia-baseline", "0" * 40
Steps = Callable[[Repository], object]


def baseline(r: Repository) -> Repository:
    """Takes all that stands here into the baseline."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(r.folder)
        is_there = (r.folder / FILE).exists()
        assert main(["baseline", "update" if is_there else "create"]) == 0
    return r


def settled(r: Repository) -> Repository:
    """A base whose settings name a baseline; it has one entry."""
    r.write("akia.toml", f'baseline = "{FILE}"\n'.encode()).write("old.ini", OTHER)
    return baseline(r).remove("old.ini").commit().git("tag", "base")


def brought_with_its_entry(r: Repository) -> None:
    baseline(settled(r).write("k.ini", PAIR)).commit()


def entry_in_an_earlier_commit(r: Repository) -> None:
    baseline(settled(r).write("k.ini", PAIR)).remove("k.ini").commit().write("k.ini", PAIR).commit()


def entry_in_the_work_tree(r: Repository) -> None:
    settled(r).write("k.ini", PAIR).commit()
    baseline(r)


def entry_on_the_other_side(r: Repository) -> None:
    """A branch that is merged brings the entry."""
    settled(r).git("checkout", "-qb", "lax")
    baseline(r.write("k.ini", PAIR)).remove("k.ini").commit().git("checkout", "-q", "main").write("m", b"m").commit()
    r.git("merge", "-q", "--no-commit", "--no-ff", "lax").write("k.ini", PAIR).commit()


def settings_brought(r: Repository) -> None:
    r.write("a", b"a").commit().git("tag", "base").write("akia.toml", f'baseline = "{FILE}"\n'.encode())
    baseline(r.write("k.ini", PAIR)).commit()


def settings_turned_elsewhere(r: Repository) -> None:
    baseline(settled(r).write("k.ini", PAIR)).git("mv", "-f", FILE, "other")
    r.write("akia.toml", b'baseline = "other"\n').commit()


FOUND: dict[str, Steps] = {
    "a key with its entry": brought_with_its_entry,
    "an entry in an earlier commit of the range": entry_in_an_earlier_commit,
    "an entry in the work tree alone": entry_in_the_work_tree,
    "an entry on a side that is merged": entry_on_the_other_side,
    "settings that name a baseline": settings_brought,
    "settings that name another baseline": settings_turned_elsewhere,
}


@pytest.mark.parametrize("named", ["base..HEAD", "base...HEAD"])
@pytest.mark.parametrize("steps", [pytest.param(steps, id=name) for name, steps in FOUND.items()])
def test_a_change_cannot_excuse_itself(repository: Repository, steps: Steps, named: str) -> None:
    steps(repository)
    for options in ([], ["--baseline", FILE]):
        ended = akia(repository.folder, "commits", *options, named)
        assert (ended.status, [item.split(":")[0] for item in ended.found][:1]) == (1, ["k.ini"]), ended.said


def test_what_the_base_knows_is_let_pass(repository: Repository) -> None:
    settled(repository).write("k.ini", OTHER).commit().remove(FILE).commit()
    ended = akia(repository.folder, "commits", "base..HEAD")
    assert ended.status == 0, ended.said
    assert [item["by"] for item in (ended.report or {})["suppressed"]] == ["baseline"]


def test_a_settings_file_of_the_caller_outranks_both(repository: Repository) -> None:
    """A gate's own settings: what the base lets pass is found, what they let pass is not."""
    settled(repository).write("k.ini", OTHER).commit()
    own = repository.folder.parent / "own.toml"
    own.write_bytes(b"")
    assert akia(repository.folder, "commits", "--config", str(own), "base..HEAD").status == 1
    own.write_bytes(b'exclude = ["*.ini"]\n')
    repository.write("l.ini", PAIR).commit()
    assert akia(repository.folder, "commits", "--config", str(own), "base..HEAD").status == 0


@pytest.mark.parametrize("hook", ["pre-push", "pre-receive"])
def test_hooks_heed_the_other_sides_baseline(tmp_path: Path, hook: str) -> None:
    server = Repository(tmp_path / "server.git", "--bare")
    local = settled(Repository(tmp_path / "local")).git("remote", "add", "origin", str(server.folder))
    local.git("push", "-q", "-u", "origin", "main")
    path = (server.folder if hook == "pre-receive" else local.folder / ".git") / "hooks" / hook
    path.write_text(f'#!/bin/sh\nexec {AKIA} hook {hook} -- "$@"\n')
    path.chmod(0o755)
    local.write("l.ini", OTHER).commit().git("push", "-q", "origin", "main")
    baseline(local.write("k.ini", PAIR)).commit()
    with pytest.raises(AssertionError, match="akia"):
        local.git("push", "-q", "origin", "main")
