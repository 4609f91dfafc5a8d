"""What a range of commits brings in, and from where its settings are read."""

from __future__ import annotations

import pytest
from histories import Builder, commits, told
from repositories import OTHER, PAIR, Repository

from scanner.errors import UsageError

ZERO = "0" * 40


def base(repository: Repository) -> Repository:
    return repository.write("a", b"a").commit().git("tag", "base")


def side(repository: Repository) -> Repository:
    """A branch `side` that brings in a key, and `main` that has gone on."""
    base(repository).git("checkout", "-qb", "side").write("s.ini", PAIR).commit()
    return repository.git("checkout", "-q", "main").write("m", b"m").commit()


def clean(repository: Repository) -> None:
    base(repository).write("b", b"b").commit()


def moved(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().git("tag", "base").git("mv", "k.ini", "elsewhere.ini").commit()


def edited_around(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().git("tag", "base").write("k.ini", "# more\n\n" + PAIR).commit()


def before_the_range(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit()
    repository.git("tag", "base").write("b", b"b").commit()


def merge_of_what_is_known(repository: Repository) -> None:
    side(repository).git("merge", "-q", "--no-ff", "-m", "merge", "side").git("tag", "-f", "base")
    repository.write("b", b"b").commit()


SILENT = [clean, moved, edited_around, before_the_range, merge_of_what_is_known]


@pytest.mark.parametrize("build", [pytest.param(build, id=build.__name__.replace("_", " ")) for build in SILENT])
def test_stays_silent(repository: Repository, build: Builder) -> None:
    build(repository)
    report = commits(repository.folder, "base..HEAD")
    assert (report.findings, report.complete) == ((), True)


def added(repository: Repository) -> None:
    base(repository).write("k.ini", PAIR).commit()


def added_and_removed(repository: Repository) -> None:
    base(repository).write("k.ini", PAIR).commit().remove("k.ini").commit()


def back_again(repository: Repository) -> None:
    repository.write("k.ini", PAIR).commit().remove("k.ini").commit()
    repository.git("tag", "base").write("k.ini", PAIR).commit()


def evil_merge(repository: Repository) -> None:
    side(repository).git("tag", "-f", "base").git("checkout", "-qb", "other", "HEAD~1").write("o", b"o").commit()
    repository.git("merge", "-q", "--no-commit", "main").write("k.ini", PAIR).commit()


def merged_branch(repository: Repository) -> None:
    side(repository).git("mv", "a", "k").commit()
    repository.git("tag", "-f", "base").git("merge", "-q", "--no-ff", "-m", "merge", "side")


def message(repository: Repository) -> None:
    base(repository).git("commit", "-q", "--allow-empty", "-m", "see <id>".replace("<id>", key()))


def file_name(repository: Repository) -> None:
    base(repository).write(f"{key()}.txt", b"x").commit()


def key() -> str:
    from patterns._fake import fake

    return fake("<id>").decode()


FOUND = {
    "a file": (added, ("blob", "k.ini")),
    "a file that is removed again": (added_and_removed, ("blob", "k.ini")),
    "a file that comes back": (back_again, ("blob", "k.ini")),
    "what a merge alone brings in": (evil_merge, ("blob", "k.ini")),
    "what a merged branch brings in": (merged_branch, ("blob", "s.ini")),
    "a message": (message, ("commit-message", "commit-message")),
}


@pytest.mark.parametrize(("build", "expected"), [pytest.param(*case, id=name) for name, case in FOUND.items()])
def test_is_found(repository: Repository, build: Builder, expected: tuple[str, str]) -> None:
    build(repository)
    assert expected in told(commits(repository.folder, "base..HEAD"))


def test_a_file_name_is_found(repository: Repository) -> None:
    file_name(repository)
    assert {place for place, _ in told(commits(repository.folder, "base..HEAD"))} == {"file-name"}


class TestRanges:
    def test_one_commit_is_that_commit_alone(self, repository: Repository) -> None:
        base(repository).write("k.ini", PAIR).commit().write("l.ini", OTHER).commit()
        assert told(commits(repository.folder, "HEAD")) == {("blob", "l.ini")}

    def test_the_first_commit_brings_in_everything(self, repository: Repository) -> None:
        repository.write("k.ini", PAIR).commit()
        assert told(commits(repository.folder, "HEAD")) == {("blob", "k.ini")}

    def test_three_dots_are_what_either_side_brings(self, repository: Repository) -> None:
        side(repository).write("m.ini", OTHER).commit()
        assert told(commits(repository.folder, "main...side")) == {("blob", "s.ini"), ("blob", "m.ini")}

    def test_an_old_end_of_zeros_is_what_no_other_ref_has(self, repository: Repository) -> None:
        side(repository)
        new = repository.ask("rev-parse", "side").decode()
        assert told(commits(repository.folder, f"{ZERO}..{new}")) == {("blob", "s.ini")}

    def test_what_another_ref_has_is_not_new(self, repository: Repository) -> None:
        side(repository).git("branch", "copy", "side").git("checkout", "-q", "side").write("n", b"n").commit()
        new = repository.ask("rev-parse", "side").decode()
        assert told(commits(repository.folder, f"{ZERO}..{new}")) == set()

    def test_a_new_end_of_zeros_brings_nothing(self, repository: Repository) -> None:
        base(repository)
        report = commits(repository.folder, f"HEAD..{ZERO}")
        assert (report.findings, report.complete) == ((), True)

    def test_a_tag_with_a_message(self, repository: Repository) -> None:
        base(repository).write("b", b"b").commit().git("tag", "-a", "v1", "-m", f"see {key()}")
        assert {place for place, _ in told(commits(repository.folder, "base..v1"))} == {"tag-message"}

    @pytest.mark.parametrize("named", ["nowhere..HEAD", "HEAD..nowhere", "nowhere", "--all", "f" * 40 + "..HEAD"])
    def test_an_unknown_end_is_an_error(self, repository: Repository, named: str) -> None:
        base(repository)
        with pytest.raises(UsageError):
            commits(repository.folder, named)

    def test_all_reports_what_is_not_new_too(self, repository: Repository) -> None:
        edited_around(repository)
        assert told(commits(repository.folder, "base..HEAD", everything=True)) == {("blob", "k.ini")}

    def test_the_border_of_a_shallow_clone_is_said(self, repository: Repository) -> None:
        base(repository).write("b", b"b").commit()
        target = repository.folder.parent / "shallow"
        repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(target))
        assert [item.reason for item in commits(target, "HEAD").skipped] == ["shallow"]


class TestSettings:
    def test_a_change_cannot_excuse_itself(self, repository: Repository) -> None:
        base(repository).write("k.ini", PAIR).write(".akiaignore", b"*.ini\n").write("akia.toml", b"inline = true\n")
        repository.write("pyproject.toml", b'[tool.akia]\nexclude = ["*"]\n').commit()
        assert told(commits(repository.folder, "base..HEAD")) == {("blob", "k.ini")}

    def test_what_the_base_says_counts(self, repository: Repository) -> None:
        repository.write(".akiaignore", b"*.ini\n")
        base(repository).write("k.ini", PAIR).commit()
        report = commits(repository.folder, "base..HEAD")
        assert report.findings == ()
        assert [item.by for item in report.suppressed] == ["ignore-file"]


def test_each_place_is_told_by_its_commit(repository: Repository) -> None:
    added(repository)
    (finding,) = commits(repository.folder, "base..HEAD").findings
    (occurrence,) = finding.occurrences
    assert occurrence.commit is not None
    assert occurrence.commit.id == repository.ask("rev-parse", "HEAD").decode()
    assert occurrence.refs == ("refs/heads/main",)
