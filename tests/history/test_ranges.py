"""What a range means, in the cases that are easily got wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from looking import commits, history, lost, occurrences, told
from repositories import OTHER, PAIR, Repository

from patterns._fake import fake
from scanner.cli.main import main

KEY = fake("<id>").decode()
ZERO = "0" * 40
Steps = Callable[[Repository], object]


def base(r: Repository) -> Repository:
    return r.write("a", b"a").commit().git("tag", "base")


def fork(r: Repository, name: str = "side") -> Repository:
    """A branch that goes on from the base, while `main` does too."""
    base(r).write("m", b"m").commit()
    return r.git("checkout", "-qb", name, "base")


def clean_merge(r: Repository) -> None:
    """What either side had is known; the merge itself brings nothing."""
    fork(r).write("k.ini", PAIR).commit().git("checkout", "-q", "main").git("merge", "-q", "--no-ff", "-m", "m", "side")


def fork_merged_into(r: Repository) -> None:
    """The first parent brings it."""
    fork(r).write("s", b"s").commit().git("checkout", "-q", "main").write("k.ini", PAIR).commit().git(
        "merge", "-q", "-m", "m", "side"
    )


def name_that_was_there(r: Repository) -> None:
    r.write(KEY, b"x").commit().git("tag", "base").write(KEY, b"y").commit()


def name_beside_another_of_the_same_content(r: Repository) -> None:
    r.write("x", b"x").write(KEY, b"x").commit().git("tag", "base").write(KEY, b"y").commit()


def removed_and_back(r: Repository) -> None:
    """It stands at the base, and again at the end."""
    r.write("k.ini", PAIR).commit().git("tag", "base").remove("k.ini").commit().write("k.ini", PAIR).commit()


def taken_out(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().git("tag", "base").remove("k.ini").commit()


def copied_on(r: Repository) -> None:
    r.write("x/k.ini", PAIR).commit().git("tag", "base").write("y/copy.ini", "# a copy\n" + PAIR).commit()


def moved_in_parts(r: Repository) -> None:
    r.write("k.ini", PAIR + OTHER).commit().git("tag", "base").remove("k.ini")
    r.write("one.ini", PAIR).write("two.ini", OTHER).commit()


def reset_to_the_base(r: Repository) -> None:
    base(r).write("k.ini", PAIR).commit().git("reset", "-q", "--hard", "base")


def other_side_only(r: Repository) -> None:
    """The range ends in a branch that does not have it."""
    fork(r).write("k.ini", PAIR).commit().git("checkout", "-q", "main").write("n", b"n").commit()


def of_another_mode(r: Repository) -> None:
    r.write("k.ini", PAIR).commit().git("tag", "base").git("update-index", "--chmod=+x", "k.ini")
    r.git("commit", "-qm", "x")


SILENT: dict[str, tuple[Steps, str]] = {
    "a merge alone, of what either side had": (clean_merge, "HEAD"),
    "a merge without its parents": (clean_merge, "HEAD^!"),
    "a merge without the parent that has it": (clean_merge, "HEAD^-2"),
    "a name that was there": (name_that_was_there, "base..HEAD"),
    "a name that was there beside another": (name_beside_another_of_the_same_content, "base..HEAD"),
    "what stands at the base and comes back": (removed_and_back, "base..HEAD"),
    "what is taken out": (taken_out, "base..HEAD"),
    "what is copied": (copied_on, "base..HEAD"),
    "what is divided among files": (moved_in_parts, "base..HEAD"),
    "what was reset away": (reset_to_the_base, "base..HEAD"),
    "what another branch has": (other_side_only, "base..main"),
    "another mode": (of_another_mode, "base..HEAD"),
    "an empty range": (lambda r: base(r).write("k.ini", PAIR).commit(), "HEAD..HEAD"),
    "the other way round": (lambda r: base(r).write("k.ini", PAIR).commit(), "HEAD..base"),
}


@pytest.mark.parametrize(("steps", "named"), [pytest.param(*case, id=name) for name, case in SILENT.items()])
def test_stays_silent(repository: Repository, steps: Steps, named: str) -> None:
    steps(repository)
    report = commits(repository.folder, named)
    assert (told(report), report.complete) == (set(), True)


def new_name_of_what_was_there(r: Repository) -> None:
    base(r).git("mv", "a", KEY).commit()


def new_folder_of_what_was_there(r: Repository) -> None:
    base(r).write(f"{KEY}/x", b"a").remove("a").commit()


def name_of_a_submodule(r: Repository) -> None:
    Repository(base(r).folder / KEY).write("x", b"x").commit()
    r.git("-c", "advice.addEmbeddedRepo=false", "add", KEY).git("commit", "-qm", "x")


def odd_branches(r: Repository) -> None:
    base(r).git("update-ref", "refs/heads/-v1.2.x", "HEAD").write("k.ini", PAIR).commit()
    r.git("update-ref", "refs/heads/release-1.0", "HEAD")


def octopus(r: Repository) -> None:
    base(r)
    for name in ("x", "y"):
        r.git("checkout", "-qb", name, "base").write(name, b"x").commit()
    r.git("checkout", "-q", "main").write("m", b"m").commit().git("merge", "-q", "--no-commit", "x", "y")
    r.write("k.ini", PAIR).commit()


def evil_merge(r: Repository) -> None:
    fork(r).write("s", b"s").commit().git("checkout", "-q", "main")
    r.git("merge", "-q", "--no-commit", "side").write("k.ini", PAIR).commit()


def old_branch_merged(r: Repository) -> None:
    """What the base had before and has no more comes back with an old branch, whose commits are no part of the range."""
    r.write("k.ini", PAIR).commit().git("branch", "old").remove("k.ini").commit().git("tag", "base")
    r.git("merge", "-q", "-s", "ours", "--no-commit", "--no-ff", "old", "--allow-unrelated-histories")


def back_by_a_merge(r: Repository) -> None:
    """A merge that takes the state of a parent from before the base, of which nothing is new but the merge."""
    r.write("k.ini", PAIR).commit().git("branch", "old").remove("k.ini").write("b", b"b").commit().git("tag", "base")
    tree = r.ask("rev-parse", "old^{tree}").decode()
    merge = r.ask("commit-tree", tree, "-p", "HEAD", "-p", "old", "-m", "back").decode()
    r.git("reset", "-q", "--hard", merge)


def without_a_common_past(r: Repository) -> None:
    base(r).git("checkout", "-q", "--orphan", "other").git("rm", "-qrf", ".").write("k.ini", PAIR).commit()


def several_bases(r: Repository) -> None:
    fork(r).write("s", b"s").commit().git("branch", "s1").git("merge", "-q", "-m", "m", "main")
    r.git("checkout", "-q", "main").git("merge", "-q", "-m", "m", "s1").write("k.ini", PAIR).commit()


def author(r: Repository) -> None:
    base(r).write("b", b"b").add().git("-c", f"user.email={KEY}@example.org", "commit", "-qm", "x")


def noted(r: Repository) -> None:
    base(r).git("notes", "add", "-m", "first").git("tag", "n", "refs/notes/commits")
    r.git("notes", "append", "-m", fake(PAIR))


def by_hand(r: Repository, *entries: bytes) -> None:
    """A commit whose tree is made by hand; in each entry `<key>` stands for a file with a key, `<x>` for another."""
    base(r)
    names = {data: r.ask("hash-object", "-w", "--stdin", given=data).decode() for data in (fake(PAIR), b"x")}
    words = {b"<key>": bytes.fromhex(names[fake(PAIR)]), b"<x>": bytes.fromhex(names[b"x"])}
    made = b"".join(entries).replace(b"<key>", words[b"<key>"]).replace(b"<x>", words[b"<x>"])
    tree = r.ask("hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=made).decode()
    r.git("update-ref", "HEAD", r.ask("commit-tree", tree, "-p", "HEAD", "-m", "x").decode())


def signature(r: Repository) -> None:
    header, _, message = base(r).ask("cat-file", "commit", "HEAD").partition(b"\n\n")
    parent = b"\nparent " + r.ask("rev-parse", "HEAD") + b"\nauthor "
    made = header.replace(b"\nauthor ", parent) + b"\ngpgsig " + KEY.encode() + b"\n\n" + message + b"\n"
    r.git("update-ref", "HEAD", r.ask("hash-object", "-w", "-t", "commit", "--stdin", given=made).decode())


def replaced(r: Repository) -> None:
    base(r).write("k.ini", PAIR).commit().git(
        "replace", "HEAD", r.ask("commit-tree", "base^{tree}", "-m", "x").decode()
    )


def grafted(r: Repository) -> None:
    base(r).write("k.ini", PAIR).commit().remove("k.ini").commit()
    (r.folder / ".git/info").mkdir(exist_ok=True)
    (r.folder / ".git/info/grafts").write_bytes(r.ask("rev-parse", "HEAD") + b" " + r.ask("rev-parse", "base"))


def listed_by_a_commit_graph(r: Repository) -> None:
    base(r).write("k.ini", PAIR).commit().remove("k.ini").commit()
    r.git("commit-graph", "write", "--reachable", "--changed-paths").git("repack", "-qadb", "--write-midx")


def large(r: Repository) -> None:
    base(r).write("k", b"0123456789abcde\n" * (5 * 2**20 // 2) + fake(PAIR)).commit()


FOUND: dict[str, tuple[Steps, str, str]] = {
    "a file that the tree calls a submodule": (lambda r: by_hand(r, b"160000 k\0<key>"), "base..HEAD", "blob"),
    "a file of no known mode": (lambda r: by_hand(r, b"777 k\0<key>"), "base..HEAD", "blob"),
    "a file of the mode 0": (lambda r: by_hand(r, b"0 k\0<key>"), "base..HEAD", "blob"),
    "the second of two files by one name": (
        lambda r: by_hand(r, b"100644 a\0<x>", b"100644 a\0<key>"),
        "base..HEAD",
        "blob",
    ),
    "a tree that is not in order": (lambda r: by_hand(r, b"100644 z\0<x>", b"100644 b\0<key>"), "base..HEAD", "blob"),
    "a name with a slash": (lambda r: by_hand(r, f"100644 a/{KEY}\0".encode() + b"<x>"), "base..HEAD", "file-name"),
    "a signature": (signature, "base..HEAD", "commit-header"),
    "what was replaced": (replaced, "base..HEAD", "blob"),
    "what a graft hides": (grafted, "base..HEAD", "blob"),
    "commits with a graph, packed": (listed_by_a_commit_graph, "base..HEAD", "blob"),
    "the end of a large file": (large, "base..HEAD", "blob"),
    "a stash": (lambda r: base(r).write("a", PAIR).git("stash", "-q"), "refs/stash", "stash"),
    "an untracked file in a stash": (
        lambda r: base(r).write("n", PAIR).git("stash", "-q", "-u"),
        "base..refs/stash",
        "stash",
    ),
    "a link": (lambda r: base(r).link("l", fake("<id>")).commit(), "base..HEAD", "blob"),
    "a file that becomes a link": (
        lambda r: (base(r).remove("a"), r.link("a", fake("<id>")).commit()),
        "base..HEAD",
        "blob",
    ),
    "UTF-16": (lambda r: base(r).write("w", fake(PAIR).decode().encode("utf-16")).commit(), "base..HEAD", "blob"),
    "a file without a diff": (
        lambda r: base(r).write(".gitattributes", b"* -diff\n").write("k", PAIR).commit(),
        "base..HEAD",
        "blob",
    ),
    "a new name of what was there": (new_name_of_what_was_there, "base..HEAD", "file-name"),
    "a new folder of what was there": (new_folder_of_what_was_there, "base..HEAD", "file-name"),
    "the name of a submodule": (name_of_a_submodule, "base..HEAD", "file-name"),
    "branches with dots and a dash": (odd_branches, "-v1.2.x..release-1.0", "blob"),
    "three dots, too": (odd_branches, "-v1.2.x...release-1.0", "blob"),
    "full names of refs": (odd_branches, "refs/heads/-v1.2.x..refs/heads/release-1.0", "blob"),
    "no end": (odd_branches, "base..", "blob"),
    "an end in words": (odd_branches, "HEAD~1..@{0}", "blob"),
    "a message as an end": (odd_branches, "base..:/a commit", "blob"),
    "a merge of three": (octopus, "base..HEAD", "blob"),
    "a merge of three alone": (octopus, "HEAD", "blob"),
    "a merge that brings in what nobody had": (evil_merge, "HEAD", "blob"),
    "a merge that brings back what was removed": (back_by_a_merge, "base..HEAD", "blob"),
    "a branch without a common past": (without_a_common_past, "main..other", "blob"),
    "three dots without a common past": (without_a_common_past, "main...other", "blob"),
    "three dots where there are several bases": (several_bases, "main...side", "blob"),
    "an author's address": (author, "base..HEAD", "commit-header"),
    "a commit without its parents": (evil_merge, "HEAD^!", "blob"),
    "a commit without its first parent": (clean_merge, "HEAD^-", "blob"),
    "a commit without its second parent": (fork_merged_into, "HEAD^-2", "blob"),
    "notes": (noted, "n..refs/notes/commits", "note"),
    "a new root": (without_a_common_past, f"{ZERO}..other", "blob"),
}


@pytest.mark.parametrize(("steps", "named", "place"), [pytest.param(*case, id=name) for name, case in FOUND.items()])
def test_is_found(repository: Repository, steps: Steps, named: str, place: str) -> None:
    steps(repository)
    report = commits(repository.folder, named)
    assert place in {kind for kind, _ in told(report)}, lost(report)
    assert report.complete


UNKNOWN = [
    "nothing",
    "base..nothing",
    "nothing..base",
    "1" * 40,
    "",
    "..",
    "--all",
    "-1",
    "base..base..base",
    "HEAD^7",
    "HEAD^-7",
    "HEAD^-x",
    "^!",
    "^-",
    "^-1",
]


@pytest.mark.parametrize("named", UNKNOWN)
def test_an_end_that_is_not_known(repository: Repository, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(base(repository).folder)
    status = main(["commits", "--no-progress", "--", named])
    assert status == (0 if named == ".." else 2)


@pytest.mark.parametrize("named", ["HEAD", f"{ZERO}..main", "HEAD..HEAD"])
def test_before_the_first_commit(repository: Repository, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository.folder)
    assert main(["commits", named]) == 2


def test_a_range_in_sha256(tmp_path: object, repository: Repository) -> None:
    other = Repository(repository.folder.parent / "sha256", "--object-format=sha256")
    base(other).write("k.ini", PAIR).commit()
    assert told(commits(other.folder, "base..HEAD")) == {("blob", "k.ini")}
    assert told(commits(other.folder, f"{'0' * 64}..main")) == {("blob", "k.ini")}


class TestSettings:
    """They come from where the range begins."""

    def run(self, r: Repository, named: str, *options: str) -> int:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(r.folder)
            return main(["commits", "--quiet", *options, named])

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            (".akiaignore", "*.ini\n"),
            ("akia.toml", 'fail-on = "never"\n'),
            ("akia.toml", 'exclude = ["*.ini"]\n'),
            ("pyproject.toml", '[tool.akia]\nfail-on = "never"\n'),
        ],
    )
    def test_a_change_cannot_excuse_itself(self, repository: Repository, name: str, text: str) -> None:
        base(repository).write(name, text.encode()).write("k.ini", PAIR).commit()
        assert self.run(repository, "base..HEAD") == 1
        assert self.run(repository, f"{ZERO}..HEAD") == 1
        assert self.run(repository, "HEAD") == 1
        repository.write("l.ini", OTHER).commit()
        assert self.run(repository, "HEAD~1..HEAD") == 0

    def test_the_work_tree_does_not_count(self, repository: Repository) -> None:
        base(repository).write("k.ini", PAIR).commit().write(".akiaignore", b"*\n").write("akia.toml", b"fail-on = 7\n")
        assert self.run(repository, "base..HEAD") == 1

    def test_settings_from_elsewhere_do(self, repository: Repository) -> None:
        base(repository).write("k.ini", PAIR).commit()
        elsewhere = repository.folder.parent / "elsewhere.toml"
        elsewhere.write_text('fail-on = "never"\n')
        assert self.run(repository, "base..HEAD", "--config", str(elsewhere)) == 0

    def test_a_comment_counts_unless_it_must_not(self, repository: Repository) -> None:
        text = "".join(f"{line}  # akia:allow\n" for line in PAIR.splitlines())
        base(repository).write("k.ini", text).commit()
        assert self.run(repository, "base..HEAD") == 0
        assert self.run(repository, "base..HEAD", "--no-inline") == 1

    def test_in_a_folder_below(self, repository: Repository) -> None:
        base(repository).write("d/k.ini", PAIR).commit()
        (report,) = [commits(repository.folder / "d", "base..HEAD")]
        assert told(report) == {("blob", "d/k.ini")}


def test_all_tells_what_was_there_too(repository: Repository) -> None:
    removed_and_back(repository)
    assert told(commits(repository.folder, "base..HEAD", everything=True)) == {("blob", "k.ini")}


def test_a_range_in_a_damaged_repository(repository: Repository) -> None:
    """A commit is missing that is no part of the range."""
    repository.write("a", b"1").commit().write("a", b"2").commit().write("a", b"3").commit()
    repository.git("tag", "base").write("k.ini", PAIR).commit()
    oid = repository.ask("rev-parse", "HEAD~3").decode()
    (repository.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()
    assert told(commits(repository.folder, "HEAD")) == {("blob", "k.ini")}


def test_what_is_beside_a_missing_folder_is_looked_at(repository: Repository) -> None:
    repository.commit().git("tag", "base").write("lost/a", b"1").write("d/k.ini", PAIR).commit()
    oid = repository.ask("rev-parse", "HEAD:lost").decode()
    (repository.folder / ".git/objects" / oid[:2] / oid[2:]).unlink()
    report = commits(repository.folder, "base..HEAD")
    assert (told(report), lost(report)) == ({("blob", "d/k.ini")}, {"missing"})


@pytest.mark.parametrize("entry", [b"40000 d\0<key>", b"100644 a\0", b"no tree at all"], ids=["a file", "cut", "text"])
def test_a_tree_that_is_none_is_said(repository: Repository, entry: bytes) -> None:
    by_hand(repository, entry)
    assert lost(commits(repository.folder, "base..HEAD")) == {"missing"}


def test_history_and_ranges_tell_the_same(repository: Repository) -> None:
    base(repository).write("k.ini", PAIR).commit().git("branch", "b").remove("k.ini").commit()
    (one,) = occurrences(commits(repository.folder, "base..HEAD"))
    (other,) = occurrences(history(repository.folder))
    assert one == other


def test_a_new_branch_beside_many_others(repository: Repository) -> None:
    """What any other ref has is not new, however many there are."""
    made = b"".join(
        b"commit refs/heads/b%d\ncommitter A <a@example.org> 1500000000 +0000\ndata 1\nx\n"
        b"M 644 inline d/f%d\ndata %d\n%s\n" % (number, number, len(content), content)
        for number, content in ((at, fake(PAIR) if at == 777 else b"%d" % at) for at in range(1000))
    )
    repository.git("fast-import", "--quiet", given=made).git("checkout", "-q", "--orphan", "new")
    repository.write("known.ini", "# known\n" + PAIR).write("new.ini", OTHER).commit()
    assert told(commits(repository.folder, f"{ZERO}..new")) == {("blob", "new.ini")}
