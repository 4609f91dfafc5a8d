"""gitleaks' rules as they are: what they let pass, what they find, and what is said of the rest."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from scanner.config import load
from scanner.packs.custom import CustomRules

RULE = """
title = "ours"
[[rules]]
id = "acme"
description = "An Acme token. It opens the door."
regex = '''(?i)acme[a-z_ =]{0,20}["']?(acme_[a-z0-9]{24})'''
keywords = ["ACME_"]
entropy = 3
"""
TOKEN = "acme_<base36:24>"


def looked(config: str, content: str, path: str = "src/a.py") -> list[str]:
    """The secrets that are found."""
    files = {"akia.toml": b'rules = ["g.toml"]', "g.toml": config.encode()}
    rules = CustomRules(load(files.get).rules)
    return [item.values[0].raw.decode() for _, some in rules.detect(fake(content), path=path) for item in some]


@pytest.mark.parametrize(
    ("config", "path"),
    [
        pytest.param(RULE.replace("entropy = 3", "entropy = 5.5"), "a.py", id="too little entropy"),
        pytest.param(RULE.replace("ACME_", "corp"), "a.py", id="none of its keywords"),
        pytest.param(RULE + "path = '''\\.env$'''", "a.py", id="another path"),
        pytest.param(RULE + "[[rules.allowlists]]\nregexes = ['''^acme_''']", "a.py", id="a secret that is allowed"),
        pytest.param(RULE + "[rules.allowlist]\nregexes = ['''^acme_''']", "a.py", id="in the older form"),
        pytest.param(RULE + "[[rules.allowlists]]\nregexTarget = 'match'\nregexes = ['''token''']", "a.py", id="a match"),
        pytest.param(RULE + "[[rules.allowlists]]\nregexTarget = 'line'\nregexes = ['''# x''']", "a.py", id="a line"),
        pytest.param(RULE + "[[rules.allowlists]]\nstopwords = ['ACME']", "a.py", id="a stop word"),
        pytest.param(RULE + "[[rules.allowlists]]\npaths = ['''\\.py$''']", "a.py", id="a path"),
        pytest.param(
            RULE + "[[rules.allowlists]]\ncondition = 'AND'\npaths = ['''\\.py$''']\nstopwords = ['acme']", "a.py", id="both"
        ),
        pytest.param(RULE + "[allowlist]\npaths = ['''\\.py$''']", "a.py", id="a path for all rules"),
        pytest.param(RULE + "[[allowlists]]\ntargetRules = ['acme']\nstopwords = ['acme']", "a.py", id="for this rule"),
        pytest.param(RULE + "[extend]\ndisabledRules = ['acme']", "a.py", id="disabled"),
        pytest.param(RULE + "skipReport = true", "a.py", id="there for others alone"),
    ],
)  # fmt: skip
def test_it_lets_pass(config: str, path: str) -> None:
    assert looked(config, f'acme token = "{TOKEN}" # x\n', path) == []


@pytest.mark.parametrize(
    "config",
    [
        pytest.param(RULE, id="the first group"),
        pytest.param(RULE + "secretGroup = 1", id="the group that is named"),
        pytest.param(RULE.replace("keywords", "# keywords"), id="without keywords"),
        pytest.param(RULE.replace("secretGroup", "secretgroup").replace("regex ", "Regex "), id="keys in another case"),
        pytest.param(RULE + "path = '''\\.py$'''", id="at its path"),
        pytest.param(
            RULE + "[[rules.allowlists]]\nregexTarget = 'secret'\nregexes = ['token']", id="allowed elsewhere"
        ),
        pytest.param(
            RULE + "[[rules.allowlists]]\ncondition = 'AND'\npaths = ['x']\nstopwords = ['acme']", id="one of two"
        ),
        pytest.param(RULE + "[[allowlists]]\ntargetRules = ['other']\nstopwords = ['acme']", id="for another rule"),
        pytest.param(
            RULE + "[[rules.allowlists]]\ncondition = 'AND'\ncommits = ['x']\nstopwords = ['acme']", id="with a commit"
        ),
    ],
)
def test_it_finds(config: str) -> None:
    assert looked(config, f'acme token = "{TOKEN}"\n') == [fake(TOKEN).decode()]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("[[rules]]\nid = 'p'\npath = 'x'", ("rules without an expression",), id="a path alone"),
        pytest.param("[[rules.allowlists]]\ncommits = ['x']", ("allowlists that name commits",), id="commits"),
        pytest.param("[[rules.required]]\nid = 'x'", ("what rules require beside them",), id="required rules"),
        pytest.param("[extend]\nuseDefault = true", ("useDefault: gitleaks' own rules",), id="the default"),
        pytest.param("[extend]\npath = 'x'", ("the file or address that it extends",), id="another file"),
        pytest.param(
            "[extend]\nuseDefault = true\n[[rules]]\nid = 'p'\npath = 'x'", ("rules without", "useDefault"), id="both"
        ),
    ],
)
def test_what_is_left_behind_is_said_in_one_note(more: str, said: tuple[str, ...]) -> None:
    files = {"akia.toml": b'rules = ["g.toml"]', "g.toml": (RULE + more).encode()}
    notes = load(files.get).notes
    assert len(notes) == bool(said)
    assert all(note.startswith("g.toml: not carried over: ") and "\n" not in note for note in notes)
    assert all(words in notes[0] for words in said)


def test_of_two_files_the_later_counts() -> None:
    files = {
        "akia.toml": b'rules = ["g.toml", "h.toml"]',
        "g.toml": (RULE + "[[rules]]\nid='other'\nregex='other'").encode(),
        "h.toml": RULE.replace("An Acme", "Another").encode() + b"[extend]\ndisabledRules = ['other']",
    }
    assert [rule.title for rule in load(files.get).rules] == ["Another token"]


BESIDE = """
[[rules]]
id = "other"
regex = "other_[a-z0-9]{9}"
"""


@pytest.mark.parametrize(
    ("own", "found"),
    [
        pytest.param("[allowlist]\npaths = ['''\\.py$''']", False, id="a path for all rules"),
        pytest.param("[[allowlists]]\ntargetRules = ['acme']\nstopwords = ['acme']", False, id="for a rule of another"),
        pytest.param("[[rules]]\nid = 'acme'\n[[rules.allowlists]]\nstopwords = ['acme']", False, id="a rule goes on"),
        pytest.param("[[rules]]\nid = 'acme'\nentropy = 5.5", False, id="more entropy"),
        pytest.param("[[rules]]\nid = 'acme'\npath = '''\\.env$'''", False, id="another path"),
        pytest.param("[[allowlists]]\ntargetRules = ['other']\nstopwords = ['acme']", True, id="for another rule"),
        pytest.param("[[rules]]\nid = 'acme'\ntags = ['ours']", True, id="a tag more"),
    ],
)
def test_a_file_goes_on_from_another(own: str, found: bool) -> None:
    files = {"akia.toml": b'rules = ["g.toml", "h.toml"]', "g.toml": RULE.encode(), "h.toml": (own + BESIDE).encode()}
    config = load(files.get)
    rules = CustomRules(config.rules)
    assert bool(list(rules.detect(fake(f'acme token = "{TOKEN}"\n'), path="src/a.py"))) is found
    assert config.notes == ()


@pytest.mark.parametrize("extend", ["useDefault = true", "path = 'base.toml'"])
def test_what_a_file_extends_is_not_missed_where_a_file_is_named_before_it(extend: str) -> None:
    own = f"[extend]\n{extend}\n".encode()
    files = {"akia.toml": b'rules = ["base.toml", "own.toml"]', "base.toml": RULE.encode(), "own.toml": own}
    assert load(files.get).notes == ()
    files["akia.toml"] = b'rules = ["own.toml", "base.toml"]'
    assert "name" in load(files.get).notes[0]


GENERIC = """
[[rules]]
id = "{}"
regex = '{}'
"""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("generic-api-key", 1, id="a generic rule"),
        pytest.param("Our-Generic", 1, id="one of one's own"),
        pytest.param("corp", 2, id="another rule"),
    ],
)
def test_a_generic_rule_gives_way_to_one_that_knows_better(name: str, found: int) -> None:
    rules = RULE + GENERIC.format(name, 'token = "([^"]*)"')
    assert len(looked(rules, f'acme token = "{TOKEN}"\n')) == found


def test_a_generic_rule_finds_what_no_other_does_and_what_is_more_than_another_finds() -> None:
    rules = RULE + GENERIC.format("generic", 'token = "([^"]*)"')
    content = f'token = "{TOKEN}"\nacme = "{TOKEN.replace(">", "#2>")}" token = "x{TOKEN.replace(">", "#2>")}"\n'
    assert len(looked(rules, content)) == 3


def test_allowlists_without_a_rule_are_said() -> None:
    files = {"akia.toml": b'rules = ["g.toml"]', "g.toml": b"[allowlist]\npaths = ['x']\n"}
    assert "allowlists, as there is no rule that they are for" in load(files.get).notes[0]
