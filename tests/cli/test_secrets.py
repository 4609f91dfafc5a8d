"""No output of any kind holds a secret: reports of every format, messages, help, what goes wrong, names and subjects."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import Repository
from running import AKIA

from patterns._fake import fake
from scanner.cli import ends, scan
from scanner.cli.main import main
from scanner.formats.choice import FORMATS

SLOTS = ("<secret>", "<secret#2>", "<token>", "<password>")
WAYS = [*(["--format", name] for name in FORMATS), ["--color", "always"], ["--quiet"], ["--no-inline"]]


def text(template: str) -> str:
    return fake(template).decode()


def leaked(shown: str | bytes, *secrets: str) -> list[str]:
    """The secrets of which eight characters in a row are shown, or all if there are fewer, or more than the mask lets."""
    told = shown if isinstance(shown, str) else shown.decode("utf-8", "replace")
    return [secret for secret in secrets if any(piece in told for piece in _pieces(secret))]


def _pieces(secret: str) -> Iterable[str]:
    """What must not be shown: any eight characters, and five at either end."""
    yield from (secret[at : at + 8] for at in range(max(1, len(secret) - 7)))
    if len(secret) > 20:
        yield from (secret[:5] + "*", "*" + secret[-5:])


def shown(folder: Path, *arguments: str, **env: str) -> bytes:
    """All that `akia` prints."""
    ended = subprocess.run([AKIA, *arguments], cwd=folder, env=os.environ | env, capture_output=True, timeout=60)
    assert b"internal error" not in ended.stderr
    return ended.stdout + ended.stderr


LAYOUTS = [
    "aws_access_key_id = <id>\naws_secret_access_key = <secret>\n",
    "aws_access_key_id = <id:ASIA>\naws_secret_access_key = <secret>\naws_session_token = <token>\n",
    '{"AccessKeyId": "<id>", "SecretAccessKey": "<secret>", "UserName": "<secret#2>"}\n',
    "User name,Password,Console sign-in URL\r\nalice,<password>,https://123456789013.signin.aws.amazon.com/console\r\n",
    "AWS root user\nemail: owner@acme.io\npassword: <password>\n",
    "arn:aws:iam::123456789013:user/<secret>\naws_access_key_id = <id>\naws_secret_access_key = <secret#2>\n",
    "AWS_SECRET_ACCESS_KEY=<secret> # user <secret#2> of <password>, <token>\n",
    "https://<secret>@git-codecommit.us-east-1.amazonaws.com/v1/repos/x <id> secret_key=<secret>\n",
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_no_report_shows_what_a_file_holds_or_is_called(tmp_path: Path, way: list[str]) -> None:
    folder = Repository.at(tmp_path)
    plain = [text(slot).replace("/", "x") for slot in SLOTS]
    for number, layout in enumerate(LAYOUTS):
        content = text(layout)
        for slot, value in zip(SLOTS, plain, strict=True):
            content = content.replace(text(slot), value)
        folder.write(f"{number}", content.encode())
        folder.write(f"{plain[number % 2]}/{number}.env", content.encode())
        folder.write(f"secret_key={plain[0]}.{number}", content.encode())
    told = shown(tmp_path, "scan", *way)
    assert leaked(told, *plain) == []
    assert len(told) > 500


@pytest.mark.parametrize("command", [["history", "--no-cache"], ["commits", "HEAD"], ["staged", "--all"]], ids=" ".join)
@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_no_report_shows_what_stands_around_in_git(repository: Repository, command: list[str], way: list[str]) -> None:
    secret = text("<secret>").replace("/", "x")
    repository.write(f"{secret}.env", text(LAYOUTS[0]).encode()).add()
    repository.git("-c", f"user.name={secret}", "-c", f"user.email=a@{secret}.org", "commit", "-qm", f"use {secret}")
    repository.git("branch", secret).git("tag", "-am", f"{secret} <id>", f"v-{secret}").write("b", "<id#3>").add()
    assert leaked(shown(repository.folder, *command, *way), secret, text("<secret>")) == []


SECRET, PASSWORD = text("<secret>"), "correct-horse-battery"


@pytest.mark.parametrize("arguments", [
    [SECRET], ["scan", SECRET], ["scan", f"./{SECRET}"], ["scan", "--", f"-{SECRET}"], ["scan", f"--{SECRET}"],
    ["scan", "--format", SECRET], ["scan", f"--fail-on={SECRET}"], ["scan", f"--quiet={SECRET}"], ["scan", "--jobs", SECRET],
    ["scan", "--config", SECRET], ["scan", "--baseline", SECRET], ["scan", "--output", f"none/{SECRET}"],
    ["scan", f"secret_key={SECRET}"], ["commits", SECRET], ["commits", f"{SECRET}..HEAD"], ["history", SECRET],
    ["staged", SECRET], ["explain", SECRET], ["patterns", SECRET], ["baseline", SECRET], ["report", SECRET],
], ids=lambda words: " ".join(words).replace(SECRET, "SECRET"))  # fmt: skip
def test_no_message_repeats_a_secret_that_was_pasted(repository: Repository, arguments: list[str]) -> None:
    told = shown(repository.folder, *arguments)
    assert told.startswith(b"akia: ") or b"akia: not looked at" in told
    assert leaked(told, SECRET) == []


@pytest.mark.parametrize("name", ["akia.toml", "pyproject.toml", ".akiaignore"])
@pytest.mark.parametrize("content", [
    f"{SECRET}", f"[tool.akia]\nx = '{SECRET}'", f"x = '{SECRET}'", f"exclude = '{SECRET}'", f"allow = ['{SECRET}']",
    f"fail-on = '{SECRET}'", f"{SECRET} = 1", f"{SECRET}[[:a:]]",
], ids=lambda words: words.replace(SECRET, "SECRET"))  # fmt: skip
def test_no_message_repeats_settings(tmp_path: Path, name: str, content: str) -> None:
    Repository.at(tmp_path).write(name, content.encode()).write("a", b"x")
    assert leaked(shown(tmp_path, "scan", "a"), SECRET) == []


def test_reasons_and_globs_of_settings_are_shown_without_secrets(tmp_path: Path) -> None:
    folder = (
        Repository.at(tmp_path)
        .write("d/a", LAYOUTS[0])
        .write("b", "<id>")
        .write(".akiaignore", f"d\n{SECRET}\n".encode())
    )
    shown_first = shown(tmp_path, "scan", "--format", "json").decode()
    known = re.findall(r'"fingerprint": "([0-9a-f]{32})"', shown_first)
    allow = "".join(f'[[allow]]\nfingerprint = "{name}"\nreason = "it was {SECRET}"\n' for name in dict.fromkeys(known))
    told = shown(folder.write("akia.toml", allow.encode()).folder, "scan", "--format", "json")
    assert b"it was " in told
    assert leaked(told, SECRET) == []


@pytest.mark.parametrize("debug", ["", "1"])
@pytest.mark.parametrize(
    "error", [ValueError(SECRET), KeyError(PASSWORD), OSError(5, SECRET), RuntimeError(f"x {PASSWORD}\n{SECRET}")]
)
def test_what_goes_wrong_is_told_without_what_was_at_work(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: Exception, debug: str
) -> None:
    def broken(*_: object) -> int:
        raise error

    monkeypatch.setattr(scan, "scanned", broken)
    monkeypatch.setenv("AKIA_DEBUG", debug)
    assert main(["scan", "a"]) == 2
    out, told = capfd.readouterr()
    assert out == ""
    assert told.startswith(f"akia: internal error: {type(error).__name__} at test_secrets.py:")
    assert (told.count("\n") > 1) is bool(debug)
    assert all(line.startswith("akia: ") for line in told.splitlines())
    assert leaked(told, SECRET, PASSWORD) == []


def test_too_little_memory_is_no_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise MemoryError

    monkeypatch.setattr(scan, "scanned", broken)
    assert main(["scan", "a"]) == 2
    assert capfd.readouterr() == ("", "akia: there is not enough memory for this\n")


def test_even_what_goes_wrong_while_wording_it_is_told(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> str:
        raise RuntimeError(SECRET)

    monkeypatch.setattr("scanner.conceal.concealed", broken)
    assert ends.ended(["nonsense"]) == 2
    assert capfd.readouterr() == ("", "akia: an error whose message cannot be shown\n")


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
slots = st.sampled_from(["<secret>", "<secret#2>", "<token>", "<id>", "<id:ASIA>"])
names = st.sampled_from(
    ["aws_secret_access_key", "SecretAccessKey", "password", "aws_session_token", "key", "user", "email", ""]
)
signs = st.sampled_from([" = ", ": ", "=", '": "', ",", " ", "\n", "</name><value>"])
lines = st.builds(lambda *parts: "".join(parts), words, names, signs, slots, words)
HEAD = (
    "aws_secret_access_key = <secret>\naws_secret_access_key = <secret#2>\naws_session_token = <token>\n"
    "AWS root user\nowner@acme.io\npassword = <password>\n"
)
"""By this the scan knows of each of them that it is secret, wherever else it stands."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.lists(lines, min_size=1, max_size=8), salt=st.integers(0, 10**6), way=st.sampled_from(WAYS))
def test_whatever_a_file_holds_no_secret_of_it_is_shown(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: list[str], salt: int, way: list[str]
) -> None:
    path = tmp_path / "a"
    path.write_bytes(fake(HEAD + "\n".join(content), str(salt)))
    assert main(["scan", str(path), *way]) in (0, 1)
    out, told = capfd.readouterr()
    assert leaked(out + told, *(fake(slot, str(salt)).decode() for slot in SLOTS)) == []
