"""The pack of detect-secrets' detectors: what is silent, what each type is, and that it is the real package's answer."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest
from detect_secrets.core.scan import scan_file
from detect_secrets.filters.heuristic import is_indirect_reference
from detect_secrets.settings import default_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from repositories import Repository
from running import AKIA, akia
from secrets_of_all_types import LINES, line

from patterns._fake import fake
from scanner.packs.detect_secrets.filters import is_reference
from scanner.packs.detect_secrets.pack import DetectSecrets

SETTINGS = 'packs = ["aws", "detect-secrets"]\n'
Found = set[tuple[str, int, str]]


@cache
def pack() -> DetectSecrets:
    return DetectSecrets()


def seen(content: bytes, path: str) -> Found:
    """(path, line, type) of what the pack finds."""
    return {
        (path, view.places([item.start])[item.start][0], item.pattern.title)
        for view, candidates in pack().detect(content, path=path)
        for item in candidates
    }


def theirs(folder: Path, *names: str) -> Found:
    """The same of the real package's own scan of files."""
    with default_settings(), pytest.MonkeyPatch.context() as patched:
        patched.chdir(folder)
        return {(name, item.line_number, item.type) for name in names for item in scan_file(name)}


@pytest.mark.parametrize(
    ("content", "path"),
    [
        pytest.param("", "a.py", id="nothing"),
        pytest.param('password = "${PASSWORD}"', "a.py", id="a reference in place of a value"),
        pytest.param('password = "<your password>"', "a.py", id="a template"),
        pytest.param('password = "$PASSWORD"', "a.py", id="a variable"),
        pytest.param('password = "********"', "a.py", id="no letter in it"),
        pytest.param('password = "ABCDEFGH"', "a.py", id="a sequence"),
        pytest.param('password = read("file")', "a.py", id="a call"),
        pytest.param("password = value", "a.py", id="no quotes where they are needed"),
        pytest.param('x = "01234567-89ab-cdef-0123-456789abcdef"', "a.py", id="a UUID"),
        pytest.param('object_id = "<hex:40>"', "a.py", id="an ID"),
        pytest.param('x = "<hex:8>"', "a.py", id="too short to be random"),
        pytest.param('x = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"', "a.py", id="not random"),
        pytest.param('password = "<base36:12>"', "poetry.lock", id="a lock file"),
        pytest.param('password = "<base36:12>"', "a.css", id="a file without settings"),
        pytest.param('password = "<base36:12>"', "swagger/a.py", id="a file of swagger"),
        pytest.param('"hashed_secret": "<hex:40>"', "sub/.secrets.baseline", id="its own baseline"),
        pytest.param("connect to 8.8.8.8", "a.py", id="an address, which holds no letter"),
    ],
)
def test_it_is_silent(content: str, path: str) -> None:
    assert seen(fake(content), path) == set()


@pytest.mark.parametrize(
    "data", [b"\xff", "\u00e9".encode("latin-1"), b"\xfe\xff\0p"], ids=["0xff", "Latin 1", "UTF-16"]
)
def test_content_that_is_not_utf_8_is_not_looked_at(data: bytes) -> None:
    assert seen(data + b"\n" + line("Secret Keyword"), "a.py") == set()


