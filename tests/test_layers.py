"""Settings that several repositories share, and what one of them adds."""

from __future__ import annotations

from pathlib import Path

import pytest
from repositories import PAIR, Repository
from running import akia

from patterns._fake import fake
from scanner.config import Allow, Config, Rule, load
from scanner.errors import ConfigError

ONE, TWO = "0" * 32, "1" * 32
PATTERN = """
[[patterns]]
id = "{0}"
anchors = ["{0}_"]
expression = '{0}_([a-z0-9]{{24}})'
examples = ["{0}_<base36:24>"]
"""


def settings(**files: str) -> Config:
    """What `akia.toml` says, beside the files that it may extend."""
    return load({f"{name}.toml": text.encode() for name, text in files.items()}.get)


@pytest.mark.parametrize(
    ("base", "own", "member", "expected"),
    [
        pytest.param("exclude=['a']", "exclude=['!a']", "exclude", (Rule("a", "base.toml: exclude"), Rule("!a", "akia.toml: exclude")), id="globs, of which the last decides"),
        pytest.param(f"allow=['{ONE}']", f"allow=['{TWO}']", "allow", (Allow(ONE, "", "base.toml: allow"), Allow(TWO, "", "akia.toml: allow")), id="fingerprints"),
        pytest.param("fail-on='low'", "", "fail_on", "low", id="a severity that is not said anew"),
        pytest.param("fail-on='low'", "fail-on='high'", "fail_on", "high", id="a severity of its own"),
        pytest.param("baseline='a'", "", "baseline", "a", id="a baseline"),
        pytest.param("baseline='a'", "baseline='b'", "baseline", "b", id="a baseline of its own"),
        pytest.param("inline=false", "", "inline", False, id="comments that do not count"),
        pytest.param("inline=false", "inline=true", "inline", False, id="comments that are not turned on again"),
        pytest.param("inline=true", "inline=false", "inline", False, id="comments that do not count here"),
        pytest.param("packs=['aws','detect-secrets']", "packs=['aws']", "packs", ("detect-secrets",), id="packs"),
    ],
)  # fmt: skip
def test_what_both_say_comes_to(base: str, own: str, member: str, expected: object) -> None:
    found = settings(akia=f"extends = ['base.toml']\n{own}", base=base)
    assert getattr(found, member) == expected


def test_accounts_and_patterns_of_both_count() -> None:
    base = f"[accounts.123456789013]\nname = 'a'\n[accounts.123456789014]\nname = 'b'\n{PATTERN.format('acme')}"
    own = f"extends = ['base.toml']\n[accounts.123456789014]\nname = 'c'\n{PATTERN.format('zeta')}"
    found = settings(akia=own, base=base)
    assert {number: account.name for number, account in found.accounts} == {"123456789013": "a", "123456789014": "c"}
    assert [rule.id for rule in found.rules] == ["acme", "zeta"]


def test_of_several_files_a_later_one_goes_over_an_earlier_one() -> None:
    found = settings(
        akia="extends = ['a.toml', 'b.toml']", a="fail-on='low'\nexclude=['a']", b="fail-on='high'\nexclude=['b']"
    )
    assert (found.fail_on, [rule.glob for rule in found.exclude]) == ("high", ["a", "b"])


def test_a_project_file_may_extend() -> None:
    files = {"pyproject.toml": b"[tool.akia]\nextends = ['base.toml']\n", "base.toml": b"fail-on = 'low'"}
    assert load(files.get).fail_on == "low"


@pytest.mark.parametrize(
    ("files", "said"),
    [
        pytest.param({"akia": "extends = 'base.toml'"}, "akia.toml: extends must be a list of files", id="no list"),
        pytest.param({"akia": "extends = [3]"}, "akia.toml: extends must be a list of files", id="a number"),
        pytest.param({"akia": "extends = ['/etc/x.toml']"}, "below the settings' own folder", id="an absolute path"),
        pytest.param({"akia": "extends = ['a/../../x.toml']"}, "below the settings' own folder", id="a path that leads out"),
        pytest.param({"akia": "extends = ['x.toml']"}, "akia.toml: extends names a file that is not there", id="none there"),
        pytest.param({"akia": "extends = ['base.toml']", "base": "fail_on = 1"}, "base.toml: unknown key fail_on", id="a slip in it"),
        pytest.param({"akia": "extends = ['akia.toml']"}, "what is extended cannot extend another file", id="itself"),
        pytest.param({"akia": "extends = ['base.toml']" + PATTERN.format("x"), "base": PATTERN.format("x")}, "akia.toml: the id x is used twice", id="a pattern of both"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(files: dict[str, str], said: str) -> None:
    with pytest.raises(ConfigError) as error:
        settings(**files)
    assert said in str(error.value)


def test_commands_read_it_where_they_read_settings(repository: Repository) -> None:
    repository.write("akia.toml", b"extends = ['shared/base.toml']\n")
    repository.write("shared/base.toml", b"exclude = ['vendor/']\n" + PATTERN.format("acme").encode())
    repository.commit().write("vendor/a.ini", PAIR).write("b.txt", fake("acme_<base36:24>\n")).add()
    assert akia(repository.folder, "scan").found == ["b.txt:1"]
    assert akia(repository.folder, "staged").found == ["b.txt:1"]
    repository.git("commit", "-q", "-m", "b")
    assert akia(repository.folder, "commits", "HEAD~1..HEAD").found == ["b.txt:1"]
    assert akia(repository.folder, "history").found == ["b.txt:1"]


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "out.toml").write_text("fail-on = 'never'")
    (tmp_path / "r/base.toml").symlink_to(tmp_path / "out.toml")
    (tmp_path / "r/akia.toml").write_text("extends = ['base.toml']")
    ended = akia(tmp_path / "r", "scan")
    assert (ended.status, "leads out" in ended.said) == (2, True)
