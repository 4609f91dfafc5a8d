"""`akia patterns`: everything that is looked for, for people and for programs."""

from __future__ import annotations

import json
import subprocess

import pytest
from running import AKIA

from patterns._loader import credential_patterns


def patterns(*options: str) -> str:
    ended = subprocess.run([AKIA, "patterns", *options], capture_output=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, b"")
    return ended.stdout.decode()


def test_programs_get_each_pattern_with_all_there_is_to_say_of_it() -> None:
    document = json.loads(patterns("--format", "json"))
    told = document["patterns"]
    assert document["schema_version"] == 1
    assert [item["id"] for item in told] == [pattern.id for pattern in credential_patterns()]
    assert all(set(item) == {"id", "title", "kind", "reference"} for item in told)
    assert all(item["reference"].startswith("https://") for item in told)


def test_people_get_two_lines_for_each() -> None:
    lines = patterns().splitlines()
    assert len(lines) == 2 * len(credential_patterns())
    for pattern, first, second in zip(credential_patterns(), lines[::2], lines[1::2], strict=True):
        assert first.split(maxsplit=1) == [pattern.id, pattern.title]
        assert second.strip() == pattern.reference


@pytest.mark.parametrize("form", ["text", "json"])
def test_it_is_the_same_each_time(form: str) -> None:
    assert patterns("--format", form) == patterns("--format", form)
