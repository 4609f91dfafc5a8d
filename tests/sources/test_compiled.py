"""Compiled modules of Python: signs stand right beside each text in them."""

from __future__ import annotations

import marshal
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import pytest
from reports import scan

from patterns._fake import fake

SOURCES = {
    "settings": 'AWS_ACCESS_KEY_ID = "<id>"\nAWS_SECRET_ACCESS_KEY = "<secret>"\nDEBUG = True\n',
    "call": 'def f():\n    return client("s3", key="<id>", secret="<secret>", region="us-east-1")\n',
    "mapping": 'C = {"key": "<id>", "secret": "<secret>"}\n',
    "bytes": 'C = (b"<id>", b"<secret>")\n',
    "session": 'class A:\n    id = "<id:ASIA>"\n    secret = "<secret>"\n    token = "<token>"\n',
}


def compiled(source: bytes, head: bytes = MAGIC_NUMBER + bytes(12)) -> bytes:
    return head + marshal.dumps(compile(source, "settings.py", "exec"))


@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("salt", ["", "2", "3"])
def test_is_found_whole(tmp_path: Path, source: str, salt: str) -> None:
    (tmp_path / "settings.cpython-311.pyc").write_bytes(compiled(fake(source, salt)))
    report = scan(tmp_path)
    assert [len(finding.parts) for finding in report.findings] == [3 if "<token>" in source else 2]
    assert report.complete


def test_of_older_versions(tmp_path: Path) -> None:
    (tmp_path / "a.pyc").write_bytes(compiled(fake(SOURCES["mapping"]), b"\x03\xf3\r\n" + bytes(4)))
    assert [len(finding.parts) for finding in scan(tmp_path).findings] == [2]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(compiled(b"import os\nA = 'nothing'\n"), id="a module without keys"),
        pytest.param(compiled(b"A = 'ASIA and AKIA'\n")[:40], id="a module that is cut off"),
        pytest.param(b"ab\r\nis a text\n", id="a text whose first line has two letters"),
    ],
)
def test_stays_silent(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.pyc").write_bytes(content)
    report = scan(tmp_path)
    assert (report.findings, report.skipped) == ((), ())
