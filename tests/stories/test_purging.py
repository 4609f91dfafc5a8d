"""The end of every story: the history is purged as the playbook says, by the real git-filter-repo, and nothing is left."""

from __future__ import annotations

import base64
import gzip
import json
import os
import quopri
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from repositories import PAIR, Repository, clean
from running import akia

from patterns._fake import fake

SECRETS = [fake("<id>"), fake("<secret>")]
TOOLS = Path(sys.executable).parent


def leaky(folder: Path) -> Repository:
    """A repository with a leak in an old file, on a side branch, in a message and under a tag."""
    made = Repository(folder).write("k.ini", PAIR).commit().git("tag", "v1").git("branch", "side")
    made.write("k.ini", b"nothing").commit().git("checkout", "-q", "side").write("l.ini", PAIR)
    made.git("add", "l.ini").git("commit", "-q", "-m", f"for {SECRETS[0].decode()}")
    return made.git("checkout", "-q", "main")


def last_step(repository: Repository) -> dict[str, Any]:
    (finding,) = (akia(repository.folder, "history", "--no-cache").report or {})["findings"]
    step: dict[str, Any] = finding["remediation"]["steps"][-1]
    return step


def follow(repository: Repository, home: Path, step: dict[str, Any]) -> None:
    """Runs the step's commands as they are printed; between the first and the next, Akia writes the values for us."""
    report = home / "report.json"
    report.write_text(json.dumps(akia(repository.folder, "history", "--no-cache").report))
    values = home / "leaked-values.txt"
    written = akia(repository.folder, "remediate", str(report), "--filter-repo", str(values))
    assert written.status == 0, written.said
    assert stat.S_IMODE(values.stat().st_mode) == 0o600
    environment = clean() | {"HOME": str(home), "PATH": f"{TOOLS}:{os.environ['PATH']}"}
    for command in step["commands"][1:]:
        done = subprocess.run(
            ["bash", "-u", "-c", command], cwd=repository.folder, env=environment, capture_output=True, text=True
        )
        assert done.returncode == 0 or command.startswith("grep -c"), done.stderr
    assert not values.exists()


def holds_nothing(folder: Path) -> bool:
    found = akia(folder, "history", "--no-cache")
    return found.status == 0 and not any(
        secret in Repository.at(folder).ask("log", "--all", "-p") for secret in SECRETS
    )


def test_what_a_remote_has_is_purged_there(tmp_path: Path) -> None:
    made = leaky(tmp_path / "made")
    made.git("clone", "-q", "--mirror", str(made.folder), str(tmp_path / "server.git"))
    made.git("remote", "add", "origin", str(tmp_path / "server.git"))
    follow(made, tmp_path, last_step(made))
    refs = Repository.at(tmp_path / "server.git").ask("for-each-ref", "--format=%(refname)").decode().split()
    assert refs == ["refs/heads/main", "refs/heads/side", "refs/tags/v1"]
    made.git("clone", "-q", "--no-local", str(tmp_path / "server.git"), str(tmp_path / "anew"))
    assert holds_nothing(tmp_path / "anew")


def test_what_no_remote_has_is_purged_here(tmp_path: Path) -> None:
    made = leaky(tmp_path / "made")
    follow(made, tmp_path, last_step(made))
    assert holds_nothing(tmp_path / "purged-clone")
    assert not holds_nothing(made.folder)


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


HARD = fake("<id#2>").decode(), "ab/cd+Ef" + fake("<b64:32#2>").decode()
SETTINGS = "AWS_ACCESS_KEY_ID={}\nAWS_SECRET_ACCESS_KEY={}\n".format(*HARD)
WRITTEN = {
    "as it is": SETTINGS,
    "values in base64": f"kind: Secret\ndata:\n  AWS_ACCESS_KEY_ID: {b64(HARD[0])}\n  AWS_SECRET_ACCESS_KEY: {b64(HARD[1])}\n",
    "file in base64": f"data:\n  credentials: {b64(SETTINGS)}\n  other: x\n",
    "file in base64, wrapped": base64.encodebytes((SETTINGS + "x=1\n" * 40).encode()).decode(),
    "base64 in base64": f"data: {b64('inner: ' + b64(SETTINGS) + chr(10))}\n",
    "percent signs": f"s3n://{HARD[0]}:{quote(HARD[1], safe='')}@bucket/\n",
    "slashes of JSON": json.dumps({"accessKeyId": HARD[0], "secretAccessKey": HARD[1]}).replace("/", r"\/"),
    "numbers of JSON": json.dumps({"accessKeyId": HARD[0], "secretAccessKey": HARD[1]}).replace("/", r"\u002f"),
    "numbers of HTML": SETTINGS.replace("/", "&#x2F;").replace("+", "&#43;"),
    "hexadecimal": f"secret {SETTINGS.encode().hex()}\n",
    "quoted-printable": quopri.encodestring(
        SETTINGS.replace("\n", " and what else is in a long letter\n").encode()
    ).decode(),
    "in pieces": (
        f"AWS_ACCESS_KEY_ID = '{HARD[0][:9]}' + '{HARD[0][9:]}'\n"
        f"AWS_SECRET_ACCESS_KEY = '{HARD[1][:20]}' + '{HARD[1][20:]}'\n"
    ),
}


@pytest.mark.parametrize("content", WRITTEN.values(), ids=WRITTEN)
def test_a_value_is_purged_in_the_form_in_which_it_is_written(content: str, tmp_path: Path) -> None:
    made = Repository(tmp_path / "made").write("leak", content.encode()).commit().write("leak", b"gone").commit()
    assert not holds_nothing(made.folder)
    follow(made, tmp_path, last_step(made))
    assert holds_nothing(tmp_path / "purged-clone")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("leak.ps1", b"\xff\xfe" + SETTINGS.encode("utf-16-le"), id="UTF-16"),
        pytest.param("leak.env.gz", gzip.compress(SETTINGS.encode()), id="compressed"),
    ],
)
def test_what_git_filter_repo_leaves_alone_goes_as_a_whole(name: str, content: bytes, tmp_path: Path) -> None:
    made = Repository(tmp_path / "made").write("a b.txt", SETTINGS.encode()).write(name, content).commit()
    made.write(name, b"nothing\0").commit()
    report, values = tmp_path / "report.json", tmp_path / "values.txt"
    report.write_text(json.dumps(akia(made.folder, "history", "--no-cache").report))
    written = akia(made.folder, "remediate", str(report), "--filter-repo", str(values))
    assert written.status == 2
    assert f"akia:   {name}\n" in written.said
    assert "a b.txt" not in written.said
    assert stat.S_IMODE((tmp_path / "values.txt.blobs").stat().st_mode) == 0o600
    told = next(line for line in written.said.splitlines() if "--strip-blobs-with-ids" in line)
    tools = clean() | {"HOME": str(tmp_path), "PATH": f"{TOOLS}:{os.environ['PATH']}"}
    command = "git " + told.partition(": git ")[2] + " --force"
    subprocess.run(["sh", "-c", command], cwd=made.folder, env=tools, capture_output=True, check=True)
    assert holds_nothing(made.folder)
    assert made.ask("ls-tree", "--name-only", "HEAD").decode().splitlines() == ["a b.txt", name]
