"""The baseline: what is known stays silent, what is new does not, and branches merge."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns._fake import fake
from scanner.cli.main import main
from scanner.errors import ConfigError
from scanner.suppress.baseline import Entry, parsed, rendered

words = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Z")), min_size=1, max_size=12).filter(
    lambda text: text != "-" and not text.startswith("\ufeff")
)
entries = st.lists(
    st.builds(
        Entry,
        fingerprint=st.text("0123456789abcdef", min_size=32, max_size=32),
        kind=st.just("access-key-pair"),
        hint=words,
        until=st.none() | st.dates().map(date.isoformat),
        who=st.just("") | words,
        reason=st.just("") | words,
    ),
    unique_by=lambda entry: entry.fingerprint,
)


@given(entries)
def test_what_is_written_is_read_again(known: list[Entry]) -> None:
    assert list(parsed("b", rendered(known).encode()).entries.values()) == sorted(known)


@pytest.mark.parametrize("of_history", [True, False])
def test_whether_it_is_of_the_history_is_read_again(of_history: bool) -> None:
    assert parsed("b", rendered([], of_history).encode()).of_history is of_history


@given(entries)
def test_lines_are_sorted_and_the_order_of_entries_does_not_matter(known: list[Entry]) -> None:
    assert rendered(known) == rendered(reversed(known))


@pytest.mark.parametrize(
    ("line", "named"),
    [
        pytest.param("<<<<<<< HEAD", "b:2", id="a conflict that was not resolved"),
        pytest.param("xyz\tk\th\t-\t-\t-", "no fingerprint", id="no fingerprint"),
        pytest.param(f"{'a' * 32}\tk\th\tsoon\t-\t-", "no day", id="no day"),
    ],
)
def test_what_cannot_be_understood_is_named(line: str, named: str) -> None:
    with pytest.raises(ConfigError, match=named):
        parsed("b", f"# akia baseline 1\n{line}\n".encode())


class Folder:
    """A folder with a key in it, and the command line run there."""

    def __init__(self, path: Path, capsysbinary: Any) -> None:
        self.path, self._captured = path, capsysbinary

    def write(self, name: str, template: str) -> None:
        (self.path / name).write_bytes(fake(template))

    def akia(self, *arguments: str) -> tuple[int, str]:
        status = main([*arguments])
        output = self._captured.readouterr()
        return status, (output.out + output.err).decode()


PAIR = "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n"
OTHER = "aws_access_key_id = <id#2>\naws_secret_access_key = <secret#2>\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> Folder:
    monkeypatch.chdir(tmp_path)
    made = Folder(tmp_path, capsysbinary)
    made.write("a.ini", PAIR)
    return made


def test_what_is_known_is_silent_wherever_it_moves_and_counted(folder: Folder) -> None:
    assert folder.akia("baseline", "create", "--reason", "being revoked")[0] == 0
    (folder.path / "a.ini").unlink()
    folder.write("moved.ini", "\n\n# elsewhere\n" + PAIR)
    folder.write("alone.txt", "the key <id> was ours\n")
    status, said = folder.akia("scan", "--baseline", ".akia-baseline")
    assert status == 0
    assert "1 baseline entry" in said


def test_another_secret_in_the_same_place_is_found(folder: Folder) -> None:
    folder.akia("baseline", "create")
    folder.write("a.ini", OTHER)
    assert folder.akia("scan", "--baseline", ".akia-baseline")[0] == 1


def test_a_setting_names_it(folder: Folder) -> None:
    folder.akia("baseline", "create")
    (folder.path / "akia.toml").write_text('baseline = ".akia-baseline"\n')
    assert folder.akia("scan")[0] == 0


def test_an_entry_counts_until_its_last_day(folder: Folder) -> None:
    folder.akia("baseline", "create", "--until", "2020-01-01")
    status, said = folder.akia("scan", "--baseline", ".akia-baseline")
    assert status == 1
    assert "expired" in said


def test_it_is_not_made_twice_but_added_to(folder: Folder) -> None:
    folder.akia("baseline", "create", "--reason", "first")
    assert folder.akia("baseline", "create")[0] == 2
    folder.write("b.ini", OTHER)
    folder.akia("baseline", "update", "--reason", "second")
    text = (folder.path / ".akia-baseline").read_text()
    assert [line.split("\t")[5] for line in text.splitlines()[1:]].count("first") == 1
    assert folder.akia("scan", "--baseline", ".akia-baseline")[0] == 0


@pytest.mark.parametrize("turned", [False, True], ids=["as sorted", "the other way round"])
def test_of_two_entries_for_one_credential_the_one_that_ends_or_says_more_counts(turned: bool) -> None:
    known = "a" * 32
    lines = [f"{known}\tk\th\t{rest}" for rest in ("-\t-\t-", "-\tann\trevoked", "2026-12-31\t-\t-")]
    found = parsed("b", "\n".join(lines[::-1] if turned else lines).encode())
    assert found.entries[known].until == "2026-12-31"
    found = parsed("b", "\n".join(lines[1::-1] if turned else lines[:2]).encode())
    assert found.entries[known].reason == "revoked"


def test_one_that_powershell_has_saved_anew_is_read() -> None:
    known = "a" * 32
    assert parsed("b", f"# x\r\n{known}\tk\th\t-\t-\t-\r\n".encode("utf-16")).entries.keys() == {known}


def test_what_is_gone_is_pruned(folder: Folder) -> None:
    folder.write("b.ini", OTHER)
    folder.akia("baseline", "create")
    (folder.path / "b.ini").unlink()
    folder.akia("baseline", "prune")
    assert len((folder.path / ".akia-baseline").read_text().splitlines()) == 2


def test_no_secret_stands_in_it(folder: Folder) -> None:
    folder.akia("baseline", "create")
    text = (folder.path / ".akia-baseline").read_text()
    secret = fake(PAIR).decode().split(" = ")[2].strip()
    assert not any(secret[at : at + 5] in text for at in range(len(secret) - 4))


def test_one_that_is_missing_is_an_error(folder: Folder) -> None:
    assert folder.akia("scan", "--baseline", "nowhere")[0] == 2


def test_branches_that_add_different_credentials_merge(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        command = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", *arguments)
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)

    def keep(*digits: str) -> None:
        made = [Entry(digit * 32, "access-key-pair", "AKIA****", None, "", "known") for digit in digits]
        (tmp_path / "b").write_text(rendered(made))
        git("add", "b")
        git("commit", "-qm", "-".join(digits))

    git("init", "-q", "-b", "main")
    keep("2", "5", "8")
    git("checkout", "-qb", "side")
    keep("2", "3", "5", "8")
    git("checkout", "-q", "main")
    keep("2", "5", "7", "8")
    git("merge", "-q", "side", "-m", "merge")
    assert len(parsed("b", (tmp_path / "b").read_bytes()).entries) == 5
