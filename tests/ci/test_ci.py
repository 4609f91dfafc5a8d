"""`akia ci` under each system: which commits it takes, and what it says where it cannot tell."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import PAIR, Repository
from runs import ZERO, Project, Variables, run


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The project that all runs are for."""
    return Project(tmp_path_factory.mktemp("ci"))


def github(name: str, event: dict[str, object], **more: str) -> Callable[[Path], Variables]:
    """The environment of GitHub Actions; the event is written to a file in the folder that is given."""

    def made(folder: Path) -> Variables:
        path = folder / "event.json"
        path.write_text(json.dumps(event))
        return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": str(path)} | more

    return made


def plain(**variables: str) -> Callable[[Path], Variables]:
    """The environment of a system that tells everything by variables."""
    return lambda folder: variables


def pull_request(base: str = "<tip>", head: str = "<head>") -> dict[str, object]:
    return {"pull_request": {"base": {"sha": base, "ref": "main"}, "head": {"sha": head, "ref": "feature"}}}


def push(before: str, after: str, ref: str = "refs/heads/feature") -> dict[str, object]:
    return {"before": before, "after": after, "ref": ref, "repository": {"default_branch": "main"}}


def gitlab(**more: str) -> Callable[[Path], Variables]:
    usual = {"GITLAB_CI": "true", "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_SHA": "<head>", "CI_PIPELINE_SOURCE": "push"}
    return plain(**usual | more)


def jenkins(**more: str) -> Callable[[Path], Variables]:
    return plain(**{"JENKINS_URL": "https://ci.example.org/", "GIT_COMMIT": "<head>"} | more)


def circleci(**more: str) -> Callable[[Path], Variables]:
    return plain(**{"CIRCLECI": "true", "CIRCLE_SHA1": "<head>"} | more)


def azure(**more: str) -> Callable[[Path], Variables]:
    return plain(**{"TF_BUILD": "True", "BUILD_SOURCEVERSION": "<head>", "BUILD_REASON": "IndividualCI"} | more)


def bitbucket(**more: str) -> Callable[[Path], Variables]:
    return plain(**{"BITBUCKET_BUILD_NUMBER": "7", "BITBUCKET_COMMIT": "<head>"} | more)


PR = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_COMMIT_BEFORE_SHA": ZERO}

