"""Settings: what they may say, what is wrong with them in one line, and that no value is ever repeated."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from patterns._fake import fake
from scanner.config import FAIL_ON, LIMIT, Allow, Config, Rule, load
from scanner.errors import ConfigError
from scanner.keys import KEYS

KNOWN = "0123456789abcdef" * 2
SECRET = fake("<secret>").decode()


def settings(files: Mapping[str, str | bytes], override: str | None = None) -> Config:
    """The settings that these files make."""
    data = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return load(data.get, override)


def complaint(name: str, text: str | bytes) -> str:
    """What is wrong with a file; empty if nothing is."""
    try:
        settings({name: text})
    except ConfigError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    "files",
    [
        pytest.param({}, id="no file at all"),
        pytest.param({"pyproject.toml": "[tool.ruff]\n"}, id="a project that does not speak of us"),
        pytest.param({"pyproject.toml": "[tool.ruff\n"}, id="a broken one that does not speak of us"),
        pytest.param({"pyproject.toml": 'name = "akia"\ntool = 3\n'}, id="a project of this name"),
        pytest.param({".akiaignore": ""}, id="an empty ignore file"),
        pytest.param({".akiaignore": "# a comment\n\n   \n\r\n"}, id="an ignore file without a glob"),
    ],
)
def test_what_says_nothing_changes_nothing(files: dict[str, str]) -> None:
    assert settings(files) == Config()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", {}, id="an empty file"),
        pytest.param("# a comment alone\n", {}, id="a comment"),
        pytest.param('exclude = ["a", "!b/"]', {"exclude": ("a", "!b/")}, id="globs to exclude"),
        pytest.param("exclude = []", {}, id="no globs"),
        pytest.param(f'allow = ["{KNOWN}"]', {"allow": ((KNOWN, ""),)}, id="a fingerprint"),
        pytest.param(f'allow = ["{KNOWN.upper()}"]', {"allow": ((KNOWN, ""),)}, id="a fingerprint in capitals"),
        pytest.param(
            f'[[allow]]\nfingerprint = "{KNOWN}"\nreason = "revoked"',
            {"allow": ((KNOWN, "revoked"),)},
            id="a fingerprint with its reason",
        ),
        pytest.param('fail-on = "never"', {"fail_on": "never"}, id="what fails"),
        pytest.param("inline = false", {"inline": False}, id="no comments"),
        pytest.param('baseline = "b"', {"baseline": "b"}, id="a baseline"),
        pytest.param("\ufeffinline = false\r\n", {"inline": False}, id="a mark of UTF-8, line ends of Windows"),
    ],
)
@pytest.mark.parametrize("place", ["akia.toml", "pyproject.toml", "override"])
def test_each_key_is_read_wherever_it_may_stand(
    text: str, expected: dict[str, object], place: str, tmp_path: Path
) -> None:
    if place == "pyproject.toml":
        text = text.replace("[[allow]]", "[[tool.akia.allow]]")
        text = f"\ufeff[tool.akia]\n{text.removeprefix(chr(0xFEFF))}"
    path = tmp_path / "other.toml"
    path.write_bytes(text.encode())
    found = settings({}, str(path)) if place == "override" else settings({place: text})
    name = {"override": str(path), "pyproject.toml": "pyproject.toml [tool.akia]"}.get(place, place)
    assert found == Config(**_values(expected, name))  # type: ignore[arg-type]


def _values(expected: dict[str, object], name: str) -> dict[str, object]:
    """What is expected, with the place where it is said."""
    values = dict(expected)
    if "exclude" in expected:
        values["exclude"] = tuple(Rule(glob, f"{name}: exclude") for glob in expected["exclude"])  # type: ignore[attr-defined]
    if "allow" in expected:
        values["allow"] = tuple(Allow(*pair, f"{name}: allow") for pair in expected["allow"])  # type: ignore[attr-defined]
    return values


@pytest.mark.parametrize("value", FAIL_ON)
def test_every_severity_may_fail(value: str) -> None:
    assert settings({"akia.toml": f'fail-on = "{value}"'}).fail_on == value


def test_our_own_file_comes_before_that_of_the_project() -> None:
    both = {"akia.toml": "inline = false", "pyproject.toml": '[tool.akia]\nfail-on = "low"\n'}
    assert settings(both) == Config(inline=False)


def test_a_file_that_is_named_takes_the_place_of_both(tmp_path: Path) -> None:
    (tmp_path / "x").write_text('fail-on = "low"')
    files = {"akia.toml": "broken", "pyproject.toml": "akia broken", ".akiaignore": "a"}
    found = settings(files, str(tmp_path / "x"))
    assert found == Config(fail_on="low", ignore=(Rule("a", ".akiaignore:1"),))


def test_a_project_file_may_be_named(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.akia]\ninline = false\n")
    assert settings({}, str(path)) == Config(inline=False)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        pytest.param("a\nb/\n!c", [("a", 1), ("b/", 2), ("!c", 3)], id="lines"),
        pytest.param("# x\n\na\n", [("a", 3)], id="behind a comment and a blank"),
        pytest.param("\\#a\n#b\n", [("\\#a", 1)], id="a name that begins with a hash"),
        pytest.param("\ufeffa\n", [("a", 1)], id="a mark of UTF-8"),
        pytest.param("a\r\nb\r\n".encode("utf-16"), [("a", 1), ("b", 2)], id="UTF-16, as PowerShell writes it"),
        pytest.param("a\r\n\r\nb\r\n", [("a", 1), ("b", 3)], id="line ends of Windows"),
        pytest.param("a\x0cb\u2028c\n", [("a\x0cb\u2028c", 1)], id="what only Python takes for a line end"),
    ],
)
def test_the_ignore_file_is_read_line_by_line(text: str, rules: list[tuple[str, int]]) -> None:
    assert settings({".akiaignore": text}).ignore == tuple(Rule(glob, f".akiaignore:{line}") for glob, line in rules)


WRONG = [
    pytest.param("colour = 1", "unknown key colour (known: ", id="an unknown key"),
    pytest.param("fail_on = 'low'", "unknown key fail_on; did you mean fail-on?", id="a key in another spelling"),
    pytest.param("excludes = []", "unknown key excludes; did you mean exclude?", id="a key and a letter more"),
    pytest.param(f'"{SECRET}" = 1', "unknown key (known: ", id="a key that may be a secret"),
    pytest.param("exclude = 'a'", "exclude must be a list", id="one glob without brackets"),
    pytest.param("exclude = [1]", "exclude must be a list of globs, each in quotes", id="a number among globs"),
    pytest.param("exclude = ['']", "exclude holds a glob that matches nothing", id="an empty glob"),
    pytest.param("exclude = ['#a']", "exclude holds a glob that matches nothing", id="a comment for a glob"),
    pytest.param(f"allow = '{KNOWN}'", "allow must be a list", id="one fingerprint without brackets"),
    pytest.param("allow = ['abc']", "allow holds something that is no fingerprint", id="a short fingerprint"),
    pytest.param(f"allow = ['{SECRET}']", "no fingerprint (32 hexadecimal digits)", id="a secret to allow"),
    pytest.param("allow = [1]", "allow takes fingerprints, or tables", id="a number to allow"),
    pytest.param("[[allow]]\nreason = 'x'", "no fingerprint", id="a reason without a fingerprint"),
    pytest.param(f"[[allow]]\nfingerprint = '{KNOWN}'\nwhy = 'x'", "keys fingerprint and reason", id="another key"),
    pytest.param(f"[[allow]]\nfingerprint = '{KNOWN}'\nreason = 1", "a reason that is not text", id="no text"),
    pytest.param("fail-on = 'grave'", "fail-on must be one of info, low, medium", id="an unknown severity"),
    pytest.param("fail-on = ['low']", "fail-on must be one of", id="a list of severities"),
    pytest.param("inline = 'no'", "inline must be true or false", id="a word for a truth value"),
    pytest.param("inline = 0", "inline must be true or false", id="a number for a truth value"),
    pytest.param("baseline = ''", "baseline must be the path of a file", id="a baseline without a name"),
    pytest.param("baseline = true", "baseline must be the path of a file", id="a baseline that is no text"),
    pytest.param("a = ", "not valid TOML (at end of document)", id="broken off"),
    pytest.param("a = ?\n", "not valid TOML (at line 1, column 5)", id="broken"),
    pytest.param("inline = true\ninline = false\na = 1", "not valid TOML (at line 2", id="a key twice"),
    pytest.param("a = " + "[" * 9999, "not valid TOML", id="nested too deep"),
    pytest.param(f"a = {'9' * 9999}", "not valid TOML", id="a number too long"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
@pytest.mark.parametrize("place", ["akia.toml", "pyproject.toml", "override"])
def test_what_is_wrong_is_said_in_one_line(text: str, message: str, place: str, tmp_path: Path) -> None:
    if place == "pyproject.toml":
        text = f"tool.akia.inline = true\n{text}" if "not valid" in message else f"[tool.akia]\n{text}"
        text = text.replace("[[allow]]", "[[tool.akia.allow]]")
        message = message.replace("line 2", "line 3").replace("line 1", "line 2")
    path = tmp_path / "other.toml"
    path.write_bytes(text.encode())
    with pytest.raises(ConfigError) as error:
        settings({}, str(path)) if place == "override" else settings({place: text})
    said = str(error.value)
    assert message in said
    assert said.startswith(str(path) if place == "override" else place)
    assert "\n" not in said
    assert SECRET not in said


@pytest.mark.parametrize("name", ["akia.toml", "pyproject.toml", ".akiaignore"])
def test_what_is_not_utf_8_is_said_with_its_place(name: str) -> None:
    with pytest.raises(ConfigError, match=rf"^{name}: not UTF-8 \(at byte 6\)$"):
        settings({name: b"# akia\xff"})


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("[tool.akia", "not valid TOML", id="broken, and it speaks of us"),
        pytest.param("tool.akia = 3", r"\[tool.akia\] must be a table", id="no table"),
    ],
)
def test_a_project_file_that_speaks_of_us_must_be_sound(text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=f"^pyproject.toml: {message}"):
        settings({"pyproject.toml": text})


def _unusable(folder: Path) -> dict[str, tuple[str, str]]:
    (folder / "folder").mkdir()
    (folder / "large").write_bytes(b"#" * (LIMIT + 1))
    (folder / "pyproject.toml").write_text("[tool.ruff]\n")
    (folder / "other.toml").write_text("[tool.ruff]\n")
    return {
        "that is not there": ("none", "No such file or directory"),
        "that is a folder": ("folder", "Is a directory"),
        "that is too large": ("large", f"larger than {LIMIT:,} bytes"),
        "without our table": ("pyproject.toml", "there is no table [tool.akia] in it"),
        "of another project": ("other.toml", "there is no table [tool.akia] in it"),
        "that cannot be one": ("a\0b", "not a usable path"),
    }


def test_a_file_that_is_named_and_cannot_be_used_is_said(tmp_path: Path) -> None:
    for name, message in _unusable(tmp_path).values():
        with pytest.raises(ConfigError) as error:
            settings({}, str(tmp_path / name))
        assert str(error.value) == f"{tmp_path / name}: {message}"


words = st.sampled_from(["", SECRET, KNOWN, SECRET[:20], "low", "a\nb", "\x1b[2J", "["])
values: st.SearchStrategy[object] = st.recursive(
    words | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(KEYS) | words, values, min_size=1, max_size=4))
def test_no_message_repeats_a_value(table: dict[str, object]) -> None:
    said = complaint("akia.toml", "".join(f"{json.dumps(key)} = {_toml(value)}\n" for key, value in table.items()))
    assert said.startswith("akia.toml: ") or not said
    assert SECRET[:8] not in said
    assert said.isprintable()


@given(st.binary(max_size=60), st.sampled_from(["akia.toml", "pyproject.toml", ".akiaignore"]))
def test_no_bytes_end_in_anything_but_settings_or_a_message(data: bytes, name: str) -> None:
    said = complaint(name, b"# akia\n" + data)
    assert said.startswith(name) or not said


def _toml(value: object) -> str:
    """The value as TOML writes it: as JSON does, but for tables."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return json.dumps(value)
