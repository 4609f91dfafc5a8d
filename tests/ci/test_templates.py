"""What is offered for a CI file: the scripts in it are run, as the systems would run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from repositories import PAIR, Repository
from running import AKIA
from runs import ZERO

from patterns._fake import fake

PROJECT = Path(__file__).parents[2]
SECRET = fake("<secret>").decode()
ENDS = {"clean": (b"b", 0), "a leak": (PAIR, 1)}


def change(folder: Path, content: str | bytes) -> tuple[Repository, str, str]:
    """A repository, and the ends of a push that brings in the content as `k.ini`."""
    work = Repository(folder / "work").write("a", b"a").commit()
    old = work.ask("rev-parse", "HEAD").decode()
    new = work.write("k.ini", content).commit().ask("rev-parse", "HEAD").decode()
    return work, old, new


def bash(script: str, folder: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a script as both systems do: the first command that fails ends it."""
    kept = {name: os.environ[name] for name in ("HOME", "PYTHONPATH") if name in os.environ}
    path = {"PATH": f"{Path(AKIA).parent}:{os.environ['PATH']}"}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=kept | path | variables, capture_output=True, text=True, timeout=120)


def action() -> dict[str, Any]:
    """The steps of the action that have a name, by it."""
    whole = yaml.safe_load((PROJECT / "action.yml").read_text())
    return {step["id"]: step for step in whole["runs"]["steps"] if "id" in step}


def scanned_by_action(
    folder: Path, content: str | bytes, before: str | None = None, options: str = ""
) -> subprocess.CompletedProcess[str]:
    """The step of the action that scans, for a push. before: what the push is said to begin behind."""
    work, old, new = change(folder, content)
    event = folder / "event.json"
    event.write_text(
        json.dumps(
            {"before": before or old, "after": new, "ref": "refs/heads/main", "repository": {"default_branch": "main"}}
        )
    )
    variables = {
        "RUNNER_TEMP": str(folder), "GITHUB_OUTPUT": str(folder / "output"), "BIN": str(Path(AKIA).parent),
        "OPTIONS": options, "GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event),
    }  # fmt: skip
    return bash(action()["scan"]["run"], work.folder, variables)


class TestAction:
    @pytest.mark.parametrize(("content", "status"), ENDS.values(), ids=ENDS)
    def test_it_scans(self, tmp_path: Path, content: str | bytes, status: int) -> None:
        done = scanned_by_action(tmp_path, content)
        assert done.returncode == status, done.stderr
        assert ("::error file=k.ini,line=1," in done.stdout) == bool(status)
        assert SECRET not in done.stdout + done.stderr
        assert json.loads((tmp_path / "akia.json").read_text())["summary"]["findings"] == status
        assert (tmp_path / "output").read_text() == f"report={tmp_path}/akia.json\nakia={AKIA}\n"

    def test_what_cannot_be_looked_at_fails(self, tmp_path: Path) -> None:
        done = scanned_by_action(tmp_path, b"b", before="1" * 40)
        assert done.returncode == 2
        assert "::error title=Akia::Nothing was looked at" in done.stdout
        assert not (tmp_path / "akia.json").exists()

    def test_options_are_words_and_nothing_else(self, tmp_path: Path) -> None:
        assert scanned_by_action(tmp_path, PAIR, options="--fail-on never --exclude *.txt").returncode == 0
        assert scanned_by_action(tmp_path / "again", PAIR, options="$(touch owned); touch owned").returncode == 2
        assert not list(tmp_path.rglob("owned"))

    def test_no_value_is_written_into_a_script(self) -> None:
        """A title of a pull request in a script is a way in."""
        assert [step["run"] for step in action().values() if "run" in step and "${{" in step["run"]] == []

    def test_nothing_is_loaded_from_what_is_scanned(self) -> None:
        """`python -m` would load modules from the current folder."""
        steps = [step["run"] for step in action().values() if "run" in step]
        assert all(script.startswith('cd "$RUNNER_TEMP"') for script in steps if " -m " in script)


def gitlab_job() -> dict[str, Any]:
    """The job of the template."""
    _, whole = yaml.safe_load_all((PROJECT / "templates" / "akia.yml").read_text())
    job: dict[str, Any] = whole["akia"]
    return job


class TestGitLab:
    def test_every_input_is_declared(self) -> None:
        text = (PROJECT / "templates" / "akia.yml").read_text()
        head, _ = yaml.safe_load_all(text)
        assert set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", text)) == set(head["spec"]["inputs"])

    @pytest.mark.parametrize(("content", "status"), ENDS.values(), ids=ENDS)
    def test_it_scans(self, tmp_path: Path, content: str | bytes, status: int) -> None:
        work, old, new = change(tmp_path, content)
        variables = {"GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": old, "CI_COMMIT_SHA": new, "CI_COMMIT_BRANCH": "main"}
        done = bash("\n".join(gitlab_job()["script"]), work.folder, variables | {"AKIA_OPTIONS": ""})
        assert done.returncode == status, done.stderr
        assert ("k.ini:1" in done.stdout) == bool(status)
        report = json.loads((work.folder / "gl-secret-detection-report.json").read_text())
        assert len(report["vulnerabilities"]) == status
        assert json.loads((work.folder / "akia-report.json").read_text())["summary"]["findings"] == status

    def test_a_new_branch_is_held_against_the_default_branch(self, tmp_path: Path) -> None:
        """As GitLab clones: the branch of the run alone; the job fetches what is missing."""
        work, _, _ = change(tmp_path, b"b")
        work.git("checkout", "-qb", "side").write("l.ini", PAIR).commit()
        (tmp_path / "clone").mkdir()
        clone = Repository.at(tmp_path / "clone")
        clone.git("clone", "-q", "--single-branch", "--branch=side", f"file://{work.folder}", ".")
        job = gitlab_job()
        script = [line for line in job["before_script"] if line.startswith("git ")] + job["script"]
        variables = {
            "GITLAB_CI": "true", "CI_COMMIT_BEFORE_SHA": ZERO, "CI_COMMIT_BRANCH": "side", "CI_DEFAULT_BRANCH": "main",
            "CI_COMMIT_SHA": clone.ask("rev-parse", "HEAD").decode(), "AKIA_OPTIONS": "", "CI_PIPELINE_SOURCE": "push",
        }  # fmt: skip
        done = bash("\n".join(script), clone.folder, variables)
        assert done.returncode == 1
        assert "l.ini:1" in done.stdout