RANGES = {
    "GitHub: a pull request": (github("pull_request", pull_request()), "tip..head"),
    "GitHub: a pull request, its merge checked out": (github("pull_request", pull_request(), GITHUB_SHA="<merged>"), "tip..head"),
    "GitHub: a pull request from elsewhere": (github("pull_request_target", pull_request()), "tip..head"),
    "GitHub: a review of a pull request": (github("pull_request_review", pull_request()), "tip..head"),
    "GitHub: a base that was replaced since": (github("pull_request", pull_request(base="1" * 40)), "tip..head"),
    "GitHub: a push": (github("push", push("<clean>", "<head>")), "clean..head"),
    "GitHub: a push to main": (github("push", push("<start>", "<tip>", "refs/heads/main")), "start..tip"),
    "GitHub: a new branch": (github("push", push(ZERO, "<head>")), "tip..head"),
    "GitHub: a push by force": (github("push", push("1" * 40, "<head>")), "tip..head"),
    "GitHub: a tag": (github("push", push(ZERO, "<tag>", "refs/tags/v1"), GITHUB_SHA="<head>"), "tip..tag"),
    "GitHub: a tag that checkout made light": (github("push", push(ZERO, "1" * 40, "refs/tags/v1"), GITHUB_SHA="<head>"), "tip..head"),
    "GitHub: a first push of all": (github("push", push(ZERO, "<tip>", "refs/heads/main")), "tip"),
    "GitHub: a merge queue": (github("merge_group", {"merge_group": {"base_sha": "<tip>", "head_sha": "<merged>"}}), "tip..merged"),
    "GitLab: a merge request": (gitlab(CI_MERGE_REQUEST_DIFF_BASE_SHA="<tip>", **PR), "tip..head"),
    "GitLab: a merged result": (
        gitlab(CI_MERGE_REQUEST_DIFF_BASE_SHA="<tip>", CI_MERGE_REQUEST_SOURCE_BRANCH_SHA="<head>", **PR | {"CI_COMMIT_SHA": "<merged>"}),
        "tip..head",
    ),
    "GitLab: a pull request of another host": (
        gitlab(CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA="<tip>", CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA="<head>"),
        "tip..head",
    ),
    "GitLab: a push": (gitlab(CI_COMMIT_BEFORE_SHA="<clean>", CI_COMMIT_BRANCH="feature"), "clean..head"),
    "GitLab: a new branch": (gitlab(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="feature"), "tip..head"),
    "GitLab: a push by force": (gitlab(CI_COMMIT_BEFORE_SHA="1" * 40, CI_COMMIT_BRANCH="feature"), "tip..head"),
    "GitLab: a tag": (gitlab(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_TAG="v1"), "tip..tag"),
    "GitLab: a first push of all": (gitlab(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="main", CI_COMMIT_SHA="<tip>"), "tip"),
    "Jenkins: a change": (jenkins(CHANGE_TARGET="main", BRANCH_NAME="PR-1"), "tip..head"),
    "Jenkins: a build": (jenkins(GIT_PREVIOUS_SUCCESSFUL_COMMIT="<clean>", GIT_BRANCH="origin/feature"), "clean..head"),
    "Jenkins: what was built last failed": (jenkins(GIT_PREVIOUS_COMMIT="<head>", GIT_BRANCH="origin/feature"), "tip..head"),
    "Jenkins: no commit is told": (jenkins(CHANGE_TARGET="main", GIT_COMMIT=""), "tip..head"),
    "CircleCI: a build": (circleci(CIRCLE_BRANCH="feature"), "tip..head"),
    "CircleCI: a tag": (circleci(CIRCLE_TAG="v1"), "tip..tag"),
    "Azure: a pull request": (
        azure(SYSTEM_PULLREQUEST_TARGETBRANCH="refs/heads/main", SYSTEM_PULLREQUEST_SOURCECOMMITID="<head>", BUILD_SOURCEVERSION="<merged>"),
        "tip..head",
    ),
    "Azure: a pull request on GitHub": (azure(SYSTEM_PULLREQUEST_TARGETBRANCH="main"), "tip..head"),
    "Azure: a build": (azure(BUILD_SOURCEBRANCH="refs/heads/feature"), "tip..head"),
    "Azure: a tag": (azure(BUILD_SOURCEBRANCH="refs/tags/v1"), "tip..tag"),
    "Bitbucket: a pull request": (bitbucket(BITBUCKET_PR_ID="1", BITBUCKET_PR_DESTINATION_COMMIT="<tip 12>"), "tip..head"),
    "Bitbucket: a pull request, the destination gone on": (
        bitbucket(BITBUCKET_PR_ID="1", BITBUCKET_PR_DESTINATION_COMMIT="1" * 12, BITBUCKET_PR_DESTINATION_BRANCH="main"),
        "tip..head",
    ),
    "Bitbucket: a build": (bitbucket(BITBUCKET_BRANCH="feature"), "tip..head"),
    "Bitbucket: a tag": (bitbucket(BITBUCKET_TAG="v1"), "tip..tag"),
}  # fmt: skip
BROUGHT = {"tip..head": ["f.ini"], "clean..head": ["f.ini"], "tip..tag": ["f.ini"], "tip..merged": ["f.ini"], "start..tip": ["k.ini"], "tip": ["k.ini"]}  # fmt: skip


def environment(project: Project, made: Callable[[Path], Variables], folder: Path) -> Variables:
    """The variables, with the names of commits for the words in them."""

    def filled(text: str) -> str:
        for name, commit in project.names.items():
            text = text.replace(f"<{name}>", commit).replace(f"<{name} 12>", commit[:12])
        return text

    variables = made(folder)
    for path in folder.glob("event.json"):
        path.write_text(filled(path.read_text()))
    return {name: filled(value) for name, value in variables.items()}


@pytest.mark.parametrize(("made", "expected"), [pytest.param(*case, id=name) for name, case in RANGES.items()])
def test_the_range_is_told(project: Project, made: Callable[[Path], Variables], expected: str, tmp_path: Path) -> None:
    ended = run(project.clone(), environment(project, made, tmp_path))
    ends = [project.names[name] for name in expected.split("..")]
    assert ended.target == "..".join(ends)
    assert f": {'..'.join(end[:12] for end in ends)}, " in ended.said
    assert ended.found == BROUGHT[expected]
    assert (ended.status, ended.source) == (1, "commits")


