"""Leaks as they occur in real life: each is found whole, in its parts, and as one; and lines that only look like them."""

from __future__ import annotations

import leaks_in_code
import leaks_in_commands
import leaks_in_settings
import pytest
from baits import BAITS

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.candidate import Candidate
from scanner.detect.detector import Detector
from scanner.judge.benign import benign
from scanner.judge.pair import grouped

LEAKS = leaks_in_code.LEAKS | leaks_in_commands.LEAKS | leaks_in_settings.LEAKS


def alarms(data: bytes) -> list[tuple[str, bytes]]:
    """The pattern and the value of each candidate that would be reported."""
    found: list[Candidate] = [item for _, some in Detector(credential_patterns()).detect(data) for item in some]
    values = [(item.pattern.id, item.values[0]) for item in found]
    return [(pattern, value.raw) for pattern, value in values if not benign(value.role, value.raw)]


@pytest.mark.parametrize("bait", BAITS)
@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_a_line_that_only_looks_like_a_leak(bait: str, salt: str) -> None:
    assert alarms(fake(bait + "\n", salt)) == []


@pytest.mark.parametrize("bait", BAITS)
def test_nor_does_a_key_id_beside_it_make_it_one(bait: str) -> None:
    assert alarms(fake(f"aws_access_key_id = <id>\n{bait}\n")) == [("aws-access-key-id", fake("<id>"))]


@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_nor_do_they_all_together(salt: str) -> None:
    assert alarms(b"\n".join(fake(bait, f"{salt}{number}") for number, bait in enumerate(BAITS))) == []


@pytest.mark.parametrize("template", LEAKS.values(), ids=LEAKS)
@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_a_leak_is_found_whole(template: str, salt: str) -> None:
    parts = ["<id:ASIA>", "<secret>", "<token>"] if "<token>" in template else ["<id>", "<secret>"]
    found = Detector(credential_patterns()).detect(fake(template, salt))
    groups = [group for view, items in found for group in grouped(view.data, items)]
    assert [[m.values[0].raw for m in group.members] for group in groups] == [[fake(part, salt) for part in parts]]


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("password: %s\n", id="bare"),
        pytest.param("AWS_PASSWORD=%s\n", id="assigned"),
        pytest.param('{"password": "%s", "region": "x"}\n', id="JSON"),
        pytest.param("'password' => '%s',\n", id="apostrophes"),
    ],
)
def test_a_console_password_with_strokes_is_found_whole(written: str) -> None:
    password = "Ab7|" + fake("<lower:6>").decode() + "|%9Z"
    text = "https://123456789013.signin.aws.amazon.com/console\nuser: alice\n" + written % password
    assert ("aws-sign-in-password", password.encode()) in alarms(text.encode())
