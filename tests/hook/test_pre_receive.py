"""`akia hook pre-receive` and `akia hook update` on a real server: what a push brings is in quarantine, or let in."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository, clean
from running import AKIA
from servers import Pushed, hook, pair, push, tip

from patterns._fake import fake

KEY = fake("<id>").decode()
SECRET = fake("<secret>").decode()
NAMES = ("pre-receive", "update")


@pytest.fixture
def both(tmp_path: Path) -> tuple[Repository, Repository]:
    """A repository, and the server that has its `main`."""
    return pair(tmp_path)


@pytest.mark.parametrize("name", NAMES)
class TestTaken:
    def test_a_commit(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        pushed = push(local.write("b", b"b").commit(), "origin", "main")
        assert pushed.went_through, pushed.said
        assert "akia" not in pushed.said
        assert tip(server) == tip(local)

    def test_a_new_branch_of_a_leak_that_is_there(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        local.write("k.ini", PAIR).commit().git("push", "-q", "origin", "main")
        hook(server.folder, name)
        pushed = push(local.git("checkout", "-qb", "side").write("b", b"b").commit(), "origin", "side")
        assert pushed.went_through, pushed.said

    def test_a_deletion(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit().git("push", "-q", "origin", "side")
        hook(server.folder, name)
        assert push(local, "origin", ":side").went_through

    def test_a_forced_push_that_takes_it_out(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        local.write("k.ini", PAIR).commit().git("push", "-q", "origin", "main")
        hook(server.folder, name)
        local.git("reset", "-q", "--hard", "HEAD~1").write("b", b"b").commit()
        assert push(local, "--force", "origin", "main").went_through

    def test_what_the_target_allows(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        local.write(".akiaignore", b"*.ini\n").commit().git("push", "-q", "origin", "main")
        hook(server.folder, name)
        assert push(local.write("k.ini", PAIR).commit(), "origin", "main").went_through
        local.git("checkout", "-qb", "side").write("l.ini", OTHER).commit()
        assert push(local, "origin", "side").went_through


def refused(local: Repository, server: Repository, *arguments: str) -> Pushed:
    """A push that must not be taken."""
    before = server.ask("for-each-ref")
    pushed = push(local, *arguments)
    assert not pushed.went_through, pushed.said
    assert server.ask("for-each-ref") == before
    assert "remote: akia: push refused: " in pushed.said
    assert SECRET[4:-4] not in pushed.said
    return pushed


@pytest.mark.parametrize("name", NAMES)
class TestRefused:
    def test_a_leak(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        said = refused(local.write("k.ini", PAIR).commit(), server, "origin", "main").said
        assert f"commit {tip(local)[:12]}, k.ini:1" in said
        objects = server.ask("cat-file", "--batch-all-objects", "--batch-check").decode()
        assert (tip(local) in objects) == (name == "update")  # before `update`, git has let the objects in

    def test_a_leak_that_is_removed_again(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        refused(local.write("k.ini", PAIR).commit().remove("k.ini").commit(), server, "origin", "main")

    def test_a_new_branch(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        local.git("checkout", "-qb", "side").write("k.ini", PAIR).commit().write("b", b"b").commit()
        refused(local, server, "origin", "side")

    def test_a_message_of_a_tag(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        assert "tag message" in refused(local.git("tag", "-a", "v1", "-m", KEY), server, "origin", "v1").said

    def test_a_change_that_excuses_itself(self, both: tuple[Repository, Repository], name: str) -> None:
        local, server = both
        hook(server.folder, name)
        local.write("k.ini", PAIR).write(".akiaignore", b"*.ini\n").write("akia.toml", b'fail-on = "never"\n').commit()
        refused(local, server, "origin", "main")


class TestPreReceive:
    def test_one_leak_stops_all_that_is_pushed_with_it(self, both: tuple[Repository, Repository]) -> None:
        local, server = both
        hook(server.folder, "pre-receive")
        local.write("b", b"b").commit().git("checkout", "-qb", "side").write("k.ini", PAIR).commit()
        refused(local, server, "origin", "main", "side")

    def test_one_branch_cannot_excuse_another(self, both: tuple[Repository, Repository]) -> None:
        """A branch of one's own may have any settings; pushed with another they do not count for it."""
        local, server = both
        local.git("checkout", "-qb", "lax").write(".akiaignore", b"*\n").commit().git("push", "-q", "origin", "lax")
        hook(server.folder, "pre-receive")
        local.write("b", b"b").commit().git("checkout", "-q", "main").write("k.ini", PAIR).commit()
        refused(local, server, "origin", "lax", "main")

    def test_settings_of_the_server_alone(self, both: tuple[Repository, Repository], tmp_path: Path) -> None:
        local, server = both
        local.write(".akiaignore", b"*.ini\n").commit().git("push", "-q", "origin", "main")
        (tmp_path / "policy.toml").write_text('fail-on = "medium"\n')
        hook(server.folder, "pre-receive", "--config", str(tmp_path / "policy.toml"), "--no-inline")
        local.write("k.ini", PAIR.replace("<id>", "<id> # akia:allow")).commit()
        refused(local, server, "origin", "main")

    def test_a_report_for_whoever_keeps_the_server(self, both: tuple[Repository, Repository], tmp_path: Path) -> None:
        local, server = both
        hook(server.folder, "pre-receive", "--format", "json", "--output", str(tmp_path / "akia.json"))
        refused(local.write("k.ini", PAIR).commit(), server, "origin", "main")
        report = json.loads((tmp_path / "akia.json").read_text())
        assert [item["path"] for item in report["findings"][0]["occurrences"]] == ["k.ini"]

    def test_the_words_are_few_and_hold_no_content(self, both: tuple[Repository, Repository]) -> None:
        local, server = both
        hook(server.folder, "pre-receive")
        for number in range(12):
            text = PAIR.replace("<id>", f"<id#{number}>").replace("<secret>", f"<secret#{number}>")
            local.write(f"{number}.ini", f"private words\n{text}")
        said = refused(local.commit("-m", "private subject"), server, "origin", "main").said
        assert said.count("remote: ") < 25
        assert "private" not in said
        assert "and 7 more" in said
        assert "\x1b" not in "".join(line for line in said.splitlines() if "akia" in line).replace("\x1b[K", "")

    def test_a_hostile_file_name_stays_on_its_line(self, both: tuple[Repository, Repository]) -> None:
        local, server = both
        hook(server.folder, "pre-receive")
        said = refused(local.write("x\n\x1b[2Jremote: all is well\n.ini", PAIR).commit(), server, "origin", "main").said
        assert not any(line.startswith("remote: all is well") for line in said.splitlines())
        assert "\x1b[2J" not in said

    def test_what_cannot_be_looked_at_is_refused(self, both: tuple[Repository, Repository]) -> None:
        """The server borrows from another repository, which has lost a file."""
        local, server = both
        lender = Repository(server.folder.parent / "lender", "--bare")
        local.write("b", b"b").commit().git("push", "-q", str(lender.folder), "main")
        (server.folder / "objects" / "info" / "alternates").write_text(f"{lender.folder}/objects\n")
        name = local.ask("rev-parse", "main:b").decode()
        (lender.folder / "objects" / name[:2] / name[2:]).unlink()
        hook(server.folder, "pre-receive")
        line = f"{tip(server)} {tip(local)} refs/heads/main\n"
        done = subprocess.run(
            [AKIA, "hook", "pre-receive"], cwd=server.folder, env=clean(), input=line.encode(), capture_output=True
        )
        assert done.returncode == 2
        assert b"push refused: not everything that is pushed could be looked at" in done.stderr

    def test_the_first_push_of_all(self, tmp_path: Path) -> None:
        server = Repository(tmp_path / "server.git", "--bare")
        hook(server.folder, "pre-receive")
        local = Repository(tmp_path / "local").write("a", b"a").commit()
        local.git("remote", "add", "origin", str(server.folder))
        assert push(local, "origin", "main").went_through
        local.git("checkout", "-q", "--orphan", "other").write("k.ini", PAIR).commit()
        refused(local, server, "origin", "other")

    def test_sha256(self, tmp_path: Path) -> None:
        local, server = pair(tmp_path, "--object-format=sha256")
        hook(server.folder, "pre-receive")
        refused(local.write("k.ini", PAIR).commit(), server, "origin", "main")


class TestUpdate:
    def test_other_references_are_taken(self, both: tuple[Repository, Repository]) -> None:
        local, server = both
        hook(server.folder, "update")
        local.write("b", b"b").commit().git("checkout", "-qb", "side").write("k.ini", PAIR).commit()
        pushed = push(local, "origin", "main", "side")
        assert not pushed.went_through
        assert server.ask("for-each-ref", "--format=%(refname)") == b"refs/heads/main"
        assert tip(server) == tip(local)
