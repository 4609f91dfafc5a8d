"""Rules of the settings in each command: where they count, what reports say, and what a change cannot do."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from repositories import Repository
from running import AKIA, akia

from patterns._fake import fake

SETTINGS = """
[[patterns]]
id = "acme-token"
title = "Acme token"
severity = "critical"
anchors = ["acme_"]
expression = 'acme_[a-z0-9]{24}'
examples = ["acme_<base36:24>"]
tags = ["acme"]
"""
GITLEAKS = (
    "[[rules]]\nid = 'corp'\nregex = '''corp-([a-z0-9]{20})'''\nkeywords = ['corp-']\n[extend]\nuseDefault = true\n"
)
LEAK = "token = acme_<base36:24>\n"
OTHER = "token = corp-<base36:20>\n"


def kinds(report: dict[str, object] | None) -> set[str]:
    assert report is not None
    return {finding["kind"] for finding in report["findings"]}  # type: ignore[attr-defined]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """One whose settings are committed."""
    made = Repository(tmp_path / "r").write("akia.toml", SETTINGS.encode()).git("add", "-A")
    return made.git("commit", "-q", "-m", "settings")


def test_without_settings_nothing_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(fake(LEAK))
    assert akia(tmp_path, "scan").status == 0


def test_a_file(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.txt").write_bytes(b"\n" + fake(LEAK))
    ended = akia(tmp_path, "scan")
    assert (ended.status, ended.found) == (1, ["a.txt:2"])
    assert ended.report is not None
    finding = ended.report["findings"][0]
    assert (finding["severity"], finding["title"], finding["tags"]) == ("critical", "Acme token", ["acme"])
    assert finding["remediation"]["playbook"] == "other-secret"
    assert finding["principal"]["type"] == "unknown"
    assert fake(LEAK)[8:32].decode() not in json.dumps(ended.report)


def test_the_same_secret_is_one_credential_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(fake(LEAK))
    report = akia(tmp_path, "scan").report
    assert report is not None
    assert [len(finding["occurrences"]) for finding in report["findings"]] == [2]


def test_standard_input(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(SETTINGS)
    ended = akia(tmp_path, "scan", "--config", "own.toml", "-", given=fake(LEAK))
    assert (ended.status, kinds(ended.report)) == (1, {"acme-token"})


def test_a_comment_allows_it(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.txt").write_bytes(fake(LEAK).replace(b"\n", b" # gitleaks:allow\n"))
    ended = akia(tmp_path, "scan")
    assert (ended.status, akia(tmp_path, "scan", "--no-inline").status) == (0, 1)
    assert ended.report is not None
    assert [item["by"] for item in ended.report["suppressed"]] == ["inline"]


def test_an_aws_credential_is_not_reported_twice(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text("[[patterns]]\nid='x'\nexpression='AKIA.{16}'\nexamples=['<id>']\n")
    (tmp_path / "a.txt").write_bytes(fake("key = <id>\n"))
    assert kinds(akia(tmp_path, "scan").report) == {"access-key-id"}


def test_what_is_staged(repository: Repository) -> None:
    repository.write("a.txt", LEAK).git("add", "a.txt")
    assert kinds(akia(repository.folder, "staged").report) == {"acme-token"}
    repository.git("commit", "-q", "-m", "a").write("a.txt", LEAK + "more\n").git("add", "a.txt")
    assert akia(repository.folder, "staged").status == 0


def test_what_commits_bring_in(repository: Repository) -> None:
    repository.write("a.txt", LEAK).git("add", "a.txt").git("commit", "-q", "-m", "a")
    repository.git("rm", "-q", "a.txt").git("commit", "-q", "-m", "b")
    assert kinds(akia(repository.folder, "commits", "HEAD~2..HEAD").report) == {"acme-token"}


def test_a_change_cannot_take_the_rule_out(repository: Repository) -> None:
    repository.write("a.txt", LEAK).write("akia.toml", b"").git("add", "-A").git("commit", "-q", "-m", "a")
    assert kinds(akia(repository.folder, "commits", "HEAD~1..HEAD").report) == {"acme-token"}


def test_a_change_cannot_weaken_the_file_of_rules(tmp_path: Path) -> None:
    made = Repository(tmp_path).write("akia.toml", b'rules = ["sub/g.toml"]').write("sub/g.toml", GITLEAKS.encode())
    made.git("add", "-A").git("commit", "-q", "-m", "rules")
    made.write("a.txt", OTHER).write("sub/g.toml", b"").git("add", "-A").git("commit", "-q", "-m", "a")
    assert kinds(akia(tmp_path, "commits", "HEAD~1..HEAD").report) == {"corp"}
    made.write("b.txt", OTHER).write("sub/g.toml", GITLEAKS.encode()).git("add", "b.txt")
    ended = akia(tmp_path, "staged")
    assert kinds(ended.report) == set(), "the rules that count are the staged ones"


def test_a_history_and_what_is_remembered_of_it(repository: Repository, tmp_path: Path) -> None:
    repository.write("a.txt", LEAK).git("add", "-A").git("commit", "-q", "-m", "a").git("rm", "-q", "a.txt")
    repository.git("commit", "-q", "-m", "b").git("gc", "-q")
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}
    settings = (repository.folder / "akia.toml").read_bytes()
    repository.write("akia.toml", b"")
    assert kinds(akia(repository.folder, "history", env=cache).report) == set()
    repository.write("akia.toml", settings)
    for _ in range(2):
        assert kinds(akia(repository.folder, "history", env=cache).report) == {"acme-token"}


def test_nothing_that_stands_around_a_finding_shows_another(repository: Repository) -> None:
    subject = fake("fix acme_<base36:24#2> now").decode()
    repository.write("a.txt", LEAK).git("add", "-A").git("commit", "-q", "-m", subject)
    report = akia(repository.folder, "commits", "HEAD~1..HEAD").report
    assert report is not None
    assert len(report["findings"]) == 2
    assert {item["commit"]["subject"] for finding in report["findings"] for item in finding["occurrences"]} == {
        "fix " + "*" * 29 + " now"
    }


@pytest.mark.parametrize(
    ("settings", "content"),
    [
        pytest.param(SETTINGS, LEAK, id="a rule"),
        pytest.param('packs = ["aws", "detect-secrets"]', "see ghp_<base36:36> here", id="a token of the pack"),
        pytest.param('packs = ["aws", "detect-secrets"]', "a:\n  - k: 'x'\npassword: '<base36:12>'\n", id="a value in YAML"),
        pytest.param(
            'packs = ["aws", "detect-secrets"]', "-----BEGIN RSA PRIVATE KEY-----\n<b64:64>\n-----END", id="a private key"
        ),
    ],
)  # fmt: skip
def test_what_leaked_can_be_purged(settings: str, content: str, tmp_path: Path) -> None:
    made = Repository(tmp_path / "r").write("akia.toml", settings.encode()).write("a.yaml", content).git("add", "-A")
    made.git("commit", "-q", "-m", "a")
    ended = akia(made.folder, "history", "--no-cache")
    (tmp_path / "report.json").write_text(json.dumps(ended.report))
    command = [AKIA, "remediate", str(tmp_path / "report.json"), "--filter-repo", str(tmp_path / "out")]
    done = subprocess.run(command, cwd=made.folder, capture_output=True, timeout=120)
    assert (done.returncode, b"1 values" in done.stderr) == (0, True)
    assert len((tmp_path / "out").read_bytes()) > 20


def test_a_link_to_rules_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/g.toml").write_text(GITLEAKS)
    (tmp_path / "r").mkdir()
    (tmp_path / "r/akia.toml").write_text('rules = ["sub/g.toml"]')
    (tmp_path / "r/sub").symlink_to(tmp_path / "out")
    ended = akia(tmp_path / "r", "scan")
    assert (ended.status, ended.report) == (2, None)
    assert "leads out" in ended.said


def test_what_is_not_carried_over_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text('rules = ["g.toml"]')
    (tmp_path / "g.toml").write_text(GITLEAKS)
    (tmp_path / "a.txt").write_bytes(fake(OTHER))
    ended = akia(tmp_path, "scan")
    assert ended.found == ["a.txt:1"]
    assert [line for line in ended.said.splitlines() if "not carried over" in line] == [
        "akia: g.toml: not carried over: its [extend] useDefault: gitleaks' own rules are no part of Akia; "
        "name its gitleaks.toml in rules, before it"
    ]
    assert akia(tmp_path, "scan", "--quiet").said == ""


@pytest.mark.parametrize(
    ("words", "is_said"),
    [
        pytest.param(["patterns"], True, id="the list of patterns"),
        pytest.param(["history"], True, id="a history"),
        pytest.param(["staged"], False, id="a hook"),
        pytest.param(["commits", "HEAD"], False, id="a gate"),
        pytest.param(["ci", "--base", "HEAD~1"], False, id="a run of CI"),
    ],
)
def test_what_runs_each_time_does_not_say_each_time_what_is_not_carried_over(
    repository: Repository, words: list[str], is_said: bool
) -> None:
    repository.write("akia.toml", b'rules = ["g.toml"]').write("g.toml", GITLEAKS.encode()).commit().commit()
    assert ("not carried over" in akia(repository.folder, *words).said) is is_said


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "gitlab", "github", "junit", "csv", "html"])
def test_every_format_shows_it_and_not_its_value(form: str, tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.txt").write_bytes(fake(LEAK))
    done = subprocess.run([AKIA, "scan", "--format", form], cwd=tmp_path, capture_output=True, timeout=60)
    assert (done.returncode, b"Acme token" in done.stdout) == (1, True)
    assert fake(LEAK)[8:-1] not in done.stdout


def test_the_list_of_patterns_holds_it(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    done = subprocess.run([AKIA, "patterns", "--format", "json"], cwd=tmp_path, capture_output=True, timeout=60)
    told = {item["id"]: item for item in json.loads(done.stdout)["patterns"]}
    assert told["acme-token"] == {
        "id": "acme-token",
        "title": "Acme token",
        "kind": "acme-token",
        "reference": "akia.toml: acme-token",
    }


def test_a_hook_without_rules_loads_nothing_for_them(tmp_path: Path) -> None:
    made = Repository(tmp_path).write("akia.toml", b'fail-on = "low"').write("a.txt", b"hello").git("add", "-A")
    script = (
        "import sys; from scanner.cli.dispatch import dispatched; dispatched(['staged', '--quiet'])\n"
        "print(sorted(name for name in sys.modules if name == 're2' or name.startswith(('scanner.rules', 'scanner.packs'))))"
    )
    python = str(Path(AKIA).parent / "python")
    done = subprocess.run([python, "-c", script], cwd=made.folder, capture_output=True, timeout=60)
    assert done.stdout.split(b"\n")[-2] == b"[]"
