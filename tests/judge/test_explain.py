"""What an identifier alone tells."""

from __future__ import annotations

import json
import sys
from tempfile import TemporaryFile
from typing import Any

import pytest
from planted import ACCOUNT
from repositories import Repository
from running import akia

from patterns._fake import fake
from scanner.cli.main import main
from scanner.judge.explain import explain, identifiers
from scanner.model import Account


def made(slot: str) -> str:
    return fake(slot).decode()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("AKIA", id="a prefix alone"),
        pytest.param(made("AKIA<base32:16>").lower(), id="lower case"),
        pytest.param(made("A3TX<base32:16>"), id="a prefix that is in no AWS table"),
        pytest.param(made("LKIA<base32:16>"), id="LocalStack's prefix"),
        pytest.param(made("AKIA<base32:16>!"), id="a sign behind it"),
        pytest.param(made("AKIA<base32:40>"), id="far too long"),
        pytest.param("123456789012", id="an account"),
    ],
)
def test_has_no_known_form(text: str) -> None:
    assert explain(text) is None
    assert main(["explain", text]) == 2


def test_lower_case_is_named_as_what_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", made("<id>").lower()]) == 2
    assert "capital letters" in capsys.readouterr().err


@pytest.mark.parametrize(("cut", "length"), [(-1, "19 characters"), (-4, "16 characters")])
def test_a_piece_of_a_key_id_is_told_apart(cut: int, length: str) -> None:
    told = explain(made("<id>")[:cut])
    assert told is not None
    assert length in told.account_note


def test_spaces_around_an_identifier_are_none_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", f" {made('<id>')}\n"]) == 0


# Public vectors, with a dash in them so that no scanner takes them for keys of ours: (identifier, account, where it is told).
VECTORS = [
    pytest.param("ASIAY34FZK-BOKMUTVV7A".replace("-", ""), "609629065308", id="an article on the format of key IDs"),
    pytest.param("ASIAQNZGKI-QY56JQ7WML".replace("-", ""), "029608264753", id="an account with a leading zero"),
    pytest.param("AKIASP2TPH-JSQH3FJRUX".replace("-", ""), "171436882533", id="a known honeytoken"),
    pytest.param("AIDAW2B2YY-MNYLMPFD64V".replace("-", ""), "468274692891", id="a user's unique ID"),
    pytest.param("AKIAJSIE27-KKMHXI3BJQ".replace("-", ""), None, id="a key of before 2019"),
    pytest.param("AKIAJWMRCS-BBKQO4HQCQ".replace("-", ""), None, id="an old key that others decode to a wrong account"),
    pytest.param("AKIAIOSFODNN7EXAMPLE", None, id="the documentation's own"),
    pytest.param("AKIAI44QH8DHBEXAMPLE", None, id="characters that no identifier has"),
]


@pytest.mark.parametrize(("text", "account"), VECTORS)
def test_account(text: str, account: str | None) -> None:
    told = explain(text)
    assert told is not None
    assert told.account_id == account


def test_a_long_term_key_is_nobodys_for_certain() -> None:
    told = explain(made("<id>"))
    assert told is not None
    assert told.generation == "new"
    assert any("root user" in line and "tells which" in line for line in told.can)
    assert told.remediation is not None
    assert told.remediation.playbook == "access-key-id"


def test_a_canary_is_left_alone() -> None:
    told = explain(made("<id:AKIA:171436882533>"))
    assert told is not None
    assert told.tags == ("canary",)
    assert told.remediation is not None
    assert told.remediation.playbook == "canary"


def test_a_documentation_example_has_nothing_to_be_done() -> None:
    told = explain("AKIAIOSFODNN7EXAMPLE")
    assert told is not None
    assert told.tags == ("documentation-example",)
    assert told.remediation is None
    assert "no key of any account" in told.account_note


