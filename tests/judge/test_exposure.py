"""Who may have seen a credential, which order of steps follows, and what the settings say of its account."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from repositories import Repository
from running import akia

from scanner.git.remotes import host_of

PAIR = "aws_access_key_id = <id:AKIA:123456789013>\naws_secret_access_key = <secret>\n"
USER = "arn:aws:iam::123456789013:user/alice\n"
MADE = {"GIT_AUTHOR_DATE": "2024-05-06T07:08:09+00:00", "GIT_COMMITTER_DATE": "2024-05-06T07:08:09+00:00"}
REMOTES = {
    "no remote": ([], "local", "rotate-first"),
    "a host of the company": (["git@git.example.org:team/app.git"], "shared", "rotate-first"),
    "a folder": (["../other.git"], "shared", "rotate-first"),
    "a host that only looks like it": (["https://github.com.example.org/a/b"], "shared", "rotate-first"),
    "a path that names a public host": (["https://git.example.org/github.com/b"], "shared", "rotate-first"),
    "a user who is called so": (["https://github.com@git.example.org/b"], "shared", "rotate-first"),
    "a public host": (["https://github.com/a/b"], "public", "contain-first"),
    "a public host by SSH": (["git@gitlab.com:a/b.git"], "public", "contain-first"),
    "a public host by SSH on another port": (["ssh://git@altssh.bitbucket.org:443/a/b"], "public", "contain-first"),
    "one of two is public": (["git@git.example.org:a", "https://codeberg.org/a/b"], "public", "contain-first"),
}


def leaked(repository: Repository, content: str = PAIR + USER) -> Repository:
    repository.write("a.env", content).add().git("commit", "-q", "-m", "a commit", env=MADE)
    return repository


def only(folder: Path, *arguments: str) -> dict[str, Any]:
    (finding,) = (akia(folder, *arguments).report or {})["findings"]
    found: dict[str, Any] = finding
    return found


def titles(finding: dict[str, Any]) -> list[str]:
    return [step["title"] for step in finding["remediation"]["steps"]]


@pytest.mark.parametrize(("urls", "level", "order"), REMOTES.values(), ids=REMOTES)
def test_the_remote_tells_who_may_have_seen_it(urls: list[str], level: str, order: str, repository: Repository) -> None:
    for number, url in enumerate(urls):
        repository.git("remote", "add", f"r{number}", url)
    finding = only(leaked(repository).folder, "history", "--no-cache")
    exposure = finding["exposure"]
    assert (exposure["level"], exposure["order"], exposure["since"]) == (level, order, MADE["GIT_AUTHOR_DATE"])
    assert exposure["stands"]
    assert "2024-05-06" in exposure["reason"]
    turning_off, replacing = (
        next(at for at, title in enumerate(titles(finding)) if title.startswith(words))
        for words in ("Turn the key off", "Give the work a new credential")
    )
    assert (turning_off < replacing) == (order == "contain-first")


def test_what_no_tip_holds_any_more_is_said(repository: Repository) -> None:
    leaked(repository).remove("a.env").commit()
    assert only(repository.folder, "history", "--no-cache")["exposure"]["stands"] is False


def test_what_is_staged_has_been_seen_by_nobody(repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b").commit().write("a.env", PAIR + USER).add()
    finding = only(repository.folder, "staged")
    assert (finding["exposure"]["level"], finding["exposure"]["order"]) == ("uncommitted", "rotate-first")
    assert "filter-repo" not in str(finding["remediation"])
    assert titles(finding)[-1].startswith("Take it out of the file")


def test_what_is_committed_and_named_to_staged_counts_as_committed(repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    assert only(leaked(repository).folder, "staged", "a.env")["exposure"]["level"] == "public"


@pytest.mark.parametrize(
    "content",
    [PAIR, "AWSAccessKeyId=<id:AKIA:123456789013>\nAWSSecretKey=<secret>\n# root user key\n"],
    ids=["nobody's", "root's"],
)
def test_what_may_be_roots_is_contained_first_however_few_can_see_it(content: str, repository: Repository) -> None:
    finding = only(leaked(repository, content).folder, "history", "--no-cache")
    assert (finding["exposure"]["level"], finding["exposure"]["order"]) == ("local", "contain-first")


def test_a_tripwire_in_public_is_not_to_be_contained(repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    exposure = only(leaked(repository, PAIR.replace("123456789013", "171436882533")).folder, "history", "--no-cache")[
        "exposure"
    ]
    assert (exposure["level"], exposure["order"]) == ("public", "rotate-first")
    assert "leave it as it is" in exposure["reason"]


def test_what_is_over_is_not_to_be_contained(repository: Repository) -> None:
    over = json.dumps({"AccessKeyId": "<id:ASIA>", "SecretAccessKey": "<secret>", "Expiration": "2020-01-01T00:00:00Z"})
    exposure = only(leaked(repository, over).folder, "history", "--no-cache")["exposure"]
    assert exposure["order"] == "rotate-first"
    assert "has expired" in exposure["reason"]


def test_what_anybody_may_have_read_is_turned_off_without_ifs(repository: Repository) -> None:
    repository.git("remote", "add", "origin", "https://github.com/a/b")
    assert titles(only(leaked(repository).folder, "history", "--no-cache"))[0] == "Turn the key off now"


def test_files_that_are_in_no_repository_are_exposed_nobody_knows_how(tmp_path: Path) -> None:
    Repository(tmp_path / "other")
    folder = tmp_path / "plain"
    folder.mkdir()
    (folder / "a.env").write_bytes(Repository(tmp_path / "made").write("a", PAIR).folder.joinpath("a").read_bytes())
    assert only(folder, "scan", ".")["exposure"]["level"] == "unknown"


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param(b"/srv/git/app.git", "", id="a folder"),
        pytest.param(b"file:///srv/app.git", "", id="a folder as a URL"),
        pytest.param(b"C:\\src\\app", "", id="a drive"),
        pytest.param(b"https://me:p@ss@GitHub.com/a/b", "github.com", id="a password is no host"),
        pytest.param(b"git@github.com:a/b", "github.com", id="as scp says it"),
    ],
)
def test_the_host_of_a_url(url: bytes, host: str) -> None:
    assert host_of(url) == host


ACCOUNTS = {
    "nothing is said": ("", "critical", False),
    "production": ('kind = "production"', "critical", False),
    "a sandbox": ('kind = "sandbox"', "high", True),
    "a partner's": ('kind = "partner"', "high", True),
    "for tripwires": ('kind = "canary"', "medium", True),
}


@pytest.mark.parametrize(("kind", "severity", "has_reason"), ACCOUNTS.values(), ids=ACCOUNTS)
def test_accounts_have_names_and_their_kind_tells_how_grave_it_is(
    kind: str, severity: str, has_reason: bool, tmp_path: Path
) -> None:
    settings = f'[accounts.123456789013]\nname = "payments"\nowner = "Billing"\n{kind}\n'
    repository = Repository(tmp_path / "r").write("akia.toml", settings.encode()).write("a.env", PAIR + USER)
    finding = only(repository.folder, "scan", ".")
    assert finding["principal"]["account"]["name"] == "payments"
    assert finding["severity"] == severity
    assert bool(finding["severity_reason"]) == has_reason
    assert (finding["remediation"]["playbook"] == "canary") == (severity == "medium")