@pytest.mark.parametrize("kind", LINES)
def test_each_type_is_found_where_it_stands(kind: str) -> None:
    content = "é = 1\n\r\n".encode() + line(kind) + b"x = 1\n"
    assert ("a.py", 3, kind) in seen(content, "a.py")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.yaml", "a:\n  b: <b64:70>\n  password: <base36:12>\n", id="YAML without quotes"),
        pytest.param("a.yml", "a: !!binary |\n  <b64:40>\n  <b64:24#2>\n", id="YAML with bytes"),
        pytest.param("a.yaml", "{% if %}\npassword: <base36:12>\n", id="what is no YAML in spite of its name"),
        pytest.param("a.ini", "# head\n[s]\nk = <b64:70>\npassword: <base36:12>\n", id="INI"),
        pytest.param("a.ini", "[s]\nk =\n  <b64:70>\n  # no\n  <b64:60#2>\n", id="INI over lines"),
        pytest.param("a.py", "[s]\nk = <b64:70>\n", id="INI by another name"),
        pytest.param("a.env", "K=<b64:70>\nPASSWORD=<base36:12>\n", id="an environment"),
        pytest.param("a.env", "K='<b64:70>'\nX=<b64:70#2>\n", id="an environment with quotes, which is read no further"),
        pytest.param("a.txt", "K=<b64:70>\nno setting\n", id="a line that is no setting"),
        pytest.param("a.json", '{"password": "<base36:12>", "k": "<b64:70>"}\n', id="JSON"),
        pytest.param("a.go", 'password := "<base36:12>"\nsecret := <base36:12#2>\n', id="Go"),
        pytest.param("a.c", 'char password[25] = "<base36:12>";\nsecret = \'<base36:12#2>\';\n', id="C"),
        pytest.param("a.cpp", 'std::string secret("<base36:12>");\nsecret.assign("<base36:9>",9);\n', id="C++"),
        pytest.param("a.conf", "password = <base36:12>\nprivate_key '<base36:12>';\n", id="a configuration"),
        pytest.param("a.js", 'if ("<base36:12>" == my_password) {}\nsecret => "<base36:9>"\n', id="JavaScript"),
        pytest.param("a.py", 'password = "<base36:12>"\r\nx = 1\n"<hex:40>"\r\n', id="both kinds of line breaks"),
        pytest.param("a.py", 'x = 1 \t\npassword = "<base36:12>" \t \n', id="blanks at the end"),
        pytest.param("a.py", "see AKC<base36:20>", id="at the end of the file"),
        pytest.param("a.md", "`password: 'x<base36:9>'`\n| contrase\u00f1a = \"<base36:9>\" |\n", id="prose"),
    ],
)  # fmt: skip
def test_it_reads_files_as_the_real_package_does(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(fake(content))
    assert seen(fake(content), name) == theirs(tmp_path, name)


@pytest.mark.parametrize(
    ("name", "content", "lines"),
    [
        pytest.param("a.yaml", "a: [\n  {k: <hex:40>}, {password: <base36:9>}]\n", {2}, id="several values on a line"),
        pytest.param("a.yaml", "a: &x <b64:70>\nb: *x\nc: [*x, *x]\n", {1}, id="references to one value"),
        pytest.param("a.env", "K='<b64:70>' # pragma: allowlist secret\nX=<b64:70#2>\n", {1, 2}, id="one that is allowed"),
        pytest.param("a.py", 'x = 1\r"<hex:40>"\r\n', {1}, id="a line break that only old systems have"),
    ],
)  # fmt: skip
def test_where_it_differs_it_says_the_line_of_the_file(name: str, content: str, lines: set[int]) -> None:
    assert {number for _, number, _ in seen(fake(content), name)} == lines


PIECES = st.sampled_from(
    [
        "password", "secret", "api_key", "db_pass", "my", "_id", "id", "=", ":", ":=", "==", "=>", "!=", " ", "  ", "'", '"',
        "`", "(", ")", "[", "]", "{", "}", ",", ";", "\n", "\n", "\r\n", "\t", "#", "//", "# pragma: allowlist secret",
        "# pragma: allowlist nextline secret", "$", "a", "x1y2z3q4", "é", "user", "https://", "@", "\\", "/", "-", ".", "get",
        *(fake(text).decode() for text in LINES.values()), fake("<hex:12>").decode(), fake("<b64:30>").decode(), "[s]\n",
    ]
)  # fmt: skip


def text(content: bytes, item: tuple[str, int, str]) -> str:
    """The line of a finding and the one before, in which a comment may allow it."""
    lines = ["", *content.decode().split("\n")]
    return "\n".join(lines[item[1] - 1 : item[1] + 1])


def moved(name: str) -> bool:
    """Whether the real package may give the number of another line."""
    return name == "a.yaml"


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=30), name=st.sampled_from(["a.py", "a.yaml", "a.env", "a.ini", "a.c", "a.go"]))
def test_whatever_stands_in_a_file_both_find_the_same(pieces: list[str], name: str, tmp_path: Path) -> None:
    content = "".join(pieces).encode()
    (tmp_path / name).write_bytes(content)
    expected = theirs(tmp_path, name)
    found = seen(content, name)
    differing = (expected - found) | {item for item in found - expected if "pragma" not in text(content, item)}
    assert differing == set() or moved(name)
    assert {kind for _, _, kind in expected} <= {kind for _, _, kind in found}


@given(pieces=st.lists(PIECES, max_size=12))
def test_the_filter_of_references_says_what_theirs_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert is_reference(text) == is_indirect_reference(text)


def test_a_tree_of_all_types_gives_what_their_command_gives(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    for number, kind in enumerate(LINES):
        for form in ("{}.py", "{}.txt", "{}.go"):
            (tmp_path / form.format(number)).write_bytes(b"x = 1\n" + line(kind))
    command = [str(Path(sys.executable).parent / "detect-secrets"), "scan", "--all-files", "--no-verify"]
    answer = json.loads(subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=True).stdout)
    expected = {(name, item["line_number"], item["type"]) for name, some in answer["results"].items() for item in some}
    report = akia(tmp_path, "scan").report
    assert report is not None
    found = {
        (place["path"], place["start_line"], finding["title"])
        for finding in report["findings"]
        for place in finding["occurrences"]
    }
    assert {kind for _, _, kind in expected} == set(LINES)
    assert found == expected


