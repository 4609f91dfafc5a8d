"""What a credential report says of an account counts for its long-term keys, wherever in the scan they stand."""

from __future__ import annotations

import base64
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from planted import ACCOUNT, COLUMNS, ENV, INI, KEY, OTHER, SECRET, SESSION
from repositories import Repository
from running import akia

from patterns._fake import fake, path_of
from patterns._loader import signals
from patterns._pattern import Sample
from patterns._signal import Signal
from patterns.principals.credential_report import row
from patterns.principals.terraform_caller import state
from scanner import history, scan
from scanner.detect.kind import OF_ACCOUNT
from scanner.judge.statements import statements
from scanner.model import Blob, Origin

PROVIDER = f'provider "aws" {{\n  access_key = "{KEY}"\n  secret_key = "{SECRET}"\n}}\n'
HEAD = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active\n"
NONE, ONE = HEAD + row("false", "false", ACCOUNT), HEAD + row("true", "false", ACCOUNT)


def encoded(report: str) -> str:
    return base64.b64encode(report.encode()).decode()


def answer(report: str) -> str:
    """What `aws iam get-credential-report` prints."""
    return json.dumps({"Content": encoded(report), "ReportFormat": "text/csv", "GeneratedTime": "2025-01-01"}, indent=4)


CASES: dict[str, tuple[dict[str, str], tuple[str, str, bool]]] = {
    "no report": ({"a.env": ENV}, ("unknown", "low", False)),
    "report with a root key": ({"a.env": ENV, "r.csv": ONE}, ("unknown", "low", False)),
    "another account's report": ({"a.env": ENV, "r.csv": NONE.replace(ACCOUNT, OTHER)}, ("unknown", "low", False)),
    "key that holds no account": ({"a.env": ENV.replace(KEY, "<oldid>"), "r.csv": NONE}, ("unknown", "low", False)),
    "session": ({"a.env": SESSION, "r.csv": NONE}, ("temporary", "high", False)),
    "answer of the AWS CLI with a root key": ({"a.env": ENV, "r.json": answer(ONE)}, ("unknown", "low", False)),
    "another account's answer": ({"a.env": ENV, "r.json": answer(NONE.replace(ACCOUNT, OTHER))}, ("unknown", "low", False)),
    "broken answer": ({"a.env": ENV, "r.json": answer(NONE)[:180]}, ("unknown", "low", False)),
    "answer of the AWS CLI": ({"a.env": ENV, "r.json": answer(NONE)}, ("iam-user", "medium", False)),
    "its content alone": ({"a.env": ENV, "r.txt": encoded(NONE) + "\n"}, ("iam-user", "medium", False)),
    "its content in lines": (
        {"a.env": ENV, "r.txt": base64.encodebytes(NONE.encode()).decode()}, ("iam-user", "medium", False),
    ),
    "its content in a string": ({"a.env": ENV, "r.py": f"report = {NONE.encode()!r}\n"}, ("iam-user", "medium", False)),
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


def test_an_answer_is_cited_with_the_line_it_begins_on(repository: Repository) -> None:
    whose = only(repository.write("a.env", ENV).write("audit/r.json", answer(NONE)).add().folder, "staged")
    (cited,) = [item for item in whose["evidence"] if item["signal"] == "report-without-root-key"]
    assert (cited["path"], cited["line"]) == ("audit/r.json", 2)


@pytest.mark.parametrize("report", [NONE, answer(NONE)], ids=["CSV", "answer of the AWS CLI"])
def test_a_report_in_an_earlier_commit_speaks(report: str, repository: Repository) -> None:
    repository.write("r.csv", report).commit().remove("r.csv").write("a.env", ENV).commit()
    first, second = only(repository.folder, "history"), only(repository.folder, "history")
    assert (first["type"], first["evidence"][0]["path"]) == ("iam-user", "r.csv")
    assert second == first


def test_a_report_in_an_archive_in_an_earlier_commit_speaks(repository: Repository) -> None:
    packed = gzip.compress(NONE.encode())
    repository.write("r.csv.gz", packed).commit().remove("r.csv.gz").write("a.env", ENV).commit()
    whose = only(repository.folder, "history", "--no-cache")
    assert (whose["type"], whose["evidence"][0]["path"]) == ("iam-user", "r.csv.gz!r.csv")


def test_a_report_in_a_range_speaks(repository: Repository) -> None:
    repository.commit().write("r.csv", NONE).commit().write("a.env", ENV).commit()
    assert only(repository.folder, "commits", "HEAD~2..HEAD")["type"] == "iam-user"


def test_whatever_speaks_of_accounts_is_looked_for() -> None:
    speaking = [signal for signal in signals() if signal.scope == "account"]
    assert speaking
    assert all(signal.needs == (OF_ACCOUNT,) for signal in speaking)


FOLDER = [
    pytest.param(signal, sample, speaks, id=f"{signal.id}-{words}")
    for signal in signals()
    if signal.scope == "folder"
    for speaks, samples in ((True, signal.examples), (False, signal.counterexamples))
    for words, sample in samples.items()
]


@pytest.mark.parametrize(("signal", "sample", "speaks"), FOLDER)
def test_what_is_said_of_keys_beside_it(signal: Signal, sample: Sample, speaks: bool) -> None:
    said = {claim.evidence.signal for claim in statements(Blob(fake(sample), Origin(path_of(sample), "blob")))}
    assert (signal.id in said) is speaks


VARS = f'access_key = "{KEY}"\nsecret_key = "{SECRET}"\n'
BY_ROOT, BY_USER = (state(f"arn:aws:iam::{ACCOUNT}:{who}").content for who in ("root", "user/alice"))
STATES: dict[str, tuple[dict[str, str], tuple[str, str | None]]] = {
    "state of root, beside the provider's key": ({"x/s.tfstate": BY_ROOT, "x/main.tf": PROVIDER}, ("root", None)),
    "state of a user, beside variables": (
        {"terraform.tfstate": BY_USER, "terraform.tfvars": VARS}, ("iam-user", "alice"),
    ),
    "backup of the state": ({"terraform.tfstate.backup": BY_ROOT, "a.auto.tfvars": VARS}, ("root", None)),
    "another folder's": ({"x/terraform.tfstate": BY_ROOT, "y/main.tf": PROVIDER}, ("unknown", None)),
    "another account's": ({"s.tfstate": BY_ROOT.replace(ACCOUNT, OTHER), "main.tf": PROVIDER}, ("unknown", None)),
    "key that is none of Terraform's": ({"terraform.tfstate": BY_ROOT, ".env": ENV}, ("unknown", None)),
    "key of a program, in the settings": (
        {"terraform.tfstate": BY_ROOT, "a.tfvars": VARS.replace("access", "ses_access")}, ("unknown", None),
    ),
    "key of a program beside the provider's": (
        {"s.tfstate": BY_ROOT, "main.tf": PROVIDER, "a.tfvars": VARS.replace("access", "ses_access").replace(KEY, f"<id:AKIA:{ACCOUNT}#2>")},
        ("root", None),
    ),
    "key that holds no account": (
        {"s.tfstate": BY_ROOT, "main.tf": PROVIDER.replace(KEY, "<oldid>")}, ("unknown", None),
    ),
    "states at odds": ({"a.tfstate": BY_ROOT, "b.tfstate": BY_USER, "main.tf": PROVIDER}, ("unknown", None)),
    "two keys of the account": (
        {"s.tfstate": BY_ROOT, "main.tf": PROVIDER, "b.tfvars": VARS.replace(KEY, f"<id:AKIA:{ACCOUNT}#2>")},
        ("unknown", None),
    ),
    "key that the state itself made": (
        {"s.tfstate": BY_ROOT, "k.tfstate": f'{{"type": "aws_iam_access_key", "attributes": {{"id": "{KEY}", "user": "ci"}}}}'},
        ("iam-user", "ci"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "expected"), STATES.values(), ids=STATES)
def test_who_ran_terraform_is_whose_the_providers_key_is(
    files: dict[str, str], expected: tuple[str, str | None], tmp_path: Path
) -> None:
    for path, content in files.items():
        tmp_path.joinpath(path).parent.mkdir(exist_ok=True)
        tmp_path.joinpath(path).write_bytes(fake(content))
    shown = fake(KEY).decode() if "<oldid>" not in "".join(files.values()) else fake("<oldid>").decode()
    found = [item for item in scan(str(tmp_path)).findings if item.parts[0].masked.endswith(shown[-4:])]
    assert [(item.principal.type, item.principal.name) for item in found] == [expected]


def test_a_history_knows_who_ran_terraform(repository: Repository) -> None:
    repository.write("terraform.tfstate", BY_ROOT).write("main.tf", PROVIDER).commit().remove(
        "terraform.tfstate"
    ).commit()
    assert [item.principal.type for item in history(repository.folder, cache=False).findings] == ["root"]
