"""By which commit, person, date and refs a credential is told, and whether it still stands."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from looking import history, occurrences
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.model import Occurrence

KEY = fake("<id>").decode()
Steps = Callable[[Repository], object]


def at(r: Repository, day: int, *options: str, message: str = "") -> Repository:
    """A commit of that day of January 2020, written the year before, called by its day."""
    env = {"GIT_COMMITTER_DATE": f"2020-01-{day:02}T12:00:00+0100", "GIT_AUTHOR_DATE": "2019-01-01T00:00:00+0000"}
    return r.add().git("commit", "-q", "--allow-empty", "-m", message or f"day {day}", *options, env=env)


def cherry_picked(r: Repository) -> None:
    """The same content on two branches; the later day was written first."""
    at(r.write("a", b"a"), 1).git("checkout", "-qb", "late")
    at(r.write("k.ini", PAIR), 9).git("checkout", "-qb", "early", "main")
    at(r.write("k.ini", PAIR), 3).git("checkout", "-q", "main")


def merged(r: Repository) -> None:
    at(r.write("a", b"a"), 1).git("checkout", "-qb", "side")
    at(r.write("k.ini", PAIR), 2).git("checkout", "-q", "main")
    at(r.write("b", b"b"), 3).git("merge", "-q", "--no-ff", "-m", "merge", "side")
    at(r.write("c", b"c"), 5)


def criss_cross(r: Repository) -> None:
    at(r.write("a", b"a"), 1).git("checkout", "-qb", "side")
    at(r.write("k.ini", PAIR), 2).git("checkout", "-q", "main")
    at(r.write("b", b"b"), 3).git("branch", "before").git("merge", "-q", "--no-ff", "-m", "merge", "side")
    r.git("checkout", "-q", "side").git("merge", "-q", "--no-ff", "-m", "merge", "before")
    r.git("merge", "-q", "main")


def reverted(r: Repository) -> None:
    at(r.write("a", b"a"), 1)
    at(r.write("k.ini", PAIR), 2)
    at(r.remove("k.ini"), 3)
    at(r.write("k.ini", PAIR), 4)
    at(r.remove("k.ini"), 5)


def renamed(r: Repository) -> None:
    at(r.write("old.ini", PAIR), 1)
    at(r.git("mv", "old.ini", "new.ini"), 2)


def lying_dates(r: Repository) -> None:
    """The child says that it is older than its parent."""
    at(r.write("k.ini", PAIR), 20)
    at(r.write("k.ini", PAIR + "# more\n"), 2)


def equal_dates(r: Repository) -> None:
    for number in range(6):
        at(r.write("k.ini", f"{PAIR}# {number}\n"), 7, message=f"number {number}")


def evil_merge(r: Repository) -> None:
    at(r.write("a", b"a"), 1).git("checkout", "-qb", "side")
    at(r.write("b", b"b"), 2).git("checkout", "-q", "main")
    at(r.write("c", b"c"), 3).git("merge", "-q", "--no-commit", "--no-ff", "side")
    at(r.write("k.ini", PAIR), 4)


def changed_on_two_branches(r: Repository) -> None:
    at(r.write("k.ini", PAIR), 1).git("checkout", "-qb", "side")
    at(r.write("k.ini", PAIR + "# side\n"), 2).git("checkout", "-q", "main")
    at(r.write("k.ini", b"clean"), 3)


def apart(r: Repository) -> None:
    """Two branches that brought it in independently, in different versions."""
    at(r.write("a", b"a"), 1).git("checkout", "-qb", "side")
    at(r.write("k.ini", PAIR), 2).git("checkout", "-q", "main")
    at(r.write("k.ini", PAIR + "# mine\n"), 4)


Told = tuple[str, str, tuple[str, ...], tuple[str, ...], str | None]
"""Path, subject of the first commit, refs, tips, subject of the last commit."""

MAIN, SIDE = "refs/heads/main", "refs/heads/side"
EARLY, LATE = "refs/heads/early", "refs/heads/late"
CASES: dict[str, tuple[Steps, list[Told]]] = {
    "the older of two that are alike": (cherry_picked, [("k.ini", "day 3", (EARLY, LATE), (EARLY, LATE), "day 9")]),
    "the commit that was merged, not the merge": (merged, [("k.ini", "day 2", (MAIN, SIDE), (MAIN, SIDE), None)]),
    "one of two that merged one another": (
        criss_cross,
        [("k.ini", "day 2", (MAIN, SIDE), (MAIN, SIDE), None)],
    ),
    "one that was taken back and came again": (reverted, [("k.ini", "day 2", (MAIN,), (), "day 4")]),
    "each path after a move": (
        renamed,
        [("new.ini", "day 2", (MAIN,), (MAIN,), None), ("old.ini", "day 1", (MAIN,), (), None)],
    ),
    "the parent, whatever dates say": (lying_dates, [("k.ini", "day 20", (MAIN,), (MAIN,), "day 2")]),
    "the first of one moment": (equal_dates, [("k.ini", "number 0", (MAIN,), (MAIN,), "number 5")]),
    "a merge that brings in what no parent had": (evil_merge, [("k.ini", "day 4", (MAIN,), (MAIN,), None)]),
    "a branch that still has it": (changed_on_two_branches, [("k.ini", "day 1", (MAIN, SIDE), (SIDE,), "day 2")]),
    "two branches that each brought it in": (apart, [("k.ini", "day 2", (SIDE, MAIN), (MAIN, SIDE), "day 4")]),
}


def short(item: Occurrence) -> Told:
    assert item.commit is not None
    return item.path or "", item.commit.subject, item.refs, item.tips, item.last.subject if item.last else None


@pytest.mark.parametrize(("steps", "expected"), [pytest.param(*case, id=name) for name, case in CASES.items()])
def test_who_brought_it_in(repository: Repository, steps: Steps, expected: list[Told]) -> None:
    steps(repository)
    (finding,) = history(repository.folder).findings
    assert sorted(short(item) for item in finding.occurrences) == expected


def test_the_person_is_the_author_and_the_date_the_committers(repository: Repository) -> None:
    at(repository.write("k.ini", PAIR), 5, "--author=B <b@example.org>")
    (item,) = occurrences(history(repository.folder))
    assert item.commit is not None
    assert (item.commit.author, item.commit.email) == ("B", "b@example.org")
    assert item.commit.date == "2020-01-05T12:00:00+01:00"


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        pytest.param(b"1700000000 +0000", "2023-11-14T22:13:20+00:00", id="as it should be"),
        pytest.param(b"1700000000 -0130", "2023-11-14T20:43:20-01:30", id="half an hour west"),
        pytest.param(b"1700000000 +9999", "", id="a zone that is none"),
        pytest.param(b"99999999999999999999 +0000", "", id="beyond all years"),
        pytest.param(b"soon +0000", "", id="no number"),
    ],
)
def test_odd_dates(repository: Repository, stamp: bytes, date: str) -> None:
    tree = repository.write("k.ini", PAIR).add().ask("write-tree")
    raw = b"tree " + tree + b"\nauthor A <a@example.org> 1 +0000\ncommitter A <a@example.org> " + stamp + b"\n\nx\n"
    name = repository.ask("hash-object", "-w", "-t", "commit", "--literally", "--stdin", given=raw)
    repository.git("update-ref", "refs/heads/main", name)
    (item,) = occurrences(history(repository.folder))
    assert item.commit is not None
    assert item.commit.date == date


def test_what_a_ref_has_and_what_only_a_reflog_has_are_told_apart(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().write("k.ini", PAIR + "# amended\n").commit("--amend")
    places = {item.reach: item.refs for item in occurrences(history(repository.folder)) if item.path == "k.ini"}
    assert places == {"ref": (MAIN,), "reflog": ()}


def test_a_head_on_no_branch_is_a_ref(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("checkout", "-q", "--detach").write("k.ini", PAIR).commit()
    (item,) = occurrences(history(repository.folder))
    assert (item.reach, item.refs, item.tips) == ("ref", ("HEAD",), ("HEAD",))


def test_a_graft_cuts_nothing_off(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit().write("b", b"b").commit()
    info = repository.folder / ".git/info"
    info.mkdir(exist_ok=True)
    (info / "grafts").write_bytes(repository.ask("rev-parse", "HEAD") + b"\n")
    (item,) = occurrences(history(repository.folder))
    assert (item.path, item.reach, item.refs) == ("k.ini", "ref", (MAIN,))


def test_tags_of_tags_lead_to_it(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().git("tag", "-a", "one", "-m", "x").git(
        "tag", "-a", "two", "-m", "x", "one"
    )
    (item,) = occurrences(history(repository.folder))
    assert item.refs == item.tips == (MAIN, "refs/tags/one", "refs/tags/two")


@pytest.mark.parametrize("name", ["a\nb.ini", "a b.ini", 'q"t\t.ini', "d/e/f/k.ini", ":(top)k.ini", "-k.ini", "é.ini"])
def test_a_tip_is_told_whatever_the_path(repository: Repository, name: str) -> None:
    repository.write(name, PAIR).commit().git("branch", "old")
    (item,) = occurrences(history(repository.folder))
    assert (item.path, item.tips) == (name, (MAIN, "refs/heads/old"))


def test_a_message_is_told_by_its_own_commit(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("commit", "-q", "--allow-empty", "-m", f"uses {KEY}")
    repository.git("branch", "side").write("b", b"b").commit()
    name = repository.ask("rev-parse", "side").decode()
    (item,) = (item for item in occurrences(history(repository.folder)) if item.place == "commit-message")
    assert item.path == f"commit-message:{name}"
    assert item.commit is not None
    assert (item.commit.id, item.refs) == (name, (MAIN, SIDE))


def test_no_value_is_in_the_report_wherever_it_stood(repository: Repository) -> None:
    values = (fake(f"<secret#{number}>").decode() for number in range(3, 100))
    value = next(value for value in values if value.isalnum())
    secret = f"aws_secret_access_key={value}"
    repository.write(f"d/{secret}/k.ini", PAIR + OTHER).add()
    repository.git("-c", f"user.name={secret}", "commit", "-qm", f"uses {secret}").git("branch", f"for-{secret}")
    repository.git("tag", "-a", f"v-{secret}", "-m", secret).git("checkout", "-q", "--detach")
    shown = repr(history(repository.folder))
    assert not {word for word in (value, *fake("<secret> <secret#2>").decode().split()) if word in shown}


def test_a_scan_changes_nothing(repository: Repository) -> None:
    merged(repository)
    repository.write("a", b"z").git("stash", "-q").git("worktree", "add", "-q", "../linked", "side")
    before = digest(repository.folder.parent)
    history(repository.folder)
    history(repository.folder.parent / "linked", here=True)
    assert digest(repository.folder.parent) == before


def digest(folder: Path) -> dict[str, tuple[int, str]]:
    """Every file, when it was changed, and what is in it."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()) for path in files}


def stream(commits: int, refs: int) -> Iterator[bytes]:
    """A history for `git fast-import`: a line of commits that each change one file with the same key."""
    for number in range(commits):
        content = fake(PAIR) + b"# %d\n" % number
        yield b"commit refs/heads/main\ncommitter A <a@example.org> %d +0000\ndata 1\nx\n" % (1500000000 + number)
        yield b"M 644 inline k.ini\ndata %d\n%s\n" % (len(content), content)
        if number % max(1, commits // refs) == 0:
            yield b"reset refs/heads/b%d\nfrom refs/heads/main\n\n" % number


@pytest.mark.parametrize(
    ("commits", "refs"),
    [(3000, 1), (1500, 1500), (2500, 2500)],
    ids=["many commits", "many refs", "more refs than are told"],
)
def test_many_commits_are_one_finding(repository: Repository, commits: int, refs: int) -> None:
    repository.git("fast-import", "--quiet", given=b"".join(stream(commits, refs)))
    (finding,) = history(repository.folder).findings
    (item,) = finding.occurrences
    assert item.last is not None
    assert item.last.id == repository.ask("rev-parse", "main").decode()
    assert len(item.refs) == min(refs + 1, 2000)
