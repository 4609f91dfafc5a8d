"""Another distribution adds patterns by its entry point, and what lies in a scanned folder never does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from patterns._fake import fake

MODULE = """
from patterns._pattern import Anchor, Pattern

PATTERN = Pattern(
    id="acme-token",
    title="Acme token",
    kind="acme-token",
    reference="https://docs.acme.example/tokens",
    anchors=(Anchor(b"acme_", after=40, expression=rb"acme_[a-z0-9]{24}"),),
    regex=rb"(?<![A-Za-z0-9_])(?P<token>acme_[a-z0-9]{24})(?![A-Za-z0-9])",
    examples={"a": "acme_<lower:24>", "b": "x acme_<lower:24>", "c": "'acme_<lower:24>'"},
    counterexamples={"short": "acme_<lower:23>", "long": "acme_<lower:25>", "inside": "xacme_<lower:24>"},
)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder with an installed distribution in it."""
    folder = tmp_path / "site"
    known = folder / "acme_akia-1.0.dist-info"
    known.mkdir(parents=True)
    (folder / "acme_akia.py").write_text(MODULE)
    (known / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-akia\nVersion: 1.0\n")
    (known / "entry_points.txt").write_text("[akia.patterns]\nacme = acme_akia:PATTERN\n")
    return folder


def akia(*arguments: str, folder: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"PYTHONPATH": str(path)} if path else {}
    command = (os.path.join(os.path.dirname(sys.executable), "akia"), *arguments)
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_what_lies_in_the_scanned_folder_is_no_plug_in(installed: Path) -> None:
    assert "acme-token" not in akia("patterns", folder=installed).stdout
    assert akia("scan", folder=installed).returncode == 0


def test_an_installed_pattern_is_listed_and_finds(installed: Path, tmp_path: Path) -> None:
    assert "acme-token" in akia("patterns", folder=tmp_path, path=installed).stdout
    leak = tmp_path / "leak.txt"
    leak.write_bytes(fake("token = acme_<lower:24>\n"))
    found = akia("scan", "--format", "json", "leak.txt", folder=tmp_path, path=installed)
    assert found.returncode == 1
    assert '"kind": "acme-token"' in found.stdout
    assert fake("token = acme_<lower:24>\n").decode().split()[2] not in found.stdout
