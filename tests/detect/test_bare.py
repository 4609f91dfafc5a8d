"""Files that hold a secret and nothing else: what they are called decides."""

from __future__ import annotations

import pytest

from patterns._fake import fake
from patterns._loader import credential_patterns
from scanner.detect.detector import Detector

OURS = {
    "variable of an environment in a folder": "env/AWS_SECRET_ACCESS_KEY",
    "file that a container is handed": "secrets/aws_secret_access_key.txt",
    "file in a folder of AWS's": "secrets/aws/secret_key",
    "member of an archive": "backup.zip!env/AWS_SECRET_KEY",
    "secret access key of nobody": "run/secret-access-key",
}
OTHERS = {
    "secret key of a program": "secrets/secret_key.txt",
    "client secret in a folder of AWS's": "aws/client_secret",
    "digest of a secret": "aws_secret_access_key.sha256",
    "password in a folder of AWS's secrets": "aws-secrets/db_password",
    "token": "env/TOKEN",
}


def found(text: str, path: str | None) -> list[bytes]:
    readings = Detector(credential_patterns()).detect(fake(text), path=path)
    return [value.raw for _, candidates in readings for item in candidates for value in item.values]


@pytest.mark.parametrize("path", OURS.values(), ids=OURS)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_secret_by_its_file(path: str, end: str) -> None:
    assert found("<secret>" + end, path) == [fake("<secret>")]


@pytest.mark.parametrize("path", OTHERS.values(), ids=OTHERS)
def test_another_file(path: str) -> None:
    assert found("<secret>\n", path) == []


@pytest.mark.parametrize("text", ["<hex:40>\n", "<b64:41>\n", "<b64:39>=\n", "<secret>\n\n<secret>\n"])
def test_another_content(text: str) -> None:
    assert found(text, "env/AWS_SECRET_ACCESS_KEY") == []


@pytest.mark.parametrize("bulk", [0, 2**20])
def test_it_is_held_wherever_it_may_lie(bulk: int) -> None:
    detector = Detector(credential_patterns(), bulk)
    contents = [b"text", fake("<secret>\n"), fake("<hex:40>\n")]
    assert [detector.holds(content) for content in contents] == [False, True, False]
    assert detector.holding(contents) == detector.suspects(contents) == [1]