def test_an_aws_credential_is_not_reported_twice(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.py").write_bytes(fake('aws_access_key_id = "<id>"\naws_secret_access_key = "<secret>"\n'))
    report = akia(tmp_path, "scan").report
    assert report is not None
    assert [finding["kind"] for finding in report["findings"]] == ["access-key-pair"]


def test_a_private_key_of_which_nothing_says_that_it_is_of_aws_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE<b64:60>\n" + "<b64:64>\n" * 12 + "-----END RSA PRIVATE KEY-----\n"
    (tmp_path / "ca.key").write_bytes(fake(key))
    (tmp_path / "ec2.pem").write_bytes(fake(key, "another"))
    report = akia(tmp_path, "scan").report
    assert report is not None
    found = {(item["occurrences"][0]["path"], item["kind"]) for item in report["findings"]}
    assert found == {("ca.key", "detect-secrets-private-key"), ("ec2.pem", "private-key")}
    assert len(report["findings"]) == 2


@pytest.mark.parametrize(
    "comment", ["# pragma: allowlist secret", "# akia:allow", "// pragma: allowlist secret", "# gitleaks:allow"]
)
def test_its_comments_hold_a_finding_back_and_it_is_listed(comment: str, tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.py").write_bytes(line("Secret Keyword").rstrip() + b"  " + comment.encode())
    report = akia(tmp_path, "scan").report
    assert report is not None
    assert (report["findings"], [item["by"] for item in report["suppressed"]]) == ([], ["inline"])


def test_tokens_and_keys_are_told_apart_though_it_gives_their_first_letters_alone(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    (tmp_path / "a.py").write_bytes(fake("see ghp_<base36:36> x\nsee ghp_<base36:36#2> x\n"))
    for name in ("b", "c"):
        (tmp_path / name).write_bytes(line("Private Key") + fake(f"<b64:64#{ord(name)}>\n-----END\n"))
    report = akia(tmp_path, "scan").report
    assert report is not None
    titles = sorted(finding["title"] for finding in report["findings"])
    assert titles == ["GitHub Token"] * 2 + ["Private Key"] * 2


@pytest.mark.parametrize("name", ["a.py", "a.yaml", "a.env"])
def test_each_command_finds_it(name: str, tmp_path: Path) -> None:
    made = Repository(tmp_path / "r").write("akia.toml", SETTINGS.encode()).git("add", "-A").git("commit", "-qm", "a")
    made.write(name, "password: <base36:12>\n" if name == "a.yaml" else "password = '<base36:12>'\n").git("add", "-A")
    kinds = {"detect-secrets-secret-keyword"}
    reports = [akia(made.folder, "staged").report]
    made.git("commit", "-qm", "b")
    given = b"password = 'x1y2z3a4'\n"
    reports += [
        akia(made.folder, "commits", "HEAD~1..HEAD").report,
        akia(made.folder, "history", env={"XDG_CACHE_HOME": str(tmp_path / "cache")}).report,
        akia(made.folder, "scan").report,
        akia(made.folder, "scan", "--config", "akia.toml", "-", given=given).report,
    ]
    assert [{item["kind"] for item in report["findings"]} for report in reports if report] == [kinds] * 5


@pytest.mark.parametrize(
    ("content", "name"),
    [
        pytest.param(b" " * 970 + b"password='abc1'\n", "a.py", id="a line of blanks"),
        pytest.param(b"secret=" * 140 + b"\n", "a.conf", id="names without a value"),
        pytest.param(b"'password " * 90 + b"'\n", "a.py", id="quotes and names"),
        pytest.param(b"://" + b"a:" * 500 + b"@\n", "a.txt", id="what begins as an address"),
        pytest.param(b"pwd\n", "a.py", id="many lines"),
        pytest.param(b"# pwd\n\n\n", "a.conf", id="comments and blank lines"),
        pytest.param(b"# pwd\r\n\t\r\n \n", "a.txt", id="comments, blanks and line breaks of all kinds"),
        pytest.param(b"k: pwd\n", "a.txt", id="settings, as it seems"),
        pytest.param(b"[s]\nk = pwd\n", "a.ini", id="sections with the same name"),
        pytest.param(b"- {pwd: [x, y]}\n", "a.yaml", id="a long list"),
    ],
)
def test_no_content_keeps_it_long(content: bytes, name: str) -> None:
    started = time.process_time()
    seen(content * (200_000 // len(content)), name)
    assert time.process_time() - started < 10


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([f"k{n}\t=\tpwd{n}" for n in range(20_000)], id="tabs around the sign"),
        pytest.param([f"k{n} = %%pwd{n}" for n in range(20_000)], id="values that are written in another way"),
        pytest.param([f"k{n} = pwd{n}" for n in range(700)] + [f"[s{n}]" for n in range(700)], id="defaults of many"),
    ],
)
def test_settings_whose_values_are_hard_to_find_again_are_read_line_by_line(lines: list[str]) -> None:
    started = time.process_time()
    seen("\n".join(["[DEFAULT]", *lines]).encode(), "a.ini")
    assert time.process_time() - started < 10


def test_references_that_multiply_are_not_followed() -> None:
    lines = ["a0: &a0 [x, x]", *(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]" for n in range(1, 40))]
    started = time.process_time()
    seen("\n".join([*lines, "password: x1y2z3a4"]).encode(), "a.yaml")
    assert time.process_time() - started < 5


def test_the_list_of_patterns_holds_its_types(tmp_path: Path) -> None:
    (tmp_path / "akia.toml").write_text(SETTINGS)
    done = subprocess.run([AKIA, "patterns"], cwd=tmp_path, capture_output=True, timeout=60)
    assert all(kind.encode() in done.stdout for kind in LINES)