@pytest.mark.parametrize("kind", ["CI_MERGE_REQUEST", "CI_EXTERNAL_PULL_REQUEST"])
def test_a_request_is_held_against_its_target_and_never_against_itself(project: Project, kind: str) -> None:
    """Where the commit that it began behind is not here, and the clone calls the request's own branch the default."""
    clone = project.clone().git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/feature")
    begun = {f"{kind}_DIFF_BASE_SHA": "1" * 40, f"{kind}_TARGET_BRANCH_SHA": "1" * 40}
    made = gitlab(**begun, **{f"{kind}_TARGET_BRANCH_NAME": "main"})
    ended = run(clone, environment(project, made, clone.folder))
    assert (ended.status, ended.found) == (1, ["f.ini"]), ended.said


SILENT = {
    "GitHub: a push of what is clean": github("push", push("<tip>", "<clean>")),
    "GitHub: a branch made at main": github("push", push(ZERO, "<tip>")),
    "GitHub: a branch that is deleted": github("push", push("<head>", ZERO), GITHUB_SHA="<tip>"),
    "GitLab: a push of what is clean": gitlab(CI_COMMIT_BEFORE_SHA="<tip>", CI_COMMIT_SHA="<clean>"),
    "Jenkins: a build of what is clean": jenkins(GIT_PREVIOUS_SUCCESSFUL_COMMIT="<tip>", GIT_COMMIT="<clean>"),
    "CircleCI: a build of what is clean": circleci(CIRCLE_BRANCH="x", CIRCLE_SHA1="<clean>"),
    "Azure: a build of what is clean": azure(BUILD_SOURCEBRANCH="refs/heads/x", BUILD_SOURCEVERSION="<clean>"),
    "Bitbucket: a build of what is clean": bitbucket(BITBUCKET_BRANCH="x", BITBUCKET_COMMIT="<clean>"),
}


@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in SILENT.items()])
def test_what_is_clean_passes(project: Project, made: Callable[[Path], Variables], tmp_path: Path) -> None:
    ended = run(project.clone(at="clean"), environment(project, made, tmp_path))
    assert (ended.status, ended.found, ended.source) == (0, [], "commits"), ended.said


WHOLE = {
    "GitHub: by schedule": github("schedule", {"schedule": "0 0 * * *"}),
    "GitHub: by hand": github("workflow_dispatch", {"inputs": None}),
    "GitLab: by schedule": gitlab(CI_PIPELINE_SOURCE="schedule", CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="main"),
    "GitLab: by hand": gitlab(CI_PIPELINE_SOURCE="web", CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="main"),
    "Azure: by schedule": azure(BUILD_REASON="Schedule", BUILD_SOURCEBRANCH="refs/heads/main"),
}


@pytest.mark.parametrize("made", [pytest.param(made, id=name) for name, made in WHOLE.items()])
def test_without_a_change_all_is_looked_at(project: Project, made: Callable[[Path], Variables], tmp_path: Path) -> None:
    variables = environment(project, made, tmp_path) | {"XDG_CACHE_HOME": str(tmp_path)}
    ended = run(project.clone(at="start"), variables, "--no-progress")
    assert (ended.status, ended.found, ended.source) == (1, ["f.ini", "k.ini"], "history")
    assert "no change is told, so that the whole history is looked at" in ended.said


DEEPEN = {
    "GitHub: a pull request": (github("pull_request", pull_request()), "fetch-depth: 0"),
    "GitHub: a push": (github("push", push("<clean>", "<head>")), "fetch-depth: 0"),
    "GitLab: a merge request": (gitlab(CI_MERGE_REQUEST_DIFF_BASE_SHA="<tip>", **PR), 'GIT_DEPTH: "0"'),
    "GitLab: a push": (gitlab(CI_COMMIT_BEFORE_SHA="<clean>", CI_COMMIT_BRANCH="feature"), 'GIT_DEPTH: "0"'),
    "Jenkins: a change": (jenkins(CHANGE_TARGET="main"), "shallow: false"),
    "CircleCI: a build": (circleci(CIRCLE_BRANCH="feature"), "method: full"),
    "Azure: a build": (azure(BUILD_SOURCEBRANCH="refs/heads/feature"), "fetchDepth: 0"),
    "Bitbucket: a pull request": (
        bitbucket(BITBUCKET_PR_ID="1", BITBUCKET_PR_DESTINATION_COMMIT="<tip>"),
        "depth: full",
    ),
}


