"""Patterns of the settings: what is silent, what is found, and what is wrong with them in one line."""

from __future__ import annotations

import time

import pytest

from patterns._fake import fake
from scanner.config import Config, load
from scanner.errors import ConfigError
from scanner.packs.custom import CustomRules

SECRET = fake("acme_<base36:24>").decode()
BASE = """
[[patterns]]
id = "acme-token"
expression = 'acme_[a-z0-9]{24}'
examples = ["acme_<base36:24>"]
"""


def settings(text: str, **files: str) -> Config:
    """What `akia.toml` and other files say."""
    data = {"akia.toml": text.encode(), **{f"{name}.toml": content.encode() for name, content in files.items()}}
    return load(data.get)


def found(config: Config, content: bytes, path: str = "a.txt", *, bulk: bool = False) -> list[tuple[str, bytes]]:
    """(id, secret) of all that the rules find."""
    rules = CustomRules(config.rules)
    if bulk:
        rules.prepare()
    return [
        (item.pattern.id, item.values[0].raw)
        for _, candidates in rules.detect(content, path=path)
        for item in candidates
    ]


@pytest.mark.parametrize("bulk", [False, True], ids=["word by word", "with Hyperscan"])
@pytest.mark.parametrize(
    ("more", "content", "path"),
    [
        pytest.param("", "acme_<base36:23> ", "a.txt", id="one character short"),
        pytest.param('anchors = ["corp"]', "acme_<base36:24>", "a.txt", id="an anchor that is not there"),
        pytest.param("entropy = 2", "acme_" + 24 * "a", "a.txt", id="too little entropy"),
        pytest.param('paths = ["*.env"]', "acme_<base36:24>", "a.txt", id="another path"),
        pytest.param('allow = { paths = ["docs/"] }', "acme_<base36:24>", "docs/a.txt", id="a path that is allowed"),
        pytest.param('allow = { words = ["TEST"] }', "acme_test<base36:20>", "a.txt", id="a word that is allowed"),
        pytest.param('allow = { expressions = ["^acme_0"] }', "acme_0<base36:23>", "a.txt", id="a value"),
        pytest.param('allow = { lines = ["(?i)sample"] }', "# Sample: acme_<base36:24>", "a.txt", id="a line"),
        pytest.param('allow = [{ words = ["no"] }, { words = ["test"] }]', "acme_test<base36:20>", "a.txt", id="two"),
        pytest.param("", "", "a.txt", id="nothing"),
        pytest.param("", "\0\xff\xfe acme_", "a.txt", id="bytes that are no text"),
    ],
)
def test_it_is_silent(more: str, content: str, path: str, bulk: bool) -> None:
    example = '["entropy and anchors corp acme_<base36:24>"]'
    text = BASE.replace('["acme_<base36:24>"]', example) + more
    assert found(settings(text), fake(content), path, bulk=bulk) == []


