"""What a pack's values are known by: of what a machine chose the value, of what a person may have chosen its names."""

from __future__ import annotations

import subprocess
import time

import pytest
from repositories import Repository
from running import AKIA, akia

from patterns._fake import fake
from scanner.packs.chosen import is_guessable, known_by

SETTINGS = 'packs = ["aws", "detect-secrets"]\n'
PASSWORD = b"hunter-2"


@pytest.mark.parametrize(
    ("value", "guessable"),
    [
        pytest.param("<hex:32>", False, id="hexadecimal digits"),
        pytest.param("<hex:8>-<hex:4>-<hex:4>-<hex:4>-<hex:12>", False, id="a UUID"),
        pytest.param("<b64:40>", False, id="base64"),
        pytest.param("<base36:32>", False, id="small letters and digits"),
        pytest.param("hunter2", True, id="a word and a digit"),
        pytest.param("<b64:12>", True, id="short"),
        pytest.param("<hex:15>", True, id="one digit too few"),
        pytest.param("Summer2024Password!23", True, id="words and years"),
        pytest.param("correct-horse-battery-staple", True, id="words"),
        pytest.param("ILoveMyCatAndDogsAlways", True, id="words with capitals"),
        pytest.param("12345678901234567890", True, id="digits alone"),
        pytest.param("", True, id="nothing"),
    ],
)
def test_what_may_be_guessed(value: str, guessable: bool) -> None:
    assert is_guessable(fake(value)) is guessable


@pytest.mark.parametrize(
    ("content", "names"),
    [
        pytest.param('"db_password": "hunter-2",', "db_password", id="JSON"),
        pytest.param("export DB_PASS=hunter-2", "db_pass", id="a shell"),
        pytest.param('os.environ["PASSWORD"] = "hunter-2"', "password", id="an index"),
        pytest.param('password := "hunter-2"', "password", id="Go"),
        pytest.param('if password == "hunter-2"', "password", id="a comparison"),
        pytest.param('f(user="bob", password="hunter-2")', "password", id="an argument"),
        pytest.param("pin=1234 password=hunter-2", "password", id="another secret on the line"),
        pytest.param('x = ["hunter-2"]', "x", id="a list"),
        pytest.param("see hunter-2 there", "", id="prose"),
        pytest.param("- hunter-2", "", id="an item"),
        pytest.param("curl https://bob:hunter-2@Example.org/x", "bob@example.org", id="an address"),
        pytest.param("db:\n  prod:\n    user: x\n    password: hunter-2", "password\nprod\ndb", id="YAML"),
        pytest.param("[a]\nx = 1\n[b]\npassword = hunter-2", "password\nb", id="INI"),
        pytest.param("<db>\n  <password>hunter-2</password>", "password\ndb", id="XML"),
        pytest.param('def f():\n\n    # no\n    password = "hunter-2"', "password\ndef f", id="a function"),
        pytest.param('a = {\n  "b": {\n    "password": "hunter-2"', "password\nb\na", id="braces"),
    ],
)
def test_the_names_that_stand_for_it(content: str, names: str) -> None:
    data = content.encode()
    at = data.index(PASSWORD)
    assert known_by(data, at, at + len(PASSWORD), PASSWORD) == names


def test_no_content_keeps_it_long() -> None:
    data = b'{"a":' * 200_000 + b"\n" + b" " * 100_000 + b'password = "x"\n'
    started = time.process_time()
    for at in range(0, len(data), 1000):
        known_by(data, at, at + 3, b"abc")
    assert time.process_time() - started < 5


class Folder:
    """A repository with the pack on."""

    def __init__(self, repository: Repository) -> None:
        self.made = repository.write("akia.toml", SETTINGS.encode())

    def prints(self, **files: str) -> set[str]:
        """The fingerprints of what is found in these files alone."""
        for path in self.made.folder.glob("*.py"):
            path.unlink()
        for name, content in files.items():
            self.made.write(f"{name}.py", content)
        report = akia(self.made.folder, "scan").report
        assert report is not None
        return {finding["fingerprint"] for finding in report["findings"]}


@pytest.fixture
def folder(repository: Repository) -> Folder:
    return Folder(repository)


def test_a_password_goes_into_no_fingerprint(folder: Folder) -> None:
    first = folder.prints(a='password = "x1y2z3a4"\n')
    assert len(first) == 1
    assert folder.prints(a='password = "another-9"\n') == first
    assert folder.prints(moved='\n# else\npassword = "x1y2z3a4"\n') == first
    report = akia(folder.made.folder, "scan").report
    assert report is not None
    assert [part["fingerprint"] for part in report["findings"][0]["parts"]] == [None]


def test_other_names_are_other_passwords(folder: Folder) -> None:
    files = {
        "a": 'password = "x1y2z3a4"\n',
        "b": 'db_password = "x1y2z3a4"\n',
        "c": 'def f():\n  password = "x1y2z3a4"\n',
    }
    assert len(folder.prints(**files)) == 3


def test_a_token_is_known_by_itself(folder: Folder) -> None:
    first = folder.prints(a='api_key = "<b64:40>"\n')
    assert folder.prints(b='other_secret = "<b64:40>"\n') & first
    assert not folder.prints(a='api_key = "<b64:40#2>"\n') & first


def test_a_changed_password_is_new_to_a_hook_until_the_baseline_knows_it(folder: Folder) -> None:
    made = folder.made.write("a.py", 'password = "x1y2z3a4"\n').commit()
    made.write("a.py", 'password = "another-9"\n').add()
    assert len((akia(made.folder, "staged").report or {})["findings"]) == 1
    subprocess.run([AKIA, "baseline", "create"], cwd=made.folder, check=True, capture_output=True)
    made.add()
    assert akia(made.folder, "staged", "--baseline", ".akia-baseline").report["findings"] == []  # type: ignore[index]
    assert "another" not in (made.folder / ".akia-baseline").read_text()
