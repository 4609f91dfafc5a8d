"""Evidence in another commit, another file, an archive: what is read speaks, and what a hook does not read is silent."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from planted import ACCOUNT, ENV, KEY, ROOT, USER, event, identity, trail
from repositories import Repository
from running import akia

from patterns._fake import fake
from patterns.principals.credential_report import row

BY_ROOT = trail(event(identity("Root", ROOT, KEY)), indent=1)
LISTED = json.dumps({"AccessKeyMetadata": [{"UserName": "alice", "AccessKeyId": KEY, "Status": "Active"}]}, indent=1)

STATE = json.dumps(
    {"resources": [{"type": "aws_iam_access_key", "instances": [{"attributes": {"id": KEY, "user": "alice"}}]}]},
    indent=1,
)
ROWS = f'"arn","accesskeyid"\n"{USER}","{KEY}"\n'
SPEAKING: dict[str, tuple[str, str, int]] = {
    "event of CloudTrail": (BY_ROOT, "root", 8),
    "list of a user's keys": (LISTED, "iam-user", 4),
    "state of Terraform": (STATE, "iam-user", 9),
    "row of Athena": (ROWS, "iam-user", 2),
    "credential report": (row("false", "false", ACCOUNT), "iam-user", 1),
}
"""Files that speak of the key or of its account, whose they say it is, and on which line."""
SCANS = {
    "scan": ("scan", "."),
    "scan by two processes": ("scan", ".", "--jobs", "2"),
    "staged": ("staged",),
    "range": ("commits", "HEAD~2..HEAD"),
    "history": ("history", "--no-cache"),
}


def pair(folder: Path, *arguments: str) -> dict[str, Any]:
    """Whose the key pair is."""
    found = (akia(folder, *arguments).report or {})["findings"]
    (whose,) = [finding["principal"] for finding in found if finding["kind"] == "access-key-pair"]
    principal: dict[str, Any] = whose
    return principal


@pytest.mark.parametrize("arguments", SCANS.values(), ids=SCANS)
@pytest.mark.parametrize(("content", "expected", "line"), SPEAKING.values(), ids=SPEAKING)
def test_another_file_speaks_and_is_cited(
    content: str, expected: str, line: int, arguments: tuple[str, ...], repository: Repository
) -> None:
    repository.commit().write("audit/said", content)
    if arguments[0] in ("commits", "history"):
        repository.commit().write("a.env", ENV).commit()
    else:
        repository.write("a.env", ENV).add()
    whose = pair(repository.folder, *arguments)
    assert whose["type"] == expected
    (cited,) = {(item["path"], item["line"]) for item in whose["evidence"] if item["path"] != "a.env"}
    assert cited == ("audit/said", line)


def test_an_event_in_an_earlier_commit_speaks(repository: Repository) -> None:
    repository.write("logs/trail.json", BY_ROOT).commit().remove("logs/trail.json").write("a.env", ENV).commit()
    whose = pair(repository.folder, "history", "--no-cache")
    assert (whose["type"], whose["confidence"]) == ("root", "high")
    assert {item["path"] for item in whose["evidence"] if item["strength"] == "strong"} == {"logs/trail.json"}


def test_a_list_on_another_branch_speaks(repository: Repository) -> None:
    repository.write("a.env", ENV).commit().git("checkout", "-qb", "audit").write("keys.json", LISTED).commit()
    whose = pair(repository.git("checkout", "-q", "main").folder, "history", "--no-cache")
    assert (whose["type"], whose["name"]) == ("iam-user", "alice")


def test_a_message_that_names_the_user_speaks(repository: Repository) -> None:
    message = f"aws iam create-access-key --user-name alice\n\naws iam update-access-key --user-name alice --access-key-id {KEY}"
    repository.write("a.env", ENV).add().git("commit", "-q", "-m", fake(message).decode())
    whose = pair(repository.folder, "history", "--no-cache")
    assert (whose["type"], whose["name"]) == ("iam-user", "alice")


def test_what_is_staged_together_speaks(repository: Repository) -> None:
    repository.commit().write("a.env", ENV).write("trail.json", BY_ROOT).add()
    assert pair(repository.folder, "staged")["type"] == "root"


@pytest.mark.parametrize("tracked", [True, False], ids=["in HEAD", "in the work tree"])
def test_what_is_not_staged_is_not_read_by_a_hook(tracked: bool, repository: Repository) -> None:
    """A commit is blocked all the same; a scan of the work tree reads the rest."""
    repository.write("trail.json", BY_ROOT)
    repository.commit() if tracked else repository.git("commit", "-q", "--allow-empty", "-m", "empty")
    repository.write("a.env", ENV).add("a.env")
    assert pair(repository.folder, "staged")["type"] == "unknown"
    assert pair(repository.folder, "scan", ".")["type"] == "root"


def test_evidence_of_two_files_is_shown_with_both(repository: Repository) -> None:
    repository.write("a.env", ENV).write("b.json", LISTED).write("c.env", f"# {USER}\n{ENV}").commit()
    whose = pair(repository.folder, "scan", ".")
    cited = {(item["path"], item["signal"]) for item in whose["evidence"] if item["strength"] == "strong"}
    assert cited >= {("b.json", "created-key-user"), ("c.env", "stated-user-arn")}