def test_each_identifier_of_a_text_is_told_once() -> None:
    text = fake("alert: <id> did it, see <id>, <id:ASIA> and AROA<base32:17>; not x<id#2> or akia").decode()
    assert list(identifiers(text)) == [made("<id>"), made("<id:ASIA>"), made("AROA<base32:17>")]


PAYMENTS = Account("payments", "Billing", "billing@example.com", "production")


def test_an_account_is_told_by_name() -> None:
    told = explain(made(f"<id:AKIA:{ACCOUNT}>"), {ACCOUNT: PAYMENTS})
    assert told is not None
    assert told.account == PAYMENTS


@pytest.mark.parametrize(
    "slot", ["<id:AKIA:210987654321>", "<oldid>"], ids=["another account's", "of no known account"]
)
def test_no_name_is_given_to_what_is_not_in_the_settings(slot: str) -> None:
    told = explain(made(slot), {ACCOUNT: PAYMENTS})
    assert told is not None
    assert told.account is None


def test_a_key_of_a_tripwire_account_is_left_alone() -> None:
    told = explain(made(f"<id:AKIA:{ACCOUNT}>"), {ACCOUNT: Account(kind="canary")})
    assert told is not None
    assert told.remediation is not None
    assert (told.tags, told.remediation.playbook) == (("canary",), "canary")


SETTINGS = f'[accounts.{ACCOUNT}]\nname = "payments"\nowner = "Billing"\n'


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("akia.toml", (), id="found at the top"),
        pytest.param("other.toml", ("--config", "other.toml"), id="named"),
    ],
)
def test_the_settings_name_accounts(
    name: str,
    options: tuple[str, ...],
    repository: Repository,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: Any,
) -> None:
    key = made(f"<id:AKIA:{ACCOUNT}>")
    ended = akia(repository.write(name, SETTINGS).folder, "explain", *options, key)
    assert ended.report
    (item,) = ended.report["explanations"]
    assert item["account"] == {"name": "payments", "owner": "Billing", "contact": None, "kind": None}
    monkeypatch.chdir(repository.folder)
    assert main(["explain", *options, key]) == 0
    assert f"account  {ACCOUNT} (payments, owner Billing)." in capsysbinary.readouterr().out.decode()


def test_broken_settings_are_an_error(repository: Repository) -> None:
    repository.write("akia.toml", "[accounts.1]\nname = 1\n")
    assert akia(repository.folder, "explain", made("<id>")).status == 2


def run(monkeypatch: pytest.MonkeyPatch, capsysbinary: Any, text: bytes, *arguments: str) -> tuple[int, bytes]:
    with TemporaryFile() as file:
        file.write(text)
        file.seek(0)
        monkeypatch.setattr(sys, "stdin", file)
        status = main(["explain", *arguments])
    return status, capsysbinary.readouterr().out


def test_standard_input_without_one_is_an_error(monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> None:
    assert run(monkeypatch, capsysbinary, b"nothing here", "-") == (2, b"")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_standard_input_may_be_as_windows_writes_it(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: Any, encoding: str
) -> None:
    status, out = run(monkeypatch, capsysbinary, fake("alert: <id>\r\n").decode().encode(encoding), "-")
    assert (status, out.partition(b":")[0]) == (0, fake("<id>"))


def test_standard_input_as_json(monkeypatch: pytest.MonkeyPatch, capsysbinary: Any) -> None:
    status, out = run(monkeypatch, capsysbinary, fake("a <id> b <id:ASIA:123456789013>"), "-", "--format", "json")
    told = json.loads(out)["explanations"]
    assert status == 0
    assert [item["type"] for item in told] == ["long-term access key", "temporary access key"]
    assert told[1]["account_id"] == "123456789013"


def test_text_names_type_and_steps(capsysbinary: Any) -> None:
    assert main(["explain", made("<id>")]) == 0
    out = capsysbinary.readouterr().out.decode()
    assert out.startswith(f"{made('<id>')}: long-term access key\n")
    assert "  do  " in out
