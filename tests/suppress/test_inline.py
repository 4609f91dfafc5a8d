"""Comments that allow what stands on their line: whose, in which languages, and what they do not cover."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import Repository
from running import Ended, akia

from patterns._fake import fake
from scanner.suppress.inline import allowed

NOT_ALLOWED = [
    pytest.param(b"key", b"", id="no comment"),
    pytest.param(b"key # akia", b"", id="half of it"),
    pytest.param(b"key # akia:allowed", b"", id="a longer word"),
    pytest.param(b"key # not-akia:allow", b"", id="the end of a word"),
    pytest.param(b"key # xakia:allow", b"", id="the end of a word, without a dash"),
    pytest.param(b"key # akia:allow-list", b"", id="the beginning of a word"),
    pytest.param(b"https://h/?x=akia:allow&key=y", b"", id="a value in an address"),
    pytest.param(b"https://h/?akia:allow&key=y", b"", id="a name in an address"),
    pytest.param(b"https://akia:allow@h/key", b"", id="a user in an address"),
    pytest.param(b"https://h/akia:allow/key", b"", id="a path in an address"),
    pytest.param(b"key=y;mode=akia:allow", b"", id="a value"),
    pytest.param(b"key", b"# akia:allow", id="ours on the line before"),
    pytest.param(b"key", b"# gitleaks:allow", id="gitleaks' on the line before"),
    pytest.param(b"key", b"# pragma: allowlist secret", id="detect-secrets' on the line before"),
    pytest.param(b"key # pragma: allowlist nextline secret", b"", id="of the next line, on this one"),
    pytest.param(b"key # pragma: allowlist", b"", id="half of detect-secrets'"),
    pytest.param(b"key # pragma: allowlist secrets", b"", id="detect-secrets' and a letter more"),
]
ALLOWED = [
    pytest.param(b"key # akia:allow", b"", "akia:allow", id="Python, Ruby, shell, YAML"),
    pytest.param(b"key #akia:allow", b"", "akia:allow", id="without a space"),
    pytest.param(b"key // akia:allow", b"", "akia:allow", id="C, Java, Go, JavaScript"),
    pytest.param(b"key //akia:allow", b"", "akia:allow", id="two slashes without a space"),
    pytest.param(b"/*akia:allow*/ key", b"", "akia:allow", id="C, before the value"),
    pytest.param(b"key <!--akia:allow-->", b"", "akia:allow", id="XML"),
    pytest.param(b"key --akia:allow", b"", "akia:allow", id="SQL, Lua"),
    pytest.param(b"key ;akia:allow", b"", "akia:allow", id="INI, Lisp"),
    pytest.param(b"key %akia:allow", b"", "akia:allow", id="TeX"),
    pytest.param(b"REM akia:allow key", b"", "akia:allow", id="batch files"),
    pytest.param(b"{-akia:allow-} key (*akia:allow*)", b"", "akia:allow", id="Haskell, OCaml"),
    pytest.param(b'{"key": "y", "comment": "akia:allow"}', b"", "akia:allow", id="JSON, which has none"),
    pytest.param(b"y,akia:allow", b"", "akia:allow", id="a column of its own"),
    pytest.param(b"key # AKIA:Allow: a test's", b"", "akia:allow", id="in capitals, with a reason"),
    pytest.param(b"key # akia: allow", b"", "akia:allow", id="with a space inside"),
    pytest.param(b"key # nosec akia:allow noqa", b"", "akia:allow", id="among others"),
    pytest.param(b"key # akia:allow\r", b"", "akia:allow", id="before a line end of Windows"),
    pytest.param(b"key # pragma: allowlist secret", b"", "pragma: allowlist secret", id="detect-secrets"),
    pytest.param(b"key # pragma:allowlist-secret", b"", "pragma: allowlist secret", id="detect-secrets, with a dash"),
    pytest.param(b"key # pragma: whitelist secret", b"", "pragma: allowlist secret", id="detect-secrets of old"),
    pytest.param(
        b"key", b"# pragma: allowlist nextline secret", "pragma: allowlist nextline secret", id="on the line before"
    ),
    pytest.param(b"key // gitleaks:allow", b"", "gitleaks:allow", id="gitleaks"),
]


@pytest.mark.parametrize(("line", "previous"), NOT_ALLOWED)
def test_what_allows_nothing(line: bytes, previous: bytes) -> None:
    assert allowed(line, previous) is None


@pytest.mark.parametrize(("line", "previous", "name"), ALLOWED)
def test_what_allows(line: bytes, previous: bytes, name: str) -> None:
    assert allowed(line, previous) == name


def scanned(folder: Path, content: str | bytes, *options: str) -> Ended:
    """`akia scan` of one file `a`."""
    return akia(Repository.at(folder).write("a", content).folder, "scan", *options, "a")


def suppressed(ended: Ended) -> list[tuple[str, str, str, str]]:
    """Kind, by what, why and where, of everything suppressed."""
    assert ended.report is not None
    return [(item["finding"]["kind"], item["by"], item["reason"], item["where"]) for item in ended.report["suppressed"]]


PAIR = ("aws_access_key_id = <id>", "aws_secret_access_key = <secret>")
TOKEN = "aws_session_token = <token>"


@pytest.mark.parametrize(
    ("lines", "kind", "where"),
    [
        pytest.param([f"{PAIR[0]} # akia:allow", PAIR[1]], "access-key-pair", "a:1", id="on the ID's line"),
        pytest.param([PAIR[0], f"{PAIR[1]} # akia:allow"], "access-key-pair", "a:2", id="on the secret's line"),
        pytest.param(
            [PAIR[0].replace("<id>", "<id:ASIA>"), PAIR[1], f"{TOKEN} # akia:allow"],
            "temporary-credentials",
            "a:3",
            id="on the token's line",
        ),
        pytest.param(["# pragma: allowlist nextline secret", PAIR[0], PAIR[1]], "access-key-pair", "a:2", id="before"),
        pytest.param(["", "", f"x <id> {'y' * 900} # akia:allow"], "access-key-id", "a:3", id="far on the same line"),
    ],
)
@pytest.mark.parametrize("end", [pytest.param("\n", id=""), pytest.param("\r\n", id="Windows line ends")])
def test_a_comment_covers_the_whole_credential(
    tmp_path: Path, lines: list[str], kind: str, where: str, end: str
) -> None:
    ended = scanned(tmp_path, end.join([*lines, ""]))
    (held,) = suppressed(ended)
    assert (ended.status, ended.found) == (0, [])
    assert (held[0], held[1], held[3]) == (kind, "inline", where)
    assert held[2].startswith("the comment ")
    assert scanned(tmp_path, end.join([*lines, ""]), "--no-inline").status == 1
    Repository.at(tmp_path).write("akia.toml", b"inline = false")
    assert scanned(tmp_path, end.join([*lines, ""])).status == 1


def test_in_utf_16_too(tmp_path: Path) -> None:
    text = fake(f"{PAIR[0]} # akia:allow\n{PAIR[1]}\n").decode().encode("utf-16")
    assert [item[1] for item in suppressed(scanned(tmp_path, text))] == ["inline"]


def test_another_credential_on_another_line_is_not_covered(tmp_path: Path) -> None:
    ended = scanned(tmp_path, "one <id> # akia:allow\n\n\ntwo <id#2>\n")
    assert (ended.status, ended.found, len(suppressed(ended))) == (1, ["a:4"], 1)


def test_what_stands_on_one_line_is_covered_together(tmp_path: Path) -> None:
    ended = scanned(tmp_path, "one <id>, two <id#2> # akia:allow\n")
    assert (ended.status, len(suppressed(ended))) == (0, 2)


def test_the_same_credential_in_another_place_is_not_covered(tmp_path: Path) -> None:
    ended = scanned(tmp_path, "one <id> # akia:allow\n" + "\n" * 60 + "again <id>\n")
    assert (ended.status, ended.found, len(suppressed(ended))) == (1, ["a:62"], 1)


def test_the_name_of_a_file_is_no_comment(tmp_path: Path) -> None:
    ended = akia(Repository.at(tmp_path).write(fake("<id> akia:allow"), b"").folder, "scan")
    assert (ended.status, suppressed(ended)) == (1, [])
