"""What a credential report says of an account counts for its long-term keys, wherever in the scan they stand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from planted import ACCOUNT, COLUMNS, ENV, INI, KEY, OTHER, SECRET, SESSION
from repositories import Repository
from running import akia

from patterns._loader import signals
from patterns.principals.credential_report import row
from scanner.examination import OF_ACCOUNT

HEAD = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active\n"
NONE, ONE = HEAD + row("false", "false", ACCOUNT), HEAD + row("true", "false", ACCOUNT)

CASES: dict[str, tuple[dict[str, str], tuple[str, str, bool]]] = {
    "no report": ({"a.env": ENV}, ("unknown", "low", False)),
    "report with a root key": ({"a.env": ENV, "r.csv": ONE}, ("unknown", "low", False)),
    "another account's report": ({"a.env": ENV, "r.csv": NONE.replace(ACCOUNT, OTHER)}, ("unknown", "low", False)),
    "key that holds no account": ({"a.env": ENV.replace(KEY, "<oldid>"), "r.csv": NONE}, ("unknown", "low", False)),
    "session": ({"a.env": SESSION, "r.csv": NONE}, ("temporary", "high", False)),
    "report without a root key": ({"a.env": ENV, "audit/r.csv": NONE}, ("iam-user", "medium", False)),
    "report in Windows' form": ({"a.env": ENV, "r.csv": NONE.replace("\n", "\r\n")}, ("iam-user", "medium", False)),
    "root's download, which it does not outweigh": (
        {"rootkey.csv": f"{COLUMNS}{KEY},{SECRET}\n", "r.csv": NONE}, ("root", "high", False),
    ),
    "profile named for root, with which it is at odds": ({"c": f"[root]\n{INI}", "r.csv": NONE}, ("root", "low", True)),
}  # fmt: skip


def only(folder: Path, *arguments: str) -> dict[str, Any]:
    (finding,) = (akia(folder, *arguments).report or {})["findings"]
    whose: dict[str, Any] = finding["principal"]
    return whose


@pytest.mark.parametrize(("files", "expected"), CASES.values(), ids=CASES)
def test_a_report_in_another_file(files: dict[str, str], expected: tuple[str, str, bool], tmp_path: Path) -> None:
    made = Repository(tmp_path)
    for path, content in files.items():
        made.write(path, content)
    whose = only(tmp_path, "scan", ".", "--jobs", "1")
    assert (whose["type"], whose["confidence"], whose["conflict"]) == expected
    assert only(tmp_path, "scan", ".", "--jobs", "2") == whose


def test_it_is_cited_with_file_and_line(repository: Repository) -> None:
    whose = only(repository.write("a.env", ENV).write("audit/r.csv", NONE).add().folder, "staged")
    (cited,) = [item for item in whose["evidence"] if item["signal"] == "report-without-root-key"]
    assert (cited["path"], cited["line"]) == ("audit/r.csv", 2)


def test_whatever_speaks_of_accounts_is_looked_for() -> None:
    speaking = [signal for signal in signals() if signal.scope == "account"]
    assert speaking
    assert all(signal.needs == (OF_ACCOUNT,) for signal in speaking)