@pytest.mark.parametrize(("made", "line"), [pytest.param(*case, id=name) for name, case in DEEPEN.items()])
def test_a_shallow_clone_is_said_with_the_line_to_put(
    project: Project, made: Callable[[Path], Variables], line: str, tmp_path: Path
) -> None:
    clone = project.clone("--depth=1", "--branch=feature", at="HEAD")
    ended = run(clone, environment(project, made, tmp_path))
    assert (ended.status, ended.target) == (2, "")
    assert "this clone is too shallow to tell what the" in ended.said
    assert line in ended.said
    assert ended.said.count("\n") == 1


@pytest.mark.parametrize(("leak", "status"), [(b"clean", 2), (PAIR, 1)], ids=["clean", "a leak"])
def test_a_shallow_clone_with_both_ends_in_it(tmp_path: Path, leak: str | bytes, status: int) -> None:
    """What the oldest commit here changed cannot be told; a leak outranks that."""
    work = Repository(tmp_path / "work").write("a", b"a").commit()
    old = work.ask("rev-parse", "HEAD").decode()
    for number in range(3):
        work.write(str(number), leak if number == 2 else b"x").commit()
    (tmp_path / "clone").mkdir()
    clone = Repository.at(tmp_path / "clone").git("clone", "-q", "--depth=2", f"file://{work.folder}", ".")
    clone.git("fetch", "-q", "--depth=1", "origin", old)
    new = clone.ask("rev-parse", "HEAD").decode()
    ended = run(clone, github("push", push(old, new))(tmp_path))
    assert ended.status == status
    assert "not looked at: .: the clone is shallow" in ended.said
    assert ("this clone is not complete: put fetch-depth: 0" in ended.said) == (status == 2)


UNKNOWN = {
    "GitHub: main pushed by force": (
        github("push", push("1" * 40, "<tip>", "refs/heads/main")),
        "the push begins behind before 1111",
    ),
    "GitHub: a pull request of what was not fetched": (
        github("pull_request", pull_request(head="1" * 40)),
        "pull_request.head.sha 1111",
    ),
    "GitHub: an event that is no event": (github("push", {}), "the commit that this run is for is not in this clone"),
    "GitLab: nothing is told": (gitlab(CI_COMMIT_SHA=""), "the commit that this run is for is not in this clone"),
    "CircleCI: main": (circleci(CIRCLE_BRANCH="main"), 'put: akia ci --base "<< pipeline.git.base_revision >>"'),
    "Azure: main": (azure(BUILD_SOURCEBRANCH="refs/heads/main"), "put: akia ci --base HEAD^"),
    "Bitbucket: main": (bitbucket(BITBUCKET_BRANCH="main"), "put: akia ci --base HEAD^"),
    "Jenkins: main for the first time": (jenkins(BRANCH_NAME="main"), "put: akia ci --base HEAD^"),
}


@pytest.mark.parametrize(("made", "said"), [pytest.param(*case, id=name) for name, case in UNKNOWN.items()])
def test_an_end_that_is_not_known_is_said(
    project: Project, made: Callable[[Path], Variables], said: str, tmp_path: Path
) -> None:
    ended = run(project.clone(), environment(project, made, tmp_path))
    assert (ended.status, ended.target) == (2, "")
    assert said in ended.said
    assert ended.said.count("\n") == 1


def test_an_event_that_is_a_fifo_is_not_waited_for(project: Project, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "event")
    made = plain(GITHUB_ACTIONS="true", GITHUB_EVENT_NAME="push", GITHUB_EVENT_PATH=str(tmp_path / "event"))
    ended = run(project.clone(), environment(project, made, tmp_path))
    assert (ended.status, ended.said) == (2, "akia: GITHUB_EVENT_PATH names no event that can be read\n")


def test_a_branch_that_was_not_fetched_is_said_with_the_line_to_put(project: Project, tmp_path: Path) -> None:
    """GitLab fetches the branch of the run alone."""
    clone = project.clone("--single-branch", "--branch=feature", at="HEAD")
    variables = environment(project, gitlab(CI_COMMIT_BEFORE_SHA=ZERO, CI_COMMIT_BRANCH="feature"), tmp_path)
    ended = run(clone, variables)
    assert ended.status == 2
    line = ended.said.split("put: ")[1].strip()
    assert line == "git fetch origin +refs/heads/main:refs/remotes/origin/main"
    clone.git(*line.split()[1:])
    assert run(clone, variables).found == ["f.ini"]


