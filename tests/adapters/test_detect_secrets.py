"""Akia's patterns inside of the real detect-secrets."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import scanner.adapters
from patterns._fake import fake

PLUGIN = Path(scanner.adapters.__file__).with_name("detect_secrets.py")
PROGRAM = os.path.join(os.path.dirname(sys.executable), "detect-secrets")


def found(folder: Path, content: bytes) -> dict[str, str]:
    """What `detect-secrets scan` with the plug-in says of a file: the hash of each value, and its type."""
    (folder / "file.txt").write_bytes(content)
    command = (
        PROGRAM,
        "scan",
        "--no-verify",
        "--disable-filter",
        "detect_secrets.filters.heuristic.is_sequential_string",
    )
    done = subprocess.run((*command, "-p", str(PLUGIN), "file.txt"), cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    secrets = json.loads(done.stdout)["results"].get("file.txt", [])
    return {item["hashed_secret"]: item["type"] for item in secrets if "Akia" in item["type"]}


@pytest.mark.parametrize(
    "template",
    [
        pytest.param("nothing here\n", id="nothing"),
        pytest.param(
            "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n", id="a documentation example"
        ),
        pytest.param("commit <hex:40>\n", id="a commit"),
    ],
)
def test_stays_silent(tmp_path: Path, template: str) -> None:
    assert found(tmp_path, fake(template)) == {}


@pytest.mark.parametrize(
    ("template", "slots"),
    [
        pytest.param("the key <id> is ours\n", ["<id>"], id="a key ID"),
        pytest.param("aws_secret_access_key = <secret>\n", ["<secret>"], id="a secret without quotes"),
        pytest.param('Session("<id>", "<secret>")\n', ["<id>", "<secret>"], id="a call"),
        pytest.param("AWS_SESSION_TOKEN=<token>\n", ["<token>"], id="a session token"),
    ],
)
def test_is_found(tmp_path: Path, template: str, slots: list[str]) -> None:
    expected = {hashlib.sha1(fake(slot)).hexdigest() for slot in slots}  # noqa: S324 - detect-secrets' own
    assert found(tmp_path, fake(template)).keys() == expected
