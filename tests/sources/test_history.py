"""What a repository holds is found wherever it hides, told right, and nothing is changed by looking."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from histories import KEY, PLACES, Builder, history, occurrences, told
from reports import left
from repositories import OTHER, PAIR, Repository
from running import akia

from patterns._fake import fake
from scanner.cli.main import main
from scanner.model import Report
from scanner.sources.remembering.memory import Memory


def digest(folder: Path) -> dict[str, str]:
    """Every file of a repository's own folder, and what is in it."""
    files = (path for path in sorted((folder / ".git").rglob("*")) if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_a_clean_repository_is_clean(repository: Repository) -> None:
    repository.write("a", b"nothing").commit().git("tag", "-a", "v1", "-m", "one").git("notes", "add", "-m", "two")
    report = history(repository.folder)
    assert (report.findings, report.skipped, report.complete) == ((), (), True)


def places() -> Iterator[object]:
    """Every place, in repositories of both object formats, unless another repository would need the same."""
    for name, (build, expected) in PLACES.items():
        yield pytest.param(build, expected, [], id=f"{name}-SHA-1")
        if build.__name__ not in ("alternate", "submodule", "large_file_storage"):
            yield pytest.param(build, expected, ["--object-format=sha256"], id=f"{name}-SHA-256")


@pytest.mark.parametrize(("build", "expected", "options"), list(places()))
def test_every_place(tmp_path: Path, build: Builder, expected: tuple[str, str], options: list[str]) -> None:
    repository = Repository(tmp_path / "repository", *options)
    build(repository)
    before = digest(repository.folder)
    report = history(repository.folder)
    place, path = expected
    assert any(kind == place and where.startswith(path) for kind, where in told(report)), told(report)
    assert digest(repository.folder) == before
    assert not (repository.folder / "ran").exists()


def test_a_bare_repository(repository: Repository, tmp_path: Path) -> None:
    repository.write("gone.ini", PAIR).commit().remove("gone.ini").commit()
    repository.git("clone", "-q", "--bare", ".", str(tmp_path / "bare.git"))
    assert ("blob", "gone.ini") in told(history(tmp_path / "bare.git"))


def test_a_bare_repository_where_git_is_to_take_none_that_it_comes_upon(repository: Repository, tmp_path: Path) -> None:
    repository.write("k.ini", PAIR).commit().git("clone", "-q", "--bare", ".", str(tmp_path / "b.git"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home/.gitconfig").write_text("[safe]\n\tbareRepository = explicit\n")
    home = {"HOME": str(tmp_path / "home")}
    assert akia(tmp_path, "history", "--no-cache", "b.git", env=home).found == ["k.ini:1"]
    assert akia(tmp_path / "b.git", "commits", "HEAD", env=home).found == ["k.ini:1"]


def test_several_processes_find_the_same(repository: Repository) -> None:
    for number in range(30):
        repository.write(f"{number}.ini", PAIR.replace(">", f"#{number}>") + "x" * 200_000).commit()
    repository.git("gc", "-q")
    assert history(repository.folder, jobs=2).findings == history(repository.folder).findings


class TestAttribution:
    def test_the_first_commit_of_many_is_told(self, repository: Repository) -> None:
        repository.write("a", b"a").commit().write("k.ini", PAIR).commit()
        first = repository.ask("rev-parse", "HEAD").decode()
        for number in range(20):
            repository.write("k.ini", f"# {number}\n{PAIR}").commit()
        (occurrence,) = occurrences(history(repository.folder))
        assert occurrence.commit is not None
        assert occurrence.last is not None
        assert occurrence.commit.id == first
        assert (occurrence.commit.author, occurrence.commit.email) == ("A", "a@example.org")
        assert occurrence.last.id == repository.ask("rev-parse", "HEAD").decode()

    def test_refs_lead_to_it_and_tips_hold_it(self, repository: Repository) -> None:
        repository.write("k.ini", PAIR).commit().git("branch", "old").remove("k.ini").commit()
        (occurrence,) = occurrences(history(repository.folder))
        assert occurrence.refs == ("refs/heads/main", "refs/heads/old")
        assert occurrence.tips == ("refs/heads/old",)
        assert occurrence.reach == "ref"

    @pytest.mark.parametrize(
        ("options", "reach"),
        [
            pytest.param([], "reflog", id="a reflog still leads to it"),
            pytest.param(["-c", "core.logAllRefUpdates=false"], "dangling", id="nothing leads to it"),
        ],
    )
    def test_what_no_ref_leads_to(self, repository: Repository, options: list[str], reach: str) -> None:
        repository.git("config", "core.logAllRefUpdates", "false" if options else "true")
        repository.write("a", b"a").commit().write("k.ini", PAIR).commit().git("reset", "-q", "--hard", "HEAD~1")
        places = [item for item in occurrences(history(repository.folder)) if item.path == "k.ini"]
        assert [(item.reach, item.refs) for item in places] == [(reach, ())]

    def test_each_path_is_a_place(self, repository: Repository) -> None:
        repository.write("a.ini", PAIR).write("b/c.ini", PAIR).commit()
        assert {item.path for item in occurrences(history(repository.folder))} == {"a.ini", "b/c.ini"}

    def test_two_credentials_are_two_findings(self, repository: Repository) -> None:
        repository.write("a.ini", PAIR).commit().write("a.ini", OTHER).commit()
        assert len(history(repository.folder).findings) == 2


def shallow(repository: Repository) -> Path:
    repository.write("a", b"a").commit().write("a", b"b").commit()
    target = repository.folder.parent / "shallow"
    repository.git("clone", "-q", "--depth=1", f"file://{repository.folder}", str(target))
    return target


def partial(repository: Repository) -> Path:
    repository.git("config", "uploadpack.allowFilter", "true").write("a", b"a").commit().write("a", b"b").commit()
    target = repository.folder.parent / "partial"
    repository.git("clone", "-q", "--filter=blob:none", f"file://{repository.folder}", str(target))
    shutil.rmtree(repository.folder)
    return target


def missing(repository: Repository) -> Path:
    repository.write("a", b"a").commit().write("a", b"b").commit()
    name = repository.ask("rev-parse", "HEAD~1:a").decode()
    (repository.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    return repository.folder


def corrupt(repository: Repository) -> Path:
    repository.write("a", b"a" * 1000).commit()
    name = repository.ask("rev-parse", "HEAD:a").decode()
    path = repository.folder / ".git" / "objects" / name[:2] / name[2:]
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-4])
    return repository.folder


def without_index(repository: Repository) -> Path:
    repository.write("a", b"a").commit().git("gc", "-q")
    for path in (repository.folder / ".git" / "objects" / "pack").glob("*.idx"):
        path.unlink()
    return repository.folder


def cut_pack(repository: Repository) -> Path:
    repository.write("a", bytes(range(256)) * 400).commit().git("gc", "-q")
    (path,) = (repository.folder / ".git" / "objects" / "pack").glob("*.pack")
    path.chmod(0o644)
    path.write_bytes(path.read_bytes()[:-200])
    return repository.folder


def missing_alternate(repository: Repository) -> Path:
    repository.write("a", b"a").commit()
    (repository.folder / ".git" / "objects" / "info" / "alternates").write_text("/nowhere/at/all\n")
    return repository.folder


OBSTACLES = [shallow, partial, missing, corrupt, without_index, cut_pack, missing_alternate]


@pytest.mark.parametrize("build", [pytest.param(build, id=build.__name__.replace("_", " ")) for build in OBSTACLES])
def test_what_cannot_be_looked_at_is_said(
    repository: Repository, build: object, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = build(repository)  # type: ignore[operator]
    report: Report = history(folder)
    assert not report.complete, left(report)
    assert main(["history", "--no-cache", str(folder)]) == 2
    assert main(["history", "--no-cache", "--allow-incomplete", str(folder)]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_no_repository_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", str(tmp_path)]) == 2
    assert "not a git repository" in capsys.readouterr().err


class TestMemory:
    def test_a_second_scan_says_the_same(self, repository: Repository, tmp_path: Path) -> None:
        repository.write("k.ini", PAIR).commit().git("gc", "-q")
        path = str(tmp_path / "cache.sqlite")
        first = history(repository.folder, Memory("rules", path))
        second = history(repository.folder, Memory("rules", path))
        assert first._replace(seconds=0) == second._replace(seconds=0)

    def test_what_was_added_since_is_found(self, repository: Repository, tmp_path: Path) -> None:
        path = str(tmp_path / "cache.sqlite")
        repository.write("k.ini", PAIR).commit().git("gc", "-q")
        history(repository.folder, Memory("rules", path))
        repository.write("l.ini", OTHER).commit()
        assert len(history(repository.folder, Memory("rules", path)).findings) == 2

    def test_a_broken_cache_is_said_and_costs_nothing_else(self, repository: Repository, tmp_path: Path) -> None:
        repository.write("k.ini", PAIR).commit().git("gc", "-q")
        path = tmp_path / "cache.sqlite"
        path.write_bytes(b"this is no database, whatever its name says " * 100)
        report = history(repository.folder, Memory("rules", str(path)))
        assert len(report.findings) == 1
        assert [item.reason for item in report.skipped] == ["cache"]
        assert report.complete

    def test_no_secret_is_kept(self, repository: Repository, tmp_path: Path) -> None:
        """The ID is none: the report's own commands name it."""
        repository.write("k.ini", PAIR).commit().git("gc", "-q")
        path = tmp_path / "cache.sqlite"
        report = history(repository.folder, Memory("rules", str(path)))
        assert KEY in repr(report)
        assert fake("<secret>") not in path.read_bytes()
        assert b"k.ini" in path.read_bytes()
