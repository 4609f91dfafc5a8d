"""`akia remediate`: the whole playbook of a report, and the file for git filter-repo."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from repositories import OTHER, PAIR, Repository
from running import akia

from patterns._fake import fake
from scanner.cli.main import main
from scanner.formats.words import AT_ODDS

SECRETS = [fake(template).decode() for template in ("<secret>", "<secret#2>")]
USER = "arn:aws:iam::123456789013:user/alice\n"


@pytest.fixture
def report(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A report of a history that holds two keys, the current folder being its repository."""
    repository.write("a.env", PAIR + USER).commit().remove("a.env").write("b.env", OTHER).commit()
    monkeypatch.chdir(repository.folder)
    path = repository.folder.parent / "report.json"
    assert main(["history", "--no-cache", "--no-progress", "--format", "json", "--output", str(path)]) == 1
    return path


def findings(report: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads(report.read_bytes())["findings"]
    return found


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_step_and_command_is_told(form: str, report: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["remediate", str(report), "--format", form]) == 0
    told = capfd.readouterr().out
    for finding in json.loads(report.read_bytes())["findings"]:
        for step in finding["remediation"]["steps"]:
            assert step["title"] in told or form == "markdown"
            assert all(command in told or form == "json" for command in step["commands"])
    assert not any(secret in told for secret in SECRETS)


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_it_is_told_why_it_is_roots_and_that_the_evidence_is_at_odds(
    form: str, repository: Repository, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    made = '{"AccessKey": {"UserName": "al", "AccessKeyId": "<id>", "SecretAccessKey": "<secret>"}}\n'
    path = tmp_path / "odds.json"
    path.write_text(json.dumps(akia(repository.write("a.md", "# root access key\n" + made).folder, "scan", ".").report))
    capfd.readouterr()
    assert main(["remediate", str(path), "--format", form]) == 0
    told = " ".join(capfd.readouterr().out.split())
    assert "A remark beside it calls it an access key of the root user. (a.md:1)" in told.replace("\\", "")
    assert AT_ODDS in told.replace("\\", "")


def test_one_finding_is_named_by_the_beginning_of_its_fingerprint(
    report: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    first, second = (finding["fingerprint"] for finding in findings(report))
    assert main(["remediate", str(report), second[:8].upper(), "--format", "json"]) == 0
    told = capfd.readouterr().out
    assert second in told
    assert first not in told


@pytest.mark.parametrize("name", ["", "zz", SECRETS[0]], ids=["nothing", "no beginning", "a secret by mistake"])
def test_what_names_no_finding_is_refused(name: str, report: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["remediate", str(report), name]) == 2
    told = capfd.readouterr()
    assert not told.out
    assert not name or name not in told.err


def test_the_replacement_file_holds_what_leaked_for_its_owner_alone(
    report: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "values.txt"
    assert main(["remediate", str(report), "--filter-repo", str(target)]) == 0
    ids = [fake(template).decode() for template in ("<id>", "<id#2>")]
    assert target.read_text().splitlines() == [f"literal:{value}" for value in [*sorted(SECRETS), *sorted(ids)]]
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    told = capfd.readouterr()
    assert not any(value in told.out + told.err for value in [*ids, *SECRETS])


SIGNED = (
    "https://b.s3.amazonaws.com/k?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=<id>%2F20990101%2Fus-east-1%2Fs3"
    "%2Faws4_request&X-Amz-Date=20990101T000000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=<hex:64>"
)
CLONED = "https://alice-at-123456789013:{}@git-codecommit.us-east-1.amazonaws.com/v1/repos/x"


def test_the_replacement_file_holds_each_way_in_which_a_value_is_written(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ways = [SIGNED, SIGNED.replace("&", "&amp;"), CLONED.format("<b64:43>%3D"), "alice-at-123456789013,<b64:43>="]
    for number, way in enumerate(ways):
        repository.write(f"{number}.txt", way + "\n")
    repository.commit()
    monkeypatch.chdir(repository.folder)
    report, target = tmp_path / "report.json", tmp_path / "values.txt"
    assert main(["scan", "--no-progress", "--format", "json", "--output", str(report)]) == 1
    assert main(["remediate", str(report), "--filter-repo", str(target)]) == 0
    rules = [line.removeprefix("literal:") for line in target.read_text().splitlines()]
    written = [fake(way).decode() for way in (SIGNED.replace("&", "&amp;"), SIGNED, "<b64:43>%3D", "<b64:43>=", "<id>")]
    assert rules == written


def test_a_replacement_file_takes_nobodys_place(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "values.txt"
    target.write_text("mine")
    assert main(["remediate", str(report), "--filter-repo", str(target)]) == 2
    assert target.read_text() == "mine"


def test_a_list_of_binary_files_takes_nobodys_place(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.bin", b"\0" + fake(PAIR)).commit()
    report, target, listed = (tmp_path / name for name in ("report.json", "values.txt", "values.txt.blobs"))
    listed.write_text("mine")
    assert main(["history", str(repository.folder), "--format", "json", "--output", str(report)]) == 1
    assert main(["remediate", str(report), "--filter-repo", str(target), "--repo", str(repository.folder)]) == 2
    assert listed.read_text() == "mine"
    assert not target.exists()


def test_settings_elsewhere_say_what_else_is_replaced(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.txt", "corp_<hex:32>\n").commit()
    settings, report, target = (tmp_path / name for name in ("org.toml", "report.json", "values.txt"))
    settings.write_text(
        """[[patterns]]
id = "corp"
expression = "corp_[0-9a-f]{32}"
examples = ["corp_<hex:32>"]
"""
    )
    config = ("--config", str(settings))
    assert main(["history", str(repository.folder), "--format", "json", "--output", str(report), *config]) == 1
    call = ["remediate", str(report), "--filter-repo", str(target), "--repo", str(repository.folder)]
    assert main([*call, *config]) == 0
    assert target.read_bytes() == b"literal:" + fake("corp_<hex:32>") + b"\n"
    target.unlink()
    assert main(call) == 2


def test_what_another_repository_does_not_hold_is_said(report: Path, tmp_path: Path) -> None:
    elsewhere = Repository(tmp_path / "elsewhere").write("a.env", PAIR).commit().folder
    target = tmp_path / "values.txt"
    assert main(["remediate", str(report), "--filter-repo", str(target), "--repo", str(elsewhere)]) == 2
    assert len(target.read_text().splitlines()) == 2
