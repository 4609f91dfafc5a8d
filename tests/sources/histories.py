"""Scanning histories and ranges in this process, and repositories that hide a key in one place each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

from repositories import PAIR, Repository

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.config import load
from scanner.counters import Counters
from scanner.detect.detector import Detector
from scanner.model import Occurrence, Report
from scanner.pipeline import Options, run
from scanner.sources.commits import CommitsSource
from scanner.sources.history import HistorySource
from scanner.sources.remembering.memory import Forgetful, Memory

KEY = fake("<id>").decode()
"""The ID in `PAIR`."""

Builder = Callable[[Repository], object]


def history(folder: Path, memory: Memory | None = None, jobs: int = 1) -> Report:
    """`akia history` of the repository."""
    source = HistorySource(str(folder), Detector(credential_patterns()), memory or Forgetful(), jobs, Counters())
    return run(source, Options(everything=True), load(source.settings))


def commits(folder: Path, named: str, everything: bool = False) -> Report:
    """`akia commits` in the folder."""
    with chdir(folder):
        source = CommitsSource(named, Detector(credential_patterns()), everything)
        return run(source, Options(everything=everything), load(source.settings))


def occurrences(report: Report) -> list[Occurrence]:
    """All places of all findings."""
    return [item for finding in report.findings for item in finding.occurrences]


def told(report: Report) -> set[tuple[str, str]]:
    """(place, path) of everything found; the names of objects left out."""
    return {(item.place, (item.path or "").split(":")[0]) for item in occurrences(report)}


def stashed(repository: Repository) -> None:
    repository.write("a", b"a").commit()
    for number in range(2):
        repository.write("a", PAIR if number == 0 else b"b").git("stash", "-q")


def untracked_stash(repository: Repository) -> None:
    repository.write("a", b"a").commit().write("new.ini", PAIR).git("stash", "-q", "-u")


def dropped_stash(repository: Repository) -> None:
    repository.write("a", b"a").commit().write("a", PAIR).git("stash", "-q").git("stash", "drop", "-q")


def amended(repository: Repository) -> None:
    repository.write("a.ini", PAIR).commit().write("a.ini", b"clean").commit("--amend")


def dangling(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("hash-object", "-w", "--stdin", given=fake(PAIR))


def only_staged(repository: Repository) -> None:
    repository.write("a", b"a").commit().write("staged.ini", PAIR).add()


def evil_merge(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("checkout", "-qb", "side").write("b", b"b").commit()
    repository.git("checkout", "-q", "main").write("c", b"c").commit()
    repository.git("merge", "-q", "--no-commit", "side").write("merged.ini", PAIR).commit()


def note(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("notes", "add", "-m", fake(PAIR))


def tag_message(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("tag", "-a", "v1", "-m", fake(PAIR))


def tag_of_a_blob(repository: Repository) -> None:
    repository.write("a", b"a").commit()
    name = repository.ask("hash-object", "-w", "--stdin", given=fake(PAIR))
    repository.git("tag", "blob", name)


def message(repository: Repository) -> None:
    repository.write("a", b"a").add().git("commit", "-qm", b"first\n\n" + fake(PAIR))


def author(repository: Repository) -> None:
    repository.write("a", b"a").add().git("-c", f"user.name={KEY}", "commit", "-qm", "x")


def pull_request(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("checkout", "-qb", "side").write("p.ini", PAIR).commit()
    repository.git("update-ref", "refs/pull/1/head", "side").git("checkout", "-q", "main").git("branch", "-qD", "side")


def remote_tracking(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("checkout", "-qb", "side").write("r.ini", PAIR).commit()
    repository.git("update-ref", "refs/remotes/origin/x", "side").git("checkout", "-q", "main")
    repository.git("branch", "-qD", "side")


def no_diff(repository: Repository) -> None:
    repository.write(".gitattributes", b"* -diff binary filter=x\n").write("b.ini", PAIR)
    repository.git("config", "filter.x.clean", "touch ran; cat").git("config", "filter.x.smudge", "touch ran; cat")
    repository.git("-c", "filter.x.clean=cat", "add", "-A").git("-c", "filter.x.clean=cat", "commit", "-qm", "x")


def removed(repository: Repository) -> None:
    repository.write("gone.ini", PAIR).commit().remove("gone.ini").commit()


def packed(repository: Repository) -> None:
    removed(repository)
    repository.git("gc", "-q", "--prune=now")


def only_in_a_delta(repository: Repository) -> None:
    lines = b"".join(b"line %d of a file that is long enough\n" % number for number in range(500))
    repository.write("big.txt", lines).commit().write("big.txt", lines + fake(PAIR)).commit()
    repository.write("big.txt", lines).commit().git("gc", "-q", "--aggressive", "--prune=now")


def alternate(repository: Repository) -> None:
    other = Repository(repository.folder.parent / "lender").write("x.ini", PAIR).commit()
    info = repository.folder / ".git" / "objects" / "info" / "alternates"
    info.write_text(f"{other.folder}/.git/objects\n")
    repository.git("update-ref", "refs/heads/borrowed", other.ask("rev-parse", "HEAD"))


def replaced(repository: Repository) -> None:
    repository.write("a.ini", PAIR).commit()
    other = repository.ask("hash-object", "-w", "--stdin", given=b"harmless")
    repository.git("replace", repository.ask("rev-parse", "HEAD:a.ini"), other)


def worktree_index(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("worktree", "add", "-q", "../linked")
    Repository.at(repository.folder.parent / "linked").write("w.ini", PAIR).add()


def file_name(repository: Repository) -> None:
    repository.write(f"keys/{KEY}.txt", b"x").commit()


def symlink_target(repository: Repository) -> None:
    repository.link("link", fake("<id>/x")).commit()


def wide(repository: Repository) -> None:
    repository.write("wide.txt", fake(PAIR).decode().encode("utf-16")).commit()


def reflog(repository: Repository) -> None:
    repository.write("a", b"a").commit().git(
        "update-ref", "--create-reflog", "-m", f"see {KEY}", "refs/heads/b", "HEAD"
    )
    repository.git("update-ref", "-m", f"see {KEY} again", "refs/heads/b", "HEAD")


def branch_name(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("branch", f"fix-{KEY}").git("pack-refs", "--all")


def remote_url(repository: Repository) -> None:
    repository.write("a", b"a").commit().git("remote", "add", "origin", f"https://{KEY}@example.org/x.git")


def large_file_storage(repository: Repository) -> None:
    repository.write("a", b"a").commit()
    folder = repository.folder / ".git" / "lfs" / "objects" / "ab" / "cd"
    folder.mkdir(parents=True)
    (folder / ("abcd" * 16)).write_bytes(fake(PAIR))


def submodule(repository: Repository) -> None:
    inner = Repository(repository.folder.parent / "inner").write("s.ini", PAIR).commit()
    inner.remove("s.ini").commit()
    repository.git("submodule", "--quiet", "add", str(inner.folder), "sub").commit()


PLACES: dict[str, tuple[Builder, tuple[str, str]]] = {
    "a file that was removed": (removed, ("blob", "gone.ini")),
    "a packed file": (packed, ("blob", "gone.ini")),
    "one version among deltas": (only_in_a_delta, ("blob", "big.txt")),
    "a merge alone": (evil_merge, ("blob", "merged.ini")),
    "a commit that was amended": (amended, ("blob", "a.ini")),
    "a stash that is not the last": (stashed, ("stash", "a")),
    "an untracked file in a stash": (untracked_stash, ("stash", "new.ini")),
    "a stash that was dropped": (dropped_stash, ("blob", "a")),
    "an object that nothing names": (dangling, ("blob", "blob")),
    "the index": (only_staged, ("index", "staged.ini")),
    "the index of a linked work tree": (worktree_index, ("index", "w.ini")),
    "a note": (note, ("note", "")),
    "a message of a tag": (tag_message, ("tag-message", "tag-message")),
    "a blob that a tag names": (tag_of_a_blob, ("blob", "blob")),
    "a message of a commit": (message, ("commit-message", "commit-message")),
    "an author": (author, ("commit-header", "commit-header")),
    "a pull request": (pull_request, ("blob", "p.ini")),
    "a branch of a remote": (remote_tracking, ("blob", "r.ini")),
    "a file that has no diff": (no_diff, ("blob", "b.ini")),
    "borrowed objects": (alternate, ("blob", "x.ini")),
    "an object that was replaced": (replaced, ("blob", "a.ini")),
    "a file's name": (file_name, ("file-name", "keys")),
    "a link's target": (symlink_target, ("blob", "link")),
    "UTF-16": (wide, ("blob", "wide.txt")),
    "a message of a reflog": (reflog, ("reflog", ".git/logs/refs/heads/b")),
    "the name of a branch": (branch_name, ("other", "refs")),
    "the address of a remote": (remote_url, ("other", ".git/config")),
    "Git LFS": (large_file_storage, ("other", ".git/lfs/objects/ab/cd")),
    "a submodule": (submodule, ("blob", "sub/s.ini")),
}