class TestBase:
    @pytest.mark.parametrize(
        "variables", [{}, {"CIRCLECI": "true", "CIRCLE_BRANCH": "main"}, {"TF_BUILD": "True", "BUILD_REASON": "Manual"}]
    )
    def test_it_is_where_the_change_begins(self, project: Project, variables: Variables) -> None:
        ended = run(project.clone(), variables, "--base", "HEAD~2")
        assert ended.target == f"{project.names['tip']}..{project.names['head']}"
        assert run(project.clone(at="clean"), variables, "--base", "HEAD~1").status == 0

    @pytest.mark.parametrize("base", ["nowhere", "--all", "HEAD\nHEAD^", "HEAD:a", "1" * 40])
    def test_one_that_is_no_commit(self, project: Project, base: str) -> None:
        ended = run(project.clone(), {}, f"--base={base}")
        assert (ended.status, ended.said) == (2, "akia: --base is no commit that is known here\n")

    def test_an_empty_one_is_none(self, project: Project) -> None:
        """As CircleCI fills in a base that it does not know."""
        assert run(project.clone(), {"CIRCLECI": "true", "CIRCLE_SHA1": project.names["head"]}, "--base", "").found == [
            "f.ini"
        ]

    def test_without_any_nothing_is_guessed(self, project: Project) -> None:
        ended = run(project.clone(), {})
        assert ended.status == 2
        assert "no CI system that is known runs this" in ended.said


@pytest.mark.parametrize(
    "hostile", ["--output=owned", "-x", "x\n--all", "$(touch owned)", "a..b", "refs/heads/../x", "\x1b[2J", "' \""]
)
def test_what_the_environment_holds_is_a_name_and_nothing_else(project: Project, hostile: str, tmp_path: Path) -> None:
    clone = project.clone()
    event = {
        "before": hostile, "after": hostile, "ref": f"refs/heads/{hostile}",
        "repository": {"default_branch": hostile}, "pull_request": {"base": {"sha": hostile, "ref": hostile}, "head": {"sha": hostile}},
    }  # fmt: skip
    every = [
        github("push", event, GITHUB_SHA=hostile),
        github("pull_request", event),
        gitlab(
            CI_MERGE_REQUEST_DIFF_BASE_SHA=hostile,
            CI_DEFAULT_BRANCH=hostile,
            CI_COMMIT_TAG=hostile,
            CI_COMMIT_BRANCH=hostile,
        ),
        jenkins(CHANGE_TARGET=hostile, GIT_COMMIT=hostile, BRANCH_NAME=hostile),
        circleci(CIRCLE_BRANCH=hostile, CIRCLE_TAG=hostile, CIRCLE_SHA1=hostile),
        azure(SYSTEM_PULLREQUEST_TARGETBRANCH=hostile, BUILD_SOURCEBRANCH=hostile),
        bitbucket(
            BITBUCKET_PR_ID=hostile, BITBUCKET_PR_DESTINATION_COMMIT=hostile, BITBUCKET_PR_DESTINATION_BRANCH=hostile
        ),
    ]
    for made in every:
        ended = run(clone, environment(project, made, tmp_path))
        assert ended.status in (0, 1, 2)
        assert "internal error" not in ended.said
        assert "\x1b" not in ended.said
    assert clone.ask("status", "--porcelain") == b""


def test_a_change_cannot_excuse_itself(project: Project) -> None:
    clone = project.clone(at="clean").write(".akiaignore", b"*\n").write("akia.toml", b'fail-on = "never"\n')
    clone.write("new.ini", "id = <id:AKIA:123456789013>\nsecret_access_key = <secret#9>\n").commit()
    assert run(clone, {}, "--base", "HEAD^").found == ["new.ini"]


def test_all_options_of_a_scan_count(project: Project, tmp_path: Path) -> None:
    clone = project.clone()
    assert run(clone, {}, "--base", "HEAD^", "--fail-on", "never").status == 0
    assert run(clone, {}, "--base", "HEAD^", "--exclude", "*.ini").found == []
    assert run(clone, {}, "--base", "HEAD^", "--output", str(tmp_path / "akia.json")).status == 1
    assert json.loads((tmp_path / "akia.json").read_text())["summary"]["findings"] == 1