@pytest.mark.parametrize("bulk", [False, True], ids=["word by word", "with Hyperscan"])
@pytest.mark.parametrize(
    ("text", "content", "secret"),
    [
        pytest.param(BASE, SECRET, SECRET, id="all that is matched"),
        pytest.param(BASE + 'anchors = ["ACME_"]', SECRET, SECRET, id="an anchor in another case"),
        pytest.param(BASE + "entropy = 2.5", SECRET, SECRET, id="enough entropy"),
        pytest.param(BASE + 'paths = ["*.txt"]', SECRET, SECRET, id="at its path"),
        pytest.param(BASE.replace("acme_[a-z0-9]{24}", "acme_([a-z0-9]{24})"), SECRET, SECRET[5:], id="the group"),
        pytest.param(
            BASE.replace("acme_[a-z0-9]{24}", "(acme)_([a-z0-9]{24})") + "group = 2", SECRET, SECRET[5:], id="group 2"
        ),
        pytest.param(BASE.replace("expression = 'acme_[a-z0-9]{24}'", 'anchors = ["acme_"]'), SECRET, SECRET, id="an anchor alone"),
        pytest.param(BASE, f"é {SECRET}\r\n", SECRET, id="behind other characters"),
        pytest.param(BASE, f"x = {SECRET}".encode("utf-16").decode("latin-1"), SECRET, id="in UTF-16"),
    ],
)  # fmt: skip
def test_it_finds(text: str, content: str, secret: str, bulk: bool) -> None:
    data = content.encode("latin-1") if content.startswith("\xff") else content.encode()
    assert found(settings(text), data, bulk=bulk) == [("acme-token", secret.encode())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("patterns = 3", "akia.toml: patterns must be a table, or a list of tables", id="no table"),
        pytest.param(BASE.replace("id = ", "# "), "akia.toml: pattern 1: each needs an id of", id="no id"),
        pytest.param(BASE + BASE, "akia.toml: the id acme-token is used twice", id="an id twice"),
        pytest.param(BASE + "colour = 1", "akia.toml: acme-token: unknown key colour (known: ", id="an unknown key"),
        pytest.param(BASE.replace("examples", "#"), "acme-token: examples are needed", id="no examples"),
        pytest.param(BASE.replace("expression", "#"), "acme-token: an expression or anchors are", id="nothing to find"),
        pytest.param(BASE.replace("acme_[", "(?<!x)["), "acme-token: expression holds look-around", id="look-behind"),
        pytest.param(BASE.replace("acme_[", "(?=x)["), "acme-token: expression holds look-around", id="look-ahead"),
        pytest.param(BASE.replace("acme_[", "(a)\\1["), "expression holds an escape that RE2", id="a reference back"),
        pytest.param(BASE.replace("acme_[", "(acme_["), "acme-token: expression holds a parenthesis", id="not closed"),
        pytest.param(BASE.replace("{24}", "{24}{999}{999}"), "expression holds ", id="more than can be held"),
        pytest.param(BASE + "group = 3", "acme-token: the expression has no group", id="a group that is not there"),
        pytest.param(BASE + 'severity = "bad"', "acme-token: severity must be one of info", id="a severity"),
        pytest.param(BASE + "entropy = -1", "acme-token: entropy must be a number from 0 to 8", id="an entropy"),
        pytest.param(BASE + 'counterexamples = ["x acme_<base36:24>"]', "counterexample 1 is found", id="a counterexample"),
        pytest.param(BASE.replace("<base36:24>", "<base36:9>"), "acme-token: example 1 is not found", id="an example"),
        pytest.param(BASE + 'anchors = ["corp"]', "example 1 is not found: it holds none of the anchors", id="its anchor"),
        pytest.param(BASE + 'allow = { expressions = ["("] }', "acme-token holds a parenthesis", id="in an allowance"),
        pytest.param('rules = ["../x.toml"]', "akia.toml: rules must name files below", id="a file elsewhere"),
        pytest.param('rules = ["/etc/passwd"]', "akia.toml: rules must name files below", id="a file by its full path"),
        pytest.param('rules = ["gone.toml"]', "akia.toml: rules names a file that is not there", id="no file"),
        pytest.param('packs = ["aws", "other"]', "akia.toml: packs must be a list of aws, detect-secrets", id="a pack"),
        pytest.param('packs = ["detect-secrets"]', "akia.toml: packs cannot leave aws out", id="without aws"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_line_without_a_value(text: str, said: str) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(text)
    message = str(caught.value)
    assert said in message
    assert "\n" not in message
    assert "acme_" not in message.replace("acme-", "")


@pytest.mark.parametrize(
    ("expression", "content"),
    [
        pytest.param("(a|aa)+$", b"a" * 200_000 + b"!", id="alternatives that overlap"),
        pytest.param("(a*)*b", b"a" * 200_000, id="repetitions of repetitions"),
        pytest.param("(a.*b|a)", b"a" * 50_000, id="one that reads on to the end for each match"),
        pytest.param("(?s)(a.*b|a)", b"a\n" * 10_000, id="the same over lines"),
        pytest.param("a{0,900}b", b"a" * 200_000, id="many repetitions"),
    ],
)
def test_no_expression_takes_more_than_linear_time(expression: str, content: bytes) -> None:
    config = settings(f"[[patterns]]\nid = 'x'\nexpression = '{expression}'\nexamples = ['ab aab a']\n")
    started = time.process_time()
    found(config, content)
    small = time.process_time() - started
    started = time.process_time()
    found(config, content * 8)
    assert time.process_time() - started < 24 * small + 1


def test_the_sparse_search_of_a_crowd_goes_on_to_the_end() -> None:
    config = settings(BASE)
    content = f"{SECRET} {SECRET}\n".encode() * 3000
    assert 3000 <= len(found(config, content)) <= 6000
